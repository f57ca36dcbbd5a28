import type { ChildProcess } from "node:child_process";
import { ExtractionError } from "../../lib/errors.ts";
import { running } from "../../lib/helper/running.ts";
import { keepAlive, startProcess } from "../../lib/helper/start-process.ts";

/** To a recogniser's process: what it is to read. */
export interface ReadRequest<Request> {
  readonly id: number;
  readonly request: Request;
}

/** From it: what it read, or what was in the way. */
export type ReadAnswer<Read> = { readonly id: number } & ({ readonly read: Read } | { readonly trouble: string });

/** Processes of one recogniser. */
export interface Recognisers<Request, Read> {
  /** Rejects with ExtractionError `ocr-failed`, or `helper-ended` where its process ended twice. */
  read(request: Request): Promise<Read>;
  close(): void;
}

/** Longest time one call may take, in milliseconds; a process watches itself more closely. */
const CALL_MS = 300_000;
/** Heap of a recogniser's JavaScript, in megabytes: what it reads with lies outside. */
const HEAP_MB = 256;
interface Call<Request, Read> {
  readonly request: Request;
  /** A process that dies takes no call with it: another reads it, once. */
  readonly second: boolean;
  readonly resolve: (read: Read) => void;
  readonly reject: (error: ExtractionError) => void;
}

/**
 * A recogniser in at most `lanes` processes of its own that run `module`: started when first needed, kept warm, replaced when they end.
 * Processes, not threads: where a native library ends, or takes too much, it ends alone.
 */
export function recognisers<Request, Read>(module: URL, lanes: number): Recognisers<Request, Read> {
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const waiting: Call<Request, Read>[] = [];
  let last = 0;

  const next = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < lanes)) run(idle.pop() ?? start(), waiting.shift()!);
  };
  const start = (): ChildProcess => {
    const child = startProcess(module, { heapMegabytes: HEAP_MB });
    child.stderr?.resume();
    const forget = running(() => child.kill("SIGKILL"));
    all.add(child);
    child.once("exit", () => {
      forget();
      all.delete(child);
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
    });
    return child;
  };
  const run = (child: ChildProcess, call: Call<Request, Read>): void => {
    const id = ++last;
    const settle = (): void => {
      clearTimeout(alarm);
      child.off("message", onAnswer);
      child.off("exit", onDeath);
      child.off("error", onDeath);
      keepAlive(child, false);
    };
    const onAnswer = (message: unknown): void => {
      const answer = message as ReadAnswer<Read>;
      if (answer.id !== id) return;
      settle();
      idle.push(child);
      if ("read" in answer) call.resolve(answer.read);
      else call.reject(new ExtractionError("ocr-failed", `the recogniser failed: ${answer.trouble}`));
      next();
    };
    const onDeath = (): void => {
      settle();
      all.delete(child);
      child.kill("SIGKILL");
      if (call.second) call.reject(new ExtractionError("helper-ended", "the recogniser's process ended"));
      else waiting.unshift({ ...call, second: true });
      next();
    };
    const alarm = setTimeout(onDeath, CALL_MS);
    keepAlive(child, true);
    child.on("message", onAnswer);
    child.on("exit", onDeath);
    child.on("error", onDeath);
    child.send({ id, request: call.request } satisfies ReadRequest<Request>, () => {});
  };

  return {
    read: (request) =>
      new Promise<Read>((resolve, reject) => {
        waiting.push({ request, second: false, resolve, reject });
        next();
      }),
    close() {
      for (const child of all) child.disconnect();
      all.clear();
      idle.length = 0;
    },
  };
}
