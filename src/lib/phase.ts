import {
  BUDGET_TITLE,
  COMPARED,
  FINAL_TITLE,
  FUND_NAMES,
  MARK_IN_CHANGE,
  OWN_YEAR,
  PHASES,
  STATED_YEAR,
  YEAR_BEFORE,
} from "../../schemas/forms/phases.ts";
import type { Measure } from "../../schemas/index.ts";
import type { DocumentHints } from "./extractor.ts";
import type { YearRef } from "./reading.ts";
import type { TableSection } from "./section.ts";

/** What a column or a form says of its figures: which phase or relation, of which year. */
export interface Phase {
  readonly measure: Measure;
  readonly year: YearRef;
  /** Nothing says of a form which phase its figures are of: neither its title nor its document. */
  readonly untold?: true;
}

/** The measure a header text names, or null: 决算数 → actual, 2023年执行数 → actual, 增减% → change_rate, 合计 → null. */
export function measureOf(text: string): Measure | null {
  const words = text.normalize("NFKC").replace(FUND_NAMES, "").replace(MARK_IN_CHANGE, "");
  return PHASES.find(([word]) => word.test(words))?.[1] ?? null;
}

/** The year a header text names: `2023年决算数` states one, `上年数` is the year before; null where it names none. */
export function yearIn(text: string): YearRef {
  const stated = STATED_YEAR.exec(text.normalize("NFKC"))?.[1];
  if (stated !== undefined && /^\d{4}$/.test(stated)) return { stated: Number(stated) };
  if (YEAR_BEFORE.test(text)) return { offset: -1 };
  if (OWN_YEAR.test(text)) return { offset: 0 };
  return null;
}

/** The phase of a form that its columns do not name: from its title, its document, its header. */
export function phaseOfForm(section: TableSection, hints: DocumentHints, title: string): Phase {
  const year: YearRef = section.year === null ? { offset: 0 } : { stated: section.year };
  const named = title.replace(FUND_NAMES, "");
  if (FINAL_TITLE.test(named)) return { measure: "actual", year };
  const budget = hints.types.includes("budget");
  const final = hints.types.includes("final_accounts");
  if (BUDGET_TITLE.test(named) || (budget && !final)) return { measure: "initial_budget", year };
  // a title that names a form and no phase, in a document that names none: 部门支出总体情况表 is printed by budgets and accounts alike
  const untold = hints.types.length === 0;
  return { measure: "actual", year, ...(untold ? { untold } : {}) };
}

const RELATIONS: ReadonlySet<Measure> = new Set(["change", "change_rate", "budget_variance", "budget_variance_rate"]);

/** Relations of two amounts: they are counted in %, whatever their table counts in. */
export const RATES: ReadonlySet<Measure> = new Set([
  "change_rate",
  "execution_rate",
  "share",
  "saving_rate",
  "budget_variance_rate",
]);

/** The measure the heads of a column name, lowest first; the words below a comparison (比上年增减 over 金额 | 比例) end it. */
export function measureOfPath(path: readonly string[]): Measure | null {
  const compared = path.findIndex((text) => COMPARED.test(text));
  const joined = compared < 0 ? null : measureOf(path.slice(compared).join(""));
  return joined ?? path.map(measureOf).findLast((measure) => measure !== null) ?? null;
}

/** The phase of one column, the form's where the column names none. Relations (增减%) belong to the form's own year. */
export function phaseOfColumn(path: readonly string[], form: Phase): Phase {
  const measure = measureOfPath(path);
  const year = path.map(yearIn).findLast((named) => named !== null) ?? null;
  if (measure !== null && RELATIONS.has(measure)) return { measure, year: form.year };
  return { measure: measure ?? form.measure, year: year ?? form.year };
}
