import { parse } from "csv-parse/sync";
import { columnName } from "../sheet/column-name.ts";
import type { Sheet, SheetCell } from "../sheet/sheet-cells.ts";

/** Comma first: the others are what Excel writes where the comma is the decimal sign. */
const DELIMITERS = [",", ";", "\t", "，"] as const;
/** So many records of one width, and so large a part of all, make a file of records and no prose. */
const FEWEST_RECORDS = 3;
const SHARE = 0.6;
/** `="0012.50"`: a text kept from being taken for a number by a formula that only names it. */
const SHIELDED = /^="([^"=]*)"$/;
/** Prose may hold commas, but no record ends a sentence in most of its lines. */
const SENTENCE = /[。；！？]/u;

/** A text of comma-separated values as a sheet. */
export interface CommaSeparated {
  readonly sheet: Sheet;
  /** A quoted field never ends: the text is cut there, or a quote too many. What follows was read as if nothing were quoted. */
  readonly open: boolean;
}

/**
 * A text of comma-separated values (RFC 4180) as a sheet: quoted fields may hold commas, quotes and line breaks; titles and unit lines above
 * may be shorter. Null where the text is no such file.
 */
export function commaSeparated(text: string): CommaSeparated | null {
  const body = text.replace(/^\ufeff?(?:sep=.\r?\n)?/i, "");
  for (const delimiter of DELIMITERS) {
    // Text with tabs is read as it is saved from Word and the like, unless it is quoted as only a program writes it.
    if (!body.includes(delimiter) || (delimiter === "\t" && !/(?:^|\t)"[^"\t]*,[^"\t]*"(?:\t|\r?$)/m.test(body)))
      continue;
    const quote = openQuote(body, delimiter);
    // The line that the quote stands on is read with what follows.
    const head = quote === null ? body.length : body.lastIndexOf("\n", quote) + 1;
    const closed = recordsOf(body.slice(0, head), delimiter, true);
    const rest = quote === null ? [] : recordsOf(body.slice(head), delimiter, false);
    const records = closed && rest && [...closed, ...rest.map((record) => record.map(unquoted))];
    if (records && areRecords(records, body)) return { sheet: sheetOf(records), open: quote !== null };
  }
  return null;
}

const unquoted = (field: string): string => field.replace(/^"|"$/g, "");

/** Where a quoted field begins that never ends; null where there is none. */
function openQuote(text: string, delimiter: string): number | null {
  let opened: number | null = null;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const [before, after] = [text[at - 1], text[at + 1]];
    if (opened === null) {
      if (before === undefined || before === "\n" || before === delimiter) opened = at;
    } else if (after === '"') at++;
    else if (after === undefined || after === "\n" || after === "\r" || after === delimiter) opened = null;
  }
  return opened;
}

function recordsOf(text: string, delimiter: string, quoted: boolean): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      quote: quoted ? '"' : null,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as string[][];
  } catch {
    return null;
  }
}

function areRecords(records: readonly (readonly string[])[], text: string): boolean {
  const filled = records.filter((record) => record.some((field) => field.trim() !== ""));
  const widths = new Map<number, number>();
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  if (width < 2 || count < FEWEST_RECORDS || count < SHARE * filled.length) return false;
  if (filled.some((record) => record.slice(width).some((field) => field.trim() !== ""))) return false;
  // 教育支出84万元;⏎农林水支出12万元;: a mark that ends lines parts no columns
  const alone = filled.filter((record) => record.slice(1).every((field) => field.trim() === "")).length;
  if (2 * alone > filled.length) return false;
  // 1,234.56 without quotes is cut in two: what looks like records then is something else.
  const cut = filled.filter((record) =>
    record.some((field, i) => /^\d{1,3}$/.test(field) && /^\d{3}(?:\.\d+)?$/.test(record[i + 1] ?? "")),
  );
  const sentences = text.split("\n").filter((line) => SENTENCE.test(line)).length;
  return cut.length === 0 && 3 * sentences < filled.length;
}

function sheetOf(records: readonly (readonly string[])[]): Sheet {
  const cells: SheetCell[] = [];
  for (const [r, record] of records.entries())
    for (const [c, field] of record.entries()) {
      const text = (SHIELDED.exec(field.trim())?.[1] ?? field).replace(/\r\n?/g, "\n").trim();
      if (text !== "") cells.push({ r, c, rs: 1, cs: 1, text, bold: false, address: `${columnName(c)}${r + 1}` });
    }
  return { name: "sheet", hidden: false, cells, hiddenRows: 0, hiddenColumns: 0, gone: 0, unread: [] };
}
