import {
  CHECKED_GRADE,
  FULL_SCORE,
  GRADE,
  GRADE_IN_CELL,
  GRADE_LABEL,
  SCORE_GOT,
  SCORE_LABEL,
  TOTAL_LABEL,
} from "../../schemas/forms/performance/results.ts";
import { squeeze } from "../../src/lib/grid.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { EvaluationReading } from "../../src/lib/reading.ts";
import type { IndicatorHead } from "./columns.ts";
import { type Form, type FormRow, isNumeric, label, placeOf } from "./form.ts";
import { namelessTotal } from "./nameless-total.ts";

interface Score {
  readonly score: string;
  readonly fullScore: string | null;
  readonly at: Cell;
  readonly r: number;
}

/**
 * The result a form states: the 总分 line of its indicator block (满分 in the 分值 column, the score in the 得分 column), a field
 * 自评得分, and the grade. A total without a score (a blank form, a form of targets) is no result.
 */
export function result(
  form: Form,
  from: number,
  to: number,
  block: IndicatorHead | undefined,
  head: { readonly extractor: string; readonly scope: string | null },
): EvaluationReading | null {
  const columns = block?.columns ?? {};
  let score: Score | null = null;
  let grade: { readonly text: string; readonly at: Cell; readonly r: number } | null = null;
  for (const row of form.rows.slice(from, to)) {
    const total = pairedTotal(row) ?? totalLine(form, row, columns);
    score = total ?? score ?? scoreField(row);
    const found = gradeField(row) ?? (total ? gradeInTotal(row) : null);
    if (found) grade = { ...found, r: row.r };
  }
  const nameless = score === null && block ? namelessTotal(form, from, to, block) : null;
  if (nameless) score = scoreOf(nameless.score, nameless.full);
  const where = score ?? grade;
  if (!where) return null;
  return {
    kind: "evaluation",
    ...head,
    place: placeOf(form, where.r, where.at),
    score: score?.score ?? null,
    fullScore: score?.fullScore ?? null,
    grade: grade?.text ?? null,
    basis: "table",
  };
}

const scoreOf = (cell: Cell, full: Cell | null): Score => ({
  score: squeeze(cell.text),
  fullScore: full ? squeeze(full.text) : null,
  at: cell,
  r: cell.r,
});

function totalLine(form: Form, row: FormRow, columns: IndicatorHead["columns"]): Score | null {
  const name = row.cells.find((cell) => cell.r === row.r && TOTAL_LABEL.test(label(cell.text)));
  const before = columns.level3?.[0] ?? Number.POSITIVE_INFINITY;
  if (!name || name.c > before) return null;
  const at = (column: number | undefined): Cell | null => {
    const cell = column === undefined ? undefined : form.at(row.r, column);
    return cell && cell !== name && cell.r === row.r && isNumeric(cell.text) ? cell : null;
  };
  const printed = at(columns.score?.[0]);
  const full = at(columns.weight?.[0]);
  if (printed && printed !== full) return scoreOf(printed, full);
  if (!columns.score) return null;
  // A ragged line (总分 | 100 | 96.5): full score and score in this order.
  const numbers = row.cells.filter((cell) => cell !== name && cell.r === row.r && isNumeric(cell.text));
  const last = numbers.at(-1);
  const ragged = form.at(row.r, columns.score[0]!) === undefined;
  const named = numbers.length === 1 && SCORE_GOT.test(label(name.text));
  if (!last || !(named || (ragged && numbers.length > 1))) return null;
  return { score: squeeze(last.text), fullScore: named ? null : squeeze(numbers[0]!.text), at: last, r: row.r };
}

/** A total line in pairs of label and number: 总分 | 100 | 总得分 | 93.25. */
function pairedTotal(row: FormRow): Score | null {
  const own = row.cells.filter((cell) => cell.r === row.r && label(cell.text) !== "");
  if (own.length < 4 || !TOTAL_LABEL.test(label(own[0]!.text))) return null;
  const after = (pattern: RegExp): Cell | null => {
    const i = own.findIndex((cell) => pattern.test(label(cell.text)));
    const next = own[i + 1];
    return i >= 0 && next && isNumeric(next.text) ? next : null;
  };
  const got = after(SCORE_GOT);
  if (!got) return null;
  const full = after(FULL_SCORE);
  return { score: squeeze(got.text), fullScore: full && full !== got ? squeeze(full.text) : null, at: got, r: row.r };
}

function scoreField(row: FormRow): Score | null {
  for (const [i, cell] of row.cells.entries()) {
    const next = row.cells.slice(i + 1).find((other) => label(other.text) !== "");
    if (cell.r === row.r && next && SCORE_LABEL.test(label(cell.text)) && isNumeric(next.text))
      return { score: squeeze(next.text), fullScore: null, at: next, r: row.r };
  }
  return null;
}

/** 自评等级 | 优, `评价等级：良`, or boxes: `☑优 □良 □中 □差`. */
export function gradeField(row: FormRow): { text: string; at: Cell } | null {
  for (const [i, cell] of row.cells.entries()) {
    const text = label(cell.text);
    const inside = GRADE_IN_CELL.exec(text);
    if (inside && GRADE_LABEL.test(inside[1]!)) {
      const grade = gradeIn(inside[2]!);
      if (grade) return { text: grade, at: cell };
    }
    const next = row.cells.slice(i + 1).find((other) => label(other.text) !== "");
    if (!next || next.text.length > 60 || text.length > 20 || !GRADE_LABEL.test(text)) continue;
    const grade = gradeIn(label(next.text));
    if (grade) return { text: grade, at: next };
  }
  return null;
}

/** 总分 | 100 | 96 | 优: the grade behind the score. */
function gradeInTotal(row: FormRow): { text: string; at: Cell } | null {
  const at = row.cells.find((cell) => cell.r === row.r && GRADE.test(label(cell.text)));
  return at ? { text: GRADE.exec(label(at.text))![1]!, at } : null;
}

const gradeIn = (text: string): string | null => {
  const checked = CHECKED_GRADE.exec(text);
  return GRADE.exec(text)?.[1] ?? checked?.[1] ?? checked?.[2] ?? null;
};
