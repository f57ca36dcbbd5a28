import { LIST_GRADE, LIST_NAME, LIST_SCORE, SUM_OF_LIST, WHOLE_LINE } from "../../schemas/forms/performance/lists.ts";
import { GRADE } from "../../schemas/forms/performance/results.ts";
import { defineTableExtractor } from "../../src/lib/extractor.ts";
import { squeeze } from "../../src/lib/grid.ts";
import type { Reading } from "../../src/lib/reading.ts";
import { type ValueColumn, valueColumn } from "./costs.ts";
import { type Form, formOf, inline, isNumeric, itemOf, label, moneyUnit, nameOf, placeOf, yearOf } from "./form.ts";
import { factOf, unitOf } from "./measures.ts";

const ID = "performance/results-list";

/**
 * 绩效自评结果汇总表: the projects of a department with their money, score and grade, one line a project.
 *
 * Looks like   序号 | 项目名称 | 预算数 | 执行数 | 执行率 | 自评得分 | 自评等级
 * Unit         in the head or above the table
 * Quirks       - 合计 sums the money and has no score of its own; a line of the whole department (整体支出) has no project
 */
export const resultsList = defineTableExtractor({
  id: ID,
  rank: 1,
  matches: (section) => headOf(formOf(section)) !== null,
  *extract(section) {
    const form = formOf(section);
    const head = headOf(form);
    if (!head) return;
    const money = moneyUnit(form);
    let project = 0;
    for (const row of form.rows.slice(head.row + 1)) {
      const cell = nameOf(form, row, head.name);
      const name = inline(cell?.text);
      if (!cell || cell.r !== row.r || name === null || isNumeric(name)) continue;
      const sum = SUM_OF_LIST.test(itemOf(name));
      const whole = sum || WHOLE_LINE.test(name);
      if (!whole) project++;
      const scope = whole ? null : itemOf(name);
      const concept = whole ? (sum ? "expenditure.project" : "expenditure.current") : `project.${project}`;
      for (const { c, measure, year, head: text } of head.columns) {
        const value = form.at(row.r, c);
        if (!value || value.r !== row.r || !isNumeric(value.text)) continue;
        const unit = unitOf(measure, value, text, money);
        yield factOf(form, row.r, value, { extractor: ID, concept, measure, scope, year, unit, label: name });
      }
      const score = form.at(row.r, head.score);
      const grade = GRADE.exec(label(form.at(row.r, head.grade ?? -1)?.text))?.[1] ?? null;
      const scored = score?.r === row.r && isNumeric(score.text);
      if (sum || (!scored && grade === null)) continue;
      yield {
        kind: "evaluation",
        extractor: ID,
        place: placeOf(form, row.r, score),
        scope,
        score: scored ? squeeze(score.text) : null,
        fullScore: null,
        grade,
        basis: "table",
      } satisfies Reading;
    }
  },
});

interface Head {
  readonly row: number;
  readonly name: number;
  readonly score: number;
  readonly grade: number | undefined;
  readonly columns: readonly ValueColumn[];
}

function headOf(form: Form): Head | null {
  for (const row of form.rows.slice(0, 3)) {
    const at = (pattern: RegExp): number | undefined =>
      row.cells.find((cell) => label(cell.text).length <= 16 && pattern.test(label(cell.text)))?.c;
    const name = at(LIST_NAME);
    const score = at(LIST_SCORE);
    if (name === undefined || score === undefined) continue;
    const columns = row.cells.flatMap((cell) => {
      const column = cell.c > name ? valueColumn(cell.c, label(cell.text), yearOf(form.section)) : null;
      return column ? [column] : [];
    });
    const grade = at(LIST_GRADE);
    if (columns.length > 0 || grade !== undefined) return { row: row.r, name, score, grade, columns };
  }
  return null;
}
