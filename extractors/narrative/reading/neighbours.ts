import type { Subject, Token } from "../text/token.ts";
import type { Context } from "./context.ts";
import { isChange } from "./said.ts";

/** 政府采购：支出总额212.3万元 */
const isBetween = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:glue|phase|year)$/.test(token.kind) || (token.kind === "separator" && token.mark === "："));

/** Whether nothing but glue, a phase or a year stands between a subject and the one before it. */
export function followsSubject(tokens: readonly Token[], at: number): boolean {
  let k = at - 1;
  while (k >= 0 && isBetween(tokens[k])) k--;
  return tokens[k]?.kind === "subject";
}

/** 一般公共预算财政拨款会议费支出: whether a subject is the last word of a noun another begins. */
export function endsNoun(tokens: readonly Token[], at: number): boolean {
  let k = at - 1;
  while (tokens[k]?.kind === "phase" || isNounWord(tokens[k])) k--;
  return tokens[k]?.kind === "subject";
}
const isNounWord = (token: Token | undefined): boolean => token?.kind === "glue" && token.role !== "link";

/** 公务接待费、因公出国（境）费均为0元: all the subjects an amount behind 均为 holds for. */
export function sharers(tokens: readonly Token[], at: number): Subject[] {
  const found: Subject[] = [];
  let each = false;
  for (let k = at - 1; k >= 0; k--) {
    const t = tokens[k] as Token;
    if (t.kind === "each") each = true;
    else if (t.kind === "subject") {
      if (!each) return [];
      found.unshift(t.subject);
    } else if (!(t.kind === "glue" || t.kind === "phase" || (t.kind === "separator" && t.mark === "、"))) break;
  }
  return found;
}

const COST = /^sangong\.(?:overseas|vehicle|vehicle_purchase|vehicle_operation|reception)$/;
/** 公务车购置费0万元。公务车运行费14万元，…。费用支出比上年减少: one cost after another, neither a part of the other. */
export const follows = (next: Subject, lead: Subject): boolean => {
  const [a = "", b = ""] = [next.concepts[0], lead.concepts[0]];
  return COST.test(a) && COST.test(b) && !a.startsWith(b);
};

/** Whether a subject may be the sum of another and its like: “三公”经费 of 公务接待费. */
export function sums(whole: Subject, part: Subject | null): boolean {
  const [concept = ""] = whole.concepts;
  return /\.(?:total|current|expenditure)$/.test(concept) && part?.concepts[0]?.split(".")[0] === concept.split(".")[0];
}

/** 收入总计A，支出总计B，与上年相比，各减少C，下降D: all that an amount behind 各 is said of, and the rate behind it. */
export function together({ said, floor, memory }: Context, named: readonly Subject[]): readonly Subject[] {
  if (named.length > 1 || !isChange(said.relation)) return named;
  if (said.each) return floor.first === null ? memory.listed : floor.listed;
  return floor.group;
}
