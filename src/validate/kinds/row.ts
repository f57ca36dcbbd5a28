import type { Measure } from "../../../schemas/index.ts";
import { push } from "../../lib/push.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import type { RowRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { decide, notApplicable, show, showSum, type Verdict } from "../verdict.ts";
import { trusted } from "./trust.ts";

/** The columns of one row of a table; speaks only where the table has the columns (a blank cell is nothing). */
export function* row(rule: RowRule, { index }: Context): Iterable<Verdict> {
  const tables = new Map<string, Indexed[]>();
  for (const f of index.all)
    if (f.place !== "narrative" && rule.concepts.test(f.concept) && f.fact.yuan !== null) push(tables, f.place, f);
  let seen = false;
  for (const facts of tables.values()) {
    const columns = new Set(facts.map((f) => f.fact.measure));
    const terms = [...rule.plus, ...rule.minus];
    // Without a column of movements a changed budget is no error: the form does not print why it changed.
    if (!columns.has(rule.result) || terms.filter((m) => columns.has(m)).length < 2) continue;
    const rows = new Map<string, Map<Measure, Indexed>>();
    for (const f of facts) {
      const key = [f.concept, f.fact.scope, f.fact.fiscalYear, f.fact.fund].join("|");
      const cells = rows.get(key) ?? new Map<Measure, Indexed>();
      if (!cells.has(f.fact.measure)) cells.set(f.fact.measure, f);
      rows.set(key, cells);
    }
    const verdicts = [...rows.values()].map((cells) => one(rule, cells)).filter((v) => v !== null);
    seen ||= verdicts.length > 0;
    yield* trusted(verdicts);
  }
  if (!seen) yield notApplicable(`no table with columns for ${rule.result}`);
}

function one(rule: RowRule, cells: ReadonlyMap<Measure, Indexed>): Verdict | null {
  const result = cells.get(rule.result);
  const plus = rule.plus.map((m) => cells.get(m)).filter((f) => f !== undefined);
  const minus = rule.minus.map((m) => cells.get(m)).filter((f) => f !== undefined);
  if (!result || plus.length === 0 || minus.length < rule.minus.length) return null;
  const parts = [...plus, ...minus].map((f) => f.operand);
  const signs = [...plus.map(() => 1), ...minus.map(() => -1)];
  const c = compareSum(result.operand, parts, signs);
  const formula = showSum(
    parts.map((p, i) => (signs[i] === 1 ? p : { ...p, printed: `-${p.printed}`, value: p.value.neg() })),
  );
  return decide(result.fact.scope, c, result.operand, {
    sides: [result.operand, ...parts],
    identity: { whole: result.operand, parts, signs },
    equation: (expected) => `${formula} = ${expected}${result.operand.unit ?? ""} ≠ ${show(result.operand)}`,
    cause: () => causeOfSum(result.operand, parts, c),
  });
}
