import { engineVersion } from "../batch/engine-version.ts";
import type { ReadOptions } from "../batch/read-options.ts";
import type { Connection } from "./connection.ts";
import { FleetError } from "./errors.ts";
import { FLEET } from "./schema.ts";

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
