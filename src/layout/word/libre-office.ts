import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { onceInHelper } from "../../lib/helper/index.ts";
import { moduleBeside } from "../../lib/helper/start-process.ts";
import type { Conversion } from "./libre-office-work.ts";

/** Where installers put it where it is not on the path. */
const USUAL_PLACES = [
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** The helper outlives a conversion that takes too long: it ends the program and takes its folder away. */
const CONVERSION = { module: moduleBeside(import.meta.url, "libre-office-work"), seconds: 180 };

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
 * Throws ExtractionError `timeout`, `helper-ended`, `disk-full`, or `damaged` where LibreOffice makes nothing of it.
 */
export function converted(
  program: string,
  bytes: Uint8Array,
  where: string,
  to: keyof typeof FILTERS,
): Promise<Uint8Array> {
  const request: Conversion = { program, bytes, where, filter: FILTERS[to], ending: to };
  const turn = queue.then(() => onceInHelper<Uint8Array>(CONVERSION, request, where));
  queue = turn.catch(() => undefined);
  return turn;
}
