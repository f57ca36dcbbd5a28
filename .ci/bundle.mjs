// The built program: one file of all modules (dist/mingzhang.cjs), each run when first asked for, and beside it a small file for everything
// that is started or imported by its name. One file is read, and compiled, faster than nine hundred.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

/** Started by their names: the command line, threads, processes. */
const STARTED = [
  "src/cli/main",
  "src/batch/worker",
  "src/lib/helper/main",
  "src/layout/pdf/pdfjs-worker",
  "src/layout/scan/pp-ocr-process",
  "src/layout/scan/tesseract-process",
  "src/review/thread",
];
/** Imported by their names: what the package exports, the works of helpers, and what is looked at by itself (tests, docs, benchmarks). */
const IMPORTED = [
  "src/index",
  "src/tables/index",
  "schemas/index",
  "src/ingest/archive-work",
  "src/ingest/attachments-work",
  "src/layout/scan/picture-work",
  "src/layout/sheet/workbook-work",
  "src/layout/word/doc-text-work",
  "src/layout/word/libre-office-work",
  "src/batch/engine-version",
  "src/collect/index",
  "src/ingest/index",
  "src/layout/index",
  "src/layout/pdf/pdfium",
  "src/layout/scan/engines",
  "src/layout/scan/read-page",
  "src/layout/scan/tesseract-js",
  "src/review/openapi",
  "src/store/index",
];
const BROWSER = "src/review/browser";

const COMMON = {
  bundle: true,
  platform: "node",
  target: "node20",
  packages: "external",
  absWorkingDir: root,
  write: false,
};
const text = ({ outputFiles }) => outputFiles[0].text;

/** A module's own address is the one it would have if it were built by itself. */
const ADDRESSES = {
  name: "addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const built = `./${relative(root, path)
        .replace(/\.tsx?$/, ".js")
        .replaceAll("\\", "/")}`;
      const contents = readFileSync(path, "utf8").replaceAll("import.meta.url", `__address(${JSON.stringify(built)})`);
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};
/** Packages that promise a file for `require` and do not hold it (numfmt 4.0.1: dist/index.cjs) go into the program's file. */
const PROMISED = {
  name: "promised",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*$/ }, ({ path }) => {
      const folder = join(root, "node_modules", path);
      if (!existsSync(join(folder, "package.json"))) return null;
      const { ".": main } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).exports ?? {};
      const promised = typeof main?.require === "string" ? main.require : undefined;
      if (promised === undefined || existsSync(join(folder, promised))) return null;
      return { path: join(folder, typeof main.default === "string" ? main.default : main.import) };
    });
  },
};
const ADDRESS = 'const __address = (path) => new URL(path, require("node:url").pathToFileURL(__filename)).href;';

/** The hash over the code that reads, from its source: `engineVersion` says it wherever the built program lies. */
async function codeHash() {
  const entry = join(root, "src/batch/code-behind.ts");
  const code = text(await build({ ...COMMON, entryPoints: [entry], format: "esm" }));
  const { readingCode } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  return readingCode(root);
}

/** Packages that are ES modules only: what they export as default is no property of a default of its own. */
function asModules(code) {
  return code.replace(/__toESM\(require\("((?:@[^/"]+\/)?[^/"]+)([^"]*)"\), 1\)/g, (whole, name, path) => {
    const manifest = join(root, "node_modules", name, "package.json");
    if (!existsSync(manifest)) return whole;
    const { type, exports } = JSON.parse(readFileSync(manifest, "utf8"));
    const only = type === "module" && !JSON.stringify(exports ?? "").includes('"require"');
    return only ? `__toESM(require("${name}${path}"))` : whole;
  });
}

/** Characters that are left are those of regular expressions, where an escape means the same. */
const inAscii = (code) =>
  code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** What is still imported when it is needed lies outside: kept code cannot import, its loader does. */
const imported = (code) => code.replace(/(?<![\w$.])import\(/g, "__import(");

/** What modules export, by their names. */
async function exportsOf(modules) {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: modules.map((name) => join(root, `${name}.ts`)),
    bundle: true,
    format: "esm",
    splitting: true,
    outdir: dist,
    outbase: root,
    metafile: true,
  });
  return new Map(
    Object.values(metafile.outputs)
      .filter(({ entryPoint }) => entryPoint)
      .map(({ entryPoint, exports }) => [entryPoint.replace(/\.ts$/, ""), exports]),
  );
}

const modules = [...STARTED, ...IMPORTED];
const list = modules.map((name) => `${JSON.stringify(name)}: () => require("./${name}.ts")`);
const [program, loader, names] = await Promise.all([
  build({
    ...COMMON,
    stdin: { contents: `module.exports = {\n${list.join(",\n")}\n};`, resolveDir: root, loader: "js" },
    format: "cjs",
    // Written in ASCII, the text is read without decoding and takes a byte a character in every thread.
    charset: "ascii",
    supported: { "template-literal": false },
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    define: { BUILT_CODE: JSON.stringify(await codeHash()) },
    banner: { js: ADDRESS },
    plugins: [PROMISED, ADDRESSES],
  }),
  build({ ...COMMON, entryPoints: [join(root, "src/lib/built/load.ts")], format: "cjs" }),
  exportsOf(IMPORTED),
]);
const files = new Map([
  ["mingzhang.cjs", imported(asModules(inAscii(text(program))))],
  ["load.js", text(loader)],
  ["package.json", `{ "type": "commonjs" }\n`],
]);
for (const name of modules) {
  const loaded = `require("${posix.relative(dirname(name), "load.js")}").load("${name}")`;
  // Written out name by name, so that an ES module can import them by their names.
  const lines = (names.get(name) ?? []).filter((n) => n !== "default").map((n) => `exports.${n} = m.${n};`);
  const hashbang = name === "src/cli/main" ? "#!/usr/bin/env node\n" : "";
  files.set(
    `${name}.js`,
    `${hashbang}"use strict";\n${lines.length === 0 ? `${loaded};` : `const m = ${loaded};\n${lines.join("\n")}`}\n`,
  );
}
for (const name of readdirSync(join(root, BROWSER)).filter((n) => n.endsWith(".ts"))) {
  const { code } = await transform(readFileSync(join(root, BROWSER, name), "utf8"), { loader: "ts", target: "es2023" });
  files.set(`${BROWSER}/${name.replace(/\.ts$/, ".js")}`, code.replaceAll(/(from\s*"\.[^"]+)\.ts"/g, '$1.js"'));
}

const resolve = createRequire(join(root, "package.json")).resolve;
const named = new Set([...files.get("mingzhang.cjs").matchAll(/\brequire\("([^".][^"]*)"\)/g)].map((m) => m[1]));
for (const name of named) {
  try {
    resolve(name);
  } catch (error) {
    // What is optional may be missing; a package that is there and cannot be loaded is found out here.
    if (existsSync(join(root, "node_modules", name))) throw error;
  }
}

let changed = false;
for (const [name, content] of files) {
  const path = join(dist, name);
  if (existsSync(path) && readFileSync(path, "utf8") === content) continue;
  changed = true;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
chmodSync(join(dist, "src/cli/main.js"), 0o755);
// What an earlier build left: other modules, and code that was compiled from another text.
for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  const here = name.replaceAll("\\", "/");
  const kept = here.startsWith("code/");
  if (kept ? changed && here.endsWith(".bin") : /\.(?:js|map|tsbuildinfo)$/.test(here) && !files.has(here))
    rmSync(join(dist, name), { force: true });
}
