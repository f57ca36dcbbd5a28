import { INDICATOR_HEADS } from "../../schemas/forms/performance/heads.ts";
import { readNumber } from "../../src/lib/amount.ts";
import { Exact } from "../../src/lib/exact.ts";
import type { Cell } from "../../src/lib/layout.ts";
import { wholeMeaning } from "../../src/lib/words.ts";
import type { Columns, IndicatorHead } from "./columns.ts";
import { type Form, isNumeric, label } from "./form.ts";
import { isIndicatorRow } from "./indicators.ts";

/**
 * The last line of an indicator block whose label is lost (a picture stands where 总分 should): known by its sums alone. Its full score is
 * the sum of all full scores above it, its score that of all scores, those of the 资金 block with them. Null where either does not add up.
 */
export function namelessTotal(
  form: Form,
  from: number,
  to: number,
  { body, columns }: IndicatorHead,
): { readonly full: Cell; readonly score: Cell } | null {
  const [weight, score] = [columns.weight?.[0], columns.score?.[0]];
  if (weight === undefined || score === undefined || weight === score) return null;
  for (let r = to - 1; r >= body && !isIndicatorRow(form, r, columns); r--) {
    const own = form.rows[r]?.cells.filter((cell) => cell.r === r && label(cell.text) !== "") ?? [];
    const [full, got] = own;
    if (own.length !== 2 || full?.c !== weight || got?.c !== score) continue;
    const sums = (column: number, role: "weight" | "score"): Exact =>
      marks(form, body, r, columns, column).plus(marksAbove(form, from, body, role));
    const adds = markIn(full).equals(sums(weight, "weight")) && markIn(got).equals(sums(score, "score"));
    return adds ? { full, score: got } : null;
  }
  return null;
}

const NONE = new Exact(0);

function markIn(cell: Cell | undefined): Exact {
  const read = cell && isNumeric(cell.text) ? readNumber(cell.text) : null;
  return read?.kind === "number" ? new Exact(read.value) : NONE;
}

const marks = (form: Form, from: number, to: number, columns: Columns, column: number): Exact =>
  form.rows
    .slice(from, to)
    .filter(({ r }) => isIndicatorRow(form, r, columns) && form.at(r, column)?.r === r)
    .reduce((sum, { r }) => sum.plus(markIn(form.at(r, column))), NONE);

/** What stands below 分值 or 得分 in the 资金 block. */
function marksAbove(form: Form, from: number, to: number, role: "weight" | "score"): Exact {
  const rows = form.rows.slice(from, to);
  for (const { r, cells } of rows) {
    const heads = cells.filter((cell) => cell.r === r && wholeMeaning(label(cell.text), INDICATOR_HEADS) === role);
    if (heads.length !== 1 || r >= to - 2) continue;
    return rows
      .filter((row) => row.r > r && form.at(row.r, heads[0]!.c)?.r === row.r)
      .reduce((sum, row) => sum.plus(markIn(form.at(row.r, heads[0]!.c))), NONE);
  }
  return NONE;
}
