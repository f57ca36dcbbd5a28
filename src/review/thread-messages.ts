import type { QuestionName } from "../questions/index.ts";
import type { FileKind } from "./answer-file.ts";

/** What a thread is asked: a question of the store, a whole answer as a file, or what has to do with the picture of a page. */
export type Task =
  | { readonly kind: "ask"; readonly name: QuestionName; readonly params: Readonly<Record<string, unknown>> }
  | {
      readonly kind: "write";
      readonly name: QuestionName;
      readonly params: Readonly<Record<string, unknown>>;
      readonly format: FileKind;
      readonly path: string;
    }
  /** Get ready to paint; is the file of a hash still there? */
  | { readonly kind: "prepare" }
  | { readonly kind: "original"; readonly sha256: string; readonly paths: readonly string[] }
  | {
      readonly kind: "picture";
      readonly sha256: string;
      readonly paths: readonly string[];
      readonly page: number;
      readonly dpi: number;
      /** A part of the page in points; the whole page where there is none. */
      readonly crop?: readonly [number, number, number, number];
    };

/** A task with its number. */
export interface Numbered {
  readonly id: number;
  readonly task: Task;
}

/** What comes back: an answer (null: not there), a picture, or why there is none. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string; readonly message: string };

/** A painted page. */
export interface Picture {
  readonly type: "image/png" | "image/jpeg";
  readonly bytes: Uint8Array;
  /** Size of the whole page in points, as painted. */
  readonly width: number;
  readonly height: number;
}

/** What a thread is started with. */
export interface ThreadStart {
  readonly database: string;
}
