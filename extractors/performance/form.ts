import { BEHIND_NUMBER, NUMBER_REMARK, UNIT_IN_LABEL } from "../../schemas/forms/performance/funding.ts";
import { ITEM_NUMBERING, SUM_LINE } from "../../schemas/forms/performance/lists.ts";
import { matrix, squeeze } from "../../src/lib/grid.ts";
import { oneWidth } from "../../src/lib/head-lexer.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { Place, YearRef } from "../../src/lib/reading.ts";
import type { PrintedUnit, TableSection } from "../../src/lib/section.ts";

/** One row of a form: every cell that covers it, once, from left to right. */
export interface FormRow {
  readonly r: number;
  readonly cells: readonly Cell[];
}

/** A printed form as rows; `at(r, c)` is the cell that covers a place. */
export interface Form {
  readonly section: TableSection;
  readonly rows: readonly FormRow[];
  at(r: number, c: number): Cell | undefined;
}

const opened = new WeakMap<TableSection, Form>();

/** The grid of a section as rows of distinct cells, made once for all extractors that look at it. */
export function formOf(section: TableSection): Form {
  const known = opened.get(section);
  if (known) return known;
  const grid = matrix(section.grid);
  const rows = grid.map((row, r) => ({ r, cells: [...new Set(row)].filter((cell) => cell !== undefined) }));
  const form: Form = { section, rows, at: (r, c) => grid[r]?.[c] };
  opened.set(section, form);
  return form;
}

/** The name of a line of a list: in the column of names; 合计 may stand before it, under 序号. */
export const nameOf = (form: Form, row: FormRow, column: number): Cell | undefined => {
  const cell = form.at(row.r, column);
  const first = row.cells[0];
  return first && first !== cell && first.c < column && SUM_LINE.test(label(first.text)) ? first : cell;
};

const HAN = "\\p{Script=Han}，。、；：？！（）“”《》—…";
const SPACE_BETWEEN_HAN = new RegExp(`(?<=[${HAN}])[ \\u3000]+(?=[${HAN}])`, "gu");

/** Cell text on one line: line breaks and the spaces of justified print removed; `null` where nothing is printed. */
export function inline(text: string | undefined): string | null {
  if (text === undefined) return null;
  const line = text
    .replace(/[\u200b\ufeff\u00a0]/g, " ")
    .replace(/[ \t\u3000]*\r?\n[ \t\u3000]*/g, "")
    .replace(SPACE_BETWEEN_HAN, "")
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
  return line === "" ? null : line;
}

/** Label as it is compared: no white space; brackets, colons, signs, digits and letters in one width. */
export const label = (text: string | undefined): string =>
  text === undefined || text === "" ? "" : oneWidth(squeeze(text));

/** The row's name without 其中, numbering and the closing colon, brackets full-width: `其中：1、公车购置：` → `公车购置`. */
export const itemOf = (text: string | undefined): string =>
  label(text)
    .replace(ITEM_NUMBERING, "")
    .replace(/:+$/, "")
    .replace(/[():]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

const NUMBER = /^[-+－−]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?$|^[-+－−]?[.．][\d０-９]+$/u;
/** Whether a cell holds one number, with or without %, 元, 万元, 人, 分 behind it. */
export const isNumeric = (text: string | undefined): boolean =>
  NUMBER.test(squeeze(bareNumber(text ?? "")).replace(BEHIND_NUMBER, ""));

/** A number without the remark in brackets behind it: 100（调减20万）. */
export const bareNumber = (text: string): string => text.replace(NUMBER_REMARK, "$1");

/** The money unit a label names: `项目资金（万元）`, `单位：万元`; `null` where it names none. */
export function unitIn(text: string | undefined): string | null {
  const found = UNIT_IN_LABEL.exec(label(text));
  return found ? (found[1] ?? found[2] ?? null) : null;
}

/**
 * Money unit of a form: from a label inside it, from its caption, or, where the form prints none, 万元, which the model
 * forms of the finance ministry prescribe (`from: "form"`, so that the reader is told).
 */
export function moneyUnit(form: Form, from = 0, to = form.rows.length): PrintedUnit {
  for (const row of form.rows.slice(from, to))
    for (const cell of row.cells) {
      const unit = cell.text.length <= 60 ? unitIn(cell.text) : null;
      if (unit) return { text: unit, from: "row" };
    }
  return form.section.unit ?? { text: "万元", from: "form" };
}

const MAX_QUOTE = 120;
/** Where a cell stands; the quote is its row as printed. */
export function placeOf(form: Form, r: number, cell: Cell | undefined): Place {
  const row = form.rows[r]?.cells ?? [];
  const quote = row
    .map((c) => inline(c.text))
    .filter((t) => t !== null)
    .join(" ");
  return {
    page: cell?.page ?? row[0]?.page ?? form.section.grid.page,
    box: cell?.box ?? null,
    table: form.section.table,
    row: r,
    col: cell?.c ?? null,
    quote: quote === "" ? null : [...quote].slice(0, MAX_QUOTE).join(""),
    ...(cell?.confidence === undefined ? {} : { confidence: cell.confidence }),
    ...(cell?.address === undefined ? {} : { address: cell.address }),
  };
}

/** The year of the form: the one its title states, else the report's. */
export const yearOf = (section: TableSection): YearRef =>
  section.year === null ? { offset: 0 } : { stated: section.year };

/** OCR's other readings of the cells a reading was made of. */
export function doubtsOf(cells: readonly (Cell | undefined)[]): { alternatives?: readonly string[] } {
  const found = cells.flatMap((cell) => cell?.alternatives ?? []);
  return found.length === 0 ? {} : { alternatives: found };
}
