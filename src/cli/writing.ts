import { CommanderError } from "commander";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { oneLine } from "./print.ts";

/** Codes of the system and of SQLite for a place that cannot be written. */
const CANNOT_WRITE = /^(?:E[A-Z]{3,}|SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR)\w*)$/u;

/** Writes to a path the user named. A path that cannot be written is a wrong usage, told in one line. */
export async function writing<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = String((error as { code?: unknown } | null)?.code);
    if (!CANNOT_WRITE.test(code)) throw error;
    throw new CommanderError(EXIT.usage, "mingzhang.writing", messages.export.cannotWrite(oneLine(path), code));
  }
}
