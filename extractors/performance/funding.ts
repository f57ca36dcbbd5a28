import {
  AT_YEARS_BEGINNING,
  BY_NATURE,
  FOREIGN_SUM,
  LONG_TERM,
  MEASURE_LABEL,
  OF_WHICH,
  PACKED_SUM,
  PARTED_BY,
  WHOLE_PROJECT_SUM,
  YEARS_SUM,
} from "../../schemas/forms/performance/funding.ts";
import { ACHIEVED, OBJECTIVE_LABEL } from "../../schemas/forms/performance/objective.ts";
import type { Measure } from "../../schemas/index.ts";
import type { Cell } from "../../src/lib/layout.ts";
import { smallest } from "../../src/lib/long-lists.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { type Form, type FormRow, isNumeric, itemOf, label, moneyUnit, yearOf } from "./form.ts";
import { factOf, fundingConcept, measureIn, unitOf } from "./measures.ts";

/** What a block reader needs to know of its form. */
export interface FundingContext {
  readonly extractor: string;
  readonly scope: string | null;
  /** What a sum without a column head is: `actual` in a self-evaluation, `initial_budget` in a form of targets. */
  readonly bare: Measure;
}

/** A head of a measure by the column where it begins, and how many columns it reaches over. */
type Heads = ReadonlyMap<number, { readonly measure: Measure; readonly text: string; readonly cs: number }>;

/**
 * The 资金 block, rows `from` to `to`: as a grid under heads (年初预算数 | 全年预算数 | 全年执行数), as pairs of label and sum
 * (`预算数：` `100`), and as `label：value` packed in one cell (按收入性质分, 按支出性质分).
 */
export function* funding(form: Form, from: number, to: number, context: FundingContext): Generator<FactReading> {
  let heads: Heads | null = null;
  let side: Cell | undefined;
  const above = new Map<number, Measure | null>();
  const money = moneyUnit(form, from, to);
  const year = yearOf(form.section);
  for (const row of form.rows.slice(from, to)) {
    const own = row.cells.filter((cell) => cell.r === row.r);
    if (own.some((cell) => endsBlock(label(cell.text)))) {
      heads = null;
      above.clear();
      continue;
    }
    if (own.some((cell) => BY_NATURE.test(label(cell.text)))) heads = null;
    const found = headsOf(form, row, own);
    if (found) {
      heads = found;
      side = own.find((cell) => label(cell.text) !== "" && !found.has(cell.c));
      continue;
    }
    const meaning = { extractor: context.extractor, scope: context.scope, year };
    if (heads) {
      const first = smallest(heads.keys());
      const isLabel = (cell: Cell): boolean => label(cell.text) !== "" && !isNumeric(cell.text);
      const before = own.findLast((cell) => cell.c < first && isLabel(cell)) ?? form.at(row.r, first - 1);
      // One line of figures may have no label but that beside its heads.
      const beside = label(before?.text) === "" && side && side.c < first && side.r === row.r - 1 ? side : before;
      for (const [c, { measure, text, cs }] of heads) {
        // 预算安排情况 over 预算数： | 100 holds the label of its sum itself
        const cell = own.find((each) => each.c >= c && each.c < c + cs && isNumeric(each.text));
        const inside = own.findLast((each) => each.c >= c && each.c < (cell?.c ?? c) && isLabel(each));
        const name = cell && cell.c > c ? inside : beside;
        const concept = name ? lineConcept(name, name !== beside) : null;
        if (!cell || !name || !concept) continue;
        yield factOf(form, row.r, cell, {
          ...meaning,
          concept,
          measure,
          label: name.text,
          unit: unitOf(measure, cell, text, money),
        });
      }
      continue;
    }
    for (const [i, cell] of row.cells.entries()) {
      if (cell.r !== row.r) continue;
      yield* packed(form, row.r, cell, (concept, measure, name) => ({
        ...meaning,
        concept,
        measure: measure ?? context.bare,
        label: name,
        unit: unitOf(measure ?? context.bare, cell, name, money),
      }));
      const next = row.cells.slice(i + 1).find((other) => other.text.trim() !== "");
      if (!next || !isNumeric(next.text)) continue;
      const text = label(cell.text);
      if (FOREIGN_SUM.test(text) && lineConcept(cell, false) !== CARRIED_IN) continue;
      const ofLabel = measureOfLabel(text);
      const concept = ofLabel ? "funding.total" : lineConcept(cell, false);
      // 中期资金总额 stands above parts that are 中期 too, 项目资金总额 beside the year's above parts of the whole project.
      const whole = WHOLE_PROJECT_SUM.test(text) && own.some((other) => YEARS_SUM.test(label(other.text)));
      if (ofLabel || whole || LONG_TERM.test(text)) above.set(cell.c, ofLabel);
      if (!concept || above.get(cell.c) === null) continue;
      const measure = ofLabel ?? above.get(cell.c) ?? context.bare;
      yield factOf(form, row.r, next, {
        ...meaning,
        concept,
        measure,
        label: text,
        unit: unitOf(measure, next, text, money),
      });
    }
  }
}

/** 上年结转 is what came over, no sum of the year before. */
const CARRIED_IN = "funding.carryover";
const endsBlock = (text: string): boolean => text.length <= 20 && (OBJECTIVE_LABEL.test(text) || ACHIEVED.test(text));

/** What a line of the block counts; inside a head's own columns its label may be a measure: 预算数：. */
function lineConcept(name: Cell, inHead: boolean): string | null {
  if (inHead && measureOfLabel(label(name.text))) return "funding.total";
  return fundingConcept(itemOf(label(name.text).replace(PARTED_BY, "")));
}

/** Label that is itself a measure of the whole sum: `预算数：`, `全年执行数（B）`. A line of the block is none. */
function measureOfLabel(text: string): Measure | null {
  return MEASURE_LABEL.test(text) ? (measureIn(itemOf(text)) ?? null) : null;
}

/** 预算执行情况 or 年度预算数（万元） over the labels of the lines reads like a measure and heads no figures. */
function headsLabels(form: Form, row: FormRow, c: number): boolean {
  const below = form.at(row.r + 1, c);
  const text = itemOf(below?.text);
  if (!isNumeric(text) && fundingConcept(text)) return true;
  return c === row.cells[0]?.c && (below?.r === row.r || text === "");
}

/** Heads of a 资金 grid: a row that names two measures and holds no number beside them. */
function headsOf(form: Form, row: FormRow, own: readonly Cell[]): Heads | null {
  const heads = new Map<number, { measure: Measure; text: string; cs: number }>();
  for (const [i, cell] of own.entries()) {
    const text = label(cell.text);
    if (i === 0 && cell.c === row.cells[0]?.c && fundingConcept(text) && !/[数率]/u.test(text)) continue;
    const measure = measureIn(text);
    if (!measure) continue;
    const next = row.cells[row.cells.indexOf(cell) + 1];
    if (next && isNumeric(next.text)) return null;
    // where text keeps no merged cells a head reaches over the blank ones behind it
    const after = own.find((other) => other.c > cell.c && label(other.text) !== "");
    heads.set(cell.c, { measure, text, cs: Math.max(cell.cs, (after?.c ?? cell.c + cell.cs) - cell.c) });
  }
  for (const c of heads.keys()) {
    if (!headsLabels(form, row, c)) break;
    heads.delete(c);
  }
  parted(heads);
  const measures = [...heads.values()].map((head) => head.measure);
  if (new Set(measures).size < 2) return null;
  // 调整预算数 beside 年初预算数 and 执行数, with no other column for it, is the budget after adjustment.
  if (!measures.includes("final_budget"))
    for (const [c, head] of heads)
      if (head.measure === "adjustment" && /预算/.test(head.text)) heads.set(c, { ...head, measure: "final_budget" });
  return heads;
}

/** 年初预算数 | 年度预算数: the second is the budget in force; of other columns of one measure none is known. */
function parted(heads: Map<number, { measure: Measure; text: string; cs: number }>): void {
  const all = [...heads];
  for (const [c, head] of all) {
    const same = all.filter(([, { measure }]) => measure === head.measure);
    if (same.length === 1) continue;
    const first = same.filter(([, { text }]) => AT_YEARS_BEGINNING.test(text));
    const inForce = !all.some(([, { measure }]) => measure === "final_budget");
    if (head.measure !== "initial_budget" || first.length !== 1 || same.length > 2) heads.delete(c);
    else if (first[0]![0] === c) continue;
    else if (inForce) heads.set(c, { ...head, measure: "final_budget" });
    else heads.delete(c);
  }
}

/** A label broken over lines in its middle made whole: 其中：基本支⏎出：459.62. */
const unwrapped = (text: string): string => text.replace(/(?<=\p{Script=Han})\n(?=\p{Script=Han}|[：:])/gu, "");

function* packed(
  form: Form,
  r: number,
  cell: Cell,
  meaningOf: (concept: string, measure: Measure | null, name: string) => Parameters<typeof factOf>[3],
): Generator<FactReading> {
  if (cell.text.length > 200) return;
  for (const [, name, number] of unwrapped(cell.text).replace(OF_WHICH, " ").matchAll(PACKED_SUM)) {
    const text = label(name);
    if (FOREIGN_SUM.test(text)) continue;
    const measure = measureOfLabel(text);
    const concept = measure ? "funding.total" : fundingConcept(itemOf(text));
    if (concept) yield factOf(form, r, cell, meaningOf(concept, measure, text), number);
  }
}
