import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasPooler, startPooler } from "./pooler.ts";
import { held, ownFolder, PROGRAMS, Trial } from "./trial.ts";

const FILES = 6;

/** Small disclosures. */
function files(): string {
  const folder = join(ownFolder("fleet"), "公开");
  mkdirSync(folder);
  for (let n = 0; n < FILES; n++)
    writeFileSync(
      join(folder, `${n}.txt`),
      `白鹭县第${n + 1}档案馆2024年度部门决算\n\n“三公”经费支出情况说明\n2024年度“三公”经费支出决算为${n + 1}.20万元。\n`,
    );
  return folder;
}

/** A disk of its own with so much room; null where this machine does not let us have one. */
function smallDisk(kilobytes: number): { readonly path: string; end(): void } | null {
  // Not in a folder of ours alone: the server's user lives there too.
  const path = mkdtempSync("/tmp/mingzhang-disk-");
  const { status } = spawnSync("/bin/mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k,mode=777`, "tmpfs", path]);
  const end = (): void => {
    spawnSync("/bin/umount", ["-l", path]);
    rmdirSync(path);
  };
  return status === 0 ? { path, end } : null;
}

const disks = smallDisk(64);
disks?.end();
if (disks === null) console.warn("no small disk can be made here: full disks of our own are not tried");
if (!hasPooler) console.warn("no pooler on this machine: refusing one is not tried (apt-get install pgbouncer)");

describe.skipIf(PROGRAMS === null)("bad weather: each is one line and an exit code, and nothing is lost", () => {
  let trial: Trial;
  const folder = files();
  const lines = (said: string): string[] =>
    said.split("\n").filter((line) => line !== "" && !line.includes("pg-boss asks for"));
  const readings = (): number => trial.count("SELECT count(DISTINCT task) FROM mingzhang_fleet.reading");
  const somebodyGathers = (): boolean =>
    trial.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7242") === 1;
  beforeEach(async () => {
    trial = await Trial.start();
  });
  afterEach(() => trial?.stop());
  const begun = (): void => {
    expect(trial.fleet("init", "--sources", trial.sources).code).toBe(0);
    expect(trial.fleet("add", folder).code).toBe(0);
  };

  test("no round, a password on the command line, no server, another engine", () => {
    expect(trial.fleet("work")).toMatchObject({ code: 2, err: expect.stringContaining("no round has begun") });
    const spoken = trial.fleet("status", "--queue", "postgres://me:secret@127.0.0.1/x");
    expect(spoken).toMatchObject({ code: 2, err: expect.stringContaining("PGPASSWORD") });
    expect(spoken.err).not.toContain("secret");
    begun();
    trial.postgres.sql("UPDATE mingzhang_fleet.round SET engine = 'another'");
    expect(trial.fleet("work")).toMatchObject({ code: 2, err: expect.stringContaining("engine is another") });
    trial.more = { PGPORT: "1" };
    for (const command of [["status"], ["work"], ["add", folder], ["gather", "--db", join(folder, "x.sqlite")]]) {
      const { code, err } = trial.fleet(...command);
      expect(code).toBe(3);
      expect(lines(err)).toEqual([expect.stringContaining("PostgreSQL cannot be reached")]);
    }
  });

  test.skipIf(!hasPooler)("a pooler in transaction mode is refused, one in session mode is not", async () => {
    for (const [mode, code, said] of [
      ["transaction", 2, "pooler in transaction mode"],
      ["session", 0, ""],
    ] as const) {
      const pooler = await startPooler(trial.postgres, mode);
      trial.more = { PGPORT: String(pooler.port) };
      const { code: ended, err } = trial.fleet("init", "--sources", trial.sources);
      pooler.stop();
      expect(ended).toBe(code);
      expect(lines(err)).toEqual(said === "" ? [] : [expect.stringContaining(said)]);
    }
  });

  test("the server's disk is full, then it is gone: workers, gatherers and watchers wait and go on", async () => {
    begun();
    trial.postgres.sql(`
      CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON mingzhang_fleet.reading FOR EACH ROW EXECUTE FUNCTION full_disk();`);
    const worker = trial.worker();
    await trial.until(() => worker.said.includes("PostgreSQL's disk is full: again in 1 s"), "the disk is told");
    expect(readings()).toBe(0);
    const waiting = [trial.start("gather", "--wait", "--db", join(ownFolder("fleet"), "g.sqlite"))];
    waiting.push(trial.start("status", "--watch"));
    await trial.until(somebodyGathers, "somebody gathers");
    await trial.until(() => waiting[1]!.said.includes("waiting 5"), "somebody watches");
    trial.postgres.down();
    const all = [worker, ...waiting];
    await trial.until(
      () => all.every(({ said }) => said.includes("PostgreSQL cannot be reached: again in")),
      "all wait",
    );
    trial.postgres.up();
    trial.postgres.sql("DROP TRIGGER full_disk ON mingzhang_fleet.reading");
    expect(await Promise.all(all.map((one) => trial.ended(one)))).toEqual([0, 0, 0]);
    for (const { said } of all) expect(said).toContain("going on");
    expect(worker.said).toContain(`${FILES} files read`);
    expect(waiting[0]!.said).toContain(`${FILES} files kept`);
    expect(readings()).toBe(FILES);
  });

  test.skipIf(disks === null)("the disk the server lies on is full: workers wait until there is room", async () => {
    trial.stop();
    const disk = smallDisk(100_000)!;
    try {
      trial = await Trial.start(disk.path);
      begun();
      const filler = join(disk.path, "filler");
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=64k"]);
      const worker = trial.worker();
      // Without room for a row the statement fails; without room for the log the server ends.
      const waits = ["PostgreSQL's disk is full: again in", "PostgreSQL cannot be reached: again in"];
      await trial.until(() => waits.some((said) => worker.said.includes(said)), "the worker waits");
      rmSync(filler);
      trial.postgres.restart();
      expect(await trial.ended(worker)).toBe(0);
      expect(worker.said).toContain(`${FILES} files read`);
      expect(readings()).toBe(FILES);
    } finally {
      trial.stop();
      disk.end();
    }
  });

  test("two gatherers of one file: the second is refused; into another file it gathers", async () => {
    begun();
    const own = ownFolder("fleet-db");
    const first = trial.start("gather", "--wait", "--db", join(own, "g.sqlite"));
    await trial.until(somebodyGathers, "one gathers");
    const second = trial.fleet("gather", "--db", join(own, "g.sqlite"));
    expect(second.code).toBe(3);
    expect(lines(second.err)).toEqual([expect.stringContaining("another gather writes this database")]);
    expect(trial.fleet("gather", "--db", join(own, "h.sqlite"))).toMatchObject({
      code: 1,
      out: expect.stringContaining(`${FILES} are not read yet`),
    });
    expect(trial.fleet("work").code).toBe(0);
    expect(await trial.ended(first)).toBe(0);
  });

  test("bytes unlike their hash and bytes that are gone are set aside at once; sources that are away are waited for", async () => {
    begun();
    const place = (name: string): string => {
      const sha256 = createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex");
      return join(trial.sources, sha256.slice(0, 2), sha256);
    };
    const good = readFileSync(place("1.txt"));
    writeFileSync(place("1.txt"), "tampered");
    renameSync(place("2.txt"), `${place("2.txt")}.away`);
    const worked = trial.fleet("work", "--jobs", "1");
    expect(worked).toMatchObject({
      code: 1,
      out: expect.stringContaining(`${FILES - 2} files read on this machine, 2`),
    });
    expect(lines(worked.err).filter((line) => line.includes("set aside"))).toEqual([
      expect.stringContaining("1.txt set aside: the bytes are not those of their hash"),
      expect.stringContaining("2.txt set aside: the file is not where"),
    ]);
    expect(JSON.parse(trial.fleet("status", "--json").out)).toMatchObject({ done: FILES - 2, aside: 2 });
    const own = ownFolder("fleet-db");
    expect(trial.fleet("gather", "--db", join(own, "g.sqlite")).code).toBe(1);
    writeFileSync(place("1.txt"), good);
    renameSync(`${place("2.txt")}.away`, place("2.txt"));
    expect(trial.fleet("retry").out).toContain("2 files queued");
    renameSync(trial.sources, `${trial.sources}-away`);
    const worker = trial.worker();
    await trial.until(() => worker.said.includes("place of the files cannot be reached: again in"), "it waits");
    renameSync(`${trial.sources}-away`, trial.sources);
    expect(await trial.ended(worker)).toBe(0);
    expect(trial.fleet("gather", "--db", join(own, "g.sqlite")).code).toBe(0);
  });

  test("a file that cannot be read when it is added is told as ingest would, and added when it can be", () => {
    expect(trial.fleet("init", "--sources", trial.sources).code).toBe(0);
    const path = join(ownFolder("fleet"), "后来.txt");
    const gather = (db: string): number | null => trial.fleet("gather", "--db", db).code;
    expect(trial.fleet("add", path).out).toContain("1 files added");
    const db = join(ownFolder("fleet-db"), "g.sqlite");
    expect(gather(db)).toBe(0);
    const alone = join(ownFolder("fleet-db"), "one.sqlite");
    trial.mingzhang("ingest", path, "--db", alone);
    expect(held(db)).toBe(held(alone));
    expect(held(db)).toContain("unread_file");
    writeFileSync(path, "白鹭县水文站2024年度部门决算\n");
    expect(trial.fleet("add", path).out).toContain("1 files added");
    writeFileSync(path, "白鹭县水文站2024年度部门决算（更正）\n");
    expect(trial.fleet("add", path).out).toContain("1 files added");
    expect(trial.fleet("work").out).toContain("2 files read");
    expect(gather(db)).toBe(0);
  });

  test.skipIf(disks === null)("disks of our own that are full: where files are added, read, gathered", () => {
    const disk = smallDisk(256)!;
    try {
      const big = join(ownFolder("fleet"), "大.txt");
      writeFileSync(big, "白鹭县博物馆2024年度部门决算\n".repeat(20_000));
      expect(trial.fleet("init", "--sources", disk.path).code).toBe(0);
      const full = trial.fleet("add", big);
      expect(full.code).toBe(3);
      expect(lines(full.err)).toEqual([expect.stringContaining("the disk of this machine is full")]);
      trial.postgres.sql("DELETE FROM mingzhang_fleet.round");
      expect(trial.fleet("init", "--sources", trial.sources).code).toBe(0);
      expect(trial.fleet("add", big).code).toBe(0);
      trial.more = { TMPDIR: disk.path };
      const read = trial.fleet("work");
      expect(read.code).toBe(3);
      expect(lines(read.err)).toEqual([expect.stringContaining("the disk of this machine is full")]);
      trial.more = {};
      expect(trial.fleet("work")).toMatchObject({ code: 0, out: expect.stringContaining("1 files read") });
      const gathered = trial.fleet("gather", "--db", join(disk.path, "g.sqlite"));
      expect(gathered.code).toBe(3);
      expect(lines(gathered.err).at(-1)).toContain("the disk is full");
    } finally {
      disk.end();
    }
  });
});
