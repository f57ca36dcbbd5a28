import { type CellObject, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { ExtractionError } from "../../lib/errors.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { openZip, PACKAGE_LIMITS } from "../../lib/zip-archive.ts";

/** Filled positions under merged cells that are looked at in one sheet. */
const MERGED_LIMIT = 1_000_000;

/** A cell as displayed, with the rows and columns it covers. Positions count the visible rows and columns only. */
export interface SheetCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
  readonly bold: boolean;
  /** `公开05表!F8` */
  readonly address: string;
}

/** A sheet as a person sees it. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Filled cells, row by row. */
  readonly cells: readonly SheetCell[];
  /** Filled rows and columns that are not shown. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** Opens a `.xlsx`, `.xls` or `.et`. Throws ExtractionError `damaged`, `password`, `limit-exceeded`. */
export async function readWorkbook(file: SourceFile): Promise<Sheet[]> {
  if (file.bytes[0] === 0x50 && file.bytes[1] === 0x4b)
    // Unpacked once for the limits' sake: the reader behind trusts the sizes an archive states.
    for (const member of await openZip(file.bytes, PACKAGE_LIMITS, file.path)) await member.read();
  let book: WorkBook;
  try {
    book = read(file.bytes, {
      type: "array",
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      dateNF: "yyyy/m/d",
    });
  } catch (cause) {
    throw /password|encrypt/i.test(String(cause))
      ? new ExtractionError("password", "the workbook is locked with a password", file.path, cause)
      : new ExtractionError("damaged", "the workbook is damaged", file.path, cause);
  }
  return book.SheetNames.map((name, i) =>
    sheetOf(name, book.Sheets[name] ?? {}, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0),
  );
}

function sheetOf(name: string, sheet: WorkSheet, hidden: boolean): Sheet {
  const data = (sheet["!data"] ?? []) as (CellObject | undefined)[][];
  const rowShown = (r: number): boolean => sheet["!rows"]?.[r]?.hidden !== true;
  const colShown = (c: number): boolean => sheet["!cols"]?.[c]?.hidden !== true;
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
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  data.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const text = displayed(cell);
      if (text === "" || covered.has(`${r},${c}`)) return;
      const end = spans.get(`${r},${c}`) ?? { r, c };
      const rs = after(rowAt, end.r) - rowAt[r]!;
      const cs = after(colAt, end.c) - colAt[c]!;
      if (rs < 1) hiddenRows.add(r);
      else if (cs < 1) hiddenColumns.add(c);
      else {
        const address = `${name}!${columnName(c)}${r + 1}`;
        const bold = (cell as { s?: { bold?: boolean; font?: { bold?: boolean } } }).s?.font?.bold === true;
        cells.push({ r: rowAt[r]!, c: colAt[c]!, rs, cs, text, bold, address });
      }
    });
  });
  return { name, hidden, cells, hiddenRows: hiddenRows.size, hiddenColumns: hiddenColumns.size };
}

/** What the cell shows: a number in its format, without the blanks a format pads with. */
function displayed(cell: CellObject | undefined): string {
  if (!cell || cell.t === "z" || cell.v === undefined) return "";
  const text = cell.t === "s" ? String(cell.v) : (unformatted(cell) ?? cell.w ?? String(cell.v));
  return text.replace(/\r\n?/g, "\n").trim();
}

/** A number without a format: all digits it holds. Excel shows eleven characters of it and would cut 分 off 134279530.52. */
function unformatted(cell: CellObject): string | null {
  if (cell.t !== "n" || typeof cell.v !== "number" || !/^(?:General|@)?$/iu.test(String(cell.z ?? ""))) return null;
  const digits = String(Number(cell.v.toPrecision(15)));
  return digits.includes("e") ? null : digits;
}

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

/** 0 → A, 26 → AA. */
function columnName(c: number): string {
  let name = "";
  for (let n = c + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
