import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Memory of what is done goes back to the system at once: kept for the next, pieces of many sizes take up to twice as much (glibc, mallopt). */
const GIVE_BACK = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_TRIM_THRESHOLD_: "4194304",
  MALLOC_MMAP_THRESHOLD_: "262144",
};

/** How a process is started. */
export interface ProcessOptions {
  readonly args?: readonly string[];
  /** Heap of its JavaScript. */
  readonly heapMegabytes?: number;
}

/**
 * A Node process that runs the module `file` (compiled, or TypeScript that it must first learn to load) and speaks with this one. Nothing
 * it prints reaches the terminal; what it says on standard error can be read here.
 */
export function startProcess(file: URL, { args = [], heapMegabytes }: ProcessOptions = {}): ChildProcess {
  const loader = (): string => pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return fork(fileURLToPath(file), args, {
    serialization: "advanced",
    env: { ...process.env, ...GIVE_BACK },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [
      ...(heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`]),
      ...(file.pathname.endsWith(".ts") ? ["--import", loader()] : []),
    ],
  });
}

/** A module beside another one, with the ending of code that is compiled or of source. */
export const moduleBeside = (from: string, name: string): URL =>
  new URL(`./${name}.${from.endsWith(".ts") ? "ts" : "js"}`, from);

/** A process that has nothing to do does not keep this one alive. */
export function keepAlive(child: ChildProcess, busy: boolean): void {
  const what = busy ? "ref" : "unref";
  child[what]();
  child.channel?.[what]();
  (child.stderr as unknown as { ref(): void; unref(): void } | null)?.[what]();
}
