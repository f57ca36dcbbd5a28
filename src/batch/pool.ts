import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { V8_FLAGS } from "../lib/built/v8-flags.ts";
import type { FileResult, PagePicture, Task, WorkerMessage, WorkerStart } from "./worker-messages.ts";

/** Built code runs built workers; under a TypeScript loader the source does, with the loader the process was started with. */
const WORKER = new URL(`./worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/** Memory of one reading thread's JavaScript; a file that needs more fails alone. Megabytes. With what lies outside it stays below a gigabyte. */
const HEAP_MB = 700;
const YOUNG_MB = 16;

/** A thread is replaced after so many pages: what readers leave behind in native memory goes with it. */
const PAGES_A_THREAD = 3_000;

/** How long a thread that is given up has to end what helps it. */
const HELPERS_END_MS = 50;

/** What is told while a path is read: each of its files, and signs of life. */
export interface PoolEvents {
  readonly onFile: (result: FileResult) => void;
  readonly onPage: (path: string, page: number, pages: number) => void;
  readonly onPicture?: (picture: PagePicture) => void;
}

/** Silence that is still no standstill: recognising one page may take a minute on a slow machine. Seconds. */
export const SILENCE_S = 300;

/** Reading threads. A thread that crashes, runs out of memory or is silent for too long is replaced; only its path fails. */
export interface Pool {
  /** What every thread is told before its first path. */
  begin(start: WorkerStart): void;
  /** Reads one path, whose bytes may lie elsewhere (`from`); resolves when all its files have been handed over. Never rejects. */
  read(path: string, events: PoolEvents, from?: string): Promise<void>;
  close(): Promise<void>;
}

/** A thread and what it is busy with. Its listeners stay for its whole life. */
interface Thread {
  readonly worker: Worker;
  pages: number;
  onMessage: (message: WorkerMessage) => void;
  onDeath: (message: string) => void;
}

for (const flag of V8_FLAGS) setFlagsFromString(flag);
// The picture library says on standard error what is odd in a picture unless its environment forbids it.
process.env.VIPS_WARNING = "0";

/** `threads` of them are started at once: they load their code while the caller prepares what they begin with. */
export function pool(threads: number, silenceSeconds: number): Pool {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  let told: WorkerStart | undefined;

  /** A thread that died without a path is not given one: the next path starts another, whose death is told. */
  const forget = (thread: Thread): void => {
    all.delete(thread);
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
  };
  const newThread = (): Thread => {
    const worker = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
      stdout: true,
      stderr: true,
    });
    // What libraries print is not for people.
    worker.stdout.resume();
    worker.stderr.resume();
    const thread: Thread = { worker, pages: 0, onMessage: () => {}, onDeath: () => forget(thread) };
    worker.on("message", (message: WorkerMessage) => thread.onMessage(message));
    worker.on("error", (error) => thread.onDeath(error.message));
    worker.on("exit", (code) => thread.onDeath(`the reading thread ended with ${code}`));
    // A thread without a path keeps no program alive: the store may turn out not to open.
    worker.unref();
    if (told) worker.postMessage(told);
    all.add(thread);
    return thread;
  };
  const release = async (thread: Thread, keep: boolean): Promise<void> => {
    thread.onMessage = () => {};
    thread.onDeath = () => forget(thread);
    if (keep) idle.push(thread);
    else {
      forget(thread);
      // A helper that is busy does not notice that its thread is gone: the thread ends it, unless it is busy itself.
      thread.worker.postMessage({ path: null } satisfies Task);
      await new Promise((resolve) => setTimeout(resolve, HELPERS_END_MS));
      await thread.worker.terminate();
    }
  };

  const read = (path: string, { onFile, onPage, onPicture }: PoolEvents, from?: string): Promise<void> =>
    new Promise((resolve) => {
      const thread = idle.pop() ?? newThread();
      let timer: NodeJS.Timeout;
      const settle = (keep: boolean): void => {
        clearTimeout(timer);
        void release(thread, keep).then(resolve);
      };
      const fail = (code: "timeout" | "crashed", message: string): void => {
        onFile({ kind: "failed", path, sha256: null, trouble: { code, where: path, message } });
        settle(false);
      };
      const alive = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => fail("timeout", `no page within ${silenceSeconds} s`), silenceSeconds * 1000);
      };
      thread.onDeath = (message) => fail("crashed", message);
      thread.onMessage = (message) => {
        alive();
        if (message.kind === "page") onPage(message.path, message.page, message.pages);
        else if (message.kind === "picture") onPicture?.(message.picture);
        // After a crash inside a reader its memory is not to be trusted: the next file gets a new thread.
        else if (message.kind === "done") settle(!message.crashed && thread.pages < PAGES_A_THREAD);
        else {
          if (message.kind === "read") thread.pages += message.stored.document.pages;
          if (message.kind === "records") thread.pages += message.of.pages;
          if (message.kind === "whole") thread.pages += message.whole.processed.document.pages;
          onFile(message);
        }
      };
      alive();
      thread.worker.postMessage((from === undefined ? { path } : { path, from }) satisfies Task);
    });

  for (let n = 0; n < threads; n++) idle.push(newThread());
  return {
    begin: (start) => {
      told = start;
      for (const { worker } of all) worker.postMessage(start);
    },
    read,
    close: async () => {
      // Helpers of a thread that is idle see its end themselves.
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
}
