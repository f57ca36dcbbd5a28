import { phaseOfColumn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { defineForm, readCell, type Sheet } from "../ledger/form.ts";
import { isGathering, meaningOf, TOTALS } from "../ledger/words.ts";

const ID = "budget/project-table";

/** The column that names the project: 项目名称, not 单位名称 or 项目类别. */
const nameColumn = (sheet: Sheet): number | null =>
  sheet.table.columns.find((column) => /^项目(?:支出)?名称$/u.test(column.path.at(-1) ?? ""))?.index ?? null;
const wholeColumn = (sheet: Sheet) =>
  sheet.lanes
    .flatMap((lane) => lane.values)
    .find(
      (column) =>
        column.path.length > 0 &&
        column.path.every((text) => isGathering(text) || /^(?:项目(?:支出)?|资金来源|预算安排)$/u.test(text)),
    );

/**
 * 项目支出表 of a budget: one line a project.
 *
 * Looks like   类型 | 项目名称 | 项目单位 | 合计 | 一般公共预算 | 政府性基金预算 | …
 * Unit         above the table, at the right
 * Quirks       - the project's name is the scope; lines are counted in printed order
 *              - 合计 is expenditure.project; the lines below read from the 合计 column alone
 */
export const projectTable = defineForm({
  id: ID,
  title: /项目支出(?:预算|明细|情况)*表|项目(?:支出)?预算(?:明细|汇总)?表/u,
  not: /绩效|自评|决算|评价/u,
  fits: (sheet) =>
    nameColumn(sheet) !== null && wholeColumn(sheet) !== undefined && !/得分|结转数|加权/u.test(sheet.heads),
  read,
});

function* read(sheet: Sheet): Iterable<FactReading | null> {
  const names = nameColumn(sheet);
  const column = wholeColumn(sheet);
  if (names === null || column === undefined) return;
  const phase = phaseOfColumn(column.path, sheet.phase);
  let line = 0;
  for (const lane of sheet.lanes.slice(0, 1))
    for (const row of lane.rows) {
      const name = sheet.table.cells[row.row]![names]?.text.replace(/\s+/gu, "") ?? "";
      if ([name, row.name].some((text) => meaningOf(text, TOTALS) !== null)) {
        yield readCell(sheet, ID, row.row, column.index, { concept: "expenditure.project", item: row.name, ...phase });
        continue;
      }
      if (!/\p{Script=Han}/u.test(name)) continue;
      line++;
      if (line <= 999)
        yield readCell(sheet, ID, row.row, column.index, {
          concept: `project.${line}`,
          item: name,
          scope: name,
          ...phase,
        });
    }
}
