import type { Subject } from "../text/token.ts";
import { type State, spendsBudget } from "./state.ts";

/** What comes in and what goes out of the same money. */
const SIDES: readonly (readonly [revenue: string, expenditure: string])[] = [
  ["revenue.total", "expenditure.total"],
  ["revenue.current", "expenditure.current"],
  ["revenue.appropriation", "appropriation.expenditure.current"],
  ["appropriation.revenue.total", "appropriation.expenditure.total"],
  ["revenue.general_public", "general_public.expenditure"],
  ["revenue.government_fund", "government_fund.expenditure"],
  ["revenue.state_capital", "state_capital.expenditure"],
];
/** Sections on something of their own, where 支出 is what it cost. */
const OF_SOMETHING = /三公|采购|运行经费|会议|培训|绩效|资产|项目|出国|用车|接待/;
const OF_ACCOUNTS = /收支|收入|支出|(?:决算|预算)(?:总体)?情况/;

/** The subject a bare 收入 or 支出 means beside one that is known: 财政拨款收入320万元，支出327万元. */
function beside(known: Subject | null, side: "revenue" | "expenditure"): Subject | null {
  if (known === null) return null;
  for (const pair of SIDES) {
    const named = pair.filter((concept) => known.concepts.includes(concept));
    if (named.length === 0) continue;
    const [concept = ""] = pair.slice(side === "revenue" ? 0 : 1);
    if (known.concepts.length === 1 && known.concepts[0] === concept) return known;
    return { concepts: [concept], item: WORDS[side], code: null, phase: null, scope: null };
  }
  return null;
}

const WORDS = { revenue: "收入", expenditure: "支出" } as const;

/** All the body's income or expenditure, in a section on its accounts: of the year under 收入决算情况, with what was carried over under 总体情况. */
function ofAll({ setting, memory }: State, side: "revenue" | "expenditure"): Subject | null {
  const heading = setting.headings.at(-1) ?? "";
  if (OF_SOMETHING.test(heading) || setting.fund !== null || memory.lead !== null) return null;
  if (heading === "" ? side === "expenditure" : !OF_ACCOUNTS.test(heading)) return null;
  const part = setting.side === null || setting.budget ? "total" : "current";
  return { concepts: [`${side}.${part}`], item: WORDS[side], code: null, phase: null, scope: null };
}

/** Who has the floor behind a bare 收入 or 支出; null where the words say nothing new. */
function sideMeant(state: State, side: "revenue" | "expenditure"): Subject | null {
  const { subject, first, memory } = state;
  if (state.closed) return null;
  const found = beside(subject, side) ?? beside(first, side);
  if (found !== null) return found;
  if (first !== null) return null;
  return beside(memory.lead, side) ?? ofAll(state, side);
}

const WITHOUT_INCOME = /^(?:sangong|procurement|operating_costs|meetings|training|assets|staff)/;

/** 收入 or 支出 alone: the other half of what was told, or, behind a budget, what was spent of it. */
export function takeSide(state: State, side: "revenue" | "expenditure" | null): void {
  const { clause } = state;
  if (clause.relation === "share" || state.reason) return;
  const meant = side === null ? null : sideMeant(state, side);
  if (meant !== null) {
    if (meant === state.subject) return;
    state.subject = meant;
    state.first ??= meant;
    clause.unknown = false;
    state.moneyChange = false;
  } else if (side !== "revenue") spendsBudget(state);
  // 三公经费…。收入决算比年初预算…: no income of what was spoken of before
  else if (state.first === null && WITHOUT_INCOME.test(state.subject?.concepts[0] ?? "")) state.subject = null;
}
