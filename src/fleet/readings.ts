import { basename } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type pg from "pg";
import { renamed } from "../batch/run.ts";
import type { StoreResult } from "../batch/worker-messages.ts";
import { push } from "../lib/push.ts";
import { FLEET } from "./schema.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A finished reading as the queue keeps it: JSON, compressed. Boxes and sections are plain data already. */
export const packed = async (result: StoreResult): Promise<Buffer> => await pack(JSON.stringify(result));

/** The reading again. */
const unpacked = async (body: Buffer): Promise<StoreResult> =>
  JSON.parse((await unpack(body)).toString("utf8")) as StoreResult;

/** The file a result is about. */
export const fileOf = (result: StoreResult): { readonly path: string; readonly sha256: string | null } =>
  result.kind === "read" ? result.stored.file : result.kind === "known" ? result.file : result;

/** A task that is over, with what was read, as one machine would have had it: named below the folder that was added. */
export interface Finished {
  readonly seq: number;
  readonly path: string;
  readonly sha256: string | null;
  readonly aside: boolean;
  readonly note: string | null;
  readonly results: readonly StoreResult[];
}

interface Row {
  readonly seq: string;
  readonly path: string;
  readonly relative: string;
  readonly sha256: string | null;
  readonly state: string;
  readonly note: string | null;
  /** Of the task that was read: this one, or the one of the same bytes. */
  readonly read: string;
  readonly readPath: string;
}

/** The finished tasks next in the order in which they were added, up to the first that is not, and how many are not. */
export async function readingsAfter(
  pool: pg.Pool,
  after: number,
  limit: number,
): Promise<{ readonly finished: readonly Finished[]; readonly left: number }> {
  const { rows } = await pool.query<Row>(
    `SELECT t.seq, t.path, t.relative, t.sha256, r.state, r.note, r.seq AS read, r.path AS "readPath"
     FROM ${FLEET}.task AS t JOIN ${FLEET}.task AS r ON r.seq = coalesce(t.same, t.seq) WHERE t.seq > $1 ORDER BY t.seq LIMIT $2`,
    [after, limit],
  );
  const open = rows.findIndex(({ state }) => state === "waiting");
  const over = open < 0 ? rows : rows.slice(0, open);
  if (over.length === 0) {
    const { rows: left } = await pool.query<{ n: string }>(
      `SELECT count(*) AS n FROM ${FLEET}.task AS t JOIN ${FLEET}.task AS r ON r.seq = coalesce(t.same, t.seq) WHERE r.state = 'waiting'`,
    );
    return { finished: [], left: Number(left[0]!.n) };
  }
  const bodies = new Map<string, Buffer[]>();
  const { rows: read } = await pool.query<{ task: string; body: Buffer }>(
    `SELECT task, body FROM ${FLEET}.reading WHERE task = ANY($1) ORDER BY task, member`,
    [[...new Set(over.map((row) => row.read))]],
  );
  for (const { task, body } of read) push(bodies, task, body);
  const finished = over.map(async (row): Promise<Finished> => {
    const results = await Promise.all((bodies.get(row.read) ?? []).map(unpacked));
    return {
      seq: Number(row.seq),
      path: row.path,
      sha256: row.sha256,
      aside: row.state === "aside",
      note: row.note,
      results: results.map((result) => under(result, row)),
    };
  });
  return { finished: await Promise.all(finished), left: 0 };
}

/** A result under the path of its task: bytes that were read under another one are known by then. */
function under(result: StoreResult, { seq, read, path, readPath, relative }: Row): StoreResult {
  const placed = (place: string): string =>
    place === readPath || place.startsWith(`${readPath}/`) ? path + place.slice(readPath.length) : place;
  const named = renamed(result, (file) => ({
    ...file,
    path: placed(file.path),
    name: file.path === readPath ? basename(path) : file.name,
    containers: file.containers.map(placed),
    relative: relative + file.path.slice(readPath.length),
  }));
  if (seq === read) return named;
  if (named.kind === "read") return { kind: "known", file: named.stored.file };
  if (named.kind === "known") return named;
  const { trouble } = named;
  return {
    ...named,
    path: placed(named.path),
    trouble: { ...trouble, where: trouble.where === null ? null : placed(trouble.where) },
  };
}
