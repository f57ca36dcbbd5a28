import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** How the folders begin that LibreOffice works in; the number of the process they belong to follows. */
export const OFFICE_FOLDER = "mingzhang-office-";

/**
 * Takes away folders (with the documents in them) whose process was killed before it could, and ends a LibreOffice that still works in one.
 * Gives those that were there.
 */
export function clearOfficeFolders(): string[] {
  let names: string[];
  try {
    names = readdirSync(tmpdir()).filter((name) => name.startsWith(OFFICE_FOLDER));
  } catch {
    return [];
  }
  const left = names
    .filter((name) => !isRunning(Number(name.slice(OFFICE_FOLDER.length).split("-")[0])))
    .map((name) => join(tmpdir(), name));
  for (const folder of left) {
    for (const pid of processesNaming(folder)) end(pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return left.filter((folder) => !existsSync(folder));
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Processes whose command line names the folder, where the system lists them as files. */
function processesNaming(folder: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      try {
        return Number.isInteger(pid) && pid > 0 && readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(folder);
      } catch {
        return false;
      }
    });
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already, or another's.
  }
}
