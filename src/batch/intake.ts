import { availableParallelism } from "node:os";
import { type Pool, pool, SILENCE_S } from "./pool.ts";
import { type Provenance, provenance } from "./provenance.ts";
import type { ReadOptions } from "./read-options.ts";
import { type Walked, walk } from "./walk.ts";

/** How files are taken in. */
export interface IntakeOptions extends ReadOptions {
  /** Reading threads; one a processor where not given. */
  readonly jobs?: number;
  /** A file whose thread is silent for so long fails. Seconds. */
  readonly silence?: number;
}

/** The files to read, how, and the threads that will read them. */
export interface Intake extends Walked {
  readonly options: ReadOptions;
  readonly jobs: number;
  readonly threads: Pool;
  /** Where files of collections were published. */
  readonly provenance?: Provenance;
}

/** Finds the files and starts the threads. Threads take longest to get ready: they come before the store is loaded and opened. */
export async function intake(
  paths: readonly string[],
  { jobs = availableParallelism(), silence = SILENCE_S, ...options }: IntakeOptions = {},
): Promise<Intake> {
  const found = await walk(paths);
  const threads = pool(Math.min(jobs, found.paths.length), silence);
  return { ...found, options, jobs, threads, provenance: await provenance(found.roots) };
}
