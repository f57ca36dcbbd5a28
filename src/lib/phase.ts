import {
  BUDGET_TITLE,
  FINAL_TITLE,
  FUND_NAMES,
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
}

/** The measure a header text names, or null: 决算数 → actual, 2023年执行数 → actual, 增减% → change_rate, 合计 → null. */
export function measureOf(text: string): Measure | null {
  const words = text.normalize("NFKC").replace(FUND_NAMES, "");
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
  return { measure: "actual", year };
}

const RELATIONS: ReadonlySet<Measure> = new Set(["change", "change_rate", "budget_variance", "budget_variance_rate"]);

/** The phase of one column, the form's where the column names none. Relations (增减%) belong to the form's own year. */
export function phaseOfColumn(path: readonly string[], form: Phase): Phase {
  let measure: Measure | null = null;
  let year: YearRef = null;
  for (let i = path.length - 1; i >= 0; i--) {
    measure ??= measureOf(path[i]!);
    year ??= yearIn(path[i]!);
  }
  if (measure !== null && RELATIONS.has(measure)) return { measure, year: form.year };
  return { measure: measure ?? form.measure, year: year ?? form.year };
}
