import {
  BALANCE_LINE,
  BARE_NAME,
  DETAIL_NAME,
  OF_ACCOUNTS,
  OF_SANGONG,
  SUM_LINE,
} from "../../schemas/forms/performance/lists.ts";
import { defineTableExtractor } from "../../src/lib/extractor.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { costConcept, type ValueColumn, valueColumn } from "./costs.ts";
import {
  type Form,
  type FormRow,
  formOf,
  inline,
  isNumeric,
  itemOf,
  label,
  moneyUnit,
  nameOf,
  yearOf,
} from "./form.ts";
import { factOf, unitOf } from "./measures.ts";

const ID = "performance/details";

/** Measures only a report on the execution of a budget prints: they tell these tables from those of a budget. */
const OF_EXECUTION = ["adjustment", "carried_in", "balance", "saving", "saving_rate"];

/**
 * 基本支出明细表, 项目支出明细表 and the 三公 savings table of a self-evaluation report: one line an item, the phases in columns.
 *
 * Looks like   项目名称 | 年初预算数 | 上年结转数 | 调整预算数 | 全年预算总数 | 本年决算数 | 本年结转和结余数, or
 *              项目名称 | 2022年决算数 | 2023年预算数 | 2023年决算数 | 费用节约额 | 节约率（%）
 * Unit         above the table, at the right
 * Quirks       - every line of a project table is a project; its 合计 is 项目支出
 */
export const details = defineTableExtractor({
  id: ID,
  rank: 2,
  matches: (section) => headOf(formOf(section), section) !== null,
  *extract(section) {
    const form = formOf(section);
    const head = headOf(form, section);
    if (!head) return;
    const money = moneyUnit(form);
    let project = 0;
    for (const row of form.rows.slice(head.row + 1)) {
      const name = nameOf(form, row, head.name);
      const item = itemOf(name?.text);
      if (!name || name.r !== row.r || item === "" || isNumeric(item)) continue;
      const numbers = head.columns.filter(({ c }) => isNumeric(form.at(row.r, c)?.text));
      if (numbers.length === 0) continue;
      const concept = conceptOf(item, head.ofProjects);
      const own = concept ?? (head.ofProjects ? `project.${++project}` : null);
      if (own) yield* line(form, row, { name: name.text, concept: own, columns: numbers, money });
    }
  },
});

interface Head {
  readonly row: number;
  readonly name: number;
  readonly columns: readonly ValueColumn[];
  readonly ofProjects: boolean;
}

function headOf(form: Form, section: TableSection): Head | null {
  for (const row of form.rows.slice(0, 4)) {
    const name = row.cells.find((cell) => DETAIL_NAME.test(label(cell.text)));
    if (!name || row.cells.some((cell) => OF_ACCOUNTS.test(label(cell.text)))) continue;
    const columns = row.cells.flatMap((cell) => {
      const column = cell.c > name.c ? valueColumn(cell.c, label(cell.text), yearOf(section)) : null;
      return column ? [column] : [];
    });
    const ofExecution = columns.filter(({ measure }) => OF_EXECUTION.includes(measure)).length;
    const bare = label(name.text) === BARE_NAME;
    if (bare && OF_SANGONG.test(section.title ?? "") && !columns.some(({ measure }) => measure.startsWith("saving")))
      continue;
    const ofSavings = columns.some(({ measure }) => /^(?:adjustment|saving|saving_rate)$/.test(measure));
    if (columns.length < 3 || ofExecution === 0 || (bare && !ofSavings)) continue;
    const items = form.rows.slice(row.r + 1).map(({ r }) => itemOf(form.at(r, name.c)?.text));
    if (items.some((item) => BALANCE_LINE.test(item))) return null;
    const known = items.filter((item) => costConcept(item) && costConcept(item) !== "expenditure.project").length;
    return { row: row.r, name: name.c, columns, ofProjects: known * 2 < items.length };
  }
  return null;
}

const conceptOf = (item: string, ofProjects: boolean): string | null => {
  if (SUM_LINE.test(item)) return ofProjects ? "expenditure.project" : "expenditure.basic";
  const concept = costConcept(item);
  return ofProjects && concept && !concept.startsWith("expenditure.") ? null : concept;
};

function* line(
  form: Form,
  row: FormRow,
  {
    name,
    concept,
    columns,
    money,
  }: { name: string; concept: string; columns: readonly ValueColumn[]; money: ReturnType<typeof moneyUnit> },
): Generator<FactReading> {
  const scope = concept.startsWith("project.") ? inline(name) : null;
  for (const { c, measure, year, head } of columns) {
    const cell = form.at(row.r, c);
    if (!cell || cell.r !== row.r) continue;
    const unit = unitOf(measure, cell, head, money);
    yield factOf(form, row.r, cell, { extractor: ID, concept, measure, scope, year, unit, label: name });
  }
}
