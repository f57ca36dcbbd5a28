import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore, save } from "../../src/store/index.ts";
import { contents } from "../support/database-contents.ts";
import { storedFile } from "../support/stored-file.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./postgres.ts";

const MAIN = join(packageRoot, "dist/src/cli/main.js");
const PROGRAMS = postgresPrograms();
if (PROGRAMS === null)
  console.warn("no PostgreSQL on this machine: the fleet is not tried (apt-get install postgresql)");

const FILES = 48;
const KILLS = 8;

/** Small disclosures, one of them unreadable. */
function folderOfFiles(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "fleet-")), "公开");
  mkdirSync(folder);
  for (let n = 0; n < FILES; n++) {
    const unit = `白鹭县第${n + 1}图书馆`;
    const text = `${unit}2024年度部门决算\n\n“三公”经费支出情况说明\n2024年度“三公”经费支出决算为${n + 1}.20万元，其中公务接待费${n}.20万元，公务用车运行维护费1.00万元。\n`;
    writeFileSync(join(folder, `${String(n).padStart(2, "0")}.txt`), text);
  }
  mkdirSync(join(folder, "05"));
  writeFileSync(join(folder, "05", "坏.pdf"), "%PDF-1.7\nnothing more");
  return folder;
}

describe.skipIf(PROGRAMS === null)("many machines over one PostgreSQL", () => {
  let postgres: Postgres;
  const folder = folderOfFiles();
  const sources = mkdtempSync(join(tmpdir(), "fleet-sources-"));
  const environment = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: "en_US.UTF-8", ...postgres.environment });
  const fleet = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "fleet", ...args], {
      env: environment(),
      encoding: "utf8",
    });
    return { code: status, out: stdout, err: stderr };
  };
  const worker = (): ChildProcess =>
    spawn(process.execPath, [MAIN, "fleet", "work", "--jobs", "1"], { env: environment(), stdio: "ignore" });
  const count = (sql: string): number => Number(postgres.sql(sql));
  beforeAll(async () => {
    postgres = await startPostgres(PROGRAMS!);
  });
  afterAll(() => postgres?.stop());

  test("what is wrong is told in one line: no round, a password, no server", () => {
    expect(fleet("work")).toMatchObject({ code: 2, err: expect.stringContaining("no round has begun") });
    const spoken = fleet("status", "--queue", "postgres://me:secret@127.0.0.1/x");
    expect(spoken).toMatchObject({ code: 2, err: expect.stringContaining("PGPASSWORD") });
    expect(spoken.err).not.toContain("secret");
    const nobody = spawnSync(process.execPath, [MAIN, "fleet", "status"], {
      env: { ...environment(), PGPORT: "1" },
      encoding: "utf8",
    });
    expect(nobody.status).toBe(3);
  });

  test("killed, frozen, cut off and restarted: every file once, and the store one machine would have made", async () => {
    expect(fleet("init", "--sources", sources).code).toBe(0);
    expect(fleet("add", folder).out).toContain(`${FILES + 1} files added`);
    expect(fleet("add", folder).out).toContain("0 files added");

    const workers = [worker(), worker(), worker()];
    let seed = 7;
    const chance = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const done = "SELECT count(*) FROM mingzhang_fleet.task WHERE state <> 'waiting'";
    const until = async (n: number): Promise<void> => {
      const end = Date.now() + 120_000;
      while (Date.now() < end) {
        try {
          if (count(done) >= n) return;
        } catch {
          // restarting
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`not ${n} files within 120 s`);
    };
    for (let k = 1; k <= KILLS; k++) {
      await until(k * 4);
      const at = chance(workers.length);
      if (k === 3) workers[at]!.kill("SIGSTOP");
      else if (k === 5)
        postgres.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mingzhang'");
      else if (k === 6) postgres.restart();
      else {
        workers[at]!.kill("SIGKILL");
        workers[at] = worker();
      }
      if (k === 4) for (const one of workers) one.kill("SIGCONT");
    }
    await until(FILES + 1);
    for (const one of workers) one.kill("SIGKILL");

    expect(count("SELECT count(*) FROM mingzhang_fleet.reading")).toBe(FILES + 1);
    expect(count("SELECT count(DISTINCT path) FROM mingzhang_fleet.reading")).toBe(FILES + 1);
    expect(JSON.parse(fleet("status", "--json").out)).toMatchObject({ files: FILES + 1, done: FILES + 1, aside: 0 });

    const own = mkdtempSync(join(tmpdir(), "fleet-db-"));
    const gathered = fleet("gather", "--db", join(own, "fleet.sqlite"));
    expect(gathered.out).toContain(`${FILES + 1} files kept`);
    expect(fleet("gather", "--db", join(own, "fleet.sqlite")).code).toBe(0);
    spawnSync(process.execPath, [MAIN, "ingest", folder, "--db", join(own, "one.sqlite")], { env: environment() });
    const [together, alone] = ["fleet", "one"].map((name) => {
      const store = openStore(join(own, `${name}.sqlite`), { readonly: true });
      const text = contents(store);
      store.close();
      return text;
    });
    expect(together).toBe(alone);
  });

  test("a file that ends three workers is set aside with its page, and can be tried again", async () => {
    const { connect } = await import("../../src/fleet/index.ts");
    const { rescue } = await import("../../src/fleet/rescue.ts");
    Object.assign(process.env, postgres.environment);
    const poison = join(mkdtempSync(join(tmpdir(), "fleet-")), "毒.txt");
    writeFileSync(poison, "白鹭县文化馆2024年度部门决算\n");
    fleet("add", poison);
    const connection = await connect({});
    try {
      for (let n = 0; n < 3; n++) {
        // A holder whose session is gone: it took the task and never came back.
        await connection.transaction(async (client, db) => {
          const [job] = await connection.boss.fetch("read", { includeMetadata: true, db });
          await client.query(
            `INSERT INTO mingzhang_fleet.claim (job, attempt, worker, page) VALUES ($1, $2, 2000000000, 7)
             ON CONFLICT (job) DO UPDATE SET attempt = excluded.attempt, worker = excluded.worker, page = 7`,
            [job!.id, job!.retryCount],
          );
        });
        expect(await rescue(connection)).toBe(1);
      }
      const left = JSON.parse(fleet("status", "--json").out) as { setAside: { path: string; note: string }[] };
      expect(left.setAside).toEqual([{ path: poison, note: "3 workers ended, page 7" }]);
      expect(fleet("retry").out).toContain("1 files queued");
      expect(fleet("work").out).toContain("1 files read");
    } finally {
      await connection.close();
    }
  });

  test("export into PostgreSQL: typed, keyed, exact, again and again; a table that is not ours is left alone", () => {
    const own = mkdtempSync(join(tmpdir(), "fleet-db-"));
    const store = openStore(join(own, "s.sqlite"));
    save(store, storedFile());
    store.close();
    const write = () =>
      spawnSync(
        process.execPath,
        [MAIN, "export", "--format", "postgres", "--out", "账", "--db", join(own, "s.sqlite")],
        {
          env: environment(),
          encoding: "utf8",
        },
      );
    expect(write().status).toBe(0);
    expect(write().status).toBe(0);
    expect(postgres.sql(`SELECT amount_yuan, value, value_printed, fiscal_year FROM "账".facts`)).toBe(
      "73600.00|7.36|7.36|2024",
    );
    expect(postgres.sql(`SELECT pg_typeof(amount_yuan) FROM "账".facts`)).toBe("numeric");
    expect(
      count(`SELECT count(*) FROM pg_constraint WHERE contype = 'p' AND connamespace = '账'::regnamespace`),
    ).toBeGreaterThan(3);
    postgres.sql(`DROP TABLE "账".facts; CREATE TABLE "账".facts (mine int)`);
    expect(write()).toMatchObject({ status: 2, stderr: expect.stringContaining("not ours") });
    expect(postgres.sql(`SELECT count(*) FROM "账".facts`)).toBe("0");
  });

  test("bytes unlike their hash, another engine: refused, told, nothing kept", async () => {
    const { sourcesAt } = await import("../../src/fleet/sources.ts");
    const place = sourcesAt(sources);
    await expect(place.get("0".repeat(64), join(sources, "x"))).rejects.toThrow();
    const path = join(mkdtempSync(join(tmpdir(), "fleet-")), "a.txt");
    writeFileSync(path, "other bytes");
    const claimed = "a".repeat(64);
    await place.putIfAbsent(claimed, path);
    await expect(place.get(claimed, join(sources, "y"))).rejects.toMatchObject({ code: "other-bytes" });
    postgres.sql("UPDATE mingzhang_fleet.round SET engine = 'another'");
    expect(fleet("work")).toMatchObject({ code: 2, err: expect.stringContaining("engine is another") });
  });
});
