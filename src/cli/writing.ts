import { CommanderError } from "commander";
import { systemTrouble } from "../lib/errors.ts";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { oneLine } from "./print.ts";

/** What the parser's errors are told apart by: a place that cannot be written is told without the words of a wrong usage. */
export const CANNOT_WRITE = "mingzhang.cannotWrite";

/** Codes of the system and of SQLite for a place that cannot be written. */
const CODES = /^(?:E[A-Z]{3,}|SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR)\w*)$/u;

/** A file stands where a folder is wanted. */
const NO_FOLDER = /^(?:EEXIST|ENOTDIR)$/u;

/** What SQLite calls what the system has a name for. */
const SYSTEM: Readonly<Record<string, string>> = { SQLITE_FULL: "ENOSPC", SQLITE_READONLY: "EACCES" };

/** Writes to a path the user named. A path that cannot be written is told in one line, with its cause. */
export async function writing<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!CODES.test(String((error as { code?: unknown } | null)?.code))) throw error;
    throw cannotWrite(path, error);
  }
}

/** The one line about a path that cannot be written. */
export function cannotWrite(path: string, error: unknown): CommanderError {
  const { code: own, message } = error as NodeJS.ErrnoException;
  const code = SYSTEM[own ?? ""] ?? own;
  const { code: cause } = systemTrouble({ code, message }, path, "not-found");
  const known = NO_FOLDER.test(code ?? "") ? messages.export.notAFolder : null;
  const why = known ?? (cause === "not-found" ? (code ?? message) : `${messages.trouble[cause]}, ${code}`);
  return new CommanderError(EXIT.usage, CANNOT_WRITE, messages.export.cannotWrite(oneLine(path), why));
}
