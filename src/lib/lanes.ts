import { CODE_HEAD, LABEL_HEAD, UNIT_CODE_HEAD, UNIT_COLUMN } from "../../schemas/forms/heads.ts";
import { CODE, DIGITS, GLUED_CODE, NOTHING } from "../../schemas/forms/numbers.ts";
import { squeeze } from "./grid.ts";
import { type Column, headOf, isOrderColumn, looksLikeAmount, type Table } from "./header.ts";
import type { Cell } from "./layout.ts";
import { isUnit } from "./units.ts";

/** Part of a table that is read by itself: label columns and the value columns right of them. A form may print several side by side. */
export interface Lane {
  readonly labels: readonly Column[];
  readonly values: readonly Column[];
  readonly rows: readonly LaneRow[];
}

/** One line of a lane: its printed code (digits joined) and name. */
export interface LaneRow {
  readonly row: number;
  readonly code: string | null;
  readonly name: string;
  readonly label: Cell | undefined;
  /** What the line's own unit column prints: 万元, 辆. */
  readonly unit: string | null;
}

type Kind = "label" | "code" | "value" | "order" | "unit";

const HAN = /\p{Script=Han}/u;

/** Splits a table into its lanes by what the columns hold: words, codes, amounts. */
export function lanesOf(table: Table): Lane[] {
  const kinds = table.columns.map((column) => kindOf(table, column));
  const lanes: Lane[] = [];
  let labels: Column[] = [];
  let values: Column[] = [];
  const close = () => {
    if (labels.length > 0) lanes.push({ labels, values, rows: rowsOf(table, labels, kinds) });
    else if (lanes.length === 0 && values.length > 1 && table.rows.length === 1)
      lanes.push({ labels, values, rows: [unnamed(table.rows[0]!)] });
    labels = [];
    values = [];
  };
  for (const column of table.columns) {
    const kind = kinds[column.index]!;
    if (kind === "order" || kind === "unit") continue;
    if (kind === "value") values.push(column);
    else {
      if (values.length > 0) close();
      labels.push(column);
    }
  }
  close();
  return lanes;
}

function kindOf(table: Table, column: Column): Kind {
  if (isOrderColumn(column)) return "order";
  let words = 0;
  let codes = 0;
  let filled = 0;
  let units = 0;
  for (const r of table.rows) {
    const cell = table.cells[r]![column.index];
    const text = squeeze(cell?.text ?? "");
    // a header cell may reach down into the first data row
    if (cell === undefined || cell.r < table.headRows || text === "" || NOTHING.test(text)) continue;
    // a total spanning 编码 and 名称 says nothing of either column
    if (cell.cs > 1 && HAN.test(text)) continue;
    filled++;
    if (isUnit(text)) units++;
    if (HAN.test(text) && !looksLikeAmount(text)) words++;
    else if (DIGITS.test(text)) codes++;
  }
  const head = headOf(column);
  if (UNIT_COLUMN.test(head) && units === filled) return "unit";
  if (CODE_HEAD.test(head) && codes + words === filled) return words > codes ? "label" : "code";
  // a column without head and content is nothing: text saved with needless tabs
  if (filled === 0) return LABEL_HEAD.test(head) ? "label" : column.path.length === 0 ? "order" : "value";
  if (words > filled / 2) return "label";
  return codes === filled && codesIn(table, column) ? "code" : "value";
}

/** Codes without a head that says so: every number is a classification code and words stand right of them. */
function codesIn(table: Table, column: Column): boolean {
  let named = 0;
  for (const r of table.rows) {
    const cell = table.cells[r]![column.index];
    const text = squeeze(cell?.text ?? "");
    if (cell === undefined || !/^\d+$/u.test(text)) continue;
    if (!CODE.test(text)) return false;
    const next = table.cells[r]!.slice(cell.c + cell.cs).find((other) => squeeze(other?.text ?? "") !== "");
    if (HAN.test(next?.text ?? "")) named++;
  }
  return named > 1;
}

function rowsOf(table: Table, labels: readonly Column[], kinds: readonly Kind[]): LaneRow[] {
  const rows: LaneRow[] = [];
  const levels = new Map<number, string>();
  const last = labels.at(-1)!.index;
  const unitColumn = kinds.findIndex((kind, c) => kind === "unit" && c > last);
  for (const r of table.rows) {
    const lines: { code: string | null; name: string; label: Cell | undefined }[] = [];
    let parts: string[] = [];
    const seen = new Set<Cell>();
    for (const column of labels) {
      const cell = table.cells[r]![column.index];
      if (cell === undefined || cell.r < table.headRows || seen.has(cell)) continue;
      seen.add(cell);
      const text = squeeze(cell.text);
      if (text === "") {
        // 类 printed once for all its 款
        const level = kinds[column.index] === "code" && parts.length === 0 ? levels.get(column.index) : undefined;
        if (level !== undefined && laterCode(table, r, labels, column)) parts.push(level);
      } else if (HAN.test(text) && !looksLikeAmount(text)) {
        const glued = GLUED_CODE.exec(text);
        lines.push({ code: glued ? glued[1]! : joinCode(parts), name: glued ? glued[2]! : text, label: cell });
        parts = [];
      } else if (DIGITS.test(text) && kinds[column.index] === "code" && !UNIT_CODE_HEAD.test(headOf(column))) {
        parts.push(text);
        levels.set(column.index, text);
      }
    }
    const line = lineOf(lines);
    if (line === null && parts.length === 0) continue;
    const unit = unitColumn < 0 ? "" : squeeze(table.cells[r]![unitColumn]?.text ?? "");
    rows.push({
      row: r,
      name: line?.name ?? "",
      label: line?.label,
      code: line?.code ?? joinCode(parts),
      unit: unit === "" ? null : unit,
    });
  }
  return rows;
}

/** The one row of a form that prints nothing but heads over amounts: the whole body's. */
const unnamed = (row: number): LaneRow => ({ row, code: null, name: "", label: undefined, unit: null });

/** One line a row: where a row names a line twice (政府预算 and 部门预算经济分类), the department's; else the lowest name. */
function lineOf<T extends { code: string | null }>(lines: readonly T[]): T | null {
  return (
    lines.find(({ code }) => code?.startsWith("3")) ??
    lines.filter(({ code }) => code !== null).at(-1) ??
    lines.at(-1) ??
    null
  );
}

const laterCode = (table: Table, r: number, labels: readonly Column[], after: Column): boolean =>
  labels.some(
    (column) => column.index > after.index && DIGITS.test(squeeze(table.cells[r]![column.index]?.text ?? "")),
  );

/** 204 | 06 | 01 → 2040601; 301 | 2 → 30102; 204 | 20406 | 2040601 → 2040601; null where it is no classification code. */
export function joinCode(parts: readonly string[]): string | null {
  let code = "";
  for (const part of parts)
    code =
      code !== "" && part.length > code.length && part.startsWith(code)
        ? part
        : code + (code === "" ? part : part.padStart(2, "0"));
  return CODE.test(code) ? code : null;
}
