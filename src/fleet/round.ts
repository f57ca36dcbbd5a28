import { stat } from "node:fs/promises";
import { engineVersion } from "../batch/engine-version.ts";
import type { ReadOptions } from "../batch/read-options.ts";
import { relativeName, walk } from "../batch/walk.ts";
import type { Connection } from "./connection.ts";
import { FleetError } from "./errors.ts";
import { FLEET, MOST_STARTS, QUEUE } from "./schema.ts";
import { sha256Of, sourcesAt } from "./sources.ts";

/** What is read in a round, and how. */
export interface Round {
  readonly engine: string;
  readonly options: ReadOptions;
  /** A shared folder, or `s3://bucket/prefix`. */
  readonly sources: string;
}

/** Begins a round, or goes on with one of the same engine, options and sources. Throws FleetError `other-round`. */
export async function begin({ pool }: Connection, sources: string, options: ReadOptions): Promise<Round> {
  const engine = engineVersion(options);
  await pool.query(
    `INSERT INTO ${FLEET}.round (engine, options, sources) VALUES ($1, $2, $3) ON CONFLICT (one) DO NOTHING`,
    [engine, JSON.stringify(options), sources],
  );
  const round = await roundOf(pool);
  if (round.engine !== engine || round.sources !== sources)
    throw new FleetError("other-round", `${round.engine} ${round.sources}`);
  return round;
}

/** The round that runs. Throws FleetError `not-begun`. */
export async function roundOf(pool: Connection["pool"]): Promise<Round> {
  const { rows } = await pool.query<Round>(`SELECT engine, options, sources FROM ${FLEET}.round`);
  if (!rows[0]) throw new FleetError("not-begun", "mingzhang fleet init");
  return rows[0];
}

/** The round, if this program reads as its engine does: another version or other optional packages read otherwise. Throws FleetError. */
export async function ownRound(pool: Connection["pool"]): Promise<Round> {
  const round = await roundOf(pool);
  const own = engineVersion(round.options);
  if (own !== round.engine) throw new FleetError("other-engine", `${own} ≠ ${round.engine}`);
  return round;
}

/** Files of one transaction while they are added. */
const TOGETHER = 200;

/** Puts files into the sources and the queue; what is there already stays as it is. Gives the number of new tasks. */
export async function add(
  connection: Connection,
  paths: readonly string[],
  priority: number,
  onFile: (path: string, added: number) => void = () => {},
): Promise<number> {
  const { pool, boss, transaction } = connection;
  const round = await ownRound(pool);
  const sources = sourcesAt(round.sources);
  const found = await walk(paths);
  let added = 0;
  for (let at = 0; at < found.paths.length; at += TOGETHER) {
    const group: { path: string; sha256: string; bytes: number }[] = [];
    for (const path of found.paths.slice(at, at + TOGETHER)) {
      const info = await stat(path).catch(() => null);
      if (!info?.isFile()) continue;
      const sha256 = await sha256Of(path);
      await sources.putIfAbsent(sha256, path);
      group.push({ path, sha256, bytes: info.size });
    }
    added += await transaction(async (client, db) => {
      let fresh = 0;
      for (const { path, sha256, bytes } of group) {
        const { rows } = await client.query<{ job: string }>(
          `INSERT INTO ${FLEET}.task (path, relative, sha256, bytes, engine, job) VALUES ($1, $2, $3, $4, $5, gen_random_uuid())
           ON CONFLICT (path) DO NOTHING RETURNING job`,
          [path, relativeName(path, found.roots), sha256, bytes, round.engine],
        );
        if (!rows[0]) continue;
        await boss.insert(QUEUE, [{ id: rows[0].job, data: { path, sha256 }, priority, retryLimit: MOST_STARTS - 1 }], {
          db,
        });
        fresh++;
      }
      return fresh;
    });
    for (const { path } of group) onFile(path, added);
  }
  return added;
}

/** Tasks that were set aside are tried again. Gives their number. */
export async function retry({ pool, boss, transaction }: Connection): Promise<number> {
  await ownRound(pool);
  return await transaction(async (client, db) => {
    const { rows } = await client.query<{ path: string; sha256: string; job: string }>(
      `UPDATE ${FLEET}.task SET state = 'waiting', note = NULL, job = gen_random_uuid() WHERE state = 'aside' RETURNING path, sha256, job`,
    );
    for (const { path, sha256, job } of rows)
      await boss.insert(QUEUE, [{ id: job, data: { path, sha256 }, retryLimit: MOST_STARTS - 1 }], { db });
    return rows.length;
  });
}
