import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, save } from "../../src/store/index.ts";
import { storedFile } from "../support/stored-file.ts";
import { zipOf } from "../support/zip-writer.ts";
import { held, ownFolder, PROGRAMS, Trial } from "./trial.ts";

const FILES = 300;
const KILLS = 20;

const text = (n: number): string =>
  `白鹭县第${n + 1}图书馆2024年度部门决算\n\n“三公”经费支出情况说明\n2024年度“三公”经费支出决算为${n + 1}.20万元，其中公务接待费${n}.20万元，公务用车运行维护费1.00万元。\n`;

/** A collection: small disclosures, one unreadable, one twice, an archive with its copy, and the journal that says where they were published. */
function collection(): { folder: string; tasks: number } {
  const folder = join(ownFolder("fleet"), "公开");
  mkdirSync(join(folder, "05"), { recursive: true });
  for (let n = 0; n < FILES; n++) writeFileSync(join(folder, `${String(n).padStart(3, "0")}.txt`), text(n));
  writeFileSync(join(folder, "05", "坏.pdf"), "%PDF-1.7\nnothing more");
  copyFileSync(join(folder, "007.txt"), join(folder, "05", "同.txt"));
  const zip = zipOf([
    { name: "甲.txt", data: text(400) },
    { name: "乙/丙.txt", data: text(401) },
  ]);
  const sha256 = createHash("sha256").update(zip).digest("hex");
  mkdirSync(join(folder, "files", sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(folder, "files", sha256.slice(0, 2), `${sha256}.zip`), zip);
  writeFileSync(join(folder, "z-同包.zip"), zip);
  const line = (file: string, of: string, name: string) => ({
    line: "request",
    round: 1,
    address: `http://www.bailu.example/${name}`,
    role: "attachment",
    hops: [],
    final: `http://www.bailu.example/${name}`,
    foundOn: "http://www.bailu.example/t20250815_1.html",
    words: "附件",
    at: "2026-03-02T01:00:00.000Z",
    status: 200,
    headers: {},
    outcome: "stored",
    reason: null,
    sha256: of,
    bytes: 9,
    kind: "zip",
    file,
    name,
    title: "白鹭县图书馆2024年度部门决算",
    publisher: null,
    site: "白鹭县人民政府",
    dates: [{ day: "2025-08-15", from: "meta", text: "2025-08-15" }],
  });
  const shaOf = (path: string): string =>
    createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex");
  const lines = [
    line(`files/${sha256.slice(0, 2)}/${sha256}.zip`, sha256, "附件.zip"),
    line("003.txt", shaOf("003.txt"), "第四图书馆.txt"),
    { ...line("003.txt", shaOf("003.txt"), "再.txt"), round: 2, at: "2026-04-02T01:00:00.000Z", outcome: "same" },
    line("05/坏.pdf", shaOf("05/坏.pdf"), "坏.pdf"),
  ];
  writeFileSync(
    join(folder, "collected.jsonl"),
    `${[...lines.map((one) => JSON.stringify(one)), "{no line"].join("\n")}\n`,
  );
  return { folder, tasks: FILES + 4 };
}

describe.skipIf(PROGRAMS === null)("many machines over one PostgreSQL", () => {
  let trial: Trial;
  const { folder, tasks } = collection();
  beforeAll(async () => {
    trial = await Trial.start();
  });
  afterAll(() => trial?.stop());

  test("killed, frozen, cut off and restarted: every file once, started again before what waits, and the store one machine would have made", async () => {
    expect(trial.fleet("init", "--sources", trial.sources).code).toBe(0);
    const added = trial.fleet("add", folder);
    expect(added.out).toContain(`${tasks} files added`);
    expect(added.err).toContain("1 lines of collected.jsonl cannot be understood");
    expect(trial.fleet("add", folder).out).toContain("0 files added");
    // What was begun, and what was given back, in order.
    trial.postgres.sql(`
      CREATE TABLE trail (n bigserial, job uuid, what text);
      CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'DELETE' THEN
          INSERT INTO trail (job, what) SELECT OLD.job, 'lost' FROM mingzhang_fleet.task WHERE job = OLD.job AND state = 'waiting';
        ELSE INSERT INTO trail (job, what) VALUES (NEW.job, 'begun'); END IF;
        RETURN NULL; END $$;
      CREATE TRIGGER note AFTER INSERT OR UPDATE OF attempt OR DELETE ON mingzhang_fleet.claim FOR EACH ROW EXECUTE FUNCTION note();`);

    const workers = [trial.worker(), trial.worker(), trial.worker()];
    let seed = 7;
    const chance = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const done = "SELECT count(*) FROM mingzhang_fleet.task WHERE state NOT IN ('waiting', 'same')";
    const FROZEN = 3;
    const RESTARTS = [6, 16];
    for (let k = 1; k <= KILLS + 4; k++) {
      await trial.until(() => trial.count(done) >= k * 11, `${k * 11} files`);
      const at = chance(workers.length);
      if (k === FROZEN) workers[at]!.kill("SIGSTOP");
      else if (k === FROZEN + 7)
        trial.postgres.sql(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mingzhang'",
        );
      else if (RESTARTS.includes(k)) trial.postgres.restart();
      else {
        workers[at]!.kill("SIGKILL");
        workers[at] = trial.worker();
      }
      if (k === FROZEN + 3) for (const one of workers) one.kill("SIGCONT");
    }
    await trial.until(() => trial.count(done) >= tasks - 2, "all files");
    for (const one of workers) one.kill("SIGKILL");

    // The archive holds two files; what lies there twice was read once.
    expect(trial.count("SELECT count(*) FROM mingzhang_fleet.reading")).toBe(tasks - 1);
    expect(trial.count("SELECT count(DISTINCT task) FROM mingzhang_fleet.reading")).toBe(tasks - 2);
    expect(JSON.parse(trial.fleet("status", "--json").out)).toMatchObject({ files: tasks, done: tasks, aside: 0 });

    // Between giving back and the new start no more was begun than those who were just taking something.
    const between = trial.postgres
      .sql(`SELECT (SELECT count(*) FROM trail AS b WHERE b.what = 'begun' AND b.n > l.n AND b.n <= (SELECT min(n) FROM trail AS s
          WHERE s.job = l.job AND s.what = 'begun' AND s.n > l.n)) FROM trail AS l WHERE l.what = 'lost'`)
      .split("\n")
      .map(Number);
    expect(between.length).toBeGreaterThanOrEqual(1);
    expect(between.sort((a, b) => a - b)[Math.floor(between.length / 2)]).toBeLessThanOrEqual(workers.length);

    const own = ownFolder("fleet-db");
    expect(trial.fleet("gather", "--db", join(own, "fleet.sqlite")).out).toContain(`${tasks + 2} files kept`);
    expect(trial.fleet("gather", "--db", join(own, "fleet.sqlite")).code).toBe(0);
    trial.mingzhang("ingest", folder, "--db", join(own, "one.sqlite"));
    const alone = held(join(own, "one.sqlite"));
    expect(alone).toContain("http://www.bailu.example/附件.zip");
    expect(held(join(own, "fleet.sqlite"))).toBe(alone);
    for (const name of ["fleet", "one"])
      trial.mingzhang("export", "--format", "csv", "--out", join(own, name), "--db", join(own, `${name}.sqlite`));
    for (const file of ["facts.csv", "documents.csv", "findings.csv"])
      expect(readFileSync(join(own, "fleet", file), "utf8")).toBe(readFileSync(join(own, "one", file), "utf8"));
  });

  test("what a dead worker held comes before all that waits; a file that ends three workers is set aside with its page, and can be tried again", async () => {
    const { connect } = await import("../../src/fleet/index.ts");
    const { rescue } = await import("../../src/fleet/rescue.ts");
    Object.assign(process.env, trial.postgres.environment);
    const others = ownFolder("fleet");
    for (let n = 0; n < 6; n++) writeFileSync(join(others, `${n}.txt`), `白鹭县第${n + 1}文化馆2024年度部门决算\n`);
    trial.fleet("add", others);
    const taken = new Set<string>();
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
          taken.add(job!.id);
        });
        expect(await rescue(connection)).toBe(1);
      }
      const left = JSON.parse(trial.fleet("status", "--json").out) as { setAside: { path: string; note: string }[] };
      expect(taken.size).toBe(1);
      expect(left.setAside).toEqual([{ path: expect.stringContaining(others), note: "3 workers ended, page 7" }]);
      expect(trial.fleet("retry").out).toContain("1 files queued");
      expect(trial.fleet("work").out).toContain("6 files read");
    } finally {
      await connection.close();
    }
  });

  test("export into PostgreSQL: typed, keyed, exact, again and again; a table that is not ours is left alone", () => {
    const own = ownFolder("fleet-db");
    const store = openStore(join(own, "s.sqlite"));
    save(store, storedFile());
    store.close();
    const write = () => trial.mingzhang("export", "--format", "postgres", "--out", "账", "--db", join(own, "s.sqlite"));
    const { postgres } = trial;
    expect(write().code).toBe(0);
    expect(write().code).toBe(0);
    expect(postgres.sql(`SELECT amount_yuan, value, value_printed, fiscal_year FROM "账".facts`)).toBe(
      "73600.00|7.36|7.36|2024",
    );
    expect(postgres.sql(`SELECT pg_typeof(amount_yuan) FROM "账".facts`)).toBe("numeric");
    expect(
      trial.count(`SELECT count(*) FROM pg_constraint WHERE contype = 'p' AND connamespace = '账'::regnamespace`),
    ).toBeGreaterThan(3);
    postgres.sql(`DROP TABLE "账".facts; CREATE TABLE "账".facts (mine int)`);
    expect(write()).toMatchObject({ code: 2, err: expect.stringContaining("not ours") });
    expect(postgres.sql(`SELECT count(*) FROM "账".facts`)).toBe("0");
  });
});
