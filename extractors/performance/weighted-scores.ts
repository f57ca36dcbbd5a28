import {
  BASIC_OR_WHOLE,
  SHARE_OF_MONEY,
  WEIGHED_MONEY,
  WEIGHED_NAME,
  WEIGHED_RESULT,
  WEIGHED_SCORE,
  WEIGHED_SHARE,
  WEIGHED_TOTAL,
} from "../../schemas/forms/performance/lists.ts";
import { defineTableExtractor } from "../../src/lib/extractor.ts";
import { squeeze } from "../../src/lib/grid.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { EvaluationReading, Reading } from "../../src/lib/reading.ts";
import type { PrintedUnit } from "../../src/lib/section.ts";
import { type Form, formOf, inline, isNumeric, itemOf, label, moneyUnit, placeOf, yearOf } from "./form.ts";
import { factOf, unitOf } from "./measures.ts";

const ID = "performance/weighted-scores";

/**
 * The table that weighs the scores of all projects into the department's score.
 *
 * Looks like   项目名称 | 财政资金（万元） | 项目得分 | 资金占比 | 加权得分, one line a project, 部门整体（基本支出） among them
 * Unit         in the head: 财政资金（万元）
 * Quirks       - 加权得分 of a line is its share of the sum, no result; in the line 总计 it is the result of the department
 *              - 资金占比 may be one cell for several projects: a share of none of them
 */
export const weightedScores = defineTableExtractor({
  id: ID,
  rank: 2,
  matches: (section) => headOf(formOf(section)) !== null,
  *extract(section) {
    const form = formOf(section);
    const head = headOf(form);
    if (!head) return;
    const money = moneyUnit(form);
    let project = 0;
    for (const row of form.rows.slice(head.row + 1)) {
      const name = form.at(row.r, head.name);
      const item = inline(name?.text);
      if (!name || name.r !== row.r || item === null) continue;
      const total = WEIGHED_TOTAL.test(itemOf(item));
      const whole = BASIC_OR_WHOLE.test(item);
      if (!total && !whole) project++;
      const concept = total ? "expenditure.current" : whole ? "expenditure.basic" : `project.${project}`;
      const scope = total || whole ? null : itemOf(item);
      yield* facts(form, row.r, head, { concept, scope, label: item, money });
      const score = numberAt(form, row.r, total ? (head.weighted ?? head.score) : head.score);
      if (score) yield evaluation(form, row.r, score, scope);
    }
  },
});

interface Head {
  readonly row: number;
  readonly name: number;
  readonly score: number;
  readonly weighted: number | undefined;
  readonly money: number | undefined;
  readonly share: number | undefined;
}

function headOf(form: Form): Head | null {
  for (const row of form.rows.slice(0, 4)) {
    const at = (pattern: RegExp): number | undefined =>
      row.cells.find((cell) => label(cell.text).length <= 20 && pattern.test(label(cell.text)))?.c;
    const name = at(WEIGHED_NAME);
    const score = at(WEIGHED_SCORE);
    const weighted = at(WEIGHED_RESULT);
    const share = at(WEIGHED_SHARE);
    if (name === undefined || score === undefined || (weighted === undefined && share === undefined)) continue;
    return { row: row.r, name, score, weighted, share, money: at(WEIGHED_MONEY) };
  }
  return null;
}

function* facts(
  form: Form,
  r: number,
  head: Head,
  { money, ...line }: { concept: string; scope: string | null; label: string; money: PrintedUnit },
): Generator<Reading> {
  const common = { extractor: ID, year: yearOf(form.section), ...line };
  for (const [measure, column] of [
    ["actual", head.money],
    ["share", head.share],
  ] as const) {
    const cell = numberAt(form, r, column);
    if (!cell) continue;
    const text = label(form.at(head.row, cell.c)?.text);
    if (measure === "share" && !SHARE_OF_MONEY.test(text)) continue;
    yield factOf(form, r, cell, { ...common, measure, unit: unitOf(measure, cell, text, money) });
  }
}

/** The number a line prints in a column; a cell shared by several lines belongs to none. */
function numberAt(form: Form, r: number, column: number | undefined): Cell | null {
  const cell = column === undefined ? undefined : form.at(r, column);
  return cell && cell.r === r && cell.rs === 1 && isNumeric(cell.text) ? cell : null;
}

const evaluation = (form: Form, r: number, cell: Cell, scope: string | null): EvaluationReading => ({
  kind: "evaluation",
  extractor: ID,
  place: placeOf(form, r, cell),
  scope,
  score: squeeze(cell.text),
  fullScore: null,
  grade: null,
  basis: "table",
});
