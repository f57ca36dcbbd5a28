import { stat } from "node:fs/promises";
import { extname } from "node:path";
import type pg from "pg";
import { journals } from "../batch/provenance.ts";
import { plainTrouble } from "../batch/stored.ts";
import { relativeName, type Skipped, walk } from "../batch/walk.ts";
import { ExtractionError, systemTrouble } from "../lib/errors.ts";
import { systemPath } from "../lib/file-names.ts";
import type { StoredTrouble } from "../store/index.ts";
import type { Connection, Executor } from "./connection.ts";
import { type Patience, patiently } from "./patience.ts";
import { keepSources } from "./published.ts";
import { packed } from "./readings.ts";
import { ownRound, type Round } from "./round.ts";
import { FLEET, MOST_STARTS, QUEUE } from "./schema.ts";
import { type Sources, sha256Of, sourcesAt } from "./sources.ts";

/** How files are added. */
export interface Adding extends Patience {
  /** Higher numbers are read first. */
  readonly priority: number;
  /** After each group of files: how many were looked at, and how many are new. */
  readonly onFiles?: (looked: number, added: number) => void;
}

/** What was added. */
export interface Added {
  readonly given: number;
  readonly added: number;
  readonly skipped: readonly Skipped[];
  /** Lines of the collections' journals that cannot be understood. */
  readonly badLines: number;
}

/** Files of one transaction. */
const TOGETHER = 200;

/** A file as it lies there now. */
type Found =
  | { readonly path: string; readonly sha256: string; readonly bytes: number }
  | { readonly path: string; readonly trouble: StoredTrouble };

/** Puts files into the sources and the queue, and what journals say of them beside; what is there already stays as it is. Throws FleetError. */
export async function add(
  connection: Connection,
  paths: readonly string[],
  { priority, onFiles = () => {}, ...patience }: Adding,
): Promise<Added> {
  const { pool, boss, transaction } = connection;
  const round = await ownRound(pool);
  const sources = sourcesAt(round.sources);
  const found = await walk(paths);
  const told = await journals(found.roots);
  let added = 0;
  for (let at = 0; at < found.paths.length; at += TOGETHER) {
    const group: Found[] = [];
    for (const path of found.paths.slice(at, at + TOGETHER))
      group.push(await patiently(() => look(path, sources), patience));
    added += await patiently(
      () =>
        transaction(async (client, db) => {
          let fresh = 0;
          for (const file of group) {
            const relative = relativeName(file.path, found.roots);
            const isNew =
              "trouble" in file
                ? await addUnreadable(client, round, file, relative)
                : await addTask({ client, db, boss }, file, relative, priority);
            if (isNew) fresh++;
          }
          return fresh;
        }),
      patience,
    );
    onFiles(at + group.length, added);
  }
  await patiently(() => keepSources(connection, told.sources), patience);
  return { given: found.paths.length, added, skipped: found.skipped, badLines: told.badLines };
}

/** Hashes a file and puts it into the sources; a file that cannot be read is told as reading it would. */
async function look(path: string, sources: Sources): Promise<Found> {
  let sha256: string;
  let bytes: number;
  try {
    const info = await stat(systemPath(path));
    if (!info.isFile()) throw new ExtractionError("not-found", `${path} is no file`, path);
    bytes = info.size;
    sha256 = await sha256Of(path);
  } catch (error) {
    const trouble = error instanceof ExtractionError ? error : systemTrouble(error, path, "not-found");
    return { path, trouble: plainTrouble(trouble) };
  }
  await sources.putIfAbsent(sha256, path);
  return { path, sha256, bytes };
}

interface Writing {
  readonly client: pg.PoolClient;
  readonly db: Executor;
  readonly boss: Connection["boss"];
}

/** A task for these bytes under this path, unless there is one; bytes that are read under another path wait for that. */
async function addTask(
  { client, db, boss }: Writing,
  { path, sha256, bytes }: { readonly path: string; readonly sha256: string; readonly bytes: number },
  relative: string,
  priority: number,
): Promise<boolean> {
  // What could not be read when it was added can be now.
  await client.query(`DELETE FROM ${FLEET}.task WHERE path = $1 AND sha256 IS NULL`, [path]);
  const { rows: twins } = await client.query<{ seq: string; path: string }>(
    `SELECT seq, path FROM ${FLEET}.task WHERE sha256 = $1 AND same IS NULL AND path <> $2 ORDER BY seq`,
    [sha256, path],
  );
  // An ending may say how bytes are to be read.
  const twin = twins.find((other) => extname(other.path).toLowerCase() === extname(path).toLowerCase());
  const { rows } = await client.query<{ job: string }>(
    `INSERT INTO ${FLEET}.task (path, relative, sha256, bytes, priority, job, state, same)
     VALUES ($1, $2, $3, $4, $5, gen_random_uuid(), $6, $7) ON CONFLICT (path, sha256) DO NOTHING RETURNING job`,
    [path, relative, sha256, bytes, priority, twin ? "same" : "waiting", twin?.seq ?? null],
  );
  if (!rows[0]) return false;
  if (!twin) await boss.insert(QUEUE, [jobOf(rows[0].job, priority)], { db });
  return true;
}

/** The queue's side of a task: the rest is known by the task. */
export const jobOf = (id: string, priority: number): { id: string; priority: number; retryLimit: number } => ({
  id,
  priority,
  retryLimit: MOST_STARTS - 1,
});

/** A file that cannot be read is an answer at once. */
async function addUnreadable(
  client: pg.PoolClient,
  { engine }: Round,
  { path, trouble }: { readonly path: string; readonly trouble: StoredTrouble },
  relative: string,
): Promise<boolean> {
  const { rows: there } = await client.query(`SELECT 1 FROM ${FLEET}.task WHERE path = $1`, [path]);
  if (there.length > 0) return false;
  const { rows } = await client.query<{ seq: string }>(
    `INSERT INTO ${FLEET}.task (path, relative, bytes, job, state) VALUES ($1, $2, 0, gen_random_uuid(), 'done') RETURNING seq`,
    [path, relative],
  );
  const body = await packed({ kind: "failed", path, sha256: null, trouble });
  await client.query(`INSERT INTO ${FLEET}.reading (task, member, engine, body) VALUES ($1, 0, $2, $3)`, [
    rows[0]!.seq,
    engine,
    body,
  ]);
  return true;
}

/** Tasks that were set aside are tried again. Gives their number. */
export async function retry({ pool, boss, transaction }: Connection): Promise<number> {
  await ownRound(pool);
  return await transaction(async (client, db) => {
    const { rows } = await client.query<{ job: string; priority: number }>(
      `UPDATE ${FLEET}.task SET state = 'waiting', note = NULL, job = gen_random_uuid() WHERE state = 'aside' RETURNING job, priority`,
    );
    if (rows.length > 0)
      await boss.insert(
        QUEUE,
        rows.map(({ job, priority }) => jobOf(job, priority)),
        { db },
      );
    return rows.length;
  });
}
