import {
  AFTER_COSTS,
  NAMED,
  OF_BUILDINGS,
  PERSONS,
  PERSONS_NOTED,
  STAFF,
  STATED_YEAR_HEAD,
  YEAR_HEAD,
} from "../../schemas/forms/performance/costs.ts";
import { defineTableExtractor } from "../../src/lib/extractor.ts";
import type { Cell } from "../../src/lib/layout.ts";
import { largest } from "../../src/lib/long-lists.ts";
import type { FactReading, YearRef } from "../../src/lib/reading.ts";
import type { PrintedUnit } from "../../src/lib/section.ts";
import { costConcept, type ValueColumn, valueColumn } from "./costs.ts";
import { type Form, type FormRow, formOf, isNumeric, itemOf, label, moneyUnit, yearOf } from "./form.ts";
import { factOf, unitOf } from "./measures.ts";

const ID = "performance/base-data";

/**
 * 绩效评价基础数据表: the staff, the controlled costs of three years, and 楼堂馆所.
 *
 * Looks like   财政供养人员情况 | 编制数 | 实际在职人数 | 控制率, the figures one row below; then
 *              经费控制情况 | 2022年决算数 | 2023年预算数 | 2023年决算数, one row a cost line
 * Unit         in the label at the left: 经费控制情况（万元）
 * Quirks       - 控制率 of buildings is no rate of staff
 *              - rows below 专项资金（一个专项一行） carry the names of projects
 */
export const baseData = defineTableExtractor({
  id: ID,
  rank: 2,
  matches: (section) => {
    const form = formOf(section);
    return (
      form.rows.some((row) => staffHeads(row).size >= 2) && form.rows.some((row) => yearHeads(row, form).length >= 2)
    );
  },
  *extract(section) {
    const form = formOf(section);
    const money = moneyUnit(form);
    let columns: readonly ValueColumn[] = [];
    let projects = false;
    const own = yearOfForm(form);
    for (const row of form.rows) {
      const staff = staffHeads(row);
      if (staff.size >= 2) yield* staffFacts(form, row, staff, own);
      const heads = yearHeads(row, form);
      if (heads.length >= 2) columns = heads;
      else if (AFTER_COSTS.test(label(row.cells[0]?.text))) columns = [];
      else if (columns.length > 0) {
        const name = row.cells[0];
        const item = itemOf(name?.text);
        const concept = costConcept(item);
        if (concept) projects = concept.startsWith("project_");
        const own = concept ?? (projects && NAMED.test(item) ? "project" : null);
        if (name && own) yield* lineFacts(form, row, name, own, columns, money);
      }
    }
  },
});

/** The form's year, where nothing above it states one: that of the last of its columns of costs. */
function yearOfForm(form: Form): YearRef {
  if (form.section.year !== null) return yearOf(form.section);
  const stated = form.rows.flatMap((row) =>
    yearHeads(row, form).map(({ year }) => (year && "stated" in year ? year.stated : 0)),
  );
  const last = Math.max(0, largest(stated));
  return last > 0 ? { stated: last } : yearOf(form.section);
}

const staffHeads = (row: FormRow): ReadonlyMap<Cell, (typeof STAFF)[number]> => {
  const heads = new Map<Cell, (typeof STAFF)[number]>();
  for (const cell of row.cells) {
    const kind =
      cell.r === row.r && cell.rs === 1 ? STAFF.find(([, , pattern]) => pattern.test(label(cell.text))) : undefined;
    if (kind && label(cell.text).length <= 20 && !OF_BUILDINGS.test(label(cell.text))) heads.set(cell, kind);
  }
  return new Set([...heads.values()].map(([concept]) => concept)).has("staff.established") ? heads : new Map();
};

function* staffFacts(
  form: Form,
  row: FormRow,
  heads: ReturnType<typeof staffHeads>,
  own: YearRef,
): Generator<FactReading> {
  for (const [head, [concept, measure]] of heads) {
    const text = label(head.text);
    const cell = form.at(row.r + 1, head.c);
    if (!cell || cell.r !== row.r + 1 || !isNumeric(cell.text)) continue;
    const unit = measure === "share" ? unitOf("share", cell, text, { text: "%", from: "form" }) : personUnit(text, row);
    const stated = STATED_YEAR_HEAD.exec(text)?.[1];
    const year = stated ? { stated: Number(stated) } : own;
    yield factOf(form, row.r + 1, cell, { extractor: ID, concept, measure, scope: null, year, unit, label: text });
  }
}

/** 人, printed in the head or in the block's label; the form leaves no other unit. */
const personUnit = (head: string, row: FormRow) =>
  ({ text: "人", from: PERSONS.test(head) || PERSONS_NOTED.test(label(row.cells[0]?.text)) ? "row" : "form" }) as const;

const yearHeads = (row: FormRow, form: Form): ValueColumn[] =>
  row.cells.flatMap((cell) => {
    const text = label(cell.text);
    if (cell.r !== row.r || cell.c === 0 || !YEAR_HEAD.test(text) || text.length > 20) return [];
    const column = valueColumn(cell.c, text, yearOf(form.section));
    return column ? [column] : [];
  });

function* lineFacts(
  form: Form,
  row: FormRow,
  name: Cell,
  concept: string,
  columns: readonly ValueColumn[],
  money: PrintedUnit,
): Generator<FactReading> {
  for (const { c, measure, year, head } of columns) {
    const cell = form.at(row.r, c);
    if (!cell || cell === name || cell.r !== row.r || !isNumeric(cell.text)) continue;
    const scope = concept === "project" ? itemOf(name.text) : null;
    const unit = unitOf(measure, cell, head, money);
    yield factOf(form, row.r, cell, { extractor: ID, concept, measure, scope, year, unit, label: name.text });
  }
}
