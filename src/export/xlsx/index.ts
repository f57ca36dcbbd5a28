import type { ExportTable, ExportType, Row } from "../table.ts";
import { ZipOut } from "../zip-out.ts";
import { columnName, sheetCell, wordsCell } from "./cells.ts";
import { CONTENT_TYPES, RELATIONS, SHEET_END, STYLE_SHEET, STYLES, type Style, sheetStart, workbook } from "./parts.ts";

/** Rows of a worksheet, its head included. */
const SHEET_ROWS = 1_048_576;
/** A part of the package stays below 4 GB whatever its characters take. */
const SHEET_CHARACTERS = 1_300_000_000;
const WIDTHS: Readonly<Partial<Record<ExportType, number>>> = { text: 24, yuan: 18, code: 14, year: 8, boolean: 8 };
const DICTIONARY = "字典";
const DICTIONARY_COLUMNS = [
  ["表", 16],
  ["列", 26],
  ["类型", 10],
  ["含义", 50],
  ["meaning", 60],
] as const;

/**
 * All tables in one workbook, the dictionary last where they are to be explained; gives the rows of all. A table longer than a worksheet goes on in the next, with its
 * head. Written row by row (strings in their cells, no shared table of them), so that memory does not grow with the tables.
 */
export function writeXlsx(
  path: string,
  tables: readonly ExportTable[],
  perSheet = SHEET_ROWS,
  explained = true,
): number {
  const archive = new ZipOut(path);
  try {
    archive.entry("[Content_Types].xml", [CONTENT_TYPES]);
    archive.entry("_rels/.rels", [RELATIONS]);
    const names: string[] = [];
    const sheet = (name: string, rows: Iterable<string>): void => {
      names.push(name);
      archive.entry(`xl/worksheets/sheet${names.length}.xml`, rows);
    };
    let count = 0;
    for (const table of tables) {
      const rows = new Upcoming(table.rows());
      for (let n = 1; n === 1 || rows.more; n++)
        sheet(n === 1 ? table.title[0] : `${table.title[0]} ${n}`, sheetOf(table, rows, perSheet));
      count += rows.taken;
    }
    if (explained) sheet(DICTIONARY, dictionary(tables));
    const { workbook: book, relations } = workbook(names);
    archive.entry("xl/workbook.xml", [book]);
    archive.entry("xl/_rels/workbook.xml.rels", [relations]);
    archive.entry("xl/styles.xml", [STYLE_SHEET]);
    archive.end();
    return count;
  } finally {
    archive.close();
  }
}

/** Rows of a table that several worksheets take from: it is known whether there are more before one is taken. */
class Upcoming {
  readonly #rows: Iterator<Row>;
  #next: IteratorResult<Row>;
  taken = 0;

  constructor(rows: Iterable<Row>) {
    this.#rows = rows[Symbol.iterator]();
    this.#next = this.#rows.next();
  }

  get more(): boolean {
    return this.#next.done !== true;
  }

  take(): Row {
    const row = this.#next.value as Row;
    this.#next = this.#rows.next();
    this.taken++;
    return row;
  }
}

function* sheetOf({ columns }: ExportTable, rows: Upcoming, perSheet: number): Generator<string> {
  const at = columns.map((_, n) => columnName(n));
  yield sheetStart(columns.map(({ type }) => WIDTHS[type] ?? 12));
  yield wordsRow(
    1,
    columns.map(({ name }) => name),
    STYLES.head,
  );
  let size = 0;
  for (let r = 2; r <= perSheet && size < SHEET_CHARACTERS && rows.more; r++) {
    const row = rows.take();
    let cells = "";
    for (const [n, { type }] of columns.entries()) cells += sheetCell(`${at[n]}${r}`, type, row[n]!);
    size += cells.length;
    yield `<row r="${r}">${cells}</row>`;
  }
  yield SHEET_END;
}

/** What every column of every table means. */
function* dictionary(tables: readonly ExportTable[]): Generator<string> {
  yield sheetStart(DICTIONARY_COLUMNS.map(([, width]) => width));
  yield wordsRow(
    1,
    DICTIONARY_COLUMNS.map(([name]) => name),
    STYLES.head,
  );
  let r = 2;
  for (const { title, columns } of tables)
    for (const { name, type, note } of columns) yield wordsRow(r++, [title[0], name, type, ...note], STYLES.plain);
  yield SHEET_END;
}

const wordsRow = (r: number, words: readonly string[], style: Style): string =>
  `<row r="${r}">${words.map((text, n) => wordsCell(`${columnName(n)}${r}`, text, style)).join("")}</row>`;
