import PQueue from "p-queue";
import {
  countsOf,
  type FileCounts,
  type FileFacts,
  knownFiles,
  type Saved,
  type Store,
  type StoredTrouble,
  StoreError,
  save,
  saveAcquisition,
  saveFailure,
  storedCounts,
} from "../store/index.ts";
import { compareDocuments } from "./compare-documents.ts";
import { engineVersion } from "./engine-version.ts";
import { InOrder } from "./in-order.ts";
import type { Intake } from "./intake.ts";
import { NO_PROVENANCE, type Provenance } from "./provenance.ts";
import { relativeName } from "./walk.ts";
import { type FileResult, isForStore, type StoreResult } from "./worker-messages.ts";

/** What became of one file. */
export type FileReport =
  | {
      readonly path: string;
      readonly outcome: Saved;
      readonly counts: FileCounts;
      readonly seconds: number;
      readonly trouble: readonly StoredTrouble[];
    }
  | { readonly path: string; readonly outcome: "failed"; readonly trouble: readonly [StoredTrouble] };

/** What is told while a run goes on. */
export interface RunEvents {
  /** Before the first file: how many paths there are. */
  readonly onStart?: (paths: number) => void;
  /** After each file is in the store, in a fixed order. */
  readonly onFile?: (report: FileReport, pathsDone: number) => void;
  readonly onPage?: (path: string, page: number, pages: number) => void;
}

/** Paths read ahead of the one being written, for each thread. */
const AHEAD = 4;

/**
 * Files and folders into the store: read by threads, written by this one, each file in a transaction of its own, in sorted order
 * whatever thread was faster. A file that fails is reported and the rest goes on. With `retry` files whose reading met any trouble are
 * read again too. Throws StoreError where the database fails.
 */
export async function run(
  store: Store,
  { paths, roots, options, jobs, threads, provenance = NO_PROVENANCE }: Intake,
  events: RunEvents = {},
  retry = false,
): Promise<FileReport[]> {
  const engine = engineVersion(options);
  events.onStart?.(paths.length);
  threads.begin({ options, engine, known: new Set(knownFiles(store, engine, retry)), give: "stored" });
  const reports: FileReport[] = [];
  let stopped: unknown;
  const ordered = new InOrder<StoreResult>((result) => {
    if (stopped !== undefined) return;
    try {
      const report = keep(store, named(result, roots, provenance), engine, retry);
      reports.push(report);
      events.onFile?.(report, ordered.head + 1);
    } catch (error) {
      stopped = error;
    }
  });
  const queue = new PQueue({ concurrency: Math.max(1, jobs) });
  const fileEvents = (index: number) => ({
    onFile: (result: FileResult) => isForStore(result) && ordered.offer(index, result),
    onPage: (path: string, page: number, pages: number) => events.onPage?.(path, page, pages),
  });
  try {
    for (const [index, path] of paths.entries()) {
      await queue.onSizeLessThan(1);
      if (stopped !== undefined) break;
      void queue.add(async () => {
        await ordered.near(index, jobs * AHEAD);
        if (stopped === undefined) await threads.read(path, fileEvents(index));
        ordered.close(index);
      });
    }
    await queue.onIdle();
  } finally {
    await threads.close();
  }
  if (stopped !== undefined) throw stopped;
  compareDocuments(store);
  return reports;
}

/** A result whose file is named below the folder that was read, with where it was published. */
const named = (result: StoreResult, roots: readonly string[], provenance: Provenance): NamedResult =>
  published(
    renamed(result, (file) => ({ ...file, relative: relativeName(file.path, roots) })),
    provenance,
  );

/** A result whose file is told otherwise. */
export function renamed(result: StoreResult, as: (file: FileFacts) => FileFacts): StoreResult {
  if (result.kind === "read") return { ...result, stored: { ...result.stored, file: as(result.stored.file) } };
  return result.kind === "known" ? { ...result, file: as(result.file) } : result;
}

/** A result with where its file was published, and what it was called there. */
export function published(result: StoreResult, provenance: Provenance): NamedResult {
  if (result.kind === "failed") {
    const called = provenance
      .ofFile(result.path, result.sha256)
      .flatMap(({ name, title, words }) => [name, title, words])
      .filter((text) => text !== null);
    return called.length > 0 ? { ...result, called: [...new Set(called)].join("\n") } : result;
  }
  return renamed(result, (file) => {
    const sources = provenance.ofFile(file.path, file.sha256);
    // Files of a collection are called by their hash; people know them by the name they were published under.
    const name = (file.containers.length === 0 && sources[0]?.name) || file.name;
    return { ...file, name, ...(sources.length > 0 && { sources }) };
  });
}

type NamedResult =
  | Exclude<StoreResult, { kind: "failed" }>
  | (Extract<StoreResult, { kind: "failed" }> & { readonly called?: string });

/** Keeps one result. A file that the store refuses fails alone; a database that fails ends the run. */
export function keep(store: Store, result: NamedResult, engine: string, retry: boolean): FileReport {
  try {
    return write(store, result, engine, retry);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const { path, sha256 } =
      result.kind === "failed" ? result : result.kind === "read" ? result.stored.file : result.file;
    const message = error instanceof Error ? error.message : String(error);
    const trouble: StoredTrouble = { code: "not-stored", where: path, message };
    return write(store, { kind: "failed", path, sha256, trouble }, engine, retry);
  }
}

function write(store: Store, result: NamedResult, engine: string, retry: boolean): FileReport {
  switch (result.kind) {
    case "read": {
      const { stored, seconds } = result;
      const outcome = save(store, retry ? { ...stored, again: true } : stored);
      return { path: stored.file.path, outcome, counts: countsOf(stored), seconds, trouble: stored.trouble };
    }
    case "known": {
      const { file } = result;
      saveAcquisition(store, file);
      return {
        path: file.path,
        outcome: "unchanged",
        counts: storedCounts(store, file.sha256)!,
        seconds: 0,
        trouble: [],
      };
    }
    case "failed":
      saveFailure(store, {
        path: result.path,
        sha256: result.sha256,
        engine,
        trouble: result.trouble,
        ...(result.called !== undefined && { called: result.called }),
      });
      return { path: result.path, outcome: "failed", trouble: [result.trouble] };
  }
}
