import type { Fund, Measure } from "../../../schemas/index.ts";
import type { DocumentHints } from "../../../src/lib/extractor.ts";
import type { ProseSection } from "../../../src/lib/section.ts";
import { canonical } from "../text/canonical.ts";

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
  /** A budget document: every comparison is with a budget. */
  readonly budget: boolean;
  /** The year the text speaks of, as far as section or document state one. */
  readonly year: number | null;
}

const FUND_NAMES =
  /一般公共(?:服务)?预算|政府性基金预算|国有资本(?:经营)?预算|预算(?:绩效|执行|单位|管理|法)|财政预算/g;

/** 财政拨款收支与年初预算数对比情况: what is compared with gives no phase. */
const COMPARED = /(?:与|同|较|比)[^，。；]{0,14}?(?:预算|决算)数?的?(?:对比|相比|比较|差异)/g;

const phaseOf = (heading: string): Measure | null => {
  if (/绩效/.test(heading)) return null;
  const bare = heading.replace(FUND_NAMES, "").replace(COMPARED, "");
  if (/决算|执行情况|支出情况表/.test(bare)) return "actual";
  return /预算|安排(?:情况|公开|说明)/.test(bare) ? "initial_budget" : null;
};

/** 2013年预算执行和2014年预算 names both and tells neither. */
const phaseOfTitle = (title: string): Measure | null => {
  const phase = phaseOf(title);
  return phase === "actual" && /(?<!公共|基金|经营)预算(?!执行|单位|绩效)/.test(title) ? null : phase;
};

/** The fund a text names last; the wider 财政拨款 only where no single fund is named. */
export function fundNamed(text: string): Fund | null {
  const named = [
    ...text.matchAll(
      /一般公共(?:服务)?预算|公共(?:财政)?预算|公共财政(?=拨款)|政府性基金|国有资本(?:经营)?预算|国有资本经营|(?<!非)财政拨款/g,
    ),
  ].map((m) => m[0]);
  const single = named.filter((n) => n !== "财政拨款").at(-1);
  if (single !== undefined)
    return /公共/.test(single) ? "general_public" : single.startsWith("政府") ? "government_fund" : "state_capital";
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
  return /占(?:基本|项目|收入|总?支出)[^，。；\d]{0,8}预算/.test(bare) && !/决算|执行|完成|实际|开支/.test(bare)
    ? "initial_budget"
    : null;
}

const PARTIAL = /[上下]半年|[一二三四]季度|\d月?[-—–~至到](?!12月)1?\d月/u;
/** 2019年上半年, but not 上半年和全年. */
const isPartial = (text: string): boolean => PARTIAL.test(text) && !/全年|年度/.test(text);

/** Reads a section's headings, innermost first. */
export function settingOf(section: ProseSection, hints: DocumentHints): Setting {
  const headings = section.headings.map((h) => canonical(h).text);
  const inward = [...headings].reverse();
  const named = inward.map(phaseOf).find((p) => p !== null) ?? null;
  const phase = named ?? phaseOfDocument(hints);
  const ofFund = inward.find((h) => fundNamed(h) !== null);
  const sided = inward.find((h) => /收入|支出/.test(h) && !/收入.{0,3}支出|收支/.test(h));
  return {
    headings,
    heading: headings.join("\n"),
    phase,
    fund: ofFund === undefined ? null : fundNamed(ofFund),
    side: sided === undefined ? null : /收入/.test(sided) ? "revenue" : "expenditure",
    titled: hints.title == null ? null : phaseOfTitle(canonical(hints.title).text),
    spoken: spokenPhase(section.paragraphs.map((p) => canonical(p.text).text).join("")),
    partial: isPartial(headings.length > 0 ? headings.join("\n") : canonical(hints.title ?? "").text),
    budget: (named ?? phaseOfDocument(hints)) === "initial_budget",
    year: hints.fiscalYear ?? section.year,
  };
}
