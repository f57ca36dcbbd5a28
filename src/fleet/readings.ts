import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type pg from "pg";
import type { StoreResult } from "../batch/worker-messages.ts";
import { FLEET } from "./schema.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A finished reading as the queue keeps it: JSON, compressed. Boxes and sections are plain data already. */
export const packed = async (result: StoreResult): Promise<Buffer> => await pack(JSON.stringify(result));

/** The reading again. */
export const unpacked = async (body: Buffer): Promise<StoreResult> =>
  JSON.parse((await unpack(body)).toString("utf8")) as StoreResult;

/** A task that is over, with what was read. */
export interface Finished {
  readonly seq: number;
  readonly path: string;
  readonly sha256: string;
  readonly state: "done" | "aside";
  readonly note: string | null;
  readonly bodies: readonly Buffer[];
}

/** The finished tasks next in the order in which they were added, up to the first that is not, and how many are not. */
export async function readingsAfter(
  pool: pg.Pool,
  after: number,
  limit: number,
): Promise<{ readonly finished: readonly Finished[]; readonly left: number }> {
  const { rows } = await pool.query<{ seq: string; path: string; sha256: string; state: string; note: string | null }>(
    `SELECT seq, path, sha256, state, note FROM ${FLEET}.task WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [after, limit],
  );
  const open = rows.findIndex(({ state }) => state === "waiting");
  const over = open < 0 ? rows : rows.slice(0, open);
  const finished: Finished[] = [];
  for (const row of over) {
    const { rows: bodies } = await pool.query<{ body: Buffer }>(
      `SELECT body FROM ${FLEET}.reading WHERE path = $1 ORDER BY seq`,
      [row.path],
    );
    finished.push({
      ...row,
      seq: Number(row.seq),
      state: row.state as Finished["state"],
      bodies: bodies.map(({ body }) => body),
    });
  }
  if (finished.length > 0) return { finished, left: 0 };
  const { rows: left } = await pool.query<{ n: string }>(
    `SELECT count(*) AS n FROM ${FLEET}.task WHERE state = 'waiting'`,
  );
  return { finished, left: Number(left[0]!.n) };
}
