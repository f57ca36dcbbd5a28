import type { Processed } from "../pipeline.ts";
import type { FileFacts, StoredFile, StoredTrouble } from "../store/index.ts";
import type { ReadOptions } from "./read-options.ts";

/** What a worker is told first. */
export interface WorkerStart {
  readonly options: ReadOptions;
  readonly engine: string;
  /** Hashes of files that need no second reading. */
  readonly known: ReadonlySet<string>;
  /** What is wanted of a file: what the store takes, its records, everything that was read, or that with the pages painted. */
  readonly give: "stored" | "records" | "whole" | "drawn";
}

/** One path for a worker to read; null: it is given up, and what helps the worker ends. */
export interface Task {
  readonly path: string | null;
  /** Where its bytes lie, if elsewhere. */
  readonly from?: string;
}

/** A reading as people look at it: plain data without the file's bytes and the pages' blocks. */
export interface WholeFile {
  readonly file: FileFacts;
  readonly processed: WholeReading;
}

/** The records of a file as JSON Lines, and how many numbers became none. */
export interface FileRecords {
  readonly file: FileFacts;
  readonly pages: number;
  readonly lines: string;
  readonly records: number;
  readonly unread: number;
  readonly trouble: readonly StoredTrouble[];
}

/** What was read of a file, and what could not be. */
export interface WholeReading
  extends Pick<
    Processed,
    "sections" | "document" | "records" | "findings" | "unsure" | "results" | "unclaimed" | "unread"
  > {
  readonly trouble: readonly StoredTrouble[];
  /** What the reader of the format ran into: a part of `trouble`. */
  readonly layoutTrouble: readonly StoredTrouble[];
}

/** A page of a PDF painted with what was found on it. */
export interface PagePicture {
  /** Path and name of the file. */
  readonly path: string;
  readonly name: string;
  readonly page: number;
  readonly png: Uint8Array;
}

/** One file behind a path: read, already known, or failed. */
export type FileResult =
  | { readonly kind: "read"; readonly stored: StoredFile; readonly seconds: number }
  | { readonly kind: "whole"; readonly whole: WholeFile }
  | { readonly kind: "records"; readonly of: FileRecords }
  | { readonly kind: "known"; readonly file: FileFacts }
  | { readonly kind: "failed"; readonly path: string; readonly sha256: string | null; readonly trouble: StoredTrouble };

/** What the threads of a run give. */
export type StoreResult = Exclude<FileResult, { kind: "whole" | "records" }>;

/** What a thread gives that was asked for what the store takes. */
export const isForStore = (result: FileResult): result is StoreResult =>
  result.kind !== "whole" && result.kind !== "records";

/** From a worker: a sign of life (a page that took long), a painted page, a file, the end of the path. */
export type WorkerMessage =
  | { readonly kind: "page"; readonly path: string; readonly page: number; readonly pages: number }
  | { readonly kind: "picture"; readonly picture: PagePicture }
  | FileResult
  | { readonly kind: "done"; readonly crashed: boolean };
