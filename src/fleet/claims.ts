import { hostname } from "node:os";
import type pg from "pg";
import type { StoreResult } from "../batch/worker-messages.ts";
import { jobOf } from "./add.ts";
import type { Connection } from "./connection.ts";
import { fileOf, packed } from "./readings.ts";
import { FLEET, LOCK_CLASS, QUEUE, RESCUED } from "./schema.ts";

/** What a worker took: the file, and which start of it this is. */
export interface Taken {
  readonly job: string;
  readonly attempt: number;
  readonly task: string;
  readonly path: string;
  readonly sha256: string;
}

/** What one worker takes from the queue and gives to it. A claim holds while the worker's session does; every ending is fenced by the attempt. */
export class Claims {
  readonly #connection: Connection;
  readonly #engine: string;
  #session: pg.Client | null = null;
  #number = 0;

  constructor(connection: Connection, engine: string) {
    this.#connection = connection;
    this.#engine = engine;
  }

  /** A session of its own with the lock of a new number: while it lasts, what this worker took is its. */
  async enter(): Promise<void> {
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

  /** Ends as one that has done its work, not as one that died. */
  async leave(): Promise<void> {
    await this.#session
      ?.query(`UPDATE ${FLEET}.worker SET ended_at = now() WHERE id = $1`, [this.#number])
      .catch(() => {});
    await this.#session?.end().catch(() => {});
  }

  /** Takes a task and notes whose it is, in one transaction; null where none waits. */
  async take(): Promise<Taken | null> {
    if (this.#session === null) await this.enter();
    const { boss, transaction } = this.#connection;
    return await transaction(async (client, db) => {
      const [job] = await boss.fetch(QUEUE, { includeMetadata: true, db });
      if (!job) return null;
      await client.query(
        `INSERT INTO ${FLEET}.claim (job, attempt, worker) VALUES ($1, $2, $3)
         ON CONFLICT (job) DO UPDATE SET attempt = excluded.attempt, worker = excluded.worker, since = now(), page = NULL, of_pages = NULL`,
        [job.id, job.retryCount, this.#number],
      );
      const { rows } = await client.query<{ task: string; path: string; sha256: string }>(
        `SELECT seq AS task, path, sha256 FROM ${FLEET}.task WHERE job = $1`,
        [job.id],
      );
      return { job: job.id, attempt: job.retryCount, ...rows[0]! };
    });
  }

  async nothingLeft(): Promise<boolean> {
    const { rows } = await this.#connection.pool.query(`SELECT 1 FROM ${FLEET}.task WHERE state = 'waiting' LIMIT 1`);
    return rows.length === 0;
  }

  async reached({ job, attempt }: Taken, page: number, pages: number): Promise<void> {
    await this.#connection.pool.query(
      `UPDATE ${FLEET}.claim SET page = $3, of_pages = $4 WHERE job = $1 AND attempt = $2`,
      [job, attempt, page, pages],
    );
  }

  /** Keeps what was read and completes the task in one transaction. Gives the pages; null where the attempt is no longer this worker's. */
  async finish(taken: Taken, results: readonly StoreResult[]): Promise<number | null> {
    const bodies = await Promise.all(results.map(packed));
    const pages = results.reduce((sum, r) => sum + (r.kind === "read" ? r.stored.document.pages : 0), 0);
    const seconds = results.reduce((sum, r) => sum + (r.kind === "read" ? r.seconds : 0), 0);
    const ours = await this.#end(taken, async (client) => {
      for (const [member, body] of bodies.entries())
        await client.query(
          `INSERT INTO ${FLEET}.reading (task, member, sha256, engine, body) VALUES ($1, $2, $3, $4, $5)`,
          [taken.task, member, fileOf(results[member]!).sha256, this.#engine, body],
        );
      await client.query(
        `UPDATE ${FLEET}.task SET state = 'done', pages = $2, seconds = $3, worker = $4, done_at = now() WHERE seq = $1`,
        [taken.task, pages, seconds, this.#number],
      );
    });
    return ours ? pages : null;
  }

  /** Sets a task aside at once; false where the attempt is no longer this worker's. */
  setAside(taken: Taken, note: string): Promise<boolean> {
    return this.#end(taken, async (client) => {
      await client.query(`UPDATE ${FLEET}.task SET state = 'aside', note = $2 WHERE seq = $1`, [taken.task, note]);
    });
  }

  /** Another job for the same task: whoever takes it starts it for the first time. */
  async giveBack(taken: Taken): Promise<void> {
    await this.#end(taken, async (client, db) => {
      const { rows } = await client.query<{ job: string }>(
        `UPDATE ${FLEET}.task SET job = gen_random_uuid() WHERE seq = $1 RETURNING job`,
        [taken.task],
      );
      await this.#connection.boss.insert(QUEUE, [jobOf(rows[0]!.job, RESCUED)], { db });
    });
  }

  async #end(
    { job, attempt }: Taken,
    how: (client: pg.PoolClient, db: Parameters<Parameters<Connection["transaction"]>[0]>[1]) => Promise<void>,
  ): Promise<boolean> {
    const { boss, transaction } = this.#connection;
    return await transaction(async (client, db) => {
      const { affected } = (await boss.complete(QUEUE, { id: job, retryCount: attempt }, null, { db })) as {
        affected: number;
      };
      if (affected !== 1) return false;
      await how(client, db);
      await client.query(`DELETE FROM ${FLEET}.claim WHERE job = $1`, [job]);
      return true;
    });
  }
}
