import type { Fund, Measure } from "../../../schemas/index.ts";
import type { DocumentHints } from "../../../src/lib/extractor.ts";
import type { ProseSection } from "../../../src/lib/section.ts";
import { canonical } from "../text/canonical.ts";
import {
  ACCOUNTS_TOLD,
  ALLOTS,
  BOTH_SIDES,
  CARRIED_OUT,
  COMPARED,
  EITHER_SIDE,
  FUND_NAMES,
  FUNDS_NAMED,
  GENERAL_FUND,
  INCOME,
  LAST_YEAR,
  NAMES_BUDGET,
  OF_ACCOUNTS_SPENT,
  OF_BUDGET,
  OF_NATION,
  OF_PERFORMANCE,
  OF_STATED_YEAR,
  OF_TREASURY,
  OF_TREASURY_ALONE,
  OF_WHAT_IS_PLANNED,
  PARTIAL,
  SHARE_OF_BUDGET,
  SO_FAR,
  SPENT_IN_THE_END,
  SPENT_WORDS,
  STATED_YEAR,
  THIS_YEAR,
  TREASURY_TOLD,
  WHOLE_YEAR,
} from "../vocabulary/headings.ts";

/** What a section's headings say of everything below them. */
export interface Setting {
  /** Headings in canonical form, outermost first. */
  readonly headings: readonly string[];
  readonly heading: string;
  /** Phase of an amount whose words name none; null where not even the document tells. */
  readonly phase: Measure | null;
  readonly fund: Fund | null;
  readonly side: "revenue" | "expenditure" | null;
  /** What the document's own title says, where nothing nearer does. */
  readonly titled: Measure | null;
  /** What the section's own words say, where neither heading nor title does: all of budgets or all of accounts. */
  readonly spoken: Measure | null;
  /** A part of the year, or several years, by the heading. */
  readonly partial: boolean;
  /** A region reports on its own treasury: 全县一般公共预算收入 is what it tells of, not its body's work. */
  readonly ofRegion: boolean;
  /** A budget document: every comparison is with a budget. */
  readonly budget: boolean;
  /** The year the text speaks of, as far as section or document state one. */
  readonly year: number | null;
  /** How far 今年 is from it: reported afterwards, 去年 is the report's own year. null where nothing tells. */
  readonly thisYear: number | null;
}

const phaseOf = (heading: string): Measure | null => {
  if (OF_PERFORMANCE.test(heading)) return null;
  const bare = heading.replace(FUND_NAMES, "").replace(COMPARED, "");
  if (OF_ACCOUNTS_SPENT.test(bare) || (CARRIED_OUT.test(heading) && !NAMES_BUDGET.test(heading))) return "actual";
  return OF_BUDGET.test(bare) ? "initial_budget" : null;
};

/** 2013年预算执行和2014年预算 names both and tells neither. */
const phaseOfTitle = (title: string): Measure | null => {
  const phase = phaseOf(title);
  return phase === "actual" && NAMES_BUDGET.test(title) ? null : phase;
};

/** The fund a text names last; the wider 财政拨款 only where no single fund is named. */
export function fundNamed(text: string): Fund | null {
  const named = [...text.matchAll(FUNDS_NAMED)].map((m) => m[0]);
  const single = named.filter((n) => n !== "财政拨款").at(-1);
  if (single !== undefined)
    return GENERAL_FUND.test(single)
      ? "general_public"
      : single.startsWith("政府")
        ? "government_fund"
        : "state_capital";
  return named.length > 0 ? "appropriation" : null;
}

function phaseOfDocument(hints: DocumentHints): Measure | null {
  if (hints.types.includes("final_accounts")) return "actual";
  if (hints.types.includes("budget")) return "initial_budget";
  return hints.types.some((t) => /evaluation|base_data/.test(t)) ? "actual" : null;
}

/** 占基本支出预算90.86%: a text that speaks of budgets alone. */
function spokenPhase(text: string): Measure | null {
  const bare = text.replace(FUND_NAMES, "");
  if (ALLOTS.test(bare) && !SPENT_IN_THE_END.test(bare)) return "initial_budget";
  if (SPENT_WORDS.test(bare)) return null;
  return SHARE_OF_BUDGET.test(bare) || [...bare.matchAll(OF_WHAT_IS_PLANNED)].length > 1 ? "initial_budget" : null;
}

/** 2019年上半年, but not 上半年和全年. */
const isPartial = (text: string): boolean => PARTIAL.test(text) && !WHOLE_YEAR.test(text);

/** 上半年收入…, and no year anywhere: nothing on the page is a year's. */
const runs = (text: string): boolean => (PARTIAL.test(text) || SO_FAR.test(text)) && !STATED_YEAR.test(text);

/** 2016年决算…。去年支出…，今年预算…: told in the year after; 2016年预算…，去年…: in the year itself. */
function thisYear(text: string, year: number | null, phase: Measure | null): number | null {
  if (year === null) return null;
  const last = text.search(LAST_YEAR);
  if (last < 0) return THIS_YEAR.test(text) ? 0 : null;
  const own = (text.slice(0, last).match(OF_STATED_YEAR) ?? []).filter((words) => words.startsWith(String(year)));
  if (own.some((words) => ACCOUNTS_TOLD.test(words))) return 1;
  return own.length > 0 && (phase === "initial_budget" || own.some((words) => NAMES_BUDGET.test(words))) ? 0 : null;
}

/** Reads a section's headings, innermost first. */
export function settingOf(section: ProseSection, hints: DocumentHints): Setting {
  const headings = section.headings.map((h) => canonical(h).text);
  const inward = [...headings].reverse();
  const named = inward.map(phaseOf).find((p) => p !== null) ?? null;
  const phase = named ?? phaseOfDocument(hints);
  const year = hints.fiscalYear ?? section.year;
  const text = [...headings, ...section.paragraphs.map((p) => canonical(p.text).text)].join("\n");
  const ofFund = inward.find((h) => fundNamed(h) !== null);
  const sided = inward.find((h) => EITHER_SIDE.test(h) && !BOTH_SIDES.test(h));
  return {
    headings,
    heading: headings.join("\n"),
    phase,
    fund: ofFund === undefined ? null : fundNamed(ofFund),
    side: sided === undefined ? null : INCOME.test(sided) ? "revenue" : "expenditure",
    titled: hints.title == null ? null : phaseOfTitle(canonical(hints.title).text),
    spoken: spokenPhase(text),
    partial:
      isPartial(headings.length > 0 ? headings.join("\n") : canonical(hints.title ?? "").text) ||
      (year === null && runs(text)),
    ofRegion:
      OF_TREASURY.test(`${canonical(hints.title ?? "").text}\n${headings.join("\n")}`) ||
      ((TREASURY_TOLD.test(text) || OF_TREASURY_ALONE.test(text)) && !OF_NATION.test(text)),
    budget: (named ?? phaseOfDocument(hints)) === "initial_budget",
    year,
    thisYear: thisYear(text, year, phase),
  };
}
