// npm run bench [FOLDER] [-- --times 3] [--scale 10,100,1000,10000] [--no-peers]
//
// Times `mingzhang ingest` as a whole process, from an empty database, over the PDFs of a folder (samples/ where none is given) without
// recognition, and beside it in the same run other programs over the same files. Processor seconds tell them apart on a busy machine.
// --scale repeats the files up to so many pages and prints the cost of a page. --scans [--pages 200] measures recognition instead, page
// by page and its memory; --against COMMIT compares with another commit, in turn (against.mjs), with --scans recognition alone; --cells how many numbers of scanned tables are read wrong. --store [--documents 20000] measures the store instead: writing, panels and search as it grows. --serve the pages, the
// JSON and the pictures of `serve` over so many documents (--db FILE keeps the store it makes, or takes one). --tables the
// table engine over pages with known tables (tables.mjs; --list N names the worst). --fleet what a fleet costs
// beside one machine (fleet.ts).
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { measure, median } from "./measure.mjs";
import { peers } from "./peers.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string" },
    scale: { type: "string" },
    "no-peers": { type: "boolean", default: false },
    scans: { type: "boolean", default: false },
    pages: { type: "string", default: "0" },
    cells: { type: "boolean", default: false },
    list: { type: "string", default: "0" },
    store: { type: "boolean", default: false },
    serve: { type: "boolean", default: false },
    db: { type: "string" },
    fleet: { type: "boolean", default: false },
    tables: { type: "boolean", default: false },
    documents: { type: "string" },
    against: { type: "string" },
    only: { type: "string", default: "pdfs,scans,store" },
  },
});
if (values.scans && !values.against) {
  const { benchScans } = await import("./scans.mjs");
  await benchScans(root, Number(values.pages));
}
if (values.cells) {
  const { benchCells } = await import("./cells.mjs");
  await benchCells(root, positionals[0] ?? join(root, "samples"), Number(values.list));
}
if (values.tables) {
  const { benchTables } = await import("./tables.mjs");
  await benchTables(root, positionals[0] ?? join(root, "samples"), Number(values.list));
  process.exit(0);
}
const ofStore = values.serve
  ? ["serve.ts", values.documents ?? "20000", ...(values.db ? [values.db] : [])]
  : values.fleet
    ? ["fleet.ts", values.documents ?? "120"]
    : values.store && !values.against
      ? ["store.ts", values.documents ?? "20000"]
      : null;
if (ofStore) {
  const { spawnSync } = await import("node:child_process");
  const [script, ...args] = ofStore;
  const command = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "tests/bench", script), ...args];
  process.exit(spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 1);
}
const folder = positionals[0] ?? join(root, "samples");
const times = Number(values.times ?? (values.against ? 5 : 3));
const work = mkdtempSync(join(tmpdir(), "mingzhang-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.toLowerCase().endsWith(".pdf"))
  .sort()
  .map((name) => join(folder, name))
  .filter((path) => statSync(path).isFile());
const pdfs = values.against ? found.filter((path) => !path.endsWith(".scan.pdf")) : found;
if (pdfs.length === 0) {
  console.error(`no PDF under ${folder}`);
  process.exit(2);
}

/** Files, copied `rounds` times; a comment behind the end makes each copy other bytes, or the store would skip it. */
function copies(name, paths, rounds) {
  const target = join(work, name);
  mkdirSync(target);
  for (let round = 0; round < rounds; round++)
    for (const [n, path] of paths.entries()) {
      const copy = join(target, `${round}-${n}-${basename(path)}`);
      copyFileSync(path, copy);
      chmodSync(copy, 0o644);
      appendFileSync(copy, `\n% ${round}\n`);
    }
  return target;
}

if (values.against && values.scans) {
  const { benchScansAgainst } = await import("./against.mjs");
  const pages = Number(values.pages) || 20;
  await benchScansAgainst({
    root,
    commit: values.against,
    folder: positionals[0],
    times: Number(values.times ?? 3),
    work,
    pages,
  });
  process.exit(0);
}
if (values.against) {
  const { benchAgainst } = await import("./against.mjs");
  const scans = found.filter((path) => path.endsWith(".scan.pdf"));
  const scale = values.scale?.split(",").map(Number) ?? [];
  await benchAgainst({
    root,
    commit: values.against,
    times,
    work,
    copies,
    pdfs,
    scans,
    scale,
    documents: values.documents ?? "2000",
    only: values.only.split(","),
  });
  process.exit(0);
}

const database = join(work, "bench.sqlite");
const empty = () => {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(database + suffix, { force: true });
};
const ingest = (path) => [join(root, "dist/src/cli/main.js"), "ingest", path, "--db", database, "--ocr", "never"];
const pagesRead = () => {
  const db = new Database(database, { readonly: true });
  const pages = db.prepare("SELECT coalesce(sum(pages), 0) FROM document").pluck().get();
  db.close();
  return pages;
};
const line = (...cells) => console.log(cells.map((c, n) => (n === 0 ? c.padEnd(32) : c.padStart(12))).join(""));
const megabytes = (peak) => (peak === null ? "-" : `${peak.toFixed(0)} MB`);

const once = copies("once", pdfs, 1);
const own = await median(times, process.execPath, ingest(once), empty);
if (!own.ok) {
  console.error(own.why);
  process.exit(1);
}
const pages = pagesRead();
console.log(`${pdfs.length} PDFs, ${pages} pages, median of ${times}`);
line("", "s", "CPU s", "pages/s", "peak", "time ratio", "CPU ratio");
const row = (name, run) =>
  line(
    name,
    run.seconds.toFixed(2),
    run.cpu?.toFixed(2) ?? "-",
    (pages / run.seconds).toFixed(0),
    megabytes(run.peak),
    (run.seconds / own.seconds).toFixed(2),
    run.cpu === null || own.cpu === null ? "-" : (run.cpu / own.cpu).toFixed(2),
  );
row("mingzhang ingest", own);
if (!values["no-peers"])
  for (const peer of peers(join(tmpdir(), "mingzhang-bench-peers"), once)) {
    const run = peer.why === undefined ? await median(times, peer.program, peer.args) : { ok: false, why: peer.why };
    if (run.ok) row(peer.name, run);
    else console.log(`${peer.name}: skipped (${run.why})`);
  }

// The readers of all formats, warm, on the sample that is saved in each.
const sample = join(root, "samples", "jiangxi-final-accounts");
const { ingest: files } = await import(join(root, "dist/src/ingest/index.js"));
const { layout } = await import(join(root, "dist/src/layout/index.js"));
console.log("\nreader (one file of ten tables, warm)");
for (const name of readdirSync(sample).filter((n) => !n.endsWith(".jsonl")))
  for await (const file of files(join(sample, name))) {
    if ("error" in file) continue;
    await layout(file);
    const started = performance.now();
    const { trouble } = await layout(file);
    line(
      `  ${file.mediaType}`,
      `${(performance.now() - started).toFixed(0)} ms`,
      trouble.length > 0 ? trouble[0].code : "",
    );
  }
console.log("");

for (const wanted of values.scale?.split(",").map(Number) ?? []) {
  const rounds = Math.max(1, Math.round(wanted / pages));
  const many = copies(`scale-${wanted}`, pdfs, rounds);
  empty();
  const run = await measure(process.execPath, ingest(many));
  const read = pagesRead();
  console.log(
    `${read} pages: ${run.seconds.toFixed(1)} s, ${((run.seconds * 1000) / read).toFixed(2)} ms a page, ${(read / run.seconds).toFixed(0)} pages/s, peak ${megabytes(run.peak)}`,
  );
  rmSync(many, { recursive: true });
}
