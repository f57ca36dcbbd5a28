import type { Worker } from "node:worker_threads";
import { append } from "../lib/long-lists.ts";
import { startThread } from "../lib/start-thread.ts";
import { type AnswerOf, QUESTIONS, type QuestionName } from "../questions/index.ts";
import { pagesAsked, rowsOf } from "../questions/rows.ts";
import type { FileKind } from "./answer-file.ts";
import type { Picture, Reply, Task } from "./thread-messages.ts";

/** A question or picture that a thread could not give; `code` as the thread told it. */
export class AskError extends Error {
  override readonly name = "AskError";
  /** `CursorError`, `StoreError:locked`, `NoPicture:gone`, … */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Threads that answer: one slow question holds up nobody else's. */
export interface Asker {
  /** Waits until every thread has opened the store, or could not. */
  ready(): Promise<void>;
  /** The answer; null where what was named is not there. Throws AskError. */
  ask<N extends QuestionName>(name: N, params: Readonly<Record<string, unknown>>): Promise<AnswerOf<N> | null>;
  /** A whole answer into a file; gives the number of rows. Throws AskError. */
  write(name: QuestionName, params: Readonly<Record<string, unknown>>, format: FileKind, path: string): Promise<number>;
  /** A page's picture; the last ones are kept. Throws AskError. */
  picture(task: Omit<Extract<Task, { readonly kind: "picture" }>, "kind">): Promise<Picture>;
  close(): Promise<void>;
}

/** Threads for questions beside one for pictures, and the bytes of pictures that are kept. */
const ASKING = 3;
const PAINTING = 2;
const KEPT_BYTES = 96 * 1024 * 1024;
const HEAP_MB = 1024;

interface Thread {
  worker: Worker;
  busy: number;
}
interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: AskError) => void;
  readonly thread: Thread;
}

/** The answers a whole question is given in, page after page: what is in memory is one. */
export async function* answersOf(
  asker: Pick<Asker, "ask">,
  name: QuestionName,
  params: Readonly<Record<string, unknown>>,
): AsyncGenerator<object | null> {
  const pages = pagesAsked(QUESTIONS[name], params);
  for (let page = pages.next(); !page.done; ) {
    const answer = await asker.ask(name, page.value);
    yield answer;
    page = pages.next(answer);
  }
}

/** Every row of a question at once: for what is drawn as one picture. */
export async function wholeAnswer<N extends QuestionName>(
  asker: Pick<Asker, "ask">,
  name: N,
  params: Readonly<Record<string, unknown>>,
): Promise<RowsOf<N>> {
  const rows: unknown[] = [];
  for await (const answer of answersOf(asker, name, params)) append(rows, rowsOf(answer));
  return rows as unknown as RowsOf<N>;
}
type RowsOf<N extends QuestionName> = AnswerOf<N> extends { readonly rows: infer R } ? R : never;

/** Starts threads over a database. */
export function asker(database: string): Asker {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let closed = false;

  const begin = (thread: Thread): void => {
    const worker = startThread(import.meta.url, "thread", { maxOldGenerationSizeMb: HEAP_MB }, { database });
    worker.unref();
    worker.on("message", (reply: Reply) => {
      const one = waiting.get(reply.id);
      if (!one) return;
      waiting.delete(reply.id);
      one.thread.busy--;
      if ("failed" in reply) one.reject(new AskError(reply.failed, reply.message));
      else one.resolve(reply.answer);
    });
    const gone = (message: string): void => {
      for (const [id, one] of waiting)
        if (one.thread === thread) {
          waiting.delete(id);
          one.reject(new AskError("ThreadGone", message));
        }
      thread.busy = 0;
      if (!closed && thread.worker === worker) begin(thread);
    };
    worker.on("error", (error) => gone(error.message));
    worker.on("exit", () => gone("exit"));
    thread.worker = worker;
  };
  const threads = (n: number): Thread[] =>
    Array.from({ length: n }, () => {
      const thread = { busy: 0 } as Thread;
      begin(thread);
      return thread;
    });
  const askers = threads(ASKING);
  let painters: Thread[] | null = null;

  const send = (among: readonly Thread[], task: Task): Promise<unknown> =>
    sendTo(
      among.reduce((least, t) => (t.busy < least.busy ? t : least)),
      task,
    );
  const sendTo = (thread: Thread, task: Task): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject, thread });
      thread.busy++;
      thread.worker.ref();
      thread.worker.postMessage({ id, task });
    });

  const kept = new Map<string, Picture>();
  let keptBytes = 0;
  const keep = (key: string, picture: Picture): void => {
    kept.set(key, picture);
    keptBytes += picture.bytes.length;
    for (const [old, { bytes }] of kept) {
      if (keptBytes <= KEPT_BYTES) break;
      kept.delete(old);
      keptBytes -= bytes.length;
    }
  };

  // Each opens the store before anybody asks: the first view is then no slower than the next. What is wrong is told to whoever asks.
  const opened = askers.map((thread) =>
    sendTo(thread, { kind: "ask", name: "panel.choices", params: {} }).catch(() => null),
  );

  return {
    ready: async () => void (await Promise.all(opened)),
    ask: async (name, params) => (await send(askers, { kind: "ask", name, params })) as never,
    write: async (name, params, format, path) =>
      (await send(askers, { kind: "write", name, params, format, path })) as number,
    picture: async (task) => {
      const key = JSON.stringify([task.sha256, task.page, task.dpi, task.crop ?? null]);
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      painters ??= threads(PAINTING);
      const picture = (await send(painters, { kind: "picture", ...task })) as Picture;
      keep(key, picture);
      return picture;
    },
    close: async () => {
      closed = true;
      await Promise.all([...askers, ...(painters ?? [])].map(({ worker }) => worker.terminate()));
    },
  };
}
