import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ExtractionError } from "../../lib/errors.ts";

/** One conversion may take this long; LibreOffice hangs on some damaged files. */
const CONVERSION_LIMIT_MS = 120_000;

/** Where installers put it where it is not on the path. */
const USUAL_PLACES = [
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** The LibreOffice program, null where none is installed. */
export function findLibreOffice(): string | null {
  const names = process.platform === "win32" ? ["soffice.exe"] : ["soffice", "libreoffice"];
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  return [...onPath, ...USUAL_PLACES].find((place) => existsSync(place)) ?? null;
}

/** Conversions run one after the other: two LibreOffices on one machine slow each other down more than they gain. */
let queue: Promise<unknown> = Promise.resolve();

const FILTERS = { docx: "docx:MS Word 2007 XML", xlsx: "xlsx:Calc MS Excel 2007 XML" } as const;

/**
 * A document that only LibreOffice opens as `.docx` or `.xlsx`, without a window, in a profile of its own that is thrown away after.
 * Throws ExtractionError `timeout`, or `damaged` where LibreOffice makes nothing of it.
 */
export function converted(
  program: string,
  bytes: Uint8Array,
  where: string,
  to: keyof typeof FILTERS,
): Promise<Uint8Array> {
  const turn = queue.then(() => convert(program, bytes, where, to));
  queue = turn.catch(() => undefined);
  return turn;
}

async function convert(
  program: string,
  bytes: Uint8Array,
  where: string,
  to: keyof typeof FILTERS,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-office-"));
  try {
    const input = join(folder, "document.doc");
    await writeFile(input, bytes);
    await run(
      program,
      [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
        "--convert-to",
        FILTERS[to],
        "--outdir",
        folder,
        input,
      ],
      where,
    );
    return await readFile(join(folder, `document.${to}`));
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw new ExtractionError("damaged", "LibreOffice could not open the document", where, cause);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs it in a process group of its own, so that the limit ends the program behind the start script too. */
function run(program: string, args: readonly string[], where: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "ignore", detached: process.platform !== "win32" });
    const timer = setTimeout(() => {
      if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
      else child.kill("SIGKILL");
      reject(new ExtractionError("timeout", `LibreOffice took longer than ${CONVERSION_LIMIT_MS / 1000} s`, where));
    }, CONVERSION_LIMIT_MS);
    child.on("error", (cause) => {
      clearTimeout(timer);
      reject(new ExtractionError("missing-program", "LibreOffice does not start", where, cause));
    });
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
