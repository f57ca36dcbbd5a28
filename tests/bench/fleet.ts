// npm run bench -- --fleet [--documents 120]: what a fleet costs beside one machine, and how soon a killed worker's file is begun again.
// A PostgreSQL of its own on loopback; the PDFs of samples/, copied so often; `ingest` with two threads, then 1, 2 and 4 workers of one thread.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";
import { packageRoot } from "../../src/lib/package-root.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../fleet/postgres.ts";

const MAIN = join(packageRoot, "dist/src/cli/main.js");
const WORKERS = [1, 2, 4];
const KILLS = 15;
/** Fewer than so many files left are no full queue. */
const FULL = 20;

const documents = Number(process.argv[2] ?? 120);
const programs = postgresPrograms();
if (programs === null) {
  console.error("no PostgreSQL on this machine: apt-get install postgresql");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "mingzhang-bench-fleet-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const files = join(folder, "files");
mkdirSync(files);
const pdfs = readdirSync(join(packageRoot, "samples"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".pdf") && !name.endsWith(".scan.pdf"))
  .sort();
for (let n = 0; n < documents; n++) {
  const copy = join(files, `${String(n).padStart(5, "0")}-${basename(pdfs[n % pdfs.length]!)}`);
  copyFileSync(join(packageRoot, "samples", pdfs[n % pdfs.length]!), copy);
  appendFileSync(copy, `\n% ${n}\n`);
}

const seconds = (since: number): number => (performance.now() - since) / 1000;
const ingestStarted = performance.now();
const ingest = spawnSync(process.execPath, [MAIN, "ingest", files, "--jobs", "2", "--db", join(folder, "one.sqlite")]);
if (ingest.status !== 0) throw new Error(String(ingest.stderr));
const alone = seconds(ingestStarted);
console.log(`${availableParallelism()} cores, ${documents} documents; ingest with two threads: ${alone.toFixed(1)} s`);

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A round of its own over the same files. */
class Bench {
  readonly #postgres: Postgres;
  readonly #environment: NodeJS.ProcessEnv;
  constructor(postgres: Postgres) {
    this.#postgres = postgres;
    this.#environment = { ...process.env, ...postgres.environment };
    this.fleet("init", "--sources", mkdtempSync(join(folder, "sources-")));
    this.fleet("add", files);
  }
  fleet(...args: string[]): void {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, "fleet", ...args], { env: this.#environment });
    if (status !== 0) throw new Error(String(stderr));
  }
  worker(): ChildProcess {
    return spawn(process.execPath, [MAIN, "fleet", "work", "--jobs", "1"], { env: this.#environment, stdio: "ignore" });
  }
  count(sql: string): number {
    return Number(this.#postgres.sql(sql));
  }
  get waiting(): number {
    return this.count("SELECT count(*) FROM mingzhang_fleet.task WHERE state = 'waiting'");
  }
}

for (const workers of WORKERS) {
  const postgres = await startPostgres(programs);
  const bench = new Bench(postgres);
  const started = performance.now();
  const all = Array.from({ length: workers }, () => bench.worker());
  await Promise.all(all.map((one) => new Promise((resolve) => one.once("exit", resolve))));
  const read = seconds(started);
  if (bench.waiting > 0) throw new Error(`${bench.waiting} files left`);
  const gatherStarted = performance.now();
  bench.fleet("gather", "--db", join(folder, `fleet-${workers}.sqlite`));
  const gathered = seconds(gatherStarted);
  const share = ((read / alone - 1) * 100).toFixed(0);
  console.log(
    `${workers} workers: read in ${read.toFixed(1)} s (${(documents / read).toFixed(1)} documents/s${workers === 2 ? `, ${share} % more than ingest, which saves too` : ""}), gathered in ${gathered.toFixed(1)} s (${(documents / gathered).toFixed(1)} documents/s)`,
  );
  postgres.stop();
}

const postgres = await startPostgres(programs);
const bench = new Bench(postgres);
const { PGHOST, PGPORT, PGUSER, PGDATABASE } = postgres.environment;
const eye = new pg.Client({ host: PGHOST!, port: Number(PGPORT), user: PGUSER!, database: PGDATABASE! });
await eye.connect();
const see = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T | undefined> =>
  (await eye.query<T>(sql, values)).rows[0];
const begun: number[] = [];
const between: number[] = [];
let all = [bench.worker(), bench.worker(), bench.worker()];
while (begun.length < KILLS) {
  const held = await see<{ job: string; attempt: number; pid: number; left: string }>(
    `SELECT c.job, c.attempt, w.process AS pid, (SELECT count(*) FROM mingzhang_fleet.task WHERE state = 'waiting') AS left
     FROM mingzhang_fleet.claim AS c JOIN mingzhang_fleet.worker AS w ON w.id = c.worker
       JOIN mingzhang_fleet.task AS t ON t.job = c.job AND t.state = 'waiting' WHERE c.attempt = 0 ORDER BY random() LIMIT 1`,
  );
  if (held === undefined) continue;
  if (Number(held.left) < FULL) break;
  const victim = all.find((one) => one.pid === held.pid);
  if (!victim) continue;
  const doneBefore = bench.waiting;
  victim.kill("SIGKILL");
  const since = performance.now();
  all = [...all.filter((one) => one !== victim), bench.worker()];
  for (;;) {
    const now = await see<{ again: boolean; over: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM mingzhang_fleet.claim WHERE job = $1 AND attempt > $2) AS again,
         EXISTS (SELECT 1 FROM mingzhang_fleet.task WHERE job = $1 AND state <> 'waiting') AS over`,
      [held.job, held.attempt],
    );
    if (now!.again || seconds(since) > 60) {
      begun.push(seconds(since));
      between.push(doneBefore - bench.waiting);
    }
    // It was over before it was killed: no kill of a holder.
    if (now!.again || now!.over || seconds(since) > 60) break;
    await wait(5);
  }
}
for (const one of all) one.kill("SIGKILL");
await eye.end();
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
console.log(
  `a killed worker's file is begun again after ${middle(begun).toFixed(2)} s (middle of ${begun.length}; longest ${Math.max(...begun).toFixed(2)} s), while ${middle(between)} others were finished; ${bench.waiting} files were still waiting at the end`,
);
postgres.stop();
process.exit(0);
