import type { Worker } from "node:worker_threads";
import { startThread } from "../lib/start-thread.ts";
import { type AnswerOf, QUESTIONS, type QuestionName } from "../questions/index.ts";
import { pagesAsked } from "../questions/rows.ts";
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
  /** Waits until every thread has opened the store, or could not, and those that paint can. */
  ready(): Promise<void>;
  /** The answer; null where what was named is not there. Throws AskError. */
  ask<N extends QuestionName>(name: N, params: Readonly<Record<string, unknown>>): Promise<AnswerOf<N> | null>;
  /** A whole answer into a file; gives the number of rows. Throws AskError. */
  write(name: QuestionName, params: Readonly<Record<string, unknown>>, format: FileKind, path: string): Promise<number>;
  /** A page's picture; the last ones are kept. Throws AskError. */
  picture(task: Omit<Extract<Task, { readonly kind: "picture" }>, "kind">): Promise<Picture>;
  /** Whether the file of a hash is still there, at one of its paths. Throws AskError. */
  original(task: { readonly sha256: string; readonly paths: readonly string[] }): Promise<void>;
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
  let painting: readonly Thread[] | null = null;
  const painters = (): readonly Thread[] => (painting ??= threads(PAINTING));

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

  const begun = new Map<string, Promise<Picture>>();
  // Each opens the store before anybody asks: the first view is then no slower than the next. What is wrong is told to whoever asks.
  const opened = askers.map((thread) =>
    sendTo(thread, { kind: "ask", name: "panel.choices", params: {} }).catch(() => null),
  );
  // What is counted over all statements is counted by one of them, which keeps it as long as the store stays as it is.
  const [counting] = askers as [Thread];

  return {
    ready: async () => {
      const prepared = painters().map((thread) => sendTo(thread, { kind: "prepare" }));
      const counted = sendTo(counting, { kind: "ask", name: "concepts", params: {} });
      // Each thread has asked the dearest of what pages ask, of one body: its statements are prepared then.
      const params = QUESTIONS.panel.params.parse({ limit: "1" });
      const asked = askers.flatMap((thread) =>
        (["panel", "panel.coverage"] as const).map((name) => sendTo(thread, { kind: "ask", name, params })),
      );
      await Promise.all([...opened, ...[...prepared, counted, ...asked].map((one) => one.catch(() => null))]);
    },
    ask: async (name, params) =>
      (await (name === "concepts"
        ? sendTo(counting, { kind: "ask", name, params })
        : send(askers, { kind: "ask", name, params }))) as never,
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
      // Whoever asks for a page that is being painted waits for that.
      const other = begun.get(key);
      if (other) return await other;
      const picture = (send(painters(), { kind: "picture", ...task }) as Promise<Picture>).finally(() =>
        begun.delete(key),
      );
      begun.set(key, picture);
      keep(key, await picture);
      return await picture;
    },
    original: async (task) => void (await send(painters(), { kind: "original", ...task })),
    close: async () => {
      closed = true;
      await Promise.all([...askers, ...(painting ?? [])].map(({ worker }) => worker.terminate()));
    },
  };
}
