import { type CellObject, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { format } from "numfmt";
import { ExtractionError } from "../../lib/errors.ts";
import { flatOpenDocument } from "../../lib/flat-open-document.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { openZip, PACKAGE_LIMITS } from "../../lib/zip-archive.ts";
import { biffExtras } from "./biff/extras.ts";
import { columnName } from "./column-name.ts";
import { type CellLookup, workOut } from "./formula.ts";
import { allDigits, type ShownNumber, shownNumber } from "./number-format.ts";
import { readOpenDocumentSheets } from "./open-document.ts";
import type { Sheet, SheetCell } from "./sheet-cells.ts";
import type { SheetExtras } from "./sheet-extras.ts";
import { xlsxExtras } from "./xlsx-cells.ts";

/** Filled positions under merged cells that are looked at in one sheet. */
const MERGED_LIMIT = 1_000_000;

/** Opens a `.xlsx`, `.xls`, `.et` or `.ods`. Throws ExtractionError `damaged`, `password`, `limit-exceeded`. */
export async function readWorkbook(file: Pick<SourceFile, "bytes" | "path">): Promise<Sheet[]> {
  let extras: ReadonlyMap<string, SheetExtras> = new Map();
  const packed = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  if (packed) {
    // Unpacked once for the limits' sake: the reader behind trusts the sizes an archive states.
    const members = await openZip(file.bytes, PACKAGE_LIMITS, file.path);
    const byName = new Map(members.map((m) => [m.name.replace(/^\//, ""), m]));
    if (byName.has("content.xml")) return readOpenDocumentSheets(byName, file.path);
    for (const member of members) await member.read();
    extras = await xlsxExtras(byName, file.path);
  } else if (isFlatOpenDocument(file.bytes)) {
    const whole = { read: async () => file.bytes };
    return readOpenDocumentSheets(new Map(["content.xml", "settings.xml"].map((name) => [name, whole])), file.path);
  }
  const unsolved = [...extras.values()].some((extra) => extra.unsolved);
  let book: WorkBook;
  try {
    book = read(file.bytes, {
      type: "array",
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellFormula: unsolved,
      sheetStubs: unsolved,
      cellHTML: false,
      dateNF: "yyyy/m/d",
    });
  } catch (cause) {
    throw /password|encrypt/i.test(String(cause))
      ? new ExtractionError("password", "the workbook is locked with a password", file.path, cause)
      : new ExtractionError("damaged", "the workbook is damaged", file.path, cause);
  }
  const valueAt = (own: string): CellLookup => {
    return (sheet, column, row) => {
      const data = (book.Sheets[sheet ?? own]?.["!data"] ?? []) as (CellObject | undefined)[][];
      const cell = data[row]?.[column];
      if (!cell) return null;
      if (cell.t === "z") return cell.f === undefined ? null : { formula: cell.f };
      return cell.t === "n" ? (cell.v as number) : cell.t === "e" ? "#" : String(cell.v);
    };
  };
  const binary = packed ? [] : biffExtras(file.bytes);
  return book.SheetNames.map((name, i) =>
    sheetOf(
      name,
      book.Sheets[name] ?? {},
      (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
      extras.get(name) ?? binary[i],
      valueAt(name),
    ),
  );
}

/** Content, styles and settings under one root. */
const isFlatOpenDocument = (bytes: Uint8Array): boolean =>
  flatOpenDocument(Buffer.from(bytes.subarray(0, 8192)).toString("latin1")) === "spreadsheet";

/** What stands where a number is shown in a way that is not known. */
const BY_RULE: ShownNumber = { text: "###" };

function sheetOf(
  name: string,
  sheet: WorkSheet,
  hidden: boolean,
  extras: SheetExtras | undefined,
  valueAt: CellLookup,
): Sheet {
  const data = (sheet["!data"] ?? []) as (CellObject | undefined)[][];
  const rowShown = (r: number): boolean => sheet["!rows"]?.[r]?.hidden !== true && !extras?.view.rowsGone.has(r);
  const colShown = (c: number): boolean => sheet["!cols"]?.[c]?.hidden !== true && !extras?.view.columnsGone.has(c);
  const spans = new Map<string, { r: number; c: number }>();
  const covered = new Set<string>();
  let left = MERGED_LIMIT;
  for (const { s, e } of sheet["!merges"] ?? []) {
    spans.set(`${s.r},${s.c}`, { r: e.r, c: e.c });
    for (let r = s.r; r <= Math.min(e.r, data.length - 1); r++)
      for (let c = s.c; c <= Math.min(e.c, (data[r]?.length ?? 0) - 1) && left-- > 0; c++)
        if (r !== s.r || c !== s.c) covered.add(`${r},${c}`);
  }
  const widest = data.reduce((n, row) => Math.max(n, row?.length ?? 0), 0);
  const rowAt = positions(data.length, rowShown);
  const colAt = positions(widest, colShown);
  const cells: SheetCell[] = [];
  const unread: { address: string; why: string }[] = [];
  let gone = 0;
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  data.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (!cell || covered.has(`${r},${c}`)) return;
      const place = `${columnName(c)}${r + 1}`;
      const ruled = cell.t === "n" ? (extras?.rules?.(c, r, Number(cell.v)) ?? null) : null;
      const shown = ruled === "unknown" ? BY_RULE : displayed(cell, extras, place, valueAt, ruled?.format);
      // What nobody has worked out stands as it is written, so that no sum takes its place for blank.
      const { text, alternative } = shown ?? { text: `=${cell.f}` };
      if (shown === null)
        unread.push({ address: `${name}!${place}`, why: `a formula without a stored value: ${text.slice(0, 60)}` });
      if (ruled === "unknown")
        unread.push({
          address: `${name}!${place}`,
          why: "a rule gives the number a format, on a condition not worked out",
        });
      if ((extras?.gone.has(place) || (ruled !== "unknown" && ruled?.gone)) && text !== "") {
        gone++;
        return;
      }
      if (extras?.cut.has(place)) gone++;
      if (text === "") return;
      const end = spans.get(`${r},${c}`) ?? { r, c };
      const rs = after(rowAt, end.r) - rowAt[r]!;
      const cs = after(colAt, end.c) - colAt[c]!;
      if (rs < 1) hiddenRows.add(r);
      else if (cs < 1) hiddenColumns.add(c);
      else {
        const address = `${name}!${place}`;
        const bold = (cell as { s?: { bold?: boolean; font?: { bold?: boolean } } }).s?.font?.bold === true;
        cells.push({
          r: rowAt[r]!,
          c: colAt[c]!,
          rs,
          cs,
          text,
          bold,
          address,
          ...(alternative ? { alternatives: [alternative] } : {}),
        });
      }
    });
  });
  return {
    ...{ name, hidden, cells, hiddenRows: hiddenRows.size, hiddenColumns: hiddenColumns.size, gone, unread },
    ...(extras?.boxes === undefined ? {} : { boxes: extras.boxes }),
    ...(extras?.header === undefined ? {} : { header: extras.header }),
  };
}

/** What the cell shows: a number in its format, without the blanks a format pads with. Null for a formula nobody has worked out. */
function displayed(
  cell: CellObject,
  extras: SheetExtras | undefined,
  place: string,
  valueAt: CellLookup,
  ruled: string | undefined,
): ShownNumber | null {
  if (cell.t === "z" && cell.f !== undefined) {
    const value = workOut(cell.f, valueAt);
    if (value !== null && typeof value === "object") return clean(value);
    return value === null ? null : clean(ofNumber(Number(value), String(cell.z ?? ""), undefined));
  }
  if (cell.t === "z" || cell.v === undefined) return { text: "" };
  if (cell.t === "s") return clean({ text: extras?.texts.get(place) ?? String(cell.v) });
  if (cell.t !== "n" || typeof cell.v !== "number") return clean({ text: cell.w ?? String(cell.v) });
  if (cell.v === 0 && extras?.view.zerosHidden) return { text: "" };
  if (ruled !== undefined) return clean(ofNumber(cell.v, ruled, cell.w));
  const chinese = extras?.formats.get(place);
  if (chinese !== undefined) return clean({ text: format(chinese, cell.v) });
  return clean(ofNumber(cell.v, String(cell.z ?? ""), cell.w));
}

function ofNumber(value: number, pattern: string, byReader: string | undefined): ShownNumber {
  if (/^(?:General|G\/通用格式|@)?$/iu.test(pattern)) return { text: allDigits(value) ?? byReader ?? String(value) };
  return shownNumber(value, pattern) ?? { text: byReader ?? String(value) };
}

const clean = ({ text, alternative }: ShownNumber): ShownNumber => ({
  text: text.replace(/\r\n?/g, "\n").trim(),
  ...(alternative === undefined ? {} : { alternative: alternative.trim() }),
});

/** For each position, how many shown ones stand before it. */
function positions(count: number, shown: (i: number) => boolean): number[] {
  const out: number[] = [];
  for (let i = 0, n = 0; i < count; i++) {
    out.push(n);
    if (shown(i)) n++;
  }
  // The end of a shown last position is one more; kept as the sentinel.
  out.push(count === 0 ? 0 : out[count - 1]! + (shown(count - 1) ? 1 : 0));
  return out;
}

/** Shown positions up to and with `last`, which may lie outside the filled part. */
const after = (at: readonly number[], last: number): number => at[last + 1] ?? at.at(-1)! + (last + 2 - at.length);
