import type { Fund, Measure } from "../../../schemas/index.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject, Token } from "../text/token.ts";
import { PROCUREMENT_OR_SANGONG } from "../vocabulary/headings.ts";
import { COUNTED, COUNTS, MONEY_OF_COUNT } from "../vocabulary/units.ts";
import type { Base } from "./memory.ts";
import type { Setting } from "./setting.ts";

/** A number with what it counts: money, percent, persons and things, or nothing stated. */
export type NumberToken = Extract<Token, { kind: "number" }>;
/** A word of change: 增加, 下降, 节约. */
export type ChangeToken = Extract<Token, { kind: "change" }>;

/** Under a fund's own heading the plain words mean that fund: 本年支出 under 政府性基金预算 is the fund's expenditure. */
const RESTATED: readonly { heading: Fund; concepts: Readonly<Record<string, string>> }[] = [
  {
    heading: "appropriation",
    concepts: {
      "revenue.total": "appropriation.revenue.total",
      "expenditure.total": "appropriation.expenditure.total",
      "revenue.current": "revenue.appropriation",
      "expenditure.current": "appropriation.expenditure.current",
    },
  },
  {
    heading: "general_public",
    concepts: {
      "revenue.total": "revenue.general_public",
      "revenue.current": "revenue.general_public",
      "expenditure.total": "general_public.expenditure",
      "appropriation.expenditure.current": "general_public.expenditure",
      "appropriation.expenditure.total": "general_public.expenditure",
      "expenditure.basic": "general_public.basic",
      "expenditure.project": "general_public.project",
    },
  },
  {
    heading: "government_fund",
    concepts: {
      "revenue.current": "revenue.government_fund",
      "revenue.total": "revenue.government_fund",
      "expenditure.current": "government_fund.expenditure",
      "expenditure.total": "government_fund.expenditure",
    },
  },
  {
    heading: "state_capital",
    concepts: {
      "revenue.current": "revenue.state_capital",
      "revenue.total": "revenue.state_capital",
      "expenditure.current": "state_capital.expenditure",
      "expenditure.total": "state_capital.expenditure",
    },
  },
];

/** The concept a subject has under the section's heading. */
export function inSection(concept: string, setting: Setting): string {
  const innermost = setting.headings.at(-1) ?? "";
  // a treasury's 收入总计 holds what was carried over and handed down beside the fund's own income
  if (setting.ofRegion && concept.endsWith(".total")) return concept;
  if (setting.fund === null || PROCUREMENT_OR_SANGONG.test(innermost)) return concept;
  return RESTATED.find((r) => r.heading === setting.fund)?.concepts[concept] ?? concept;
}

/** What a fund's own statement makes of the plain words in it, beyond what its heading makes of them. */
const IN_STATEMENT: Partial<Readonly<Record<Fund, Readonly<Record<string, string>>>>> = {
  general_public: { "revenue.current": "revenue.general_public", "expenditure.current": "general_public.expenditure" },
};

/** 政府性基金…本年收入320万元，本年支出320万元: the plain words behind a fund's name mean that fund's. */
export const ofFund = (concept: string, fund: Fund): string =>
  IN_STATEMENT[fund]?.[concept] ?? RESTATED.find((r) => r.heading === fund)?.concepts[concept] ?? concept;

/** The fund a concept's line carries: classification lines, personnel and public costs, carry-overs; totals name theirs. */
export function fundOf(concept: string, item: string, ofHeading: Fund | null, named: Fund | null): Fund | null {
  if (/carryover$/.test(concept)) return ofHeading;
  if (/^expenditure\.(?:basic|project)$/.test(concept) && item.startsWith("财政拨款")) return "appropriation";
  if (
    /^(?:appropriation|government_fund|state_capital)$/.test(ofHeading ?? "") &&
    /^expenditure\.(?:basic|project)$/.test(concept)
  )
    return ofHeading;
  const fund = ofHeading ?? named;
  if (/^economic/.test(concept)) return fund === "appropriation" ? "general_public" : fund;
  return /^function|^expenditure\.(?:personnel|public)$/.test(concept) ? fund : null;
}

/** The concept a count belongs to, or null where the unit counts nothing of this subject. */
export function countedConcept(subject: Subject, unit: string): string | null {
  const [concept] = subject.concepts;
  if (concept === undefined) return null;
  for (const c of COUNTS) if (c.of.test(concept) && c.unit.test(unit)) return c.concept;
  if (/^assets\.vehicles/.test(concept)) return /辆|台/.test(unit) ? concept : null;
  if (/^assets\.equipment/.test(concept)) return /台|套|个/.test(unit) ? concept : null;
  if (/^staff\./.test(concept)) return /^(?:人|名|个)$/.test(unit) ? concept : null;
  return null;
}

/** The concepts an amount of money belongs to; counts give way to what is paid for them. */
export function paidConcepts(subject: Subject): readonly string[] {
  // 国内公务接待67批次，共12.8万元
  if (subject.item.startsWith("国内") && /^sangong\.reception_(?:batches|persons)$/.test(subject.concepts[0] ?? ""))
    return ["sangong.reception_domestic"];
  return subject.concepts.map((c) => MONEY_OF_COUNT[c] ?? c).filter((c) => !COUNTED.test(c));
}

/** What a number behind a word of change is: its measure, the figure it is compared with, the year. */
export interface Change {
  readonly measure: Measure;
  readonly changeOf: Measure | null;
  readonly year: YearRef;
}

const sameYear = (year: YearRef, reportYear: number | null): boolean =>
  year === null || ("offset" in year ? year.offset === 0 : reportYear === null || year.stated === reportYear);

/** What kind of change it is, and of which year: against this year's budget a variance, against anything earlier a change. */
export function changeMeasure(
  base: Base | null,
  percent: boolean,
  setting: Setting,
  phase: Measure,
  year: YearRef,
): Change {
  const ofBudget = phase === "initial_budget";
  const current = year ?? { offset: 0 };
  const reportYear = "stated" in current ? current.stated : setting.year;
  if (base !== null && base.kind === "budget" && !ofBudget && sameYear(base.year, reportYear))
    return { measure: percent ? "budget_variance_rate" : "budget_variance", changeOf: null, year: current };
  const withBudget = base?.kind === "budget" || (ofBudget && base?.kind !== "actual");
  return { measure: percent ? "change_rate" : "change", changeOf: withBudget ? "initial_budget" : null, year: current };
}
