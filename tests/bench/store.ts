// How the store behaves as it grows: made-up documents of about 450 observations each, written one after the other; then questions.
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DATASETS,
  datasetRows,
  openStore,
  panel,
  panelCoverage,
  save,
  search,
  searchCount,
} from "../../src/store/index.ts";
import { syntheticFile } from "../support/synthetic.ts";

const OBSERVATIONS = 450;
const STEPS = 10;
const documents = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), "mingzhang-bench-store-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));
const path = join(folder, "bench.sqlite");
const writing = openStore(path);

/** Bytes this process handed to the system to write; null where the system does not count them. */
function written(): number | null {
  try {
    return Number(/^wchar: (\d+)/mu.exec(readFileSync("/proc/self/io", "utf8"))?.[1]);
  } catch {
    return null;
  }
}

const step = Math.max(1, Math.floor(documents / STEPS));
/** What saving cost since the last line: wall and processor time in milliseconds. */
let cost = { wall: 0, cpu: 0 };
let before = written();
for (let n = 0; n < documents; n++) {
  const file = syntheticFile(n, OBSERVATIONS);
  const [started, used] = [performance.now(), process.cpuUsage()];
  save(writing, file);
  const { user, system } = process.cpuUsage(used);
  cost = { wall: cost.wall + performance.now() - started, cpu: cost.cpu + (user + system) / 1000 };
  if ((n + 1) % step === 0) {
    const now = written();
    const bytes = now === null || before === null ? "" : `, ${((now - before) / step / 1e6).toFixed(2)} MB written`;
    console.log(
      `${n + 1} documents: ${(cost.wall / step).toFixed(1)} ms a document (${(cost.cpu / step).toFixed(1)} ms of processor)${bytes}`,
    );
    cost = { wall: 0, cpu: 0 };
    before = now;
  }
}
writing.db.pragma("wal_checkpoint(TRUNCATE)");
writing.close();
const size = statSync(path).size;
console.log(`${(size / 1e6).toFixed(0)} MB, ${(size / documents / OBSERVATIONS).toFixed(0)} bytes an observation`);

/** The median of five runs. */
function timed(name: string, ask: () => number): void {
  const runs = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const found = ask();
    return { found, ms: performance.now() - started };
  }).sort((a, b) => a.ms - b.ms);
  console.log(`${name.padEnd(44)} ${runs[2]!.ms.toFixed(1).padStart(9)} ms ${String(runs[2]!.found).padStart(9)} rows`);
}
const store = openStore(path, { readonly: true });
const series = { concept: "sangong.total", measure: "actual" } as const;
const years = Array.from({ length: 8 }, (_, n) => 2017 + n);
const whole = panel(store, { ...series, unit: "万元" });
timed("panel: one concept, every body and year", () => panel(store, { ...series, unit: "万元" }).length);
timed("panel: one body", () => panel(store, { ...series, unit: "万元", entity: "第7局" }).length);
timed("coverage of the whole panel", () => panelCoverage(store, [series], years, whole).length);
timed("search 三公 (on every document)", () => search(store, { query: "三公" }).length);
timed("search 三公, counted", () => searchCount(store, "三公"));
timed("search a number", () => search(store, { query: whole[0]!.value }).length);
timed("search of one body", () => search(store, { query: "三公", entity: "第7局" }).length);
timed("sangong by body, year and measure", () => {
  let rows = 0;
  for (const _ of datasetRows(store, DATASETS.find(({ name }) => name === "sangong")!)) rows++;
  return rows;
});
store.close();
