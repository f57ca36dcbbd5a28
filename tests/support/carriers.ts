import { docxOf, p } from "./docx-writer.ts";
import { tableSection } from "./table-section.ts";
import { workbookOf } from "./workbook-of.ts";

/** A printed table: what stands above it, and its rows as `tableSection` writes them. */
export interface PrintedTable {
  readonly above: readonly string[];
  readonly rows: string;
}

type Cells = ReturnType<typeof tableSection>["grid"]["cells"];

const rowsOf = (table: PrintedTable): Cells[number][][] => {
  const { grid } = tableSection(table.rows);
  return Array.from({ length: grid.rows }, (_, r) =>
    grid.cells.filter((cell) => cell.r === r).sort((a, b) => a.c - b.c),
  );
};
/** Rows with a text for every place: merged cells are printed once and leave the rest blank. */
const places = (table: PrintedTable): string[][] => {
  const { grid } = tableSection(table.rows);
  const out = Array.from({ length: grid.rows }, () => new Array<string>(grid.cols).fill(""));
  for (const cell of grid.cells) out[cell.r]![cell.c] = cell.text;
  return out;
};
const filled = (texts: readonly string[]): string[] => texts.filter((text) => text !== "");

/** As a web page. */
export const asHtml = (table: PrintedTable): string =>
  `<html><body>${table.above.map((line) => `<p>${line}</p>`).join("")}<table border="1">${rowsOf(table)
    .map(
      (row) => `<tr>${row.map(({ text, rs, cs }) => `<td rowspan="${rs}" colspan="${cs}">${text}</td>`).join("")}</tr>`,
    )
    .join("")}</table></body></html>`;

/** As a Word document. */
export function asDocx(table: PrintedTable): Uint8Array {
  const { grid } = tableSection(table.rows);
  const cellAt = (r: number, c: number) =>
    grid.cells.find((cell) => r >= cell.r && r < cell.r + cell.rs && c >= cell.c && c < cell.c + cell.cs)!;
  const rows = Array.from({ length: grid.rows }, (_, r) => {
    const cells: string[] = [];
    for (let c = 0; c < grid.cols; ) {
      const { text, r: top, rs, cs } = cellAt(r, c);
      const merge = rs > 1 ? `<w:vMerge${top === r ? ' w:val="restart"' : ""}/>` : "";
      cells.push(`<w:tc><w:tcPr><w:gridSpan w:val="${cs}"/>${merge}</w:tcPr>${p(top === r ? text : "")}</w:tc>`);
      c += cs;
    }
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  const columns = Array.from({ length: grid.cols }, () => '<w:gridCol w:w="900"/>').join("");
  return docxOf(
    `${table.above.map((line) => p(line)).join("")}<w:tbl><w:tblGrid>${columns}</w:tblGrid>${rows.join("")}</w:tbl>`,
  );
}

/** Rows with tabs between their cells. */
export const asTabs = (table: PrintedTable): string =>
  [...table.above, ...places(table).map((row) => row.join("\t"))].join("\n");

/** Rows with tabs, from an editor that takes the blanks off both ends of a line. */
export const asTrimmedTabs = (table: PrintedTable): string =>
  [...table.above, ...places(table).map((row) => row.join("\t").trim())].join("\n");

/** Rows with bars, the lines above them in rows of the table. */
export const asBars = (table: PrintedTable): string => {
  const rows = places(table);
  const width = rows[0]!.length;
  const inside = table.above.map((line) => [line, ...new Array<string>(width - 1).fill("")]);
  return [...inside, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
};

/** One cell a line, blank cells lost. */
export const asCellsALine = (table: PrintedTable): string =>
  [...table.above, ...filled(places(table).flat())].join("\n");

/** Rows with one blank between their cells, blank cells lost. */
export const asBlanks = (table: PrintedTable): string =>
  [...table.above, ...places(table).map((row) => filled(row).join(" "))].join("\n");

/** Rows with bars as a page's text keeps them: its cells as they are printed, neither blank nor merged ones, filled up at the end. */
export const asPageRows = (table: PrintedTable): string => {
  const rows = rowsOf(table).map((row) => filled(row.map(({ text }) => text)));
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => `${row.join(" | ")} |${"|".repeat(width - row.length)}`);
  return [...table.above, ...lines].join("\n");
};

/** Every cell on a line of its own with a bar behind it, blank ones too. */
export const asBarredCells = (table: PrintedTable): string =>
  [
    ...table.above,
    ...rowsOf(table)
      .flat()
      .map(({ text }) => (text === "" ? "|" : `${text} |`)),
  ].join("\n");

/** As a workbook. */
export const asXlsx = (table: PrintedTable): Uint8Array => {
  const paragraph = (text: string) => ({ kind: "paragraph", page: 1, box: null, text });
  const blocks = [...table.above.map(paragraph), tableSection(table.rows).grid];
  return workbookOf({ pages: [{ number: 1, width: 0, height: 0, from: "office", blocks }] } as never);
};

/** All of it on one line. */
export const asOneLine = (table: PrintedTable): string => [...table.above, ...filled(places(table).flat())].join(" ");

/** Characters a column of a printed page holds. */
const COLUMN = 8;

/**
 * As a browser copies it out of a PDF: cell after cell, each broken to the width of its columns and set at the middle of its row; what stands
 * on the same height follows on the same line.
 */
export function asCopied(table: PrintedTable): string {
  const lines: string[] = [...table.above];
  for (const row of rowsOf(table)) {
    const broken = row.map(({ text, cs }) => {
      const width = COLUMN * cs;
      return Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width));
    });
    const height = Math.max(1, ...row.map(({ rs }, i) => (rs === 1 ? broken[i]!.length : 1)));
    let last = Number.NaN;
    for (const cell of broken)
      for (const [i, text] of cell.entries()) {
        const y = (height - cell.length) / 2 + i;
        if (y === last) lines.push(`${lines.pop()!} ${text}`);
        else lines.push(text);
        last = y;
      }
  }
  return lines.join("\n");
}
