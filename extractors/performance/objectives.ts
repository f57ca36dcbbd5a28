import {
  ACHIEVED,
  EXPECTED,
  LONG_TERM_OBJECTIVE,
  NO_OBJECTIVE,
  OBJECTIVE_IN_CELL,
  OBJECTIVE_LABEL,
  SENTENCE_MARK,
} from "../../schemas/forms/performance/objective.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { ObjectiveReading } from "../../src/lib/reading.ts";
import { type Form, type FormRow, inline, isNumeric, label, placeOf } from "./form.ts";

const MAX_LABEL = 22;
/** A label is no sentence: 年度目标全面完成。 is an answer. */
const short = (text: string): boolean => text !== "" && text.length <= MAX_LABEL && !SENTENCE_MARK.test(text);
const isExpected = (text: string): boolean => short(text) && EXPECTED.test(text) && !LONG_TERM_OBJECTIVE.test(text);
const isAchieved = (text: string): boolean => short(text) && ACHIEVED.test(text);
const isLongTerm = (text: string): boolean => LONG_TERM_OBJECTIVE.test(text);
const isLabel = (text: string): boolean => short(text) && OBJECTIVE_LABEL.test(text);

/**
 * 年度总体目标, rows `from` to `to`: two heads with the texts below (预期目标 | 实际完成情况), or a label with its text at the
 * right, over as many rows as the label spans. 中期目标 beside 年度目标 is left out.
 */
export function* objectives(
  form: Form,
  from: number,
  to: number,
  head: { readonly extractor: string; readonly scope: string | null },
): Generator<ObjectiveReading> {
  let done = from;
  const rows = form.rows.slice(from, to);
  // 项目总目标 is the objective only where no 年度绩效目标 stands beside it.
  const labels = (cells: readonly Cell[]): string[] => cells.map(({ text }) => label(text)).filter(isLabel);
  const ofYear = rows.some(({ cells }) => labels(cells).some((text) => !isLongTerm(text)));
  for (const row of rows) {
    const own = labels(row.cells.filter((cell) => cell.r === row.r));
    const other =
      own.length > 0 && own.some(isLongTerm) && !own.some((text) => EXPECTED.test(text) && !isLongTerm(text));
    if (row.r < done || (ofYear && other)) continue;
    const found = underHeads(form, row, to) ?? besideLabel(form, row, to);
    if (!found) continue;
    done = found.end;
    if (found.expected === null && found.achieved === null) continue;
    const { expected, achieved } = found;
    yield { kind: "objective", ...head, place: placeOf(form, found.at.r, found.at), expected, achieved };
  }
}

/** The first row from `from` to `to` that begins with the label of an objective (年度目标2); `to` where none does. */
export function objectiveRow(form: Form, from: number, to: number): number {
  const found = form.rows.slice(from, to).find(({ r, cells }) => cells[0]?.r === r && isLabel(label(cells[0].text)));
  return found?.r ?? to;
}

interface Found {
  readonly expected: string | null;
  readonly achieved: string | null;
  readonly at: Cell;
  /** First row after the block. */
  readonly end: number;
}

const textsAt = (form: Form, from: number, to: number, c: number): string | null => {
  const cells: (Cell | undefined)[] = [];
  for (let r = from; r < to; r++) cells.push(form.at(r, c));
  return joined(cells);
};

function joined(cells: readonly (Cell | undefined)[]): string | null {
  const text = [...new Set(cells)]
    .map((cell) => inline(cell?.text))
    .filter((t) => t !== null)
    .join("");
  return text === "" || NO_OBJECTIVE.test(text) ? null : text;
}

/** The row the label beside the heads still speaks for. */
const spanEnd = (row: FormRow, to: number, column: number): number => {
  const side = row.cells.findLast((cell) => cell.c < column);
  return side && side.rs > 1 ? Math.min(to, side.r + side.rs) : row.r + 1;
};

/** 预期目标 | 实际完成情况 with the texts in the rows below. */
function underHeads(form: Form, row: FormRow, to: number): Found | null {
  const own = row.cells.filter((cell) => cell.r === row.r);
  const heads = own.filter((cell) => isExpected(label(cell.text)));
  const nextOf = (cell: Cell): Cell | undefined =>
    row.cells.slice(row.cells.indexOf(cell) + 1).find((next) => label(next.text) !== "");
  const paired = heads.find((cell) => isAchieved(label(nextOf(cell)?.text)));
  const expected = paired ?? heads.at(-1);
  if (!expected) return null;
  const achieved = paired ? nextOf(paired) : undefined;
  const sided =
    heads.length > 1 || own.some((cell) => LONG_TERM_OBJECTIVE.test(label(cell.text))) || (row.cells[0]?.rs ?? 1) > 1;
  if (!paired && (nextOf(expected) !== undefined || !sided || expected === row.cells[0])) return null;
  const other = heads.filter((cell) => cell !== expected && cell.rs === 1).at(-1);
  const end = Math.max(row.r + 2, spanEnd(row, to, expected.c));
  const at = form.at(row.r + 1, expected.c);
  if (!at || row.r + 1 >= to) return null;
  return {
    // 年初绩效目标 | 全年（调整）绩效目标: the first stands where the second is blank.
    expected: textsAt(form, row.r + 1, end, expected.c) ?? (other ? textsAt(form, row.r + 1, end, other.c) : null),
    achieved: achieved ? textsAt(form, row.r + 1, end, achieved.c) : null,
    at,
    end,
  };
}

/** 年度总体目标 | text, with 实际完成情况 | text at its right or in the row below. */
function besideLabel(form: Form, row: FormRow, to: number): Found | null {
  const name = row.cells.find((cell) => cell.r === row.r && isLabel(label(cell.text)));
  if (!name) return inOneCell(row);
  const end = Math.min(to, Math.max(row.r + 1, name.r + name.rs));
  const expected: Cell[] = [];
  const achieved: Cell[] = [];
  let into = expected;
  let named = false;
  let last = row.r + 1;
  const take = (cells: readonly Cell[]): void => {
    for (const [i, cell] of cells.entries()) {
      const text = label(cell.text);
      // 部门职责 | 负责…: the label of something else, and what it says
      if (isForeign(cell, cells[i + 1])) return;
      if (isAchieved(text)) into = achieved;
      else if (isExpected(text) || isLabel(text)) {
        // 部门职责 | … above 总体绩效目标 | …: what stands before the inner label is none of it
        if (!named) expected.length = 0;
        named = true;
        into = expected;
      } else if (!isNumeric(cell.text) && text !== "") into.push(cell);
    }
  };
  for (let r = row.r; r < end; r++) take(form.rows[r]!.cells.filter((cell) => cell.c > name.c && cell.r === r));
  last = end;
  const below = form.rows[end]?.cells[0];
  if (achieved.length === 0 && end < to && below && below.r === end && isAchieved(label(below.text))) {
    take(form.rows[end]!.cells);
    last = end + 1;
  }
  const at = expected[0] ?? achieved[0];
  return at ? { expected: joined(expected), achieved: joined(achieved), at, end: last } : null;
}

const FOREIGN_LABEL = 8;
/** A short cell of Han characters before a sentence: a label that is none of the objective's. */
function isForeign(cell: Cell, next: Cell | undefined): boolean {
  const text = label(cell.text);
  const isName = /^\p{Script=Han}+$/u.test(text) && text.length <= FOREIGN_LABEL;
  return isName && !isLabel(text) && !isExpected(text) && !isAchieved(text) && SENTENCE_MARK.test(next?.text ?? "");
}

/** `年度绩效目标：…` with its text in the same cell. */
function inOneCell(row: FormRow): Found | null {
  for (const cell of row.cells) {
    if (cell.r !== row.r) continue;
    const parts = OBJECTIVE_IN_CELL.exec(cell.text.trim());
    if (parts && isLabel(label(parts[1])) && label(parts[2]).length > 4)
      return { expected: inline(parts[2]), achieved: null, at: cell, end: row.r + 1 };
  }
  return null;
}
