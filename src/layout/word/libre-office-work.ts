import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { ExtractionError, systemTrouble } from "../../lib/errors.ts";
import { OFFICE_FOLDER } from "../../lib/helper/office-folders.ts";

/** One conversion may take this long; LibreOffice hangs on some damaged files. */
const CONVERSION_LIMIT_MS = 120_000;
/** With less room than this LibreOffice cannot keep its profile. */
const ROOM_BYTES = 8 << 20;

/** What is to be converted, and by which program. */
export interface Conversion {
  readonly program: string;
  readonly bytes: Uint8Array;
  readonly where: string;
  /** What it becomes, in LibreOffice's words, and how such a file ends. */
  readonly filter: string;
  readonly ending: string;
}

/** What is under way, so that it ends with this process. */
let office: ChildProcess | undefined;
let folder: string | undefined;

/** Ends the program, with what its start script started, and takes its folder away. */
function cleanUp(): void {
  const pid = office?.pid;
  if (pid !== undefined && office?.exitCode === null && office.signalCode === null)
    try {
      if (process.platform === "win32") office.kill("SIGKILL");
      else process.kill(-pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
  office = undefined;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  folder = undefined;
}
process.on("exit", cleanUp);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

/** A helper's work: one document as `.docx`. It stands between the program and LibreOffice, so that LibreOffice ends with either. */
export async function* work({ program, bytes, where, filter, ending }: Conversion): AsyncGenerator<Uint8Array> {
  try {
    folder = mkdtempSync(join(tmpdir(), `${OFFICE_FOLDER}${process.pid}-`));
    const input = join(folder, "document.doc");
    writeFileSync(input, bytes);
    const ended = await converted(program, folder, input, where, filter);
    let made: Uint8Array;
    try {
      made = readFileSync(join(folder, `document.${ending}`));
    } catch (cause) {
      throw whyNothing(ended, folder, where, cause);
    }
    yield made;
  } catch (cause) {
    throw cause instanceof ExtractionError ? cause : systemTrouble(cause, where, "crashed");
  } finally {
    cleanUp();
  }
}

/** How the program ended: its exit code, or `signal`. */
type Ended = number | "signal";

function converted(program: string, place: string, input: string, where: string, filter: string): Promise<Ended> {
  const args = [
    "--headless",
    "--norestore",
    "--nolockcheck",
    "--nodefault",
    `-env:UserInstallation=${pathToFileURL(join(place, "profile")).href}`,
    "--convert-to",
    filter,
    "--outdir",
    place,
    input,
  ];
  return new Promise((resolve, reject) => {
    // In a process group of its own, so that the program behind the start script is ended too.
    const child = spawn(program, args, { stdio: "ignore", detached: process.platform !== "win32" });
    office = child;
    const timer = setTimeout(() => {
      cleanUp();
      reject(new ExtractionError("timeout", `LibreOffice took longer than ${CONVERSION_LIMIT_MS / 1000} s`, where));
    }, CONVERSION_LIMIT_MS);
    child.on("error", (cause) => {
      clearTimeout(timer);
      reject(new ExtractionError("missing-program", "LibreOffice does not start", where, cause));
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      resolve(code ?? "signal");
    });
  });
}

/** The start script hands on the end of the program by a signal as 128 and the signal's number. */
function whyNothing(ended: Ended, place: string, where: string, cause: unknown): ExtractionError {
  const { bavail, bsize } = statfsSync(place);
  if (bavail * bsize < ROOM_BYTES)
    return new ExtractionError("disk-full", "there is no room for LibreOffice's temporary files", where, cause);
  if (ended === "signal" || ended >= 128)
    return new ExtractionError("helper-ended", `LibreOffice was ended (${ended})`, where, cause);
  return new ExtractionError("damaged", "LibreOffice could not open the document", where, cause);
}
