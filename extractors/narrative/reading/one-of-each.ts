import { Exact } from "../../../src/lib/exact.ts";
import { largest } from "../../../src/lib/long-lists.ts";
import { push } from "../../../src/lib/push.ts";
import { YEARS_OPENING } from "../vocabulary/floor.ts";
import type { Statement } from "./context.ts";
import { meaningKey } from "./meaning-key.ts";

/** What a statement is about; two of one key in one sentence cannot both be the whole. */
const keyOf = (statement: Statement): string => JSON.stringify([meaningKey(statement), statement.unit?.text]);

const amountOf = ({ printed }: Statement): Exact => new Exact(printed.replaceAll(/[,\s%]/g, ""));

/** The first of them, where the others add up to it; nobody, where they are parts of something that is not told. */
function whole(told: readonly Statement[]): readonly Statement[] {
  const [first, ...others] = told as [Statement, ...Statement[]];
  const value = amountOf(first);
  // parts of the staff by kind of post are told as they are
  if (first.concept.startsWith("staff.")) return told;
  if (others.every((other) => amountOf(other).eq(value) || amountOf(other).isZero())) return told;
  // 授予中小企业…占82%，其中货物采购授予中小企业…占100%: shares do not add up, the plainest name is the whole's
  if (first.unit?.text === "%") {
    const plainest = told.toSorted((a, b) => (a.item ?? "").length - (b.item ?? "").length);
    return (plainest[0]?.item ?? "").length < (plainest[1]?.item ?? "").length ? plainest.slice(0, 1) : [];
  }
  const sum = others.reduce((all, other) => all.plus(amountOf(other)), new Exact(0));
  return sum.eq(value) ? [first] : [];
}

/**
 * 预算数9.5万元（年初预算数2万元，因机构调整追加到9.5万元）: of two budgets of one year the one the year began with is named so, the other is
 * the one it ended with.
 */
function adjusted(statements: readonly Statement[], text: string): readonly Statement[] {
  const budgets = statements.filter(({ measure }) => measure === "initial_budget");
  const opens = ({ start }: Statement): boolean =>
    YEARS_OPENING.test(
      text.slice(Math.max(0, largest(budgets.filter((b) => b.end <= start).map((b) => b.end))), start),
    );
  const opening = budgets.filter(opens);
  return statements.map((statement) => {
    const ends =
      budgets.includes(statement) &&
      !opening.includes(statement) &&
      opening.some((first) => keyOf(first) === keyOf(statement) && !amountOf(first).eq(amountOf(statement)));
    return ends ? { ...statement, measure: "final_budget" as const } : statement;
  });
}

/**
 * 接待检查12批，…；接待考察8批，…: what one sentence states twice with two numbers is told in parts, and the parts are no facts.
 */
export function oneOfEach(told: readonly Statement[], text: string): readonly Statement[] {
  const statements = adjusted(told, text);
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) push(groups, keyOf(statement), statement);
  if (groups.size === statements.length) return statements;
  const kept = new Set([...groups.values()].flatMap((told) => (told.length === 1 ? told : whole(told))));
  return statements.filter((statement) => kept.has(statement));
}
