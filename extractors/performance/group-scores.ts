import {
  GROUP,
  GROUP_FULL,
  GROUP_GOT,
  GROUP_POINTS,
  GROUP_SCORE,
  GROUP_SUM,
} from "../../schemas/forms/performance/lists.ts";
import { defineTableExtractor } from "../../src/lib/extractor.ts";
import { squeeze } from "../../src/lib/grid.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { EvaluationReading } from "../../src/lib/reading.ts";
import { type Form, formOf, isNumeric, label, placeOf } from "./form.ts";
import { projectInTitle } from "./scope.ts";

const ID = "performance/group-scores";

interface Total {
  readonly r: number;
  readonly score: Cell;
  readonly full: Cell | null;
}

/**
 * The scores of an evaluation by group of indicators.
 *
 * Looks like   评价项目 | 投入 | 过程 | 产出 | 效果 | 合计, with the lines 权重, 分值 (or 得分), 得分率; or the same turned round:
 *              指标 | 权重 | 得分 | 得分率, with 合计 as the last line
 * Quirks       - a group's score is no result; only 合计 is
 *              - beside a line 权重 the line 分值 is the score, not the full score
 */
export const groupScores = defineTableExtractor({
  id: ID,
  rank: 1,
  matches: (section) => {
    const form = formOf(section);
    return form.rows.length <= 15 && (acrossTotal(form) ?? downTotal(form)) !== null;
  },
  *extract(section, hints) {
    const form = formOf(section);
    const total = acrossTotal(form) ?? downTotal(form);
    if (!total) return;
    yield {
      kind: "evaluation",
      extractor: ID,
      place: placeOf(form, total.r, total.score),
      scope: projectInTitle(section, hints),
      score: squeeze(total.score.text),
      fullScore: total.full ? squeeze(total.full.text) : null,
      grade: null,
      basis: "table",
    } satisfies EvaluationReading;
  },
});

const number = (cell: Cell | undefined): Cell | null => (cell && isNumeric(cell.text) ? cell : null);

function acrossTotal(form: Form): Total | null {
  const head = form.rows[0];
  const sum = head?.cells.find((cell) => GROUP_SUM.test(label(cell.text)));
  if (!head || !sum || head.cells.filter((cell) => GROUP.test(label(cell.text))).length < 2) return null;
  const line = (pattern: RegExp) => form.rows.slice(1).find((row) => pattern.test(label(row.cells[0]?.text)));
  const full = line(GROUP_FULL);
  const got = full ? line(GROUP_SCORE) : line(GROUP_GOT);
  const score = got ? number(form.at(got.r, sum.c)) : null;
  return got && score ? { r: got.r, score, full: full ? number(form.at(full.r, sum.c)) : null } : null;
}

function downTotal(form: Form): Total | null {
  const head = form.rows[0];
  const full = head?.cells.find((cell) => GROUP_FULL.test(label(cell.text)) || label(cell.text) === GROUP_POINTS);
  const got = head?.cells.find((cell) => GROUP_SCORE.test(label(cell.text)) && cell !== full);
  const groups = form.rows.filter((row) => GROUP.test(label(row.cells[0]?.text))).length;
  const sum = form.rows.find((row) => GROUP_SUM.test(label(row.cells[0]?.text)));
  if (!full || !got || !sum || groups < 2) return null;
  const score = number(form.at(sum.r, got.c));
  return score ? { r: sum.r, score, full: number(form.at(sum.r, full.c)) } : null;
}
