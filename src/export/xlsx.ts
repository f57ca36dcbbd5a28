import { writeFileSync } from "node:fs";
import writeWorkbook from "write-excel-file/node";
import { fixTimes } from "./fixed-time.ts";
import { type Cell, cellText, type ExportTable, type ExportType } from "./table.ts";

/** What a worksheet and a cell hold at most. */
export const SHEET_ROWS = 1_048_576;
const CELL_TEXT = 32_767;
/** Digits a spreadsheet's number keeps; longer ones stay text, so that none is lost. */
const EXACT_DIGITS = 15;

type Sheets = Exclude<Parameters<typeof writeWorkbook>[0], readonly (readonly unknown[])[]>;
type Sheet = Sheets[number] & { data: SheetRow[] };
type SheetCell = {
  value: string | number | boolean | Date;
  type: unknown;
  format?: string;
  fontWeight?: "bold";
} | null;
type SheetRow = SheetCell[];

const fits = (text: string): boolean => text.replace(/\D/gu, "").replace(/^0+/u, "").length <= EXACT_DIGITS;
const words = (text: string): SheetCell => {
  // Characters XML cannot hold.
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "");
  return { value: clean.length > CELL_TEXT ? `${clean.slice(0, CELL_TEXT - 1)}…` : clean, type: String };
};

/** Text and codes as text (so nothing becomes a formula), everything that counts as a number. */
function sheetCell(type: ExportType, cell: Cell): SheetCell {
  if (cell === null) return null;
  switch (type) {
    case "year":
    case "integer":
      return { value: Number(cell), type: Number };
    case "boolean":
      return { value: cell === 1n, type: Boolean };
    case "date":
      return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
    case "yuan":
    case "decimal": {
      const text = cellText(type, cell)!;
      if (!fits(text)) return words(text);
      return { value: Number(text), type: Number, ...(type === "yuan" ? { format: "#,##0.00" } : {}) };
    }
    default:
      return words(String(cell));
  }
}

const head = (names: readonly string[]): SheetRow =>
  names.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
const WIDTHS: Readonly<Partial<Record<ExportType, number>>> = { text: 24, yuan: 18, code: 14, year: 8, boolean: 8 };

/** A table over as many worksheets as it needs, each with its head. */
function sheetsOf({ title, columns, rows }: ExportTable, perSheet: number): Sheet[] {
  const sheets: Sheet[] = [];
  const begin = (): SheetRow[] => {
    const data = [head(columns.map(({ name }) => name))];
    const sheet = sheets.length === 0 ? title[0] : `${title[0]} ${sheets.length + 1}`;
    const widths = columns.map(({ type }) => ({ width: WIDTHS[type] ?? 12 }));
    sheets.push({ sheet, data, columns: widths, stickyRowsCount: 1 } as unknown as Sheet);
    return data;
  };
  let data = begin();
  for (const row of rows()) {
    if (data.length === perSheet) data = begin();
    data.push(columns.map(({ type }, n) => sheetCell(type, row[n]!)));
  }
  return sheets;
}

/** What every column of every table means. */
function dictionarySheet(tables: readonly ExportTable[]): Sheet {
  const rows = tables.flatMap(({ title, columns }) =>
    columns.map(({ name, type, note }) => [title[0], name, type, ...note].map(words)),
  );
  const data = [head(["表", "列", "类型", "含义", "meaning"]), ...rows];
  return {
    sheet: "字典",
    data,
    columns: [16, 26, 10, 50, 60].map((width) => ({ width })),
    stickyRowsCount: 1,
  } as unknown as Sheet;
}

/** All tables in one workbook, the dictionary last; gives the rows of all. */
export async function writeXlsx(path: string, tables: readonly ExportTable[], perSheet = SHEET_ROWS): Promise<number> {
  const sheets = tables.flatMap((table) => sheetsOf(table, perSheet));
  const rows = sheets.reduce((sum, { data }) => sum + data.length - 1, 0);
  const archive = await writeWorkbook([...sheets, dictionarySheet(tables)] as unknown as Sheets).toBuffer();
  fixTimes(archive);
  writeFileSync(path, archive);
  return rows;
}
