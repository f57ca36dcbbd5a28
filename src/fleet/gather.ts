import { realpath } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type pg from "pg";
import { compareDocuments } from "../batch/compare-documents.ts";
import { type FileReport, keep, published } from "../batch/run.ts";
import type { Store } from "../store/index.ts";
import type { Connection } from "./connection.ts";
import { FleetError } from "./errors.ts";
import { type Patience, patiently, pause } from "./patience.ts";
import { publishedAt } from "./published.ts";
import { type Finished, fileOf, readingsAfter } from "./readings.ts";
import { ownRound } from "./round.ts";
import { FLEET, GATHER_CLASS } from "./schema.ts";

/** How a round is gathered. */
export interface Gathering extends Patience {
  /** Waits for tasks that are not finished. */
  readonly wait?: boolean;
  /** Before the first file: the tasks of the round. */
  readonly onStart?: (tasks: number) => void;
  readonly onFile?: (report: FileReport, tasksDone: number) => void;
}

/** How far a gathering came. */
export interface Gathered {
  /** Files kept or found as they were. */
  readonly files: number;
  /** Tasks that are not finished: what lies behind the first of them waits for it. */
  readonly left: number;
  /** Tasks that were set aside; each is kept as a file that could not be read. */
  readonly aside: number;
}

/** Tasks asked for at once. */
const TOGETHER = 50;
const LOOK_MS = 1_000;

/**
 * Keeps the readings of a round in the order in which they were added, as `ingest` of the same folder would, and compares documents at the end. Stops
 * at the first task that is not finished, or waits for it. Again and again it goes on where it was: what is kept already is passed over. Throws
 * FleetError `gathering` where another one writes the same file.
 */
export async function gather(
  connection: Connection,
  store: Store,
  { wait = false, onStart = () => {}, onFile = () => {}, ...patience }: Gathering = {},
): Promise<Gathered> {
  const { pool } = connection;
  const { engine } = await ownRound(pool);
  const { rows } = await pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${FLEET}.task`);
  onStart(Number(rows[0]!.n));
  const alone = new Alone(connection, store.path);
  let files = 0;
  let aside = 0;
  let after = 0;
  let done = 0;
  try {
    for (;;) {
      const { finished, left, provenance } = await patiently(async () => {
        await alone.hold();
        const tasks = await readingsAfter(pool, after, TOGETHER);
        return {
          ...tasks,
          provenance: await publishedAt(
            pool,
            tasks.finished.flatMap(({ path, sha256, results }) => [{ path, sha256 }, ...results.map(fileOf)]),
          ),
        };
      }, patience);
      for (const task of finished) {
        after = task.seq;
        done++;
        const results = task.aside ? [setAside(task)] : task.results;
        if (task.aside) aside++;
        else files += results.length;
        for (const result of results) onFile(keep(store, published(result, provenance), engine, false), done);
      }
      if (finished.length > 0) continue;
      if (left === 0 || !wait) {
        compareDocuments(store);
        return { files, left, aside };
      }
      await pause(LOOK_MS);
    }
  } finally {
    await alone.end();
  }
}

/** A task that was set aside, as a file that could not be read. */
const setAside = ({ path, sha256, note }: Finished): Parameters<typeof published>[0] => ({
  kind: "failed",
  path,
  sha256,
  trouble: { code: "crashed", where: path, message: note ?? "set aside" },
});

/** The right to gather into a database file: a session's lock, taken again where the session was cut. */
class Alone {
  readonly #connection: Connection;
  readonly #path: string;
  #session: pg.Client | null = null;

  constructor(connection: Connection, path: string) {
    this.#connection = connection;
    this.#path = path;
  }

  async hold(): Promise<void> {
    if (this.#session !== null) return;
    const session = await this.#connection.session();
    session.on("error", () => {
      if (this.#session === session) this.#session = null;
    });
    // The file may be new: its folder is there.
    const path = resolve(this.#path);
    const place = join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path));
    const { rows } = await session.query<{ ours: boolean }>("SELECT pg_try_advisory_lock($1, hashtext($2)) AS ours", [
      GATHER_CLASS,
      `${hostname()}:${place}`,
    ]);
    if (!rows[0]!.ours) {
      await session.end().catch(() => {});
      throw new FleetError("gathering", this.#path);
    }
    this.#session = session;
  }

  async end(): Promise<void> {
    await this.#session?.end().catch(() => {});
    this.#session = null;
  }
}
