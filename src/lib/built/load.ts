// The start of every built file: it loads the program, one file of all modules, with V8's compiled code beside it, and runs one module.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { CODE_KEEPER, type KeepCode } from "./code-keeper.ts";
import { V8_FLAGS } from "./v8-flags.ts";

/** What the program's file exports: its modules by name, each run when first asked for. */
type Modules = Readonly<Record<string, () => unknown>>;
type Body = (
  module: { exports: object },
  require: NodeJS.Require,
  file: string,
  imported: (name: string) => Promise<unknown>,
) => void;

/** Before kept code: its hash, and the kinds of work whose code it holds. */
const HASH_BYTES = 32;
const HEAD_BYTES = 256;

const file = join(__dirname, "mingzhang.cjs");
const require = createRequire(file);
// Code is good for the very Node it was made by; V8 itself refuses another length of source, another version, other flags.
const folder = join(__dirname, "code", `${process.version}-${process.platform}-${process.arch}`);

/** Runs one module of the built program, by its name, and gives what it exports. */
export function load(name: string): unknown {
  if (isMainThread) for (const flag of V8_FLAGS) setFlagsFromString(flag);
  const kept = join(folder, `${[...name.split("/"), ...commandOf(name)].join("-")}.bin`);
  const code = codeIn(kept);
  const source = `(function(module,require,__filename,__import){${readFileSync(file, "latin1")}\n})`;
  const script = new Script(source, {
    filename: file,
    ...(code && { cachedData: code.data }),
  });
  const kinds = new Set(script.cachedDataRejected === true ? [] : (code?.kinds ?? []));
  const keep: KeepCode = (kind) => {
    if (kinds.has(kind)) return;
    kinds.add(kind);
    keepCode(kept, script.createCachedData(), [...kinds]);
  };
  Object.assign(globalThis, { [CODE_KEEPER]: keep });
  if (commandOf(name).length > 0) process.on("exit", (exit) => exit === 0 && keep("run"));
  const module = { exports: {} };
  (script.runInThisContext() as Body)(module, require, file, (name) => import(name));
  return (module.exports as Modules)[name]!();
}

/** Each command of the command line has code of its own. */
const commandOf = (name: string): string[] =>
  isMainThread && name === "src/cli/main" ? (process.argv[2]?.match(/^[a-z]{2,12}$/) ?? ["none"]) : [];

/** Kept code; null where none is kept, or it is not what was written. */
function codeIn(path: string): { readonly kinds: readonly string[]; readonly data: Uint8Array } | null {
  try {
    const bytes = readFileSync(path);
    if (!createHash("sha256").update(bytes.subarray(HASH_BYTES)).digest().equals(bytes.subarray(0, HASH_BYTES)))
      return null;
    const kinds = bytes.toString("latin1", HASH_BYTES, HEAD_BYTES).trim().split(" ");
    return { kinds, data: bytes.subarray(HEAD_BYTES) };
  } catch {
    return null;
  }
}

/** Keeps code beside the program, where that folder may be written; whole or not at all. */
function keepCode(path: string, data: Uint8Array, kinds: readonly string[]): void {
  const head = kinds
    .join(" ")
    .padEnd(HEAD_BYTES - HASH_BYTES)
    .slice(0, HEAD_BYTES - HASH_BYTES);
  const rest = Buffer.concat([Buffer.from(head, "latin1"), data]);
  const half = `${path}.${process.pid}-${Math.trunc(performance.now() * 1000)}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(half, Buffer.concat([createHash("sha256").update(rest).digest(), rest]));
    renameSync(half, path);
  } catch {
    // The program starts without it as well.
    rmSync(half, { force: true });
  }
}
