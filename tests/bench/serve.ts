// How `mingzhang serve` answers over a store as large as a province's year: made-up documents of 450 observations each, and the samples with
// their page pictures. Every page and the JSON is asked for from a program of its own started anew (first view) and then again; beside each
// stands its budget. A Datasette that is installed answers for the same file.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore, save } from "../../src/store/index.ts";
import { syntheticFile } from "../support/synthetic.ts";

const OBSERVATIONS = 450;
const AGAIN = 5;
/** Milliseconds and kilobytes a face may take. */
const BUDGET = { view: 200, textPicture: 150, scanPicture: 400, keptPicture: 20, size: 60, script: 15 } as const;

const documents = Number(process.argv[2] ?? 20_000);
const kept = process.argv[3];
const program = join(packageRoot, "dist/src/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "mingzhang-bench-serve-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const database = kept ?? join(folder, "bench.sqlite");

if (!existsSync(database)) {
  const store = openStore(database);
  for (let n = 0; n < documents; n++) save(store, syntheticFile(n, OBSERVATIONS));
  store.close();
  const read = spawnSync(process.execPath, [program, "ingest", join(packageRoot, "samples"), "--db", database]);
  if (read.status !== 0) throw new Error(`the samples were not read: ${read.stderr}`);
}

interface Answer {
  readonly status: number;
  readonly ms: number;
  /** Bytes as they are sent, compressed where the server does. */
  readonly bytes: number;
}
let port = 0;

/** Asks for an address as a browser does, that takes compressed answers. */
const ask = (address: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    get({ host: "127.0.0.1", port, path: address, headers: { "accept-encoding": "gzip" } }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(pieces);
        const packed =
          response.headers["content-encoding"] !== undefined ||
          /^image\//u.test(response.headers["content-type"] ?? "");
        const bytes = packed ? body.length : gzipSync(body).length;
        resolve({ status: response.statusCode!, ms: performance.now() - started, bytes });
      });
    }).on("error", reject);
  });

const serving: ChildProcess[] = [];
process.on("exit", () => {
  for (const one of serving) one.kill();
});

/** A server of its own; resolves when it answers. */
async function start(): Promise<ChildProcess> {
  port = 20_000 + Math.floor(process.pid % 20_000) + serving.length;
  const child = spawn(process.execPath, [program, "serve", "--db", database, "--port", String(port)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  serving.push(child);
  for await (const said of child.stderr!) if (String(said).includes(String(port))) break;
  return child;
}

const row = (name: string, ms: number, most: number | null, bytes: number, size: number | null): void => {
  const of = (value: string, limit: number | null, unit: string, over: boolean): string =>
    `${value.padStart(9)} ${unit}${limit === null ? "" : ` (${over ? "over" : "within"} ${limit})`}`.padEnd(26);
  const kb = bytes / 1024;
  console.log(
    `${name.padEnd(40)}${of(ms.toFixed(1), most, "ms", most !== null && ms > most)}${of(kb.toFixed(1), size, "KB", size !== null && kb > size)}`,
  );
};
const middle = (runs: readonly Answer[]): Answer => runs.toSorted((a, b) => a.ms - b.ms)[Math.floor(runs.length / 2)]!;
async function again(address: string): Promise<Answer> {
  const runs: Answer[] = [];
  for (let n = 0; n < AGAIN; n++) runs.push(await ask(address));
  const bad = runs.find(({ status }) => status !== 200);
  if (bad) throw new Error(`${address}: ${bad.status}`);
  return middle(runs);
}

const db = new Database(database, { readonly: true });
const paged = db
  .prepare(
    `SELECT file.sha256, acquisition.path FROM file JOIN acquisition ON acquisition.file_id = file.id
     WHERE acquisition.path LIKE '%samples%.pdf' ORDER BY acquisition.path`,
  )
  .all() as { sha256: string; path: string }[];
const made = db.prepare("SELECT sha256 FROM file ORDER BY id LIMIT 1 OFFSET 7").get() as { sha256: string };
db.close();
const scan = paged.find(({ path }) => path.endsWith(".scan.pdf"));
const text = paged.find(({ path }) => !path.endsWith(".scan.pdf"));

const pages: readonly (readonly [string, string])[] = [
  ["home", "/"],
  ["documents", "/documents"],
  ["a document, drawn from its cells", `/documents/${made.sha256}`],
  ...(text ? ([["a document with its page", `/documents/${text.sha256}`]] as const) : []),
  ["findings desk", "/findings"],
  ["panel of a body", `/panel?entity=${encodeURIComponent("第7局")}`],
  ["panel, every body and year", "/panel"],
  ["panel, every body, as a plot", "/panel?plot=distribution"],
  ["bodies", "/entities"],
  ["search", `/search?words=${encodeURIComponent("三公")}`],
  ["JSON: documents", "/api/v1/documents"],
  ["JSON: panel of a body", `/api/v1/panel?entity=${encodeURIComponent("第7局")}`],
  ["JSON: coverage", "/api/v1/coverage"],
  ["JSON: concepts", "/api/v1/concepts"],
];

console.log(`first view: a server started anew for each page; then the middle of ${AGAIN}`);
for (const [name, address] of pages) {
  const server = await start();
  const first = await ask(address);
  row(`${name}, first view`, first.ms, BUDGET.view, first.bytes, BUDGET.size);
  const next = await again(address);
  row(`${name}, again`, next.ms, null, next.bytes, null);
  server.kill();
}

await start();
for (const [name, file, most] of [
  ["text PDF", text, BUDGET.textPicture],
  ["scan", scan, BUDGET.scanPicture],
] as const) {
  if (!file) continue;
  // What paints is started with a small picture first.
  await ask(`/api/v1/documents/${file.sha256}/pages/1.png?dpi=20`);
  const fresh = await ask(`/api/v1/documents/${file.sha256}/pages/1.png`);
  row(`page picture of a ${name}`, fresh.ms, most, fresh.bytes, null);
  const held = await again(`/api/v1/documents/${file.sha256}/pages/1.png`);
  row(`page picture of a ${name}, kept`, held.ms, BUDGET.keptPicture, held.bytes, null);
}
const scripts = await Promise.all(["highlight", "keys", "filters"].map((name) => ask(`/static/${name}.js`)));
if (scripts.every(({ status }) => status === 200))
  row(
    "browser code, all of it",
    Math.max(...scripts.map(({ ms }) => ms)),
    null,
    scripts.reduce((s, { bytes }) => s + bytes, 0),
    BUDGET.script,
  );

const slow = ask("/api/v1/coverage.csv").then(
  () => null,
  () => null,
);
const beside = await again("/documents");
row("documents, while a slow question runs", beside.ms, BUDGET.view, beside.bytes, BUDGET.size);
await slow;

if (spawnSync("datasette", ["--version"]).status === 0) {
  port += 1;
  const child = spawn("datasette", ["serve", database, "--port", String(port)], { stdio: "ignore" });
  serving.push(child);
  for (let n = 0; n < 100; n++) {
    if (
      await ask("/").then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const table = `/${database
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/u, "")}/document`;
  const one = await again(table);
  row("Datasette: its page of the table document", one.ms, null, one.bytes, null);
} else console.log("Datasette is not installed: no figure beside ours");
for (const one of serving) one.kill();
process.exit(0);
