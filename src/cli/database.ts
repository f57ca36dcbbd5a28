import { type Command, InvalidArgumentError } from "commander";
import type { OpenOptions, Store } from "../store/index.ts";
import { messages } from "./language.ts";

/** SQLite would take these names for a database that is gone when the program ends. */
const file = (path: string): string => {
  if (path === "" || path.startsWith(":")) throw new InvalidArgumentError(messages.usageError.database);
  return path;
};

/** `--db`: the same on every command that has to do with the store. */
export const withDatabase = (command: Command): Command =>
  command.option("--db <file>", messages.option.db, file, "mingzhang.sqlite");

/** Opens the database, gives it to `work` and closes it. StoreErrors reach `main`, which says them in one line. */
export async function inStore<T>(
  path: string,
  options: OpenOptions,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  const { openStore } = await import("../store/index.ts");
  const store = openStore(path, options);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
