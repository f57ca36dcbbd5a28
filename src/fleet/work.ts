import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import type pg from "pg";
import { type Pool, pool as threads } from "../batch/pool.ts";
import { isForStore, type StoreResult } from "../batch/worker-messages.ts";
import type { Connection } from "./connection.ts";
import { FleetError, isAway } from "./errors.ts";
import { packed } from "./readings.ts";
import { rescue } from "./rescue.ts";
import { ownRound, type Round } from "./round.ts";
import { FLEET, LOCK_CLASS, QUEUE } from "./schema.ts";
import { type Sources, sourcesAt } from "./sources.ts";

/** How a worker works. */
export interface WorkOptions {
  /** Files read at once. */
  readonly jobs: number;
  /** A file whose thread is silent for so long fails. Seconds. */
  readonly silence: number;
  readonly onDone?: (path: string, pages: number) => void;
  /** The server is away (seconds until the next try), or back (0). */
  readonly onAway?: (seconds: number) => void;
  readonly signal?: AbortSignal;
}

/** How often a worker looks for what is lost, and for work when there was none. Milliseconds. */
const LOOK_MS = 500;
const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A page reached is told at most so often. */
const PAGE_MS = 1_000;

/** What a worker took: the file, the attempt, and who it is. */
interface Taken {
  readonly job: string;
  readonly attempt: number;
  readonly path: string;
  readonly sha256: string;
  readonly relative: string;
}

/** Reads tasks until none is left. Gives the number of tasks it finished. Throws FleetError, and what is no fault of the server's. */
export async function work(connection: Connection, options: WorkOptions): Promise<number> {
  const round = await ownRound(connection.pool);
  const reader = threads(options.jobs, options.silence);
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-fleet-"));
  reader.begin({ options: round.options, engine: round.engine, known: new Set(), give: "stored" });
  const worker = new Worker(connection, round, sourcesAt(round.sources), reader, folder, options);
  try {
    return await worker.run();
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
}

class Worker {
  readonly #connection: Connection;
  readonly #round: Round;
  readonly #sources: Sources;
  readonly #reader: Pool;
  readonly #folder: string;
  readonly #options: WorkOptions;
  #session: pg.Client | null = null;
  #number = 0;
  #finished = 0;

  constructor(
    connection: Connection,
    round: Round,
    sources: Sources,
    reader: Pool,
    folder: string,
    options: WorkOptions,
  ) {
    this.#connection = connection;
    this.#round = round;
    this.#sources = sources;
    this.#reader = reader;
    this.#folder = folder;
    this.#options = options;
  }

  async run(): Promise<number> {
    await this.#patiently(() => this.#enter());
    let rescuing = true;
    const rescuer = (async () => {
      while (rescuing) {
        await rescue(this.#connection).catch((error: unknown) => {
          if (!isAway(error)) throw error;
        });
        await pause(LOOK_MS);
      }
    })();
    try {
      await Promise.all(Array.from({ length: this.#options.jobs }, (_, n) => this.#slot(n)));
    } finally {
      rescuing = false;
      await rescuer;
      await this.#session?.end().catch(() => {});
    }
    return this.#finished;
  }

  /** A session of its own with the lock of a new number: while it lasts, what this worker took is its. */
  async #enter(): Promise<void> {
    const session = await this.#connection.session();
    session.on("error", () => {
      if (this.#session === session) this.#session = null;
    });
    const { rows } = await session.query<{ id: number }>(
      `INSERT INTO ${FLEET}.worker (machine, process) VALUES ($1, $2) RETURNING id`,
      [hostname(), process.pid],
    );
    this.#number = rows[0]!.id;
    await session.query("SELECT pg_advisory_lock($1, $2)", [LOCK_CLASS, this.#number]);
    this.#session = session;
  }

  /** One file after the other. */
  async #slot(n: number): Promise<void> {
    while (this.#options.signal?.aborted !== true) {
      const taken = await this.#patiently(async () => {
        if (this.#session === null) await this.#enter();
        return await this.#take();
      });
      if (taken === null) {
        if (await this.#patiently(() => this.#nothingLeft())) return;
        await pause(PAUSE_MS);
        continue;
      }
      const results = await this.#read(taken, n);
      if (await this.#patiently(() => this.#finish(taken, results))) {
        this.#finished++;
        this.#options.onDone?.(taken.path, pagesOf(results));
      }
    }
  }

  /** Takes a task and notes whose it is, in one transaction; null where none waits. */
  #take(): Promise<Taken | null> {
    const { boss, transaction } = this.#connection;
    return transaction(async (client, db) => {
      const [job] = await boss.fetch<{ path: string; sha256: string }>(QUEUE, { includeMetadata: true, db });
      if (!job) return null;
      await client.query(
        `INSERT INTO ${FLEET}.claim (job, attempt, worker) VALUES ($1, $2, $3)
         ON CONFLICT (job) DO UPDATE SET attempt = excluded.attempt, worker = excluded.worker, since = now(), page = NULL, of_pages = NULL`,
        [job.id, job.retryCount, this.#number],
      );
      const { rows } = await client.query<{ relative: string }>(`SELECT relative FROM ${FLEET}.task WHERE job = $1`, [
        job.id,
      ]);
      const { path, sha256 } = job.data;
      return { job: job.id, attempt: job.retryCount, path, sha256, relative: rows[0]?.relative ?? basename(path) };
    });
  }

  async #nothingLeft(): Promise<boolean> {
    const { rows } = await this.#connection.pool.query(`SELECT 1 FROM ${FLEET}.task WHERE state = 'waiting' LIMIT 1`);
    return rows.length === 0;
  }

  async #read({ job, path, sha256 }: Taken, slot: number): Promise<StoreResult[]> {
    const folder = join(this.#folder, String(slot));
    const from = join(folder, "file");
    const results: StoreResult[] = [];
    try {
      await mkdir(folder, { recursive: true });
      await this.#sources.get(sha256, from);
    } catch (error) {
      const message = error instanceof FleetError ? `${error.code}: ${error.subject}` : (error as Error).message;
      // The sources may be away for now: another start reads it, the third sets it aside.
      return [{ kind: "failed", path, sha256, trouble: { code: "not-found", where: path, message } }];
    }
    let told = 0;
    const onPage = (_: string, page: number, pages: number): void => {
      if (Date.now() - told < PAGE_MS) return;
      told = Date.now();
      void this.#connection.pool
        .query(`UPDATE ${FLEET}.claim SET page = $2, of_pages = $3 WHERE job = $1`, [job, page, pages])
        .catch(() => {});
    };
    await this.#reader.read(path, { onFile: (r) => isForStore(r) && results.push(r), onPage }, from);
    await rm(folder, { recursive: true, force: true });
    return results;
  }

  /** Keeps what was read and completes the task in one transaction; false where the attempt is no longer this worker's. */
  async #finish({ job, attempt, path, relative }: Taken, results: readonly StoreResult[]): Promise<boolean> {
    const bodies = await Promise.all(results.map((result) => packed(below(result, path, relative))));
    const { boss, transaction } = this.#connection;
    return await transaction(async (client, db) => {
      const { affected } = (await boss.complete(QUEUE, { id: job, retryCount: attempt }, null, { db })) as {
        affected: number;
      };
      if (affected !== 1) return false;
      for (const [seq, body] of bodies.entries())
        await client.query(
          `INSERT INTO ${FLEET}.reading (path, seq, sha256, engine, body) VALUES ($1, $2, $3, $4, $5)`,
          [path, seq, shaOf(results[seq]!), this.#round.engine, body],
        );
      await client.query(
        `UPDATE ${FLEET}.task SET state = 'done', pages = $2, seconds = $3, worker = $4, done_at = now() WHERE job = $1`,
        [job, pagesOf(results), secondsOf(results), this.#number],
      );
      await client.query(`DELETE FROM ${FLEET}.claim WHERE job = $1`, [job]);
      return true;
    });
  }

  /** Tries until the server is there again, with growing pauses; a claim whose session was cut is somebody else's by then. */
  async #patiently<T>(what: () => Promise<T>): Promise<T> {
    for (let wait = PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      try {
        const result = await what();
        if (wait > PAUSE_MS) this.#options.onAway?.(0);
        return result;
      } catch (error) {
        if (!isAway(error) || this.#options.signal?.aborted) throw error;
        this.#options.onAway?.(wait / 1000);
        await pause(wait);
      }
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The name of each file below the folder that was added, as `ingest` of that folder tells it. */
function below(result: StoreResult, path: string, relative: string): StoreResult {
  const named = <F extends { readonly path: string }>(file: F): F & { relative: string } => ({
    ...file,
    relative: relative + file.path.slice(path.length),
  });
  if (result.kind === "read") return { ...result, stored: { ...result.stored, file: named(result.stored.file) } };
  return result.kind === "known" ? { ...result, file: named(result.file) } : result;
}

const shaOf = (result: StoreResult): string | null =>
  result.kind === "read" ? result.stored.file.sha256 : result.kind === "known" ? result.file.sha256 : result.sha256;
const pagesOf = (results: readonly StoreResult[]): number =>
  results.reduce((sum, r) => sum + (r.kind === "read" ? r.stored.document.pages : 0), 0);
const secondsOf = (results: readonly StoreResult[]): number =>
  results.reduce((sum, r) => sum + (r.kind === "read" ? r.seconds : 0), 0);
