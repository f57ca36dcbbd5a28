import type { ChildProcess } from "node:child_process";
import { ExtractionError } from "../errors.ts";
import { type HelperAnswer, type HelperLimits, type HelperRequest, SAID } from "./messages.ts";
import { running } from "./running.ts";
import { keepAlive, moduleBeside, startProcess } from "./start-process.ts";

/** One kind of work: the module that exports it as `work`, and what it may take. */
export interface HelperKind extends Partial<HelperLimits> {
  readonly module: URL;
}

const LIMITS: HelperLimits = { megabytes: 700, seconds: 120 };
/** The heap is smaller than the process, so that JavaScript fails as JavaScript. */
const HEAP_SHARE = 0.75;
/** How much of what a helper says is kept. */
const SAID_CHARACTERS = 4_000;

/** A helper process, and what it said of its end. */
interface Helper {
  readonly child: ChildProcess;
  readonly limits: HelperLimits;
  said: string;
}

/** Helpers that wait for work, by their module. */
const idle = new Map<string, Helper[]>();

/**
 * Has work done in a process of its own, started when first needed and kept for the next: pieces as they come. Where the process ends, for
 * whatever reason, only this work fails, and the next gets another process. Throws ExtractionError: what the work throws; `timeout`,
 * `limit-exceeded` where it takes too much; `crashed` where it ends its process; `helper-ended` where another did.
 */
export async function* inHelper<Piece>(kind: HelperKind, request: unknown, where: string): AsyncGenerator<Piece> {
  for (let attempt = 1; ; attempt++) {
    const helper = idle.get(kind.module.href)?.pop() ?? start(kind);
    let pieces = 0;
    let whole = false;
    try {
      let answer = await ask(helper, { kind: "begin", request }, where);
      for (; answer.kind === "piece"; answer = await ask(helper, { kind: "next" }, where)) {
        pieces++;
        yield answer.piece as Piece;
      }
      whole = true;
      if (answer.kind === "trouble") throw new ExtractionError(answer.code, answer.message, answer.where ?? where);
      return;
    } catch (error) {
      // Ended by another before it gave anything: once more.
      const again = error instanceof ExtractionError && error.code === "helper-ended" && pieces === 0 && attempt === 1;
      if (!again) throw error;
    } finally {
      if (whole && helper.child.connected) idle.set(kind.module.href, [...(idle.get(kind.module.href) ?? []), helper]);
      else helper.child.kill("SIGTERM");
    }
  }
}

/** The only piece of work that gives one. */
export async function onceInHelper<Piece>(kind: HelperKind, request: unknown, where: string): Promise<Piece> {
  const pieces: Piece[] = [];
  for await (const piece of inHelper<Piece>(kind, request, where)) pieces.push(piece);
  if (pieces.length !== 1) throw new ExtractionError("crashed", `the helper gave ${pieces.length} pieces`, where);
  return pieces[0]!;
}

function start({ module, megabytes = LIMITS.megabytes, seconds = LIMITS.seconds }: HelperKind): Helper {
  const limits = { megabytes, seconds };
  const child = startProcess(moduleBeside(import.meta.url, "main"), {
    args: [module.href, JSON.stringify(limits)],
    heapMegabytes: Math.floor(megabytes * HEAP_SHARE),
  });
  const helper: Helper = { child, limits, said: "" };
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    helper.said = (helper.said + text).slice(-SAID_CHARACTERS);
  });
  const forget = running(() => child.kill("SIGTERM"));
  child.on("error", () => {});
  child.once("exit", () => {
    forget();
    const waiting = idle.get(module.href) ?? [];
    if (waiting.includes(helper)) waiting.splice(waiting.indexOf(helper), 1);
  });
  return helper;
}

/** One answer of a helper. Throws where its process ends instead. */
function ask(helper: Helper, request: HelperRequest, where: string): Promise<HelperAnswer> {
  const { child } = helper;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      child.off("message", onAnswer);
      child.off("close", onEnd);
      keepAlive(child, false);
    };
    const onAnswer = (answer: unknown): void => {
      settle();
      resolve(answer as HelperAnswer);
    };
    const onEnd = (code: number | null, signal: NodeJS.Signals | null): void => {
      settle();
      reject(endOf(helper, code, signal, where));
    };
    keepAlive(child, true);
    child.on("message", onAnswer);
    // Its output has been read to the end by then.
    child.on("close", onEnd);
    if (child.exitCode !== null || child.signalCode !== null) onEnd(child.exitCode, child.signalCode);
    else child.send(request, () => {});
  });
}

/** Why a helper's process ended in the middle of its work. */
function endOf(
  { said, limits }: Helper,
  code: number | null,
  signal: NodeJS.Signals | null,
  where: string,
): ExtractionError {
  const over = (what: string): string => `reading it takes more than ${what}`;
  if (said.includes(SAID.time)) return new ExtractionError("timeout", over(`${limits.seconds} s`), where);
  if (
    said.includes(SAID.memory) ||
    /out of memory|allocation failed|Invalid (?:array|table|string) (?:size|length)/i.test(said)
  )
    return new ExtractionError("limit-exceeded", over(`${limits.megabytes} MB of memory`), where);
  if (signal === "SIGKILL" || signal === "SIGTERM")
    return new ExtractionError("helper-ended", "the helper process was ended", where);
  return new ExtractionError("crashed", `the reader ended its process (${signal ?? `exit ${code}`})`, where);
}
