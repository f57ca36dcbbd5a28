import type { Subject } from "../text/token.ts";
import { ANNOUNCED_POINT, BOTH_SIDES, OF_ACCOUNTS, OF_SOMETHING } from "../vocabulary/headings.ts";
import { type Context, floored, saying, spendsBudget, spokenOf } from "./context.ts";

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
function ofAll({ setting, memory }: Context, side: "revenue" | "expenditure"): Subject | null {
  const heading = ANNOUNCED_POINT.test(memory.announced) ? memory.announced : (setting.headings.at(-1) ?? "");
  if (OF_SOMETHING.test(heading) || setting.fund !== null || memory.lead !== null) return null;
  if (heading === "" ? side === "expenditure" : !OF_ACCOUNTS.test(heading)) return null;
  const sided = setting.side !== null || (heading === memory.announced && !BOTH_SIDES.test(heading));
  const part = !sided || setting.budget ? "total" : "current";
  return { concepts: [`${side}.${part}`], item: WORDS[side], code: null, phase: null, scope: null };
}

/** Who has the floor behind a bare 收入 or 支出; null where the words say nothing new. */
function sideMeant(c: Context, side: "revenue" | "expenditure"): Subject | null {
  const { subject, first, closed } = c.floor;
  if (closed !== null) return null;
  const found = beside(subject, side) ?? beside(first, side);
  if (found !== null) return found;
  return first === null ? (beside(c.memory.lead, side) ?? ofAll(c, side)) : null;
}

const isLine = (subject: Subject | null): boolean => /^(?:function|economic|project)/.test(subject?.concepts[0] ?? "");
const WITHOUT_INCOME = /^(?:sangong|procurement|operating_costs|meetings|training|assets|staff)/;

/** 收入 or 支出 alone: the other half of what was told, or, behind a budget, what was spent of it. */
export function sided(c: Context, side: "revenue" | "expenditure" | null): Context {
  if (c.said.relation === "share" || c.why !== null) return c;
  const { subject, first } = c.floor;
  const meant = side === null ? null : sideMeant(c, side);
  if (meant !== null) {
    if (meant === subject) return c;
    const held = floored(c, { subject: meant, first: first ?? meant });
    return { ...saying(held, { unknown: false }), moneyChange: false };
  }
  // 其中教育支出13万元，卫生健康支出12万元。支出较上年增加…: of all of them
  if (side === "expenditure" && first === null && c.memory.listed.length > 1 && isLine(subject))
    return spokenOf(c, null);
  if (side !== "revenue") return spendsBudget(c);
  // 三公经费…。收入决算比年初预算…: no income of what was spoken of before
  return first === null && WITHOUT_INCOME.test(subject?.concepts[0] ?? "") ? spokenOf(c, null) : c;
}
