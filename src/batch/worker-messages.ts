import type { FileFacts, StoredFile, StoredTrouble } from "../store/index.ts";
import type { ReadOptions } from "./read.ts";

/** What a worker is told first. */
export interface WorkerStart {
  readonly options: ReadOptions;
  readonly engine: string;
  /** Hashes of files that need no second reading. */
  readonly known: ReadonlySet<string>;
}

/** One path for a worker to read. */
export interface Task {
  readonly path: string;
}

/** One file behind a path: read, already known, or failed. */
export type FileResult =
  | { readonly kind: "read"; readonly stored: StoredFile; readonly seconds: number }
  | { readonly kind: "known"; readonly file: FileFacts }
  | { readonly kind: "failed"; readonly path: string; readonly sha256: string | null; readonly trouble: StoredTrouble };

/** From a worker: a sign of life (a page that took long), a file, the end of the path. */
export type WorkerMessage =
  | { readonly kind: "page"; readonly path: string; readonly page: number; readonly pages: number }
  | FileResult
  | { readonly kind: "done"; readonly crashed: boolean };
