import type { Cell, Grid, Layout, Paragraph } from "../../../src/lib/layout.ts";
import type { MediaType } from "../../../src/lib/source-file.ts";
import { docxOf, p, tbl, tc } from "../docx-writer.ts";
import { workbookOf } from "../workbook-of.ts";
import { cellsOf, type PrintedCell, type PrintedForm } from "./printed.ts";

/** A form put into a file of one kind, in one manner. */
export interface Carrier {
  readonly name: string;
  readonly type: MediaType;
  put(heading: string, form: PrintedForm): Uint8Array | string;
}

const UNIT = "单位：万元";
const lines = (heading: string, { title }: PrintedForm): string[] => [heading, "", title, UNIT];
const textOf = (cells: readonly (PrintedCell | null)[], blank: string): string[] =>
  cells.map((cell) => cell?.text ?? blank);
/** A row without its blank cells: text out of a PDF keeps none. */
const filled = (cells: readonly (PrintedCell | null)[]): string[] =>
  cells.flatMap((cell) => (cell === null || cell.text === "" ? [] : [cell.text]));

const text = (name: string, row: (cells: readonly (PrintedCell | null)[], r: number) => string): Carrier => ({
  name,
  type: "text",
  put: (heading, form) => [...lines(heading, form), ...cellsOf(form.rows).map(row), ""].join("\n"),
});

/** 机关事业单位基本养老 / 保险缴费支出 12.30: a label too long for its column goes on in the next line. */
function broken(label: string): string {
  const LONGEST = 8;
  return label.length <= LONGEST + 2 ? label : `${label.slice(0, LONGEST)}\n${label.slice(LONGEST)}`;
}

function layoutOf(heading: string, form: PrintedForm): Layout {
  const rows = cellsOf(form.rows);
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, c): Cell[] => (cell === null ? [] : [{ r, c, ...cell, page: 1, box: null }])),
  );
  const grid: Grid = { kind: "grid", page: 1, box: null, rows: rows.length, cols: rows[0]!.length, cells };
  const paragraph = (text: string): Paragraph => ({ kind: "paragraph", page: 1, box: null, text });
  return {
    file: { path: "t", name: "t", bytes: new Uint8Array(), sha256: "0".repeat(64), mediaType: "xlsx", containers: [] },
    reader: "test",
    trouble: [],
    pages: [
      {
        number: 1,
        width: 0,
        height: 0,
        from: "office",
        blocks: [heading, form.title, UNIT].map(paragraph).concat(grid as never),
      },
    ],
  };
}

/** A page with the form as a table: what all other carriers are held against. */
export const AS_HTML: Carrier = {
  name: "html",
  type: "html",
  put: (heading, form) =>
    `<meta charset="utf-8"><h2>${heading}</h2><p>${form.title}</p><p>${UNIT}</p><table>${cellsOf(form.rows)
      .map(
        (row) =>
          `<tr>${row
            .map((cell) => (cell === null ? "" : `<td rowspan="${cell.rs}" colspan="${cell.cs}">${cell.text}</td>`))
            .join("")}</tr>`,
      )
      .join("")}</table>`,
};

/** The other manners in which a form reaches us. */
export const CARRIERS: readonly Carrier[] = [
  {
    name: "docx",
    type: "docx",
    put(heading, form) {
      const rows = cellsOf(form.rows);
      const table = rows.map((row, r) =>
        row.flatMap((cell, c) => {
          if (cell !== null)
            return [tc(cell.text, `${span(cell.cs)}${cell.rs > 1 ? '<w:vMerge w:val="restart"/>' : ""}`)];
          const over = rows[r - 1]?.[c];
          return over && over.rs > 1 ? [tc("", `${span(over.cs)}<w:vMerge/>`)] : [];
        }),
      );
      return docxOf([...lines(heading, form).map((line) => p(line)), tbl(...table)].join(""));
    },
  },
  { name: "xlsx", type: "xlsx", put: (heading, form) => workbookOf(layoutOf(heading, form)) },
  text("tabs", (cells) => textOf(cells, "").join("\t")),
  text("bars", (cells) => `| ${textOf(cells, " ").join(" | ")} |`),
  {
    name: "bars with title and unit inside",
    type: "text",
    put: (heading, form) =>
      [
        heading,
        "",
        ...[form.title, UNIT].map((line) => `${line} |${" |".repeat(cellsOf(form.rows)[0]!.length - 1)}`),
        ...cellsOf(form.rows).map((cells) => `${textOf(cells, "").join(" | ")} |`),
        "",
      ].join("\n"),
  },
  text("one cell a line", (cells) => filled(cells).join("\n")),
  text("one cell a line, a bar behind each", (cells) =>
    filled(cells)
      .map((cell) => `${cell} |`)
      .join("\n"),
  ),
  text("one cell a line, a bar behind each, blank cells too", (cells) =>
    cells.flatMap((cell) => (cell === null ? [] : [cell.text === "" ? "|" : `${cell.text} |`])).join("\n"),
  ),
  text("one cell a line, bars between them", (cells) =>
    cells
      .flatMap((cell) => (cell === null ? [] : [cell.text, "|"]))
      .filter((text) => text !== "")
      .join("\n"),
  ),
  text("one cell a paragraph, blank cells too", (cells) =>
    cells.flatMap((cell) => (cell === null ? [] : [`\n${cell.text}`])).join("\n"),
  ),
  text("bars, merged cells once", (cells) => {
    const own = cells.flatMap((cell) => (cell === null ? [] : [cell.text]));
    return `${own.join(" | ")} |${"|".repeat(cells.length - own.length)}`;
  }),
  text("blanks", (cells) => filled(cells).join(" ")),
  text("pdftotext", (cells, r) =>
    filled(cells)
      .map((cell, i) => (i === 0 || r === 0 ? cell : broken(cell)))
      .join("  "),
  ),
  text("copied out of a PDF", (cells) => filled(cells).map(broken).join(" ")),
];

const span = (cs: number): string => (cs > 1 ? `<w:gridSpan w:val="${cs}"/>` : "");
