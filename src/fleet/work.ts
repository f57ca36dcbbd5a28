import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Pool, pool as threads } from "../batch/pool.ts";
import { isForStore, type StoreResult } from "../batch/worker-messages.ts";
import { Claims, type Taken } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { asFleetError, awayBecause, FleetError, isNoRoom } from "./errors.ts";
import { type Patience, patiently, pause } from "./patience.ts";
import { rescue } from "./rescue.ts";
import { ownRound } from "./round.ts";
import { type Sources, sourcesAt } from "./sources.ts";

/** How a worker works. */
export interface WorkOptions extends Patience {
  /** Files read at once. */
  readonly jobs: number;
  /** A file whose thread is silent for so long fails. Seconds. */
  readonly silence: number;
  readonly onDone?: (path: string, pages: number) => void;
  /** A file was set aside: its bytes are not there, or are others. */
  readonly onAside?: (path: string, why: FleetError) => void;
}

/** What a worker did. */
export interface Worked {
  readonly finished: number;
  readonly aside: number;
}

/** How often a worker looks for what is lost, and for work when there was none. Milliseconds. */
const LOOK_MS = 500;
/** A page reached is told at most so often. */
const PAGE_MS = 1_000;
/** Bytes that came over a bad line are asked for once more. */
const FETCHES = 2;

/** Reads tasks until none is left. Throws FleetError, and what is no fault of the server's; what it holds then is given back. */
export async function work(connection: Connection, options: WorkOptions): Promise<Worked> {
  const round = await ownRound(connection.pool);
  const sources = sourcesAt(round.sources);
  const reader = threads(options.jobs, options.silence);
  try {
    const folder = await mkdtemp(join(tmpdir(), "mingzhang-fleet-"));
    try {
      reader.begin({ options: round.options, engine: round.engine, known: new Set(), give: "stored" });
      return await new Worker(connection, new Claims(connection, round.engine), sources, reader, folder, options).run();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw isNoRoom(error) ? new FleetError("no-room", tmpdir(), error) : error;
  } finally {
    await reader.close();
  }
}

/** Whether a reading lacks something because nothing more could be put down on this machine. */
const ranOutOfRoom = (result: StoreResult): boolean =>
  (result.kind === "failed" ? [result.trouble] : result.kind === "read" ? result.stored.trouble : []).some(
    ({ code }) => code === "disk-full",
  );

class Worker {
  readonly #connection: Connection;
  readonly #claims: Claims;
  readonly #sources: Sources;
  readonly #reader: Pool;
  readonly #folder: string;
  readonly #options: WorkOptions;
  #finished = 0;
  #aside = 0;
  /** What ends this worker, and with it all its slots. */
  #failure: unknown;

  constructor(
    connection: Connection,
    claims: Claims,
    sources: Sources,
    reader: Pool,
    folder: string,
    options: WorkOptions,
  ) {
    this.#connection = connection;
    this.#claims = claims;
    this.#sources = sources;
    this.#reader = reader;
    this.#folder = folder;
    this.#options = options;
  }

  async run(): Promise<Worked> {
    await this.#patiently(() => this.#claims.enter());
    let working = true;
    const rescuer = (async () => {
      while (working && this.#failure === undefined) {
        await rescue(this.#connection).catch((error: unknown) => {
          if (awayBecause(error) === null) this.#failure ??= error;
        });
        await pause(LOOK_MS);
      }
    })();
    const slots = Array.from({ length: this.#options.jobs }, (_, n) =>
      this.#slot(n).catch((error: unknown) => {
        this.#failure ??= error;
      }),
    );
    await Promise.all(slots);
    working = false;
    await rescuer;
    await this.#claims.leave();
    if (this.#failure !== undefined) throw asFleetError(this.#failure);
    return { finished: this.#finished, aside: this.#aside };
  }

  /** One file after the other. */
  async #slot(n: number): Promise<void> {
    const folder = join(this.#folder, String(n));
    while (this.#options.signal?.aborted !== true && this.#failure === undefined) {
      const taken = await this.#patiently(() => this.#claims.take());
      if (taken === null) {
        if (await this.#patiently(() => this.#claims.nothingLeft())) return;
        await pause(LOOK_MS);
        continue;
      }
      try {
        await mkdir(folder, { recursive: true });
        await this.#oneFile(taken, join(folder, "file"));
      } catch (error) {
        // This machine's trouble, not the file's: another reads it, and it does not count as a start.
        await this.#claims.giveBack(taken).catch(() => {});
        throw error;
      } finally {
        await rm(folder, { recursive: true, force: true }).catch(() => {});
      }
    }
  }

  async #oneFile(taken: Taken, from: string): Promise<void> {
    const lacking = await this.#bring(taken, from);
    if (lacking !== null) {
      if (!(await this.#patiently(() => this.#claims.setAside(taken, `${lacking.code}: ${lacking.subject}`)))) return;
      this.#aside++;
      this.#options.onAside?.(taken.path, lacking);
      return;
    }
    const results = await this.#read(taken, from);
    if (results.some(ranOutOfRoom)) throw new FleetError("no-room", tmpdir());
    const pages = await this.#patiently(() => this.#claims.finish(taken, results));
    if (pages === null) return;
    this.#finished++;
    this.#options.onDone?.(taken.path, pages);
  }

  /** Brings the bytes; gives why these alone cannot be had. Sources that are away altogether are waited for. */
  async #bring({ sha256 }: Taken, from: string): Promise<FleetError | null> {
    for (let fetches = 1; ; fetches++)
      try {
        await this.#patiently(() => this.#sources.get(sha256, from));
        return null;
      } catch (error) {
        if (!(error instanceof FleetError) || (error.code !== "missing" && error.code !== "other-bytes")) throw error;
        if (fetches === FETCHES) return error;
      }
  }

  async #read(taken: Taken, from: string): Promise<StoreResult[]> {
    const results: StoreResult[] = [];
    let told = 0;
    const onPage = (_: string, page: number, pages: number): void => {
      if (Date.now() - told < PAGE_MS) return;
      told = Date.now();
      void this.#claims.reached(taken, page, pages).catch(() => {});
    };
    await this.#reader.read(taken.path, { onFile: (r) => isForStore(r) && results.push(r), onPage }, from);
    return results;
  }

  #patiently<T>(what: () => Promise<T>): Promise<T> {
    return patiently(what, this.#options);
  }
}
