// The programs measured beside `ingest`. npm peers are installed into a folder outside the project, when they are measured.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** One Node process that does `body` with every path of the folder; `module` is the peer's main file. */
const script = (module, body) => `
  const { readdirSync, readFileSync } = require("node:fs");
  import(${JSON.stringify(module)}).then(async (peer) => {
    for (const name of readdirSync(process.argv[1])) { const path = process.argv[1] + "/" + name; ${body} }
  }).catch((error) => { console.error(error.message); process.exit(1); });`;

const has = (program) => spawnSync(program, ["-v"], { stdio: "ignore" }).error === undefined;

const NPM = [
  {
    name: "@opendataloader/pdf",
    version: "2.5.11",
    cannotRun: () =>
      Number(process.versions.node.split(".")[0]) < 22
        ? `needs Node 22, this is ${process.versions.node}`
        : spawnSync("java", ["-version"], { stdio: "ignore" }).error
          ? "needs Java"
          : null,
    main: "dist/index.js",
    body: "if (name === readdirSync(process.argv[1])[0]) await peer.convert([process.argv[1]], { outputDir: process.argv[1] + '.odl', format: 'json' });",
  },
  {
    name: "@llamaindex/liteparse",
    version: "2.14.7",
    cannotRun: () => null,
    main: "dist/lib.js",
    body: "await new peer.LiteParse({ ocrEnabled: false }).parse(path);",
  },
  {
    name: "pdf-parse",
    version: "2.4.5",
    cannotRun: () => null,
    main: "dist/pdf-parse/esm/index.js",
    body: "const parser = new peer.PDFParse({ data: new Uint8Array(readFileSync(path)) }); await parser.getText(); await parser.getTable(); await parser.destroy();",
  },
];

function installed(folder, { name, version }) {
  const home = join(folder, "node_modules", name);
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true });
    const args = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", `${name}@${version}`];
    if (spawnSync("npm", args, { stdio: "ignore" }).status !== 0) return null;
  }
  return home;
}

/** Each peer: how to run it over a folder of PDFs, or why it cannot run here. */
export function* peers(folder, pdfs) {
  if (has("pdftotext")) {
    const each = 'for f in "$1"/*.pdf; do pdftotext -bbox-layout "$f" /dev/null || exit 1; done';
    yield { name: "pdftotext -bbox-layout", program: "bash", args: ["-c", each, "bash", pdfs] };
  } else yield { name: "pdftotext -bbox-layout", why: "not installed" };
  for (const peer of NPM) {
    const name = `${peer.name} ${peer.version}`;
    const why = peer.cannotRun();
    const home = why === null ? installed(folder, peer) : null;
    if (home === null) yield { name, why: why ?? "could not be installed" };
    else yield { name, program: process.execPath, args: ["-e", script(join(home, peer.main), peer.body), pdfs] };
  }
}
