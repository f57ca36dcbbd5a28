import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolder } from "../lib/make-folder.ts";
import { CollectError } from "./errors.ts";

/** Folders of this process: a lock with its own number that is none of these was left by another, long gone. */
const taken = new Set<string>();

/** A process that is gone holds nothing. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes a folder for this process alone; what comes back gives it free. Two collectors in one folder would ask everything twice. A
 * process that was killed holds nothing. Throws CollectError.
 */
export function takeFolder(folder: string): () => void {
  makeFolder(folder);
  const own = resolve(folder);
  if (taken.has(own)) throw new CollectError("folder-in-use", 0, folder);
  const lock = join(folder, ".collecting");
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      taken.add(own);
      return () => {
        taken.delete(own);
        rmSync(lock, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = Number(readFileSync(lock, "utf8"));
      if (holder !== process.pid && holder > 0 && isAlive(holder)) throw new CollectError("folder-in-use", 0, lock);
      rmSync(lock, { force: true });
    }
  }
}
