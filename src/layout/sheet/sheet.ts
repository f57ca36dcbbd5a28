import { compoundDamage } from "../../lib/compound-damage.ts";
import { ExtractionError } from "../../lib/errors.ts";
import { onceInHelper } from "../../lib/helper/index.ts";
import { moduleBeside } from "../../lib/helper/start-process.ts";
import type { Layout } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { beyondLimits } from "../draft-grid.ts";
import { converted, findLibreOffice } from "../word/libre-office.ts";
import { sheetBlocks } from "./blocks.ts";
import { drawnOf, drawnTexts, withDrawnTexts } from "./drawn-texts.ts";
import { sheetPictures } from "./pictures.ts";
import type { WorkbookRead } from "./workbook-work.ts";

/** The library that opens workbooks can end or hang its process. */
const WORKBOOK = { module: moduleBeside(import.meta.url, "workbook-work") };

/**
 * Reads a `.xlsx`, `.xls`, `.et` or `.ods`: every shown sheet in order on one page, each cell as displayed and under its own address.
 * What is hidden is not printed and not read, but told. Throws ExtractionError `damaged`, `password`, `limit-exceeded`.
 */
export async function readSheets(file: SourceFile): Promise<Layout> {
  const { bytes, path, mediaType } = await opened(file);
  const { sheets, damage } = await onceInHelper<WorkbookRead>(WORKBOOK, { bytes, path, mediaType }, path);
  const trouble = damage.map(({ where, message }) => new ExtractionError("damaged", message, where));
  const cut = compoundDamage(bytes);
  if (cut !== null) trouble.push(new ExtractionError("damaged", cut, path));
  const note = (message: string, where: string): void => {
    trouble.push(new ExtractionError("hidden-part", message, where));
  };
  for (const sheet of sheets) {
    if (sheet.hidden && sheet.cells.length > 0) note("a hidden sheet was not read", sheet.name);
    if (sheet.hidden) continue;
    if (sheet.gone > 0) note(`${sheet.gone} cells struck out or in the paper's colour were not read`, sheet.name);
    for (const { address, why } of sheet.unread) trouble.push(new ExtractionError("number-unreadable", why, address));
    if (sheet.hiddenRows > 0) note(`${sheet.hiddenRows} hidden rows were not read`, sheet.name);
    if (sheet.hiddenColumns > 0) note(`${sheet.hiddenColumns} hidden columns were not read`, sheet.name);
  }
  const packed = mediaType === "xlsx";
  const drawn = packed ? await drawnTexts(bytes, path) : drawnOf(sheets);
  const blocks = sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) =>
      withDrawnTexts(
        sheetBlocks(sheet, 1, (n) => trouble.push(beyondLimits(n, sheet.name))),
        sheet.name,
        drawn,
      ),
    );
  const shown = new Set(sheets.filter((sheet) => !sheet.hidden).map(({ name }) => name));
  const pictures = packed ? await sheetPictures(file.bytes, file.path, shown) : [];
  return {
    file,
    reader: file.mediaType === "xls" ? "xls" : "xlsx",
    pages: [{ number: 1, width: 842, height: 595, from: "office", blocks }],
    ...(pictures.length > 0 ? { pictures } : {}),
    trouble,
  };
}

/** A UOF workbook (GB/T 20916) as `.xlsx`, through LibreOffice; any other as it is. */
async function opened(file: SourceFile): Promise<SourceFile> {
  const head = Buffer.from(file.bytes.subarray(0, 1024)).toString("utf8");
  const packed =
    head.startsWith("PK") && file.mediaType === "xls" && /uof\.xml/.test(Buffer.from(file.bytes).toString("latin1"));
  if (!packed && !/<(?:[\p{L}\w]+:)?UOF\b/u.test(head)) return file;
  const program = findLibreOffice();
  if (program === null)
    throw new ExtractionError(
      "missing-program",
      "LibreOffice is not installed: a UOF workbook cannot be read",
      file.path,
    );
  return { ...file, bytes: await converted(program, file.bytes, file.path, "xlsx") };
}
