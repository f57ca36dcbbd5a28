import { PROJECT_MONEY, PROJECT_NAME, PROJECTS, WEIGHED } from "../../schemas/forms/projects.ts";
import { TOTALS } from "../../schemas/forms/totals.ts";
import { phaseOfColumn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { defineForm, readCell, type Sheet } from "../ledger/form.ts";
import { isGathering } from "../ledger/words.ts";

/** The column that names the project: 项目名称, not 单位名称 or 项目类别. */
const nameColumn = (sheet: Sheet): number | null =>
  sheet.table.columns.find((column) => PROJECT_NAME.test(column.path.at(-1) ?? ""))?.index ?? null;
const wholeColumn = (sheet: Sheet) =>
  sheet.lanes
    .flatMap((lane) => lane.values)
    .find(
      (column) => column.path.length > 0 && column.path.every((text) => isGathering(text) || PROJECT_MONEY.test(text)),
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
  is: PROJECTS,
  fits: (sheet) => nameColumn(sheet) !== null && wholeColumn(sheet) !== undefined && !WEIGHED.test(sheet.heads),
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
        yield readCell(sheet, PROJECTS.id, row.row, column.index, {
          concept: "expenditure.project",
          item: row.name,
          ...phase,
        });
        continue;
      }
      if (!/\p{Script=Han}/u.test(name)) continue;
      line++;
      if (line <= 999)
        yield readCell(sheet, PROJECTS.id, row.row, column.index, {
          concept: `project.${line}`,
          item: name,
          scope: name,
          ...phase,
        });
    }
}
