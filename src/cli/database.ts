import type { Command } from "commander";
import type { OpenOptions, Store } from "../store/index.ts";
import { messages } from "./language.ts";

export const withDatabase = (command: Command): Command =>
  command.option("--db <file>", messages.option.db, "mingzhang.sqlite");

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
