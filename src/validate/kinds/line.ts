import { matrix } from "../../lib/grid.ts";
import { push } from "../../lib/push.ts";
import type { TableSection } from "../../lib/section.ts";
import { isBlank } from "../blank-lines.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import { codeOf, type Indexed } from "../fact-index.ts";
import type { LineRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, showSum, type Verdict } from "../verdict.ts";
import { trusted } from "./trust.ts";

/** Every classification line of a table: 合计 = 基本支出 + 项目支出. A blank part is zero where the rest closes, else not read. */
export function* line(rule: LineRule, { index, tables: grids }: Context): Iterable<Verdict> {
  const tables = new Map<string, Map<string, Indexed[]>>();
  for (const f of index.all) {
    const code = codeOf(f.fact);
    if (f.place === "narrative" || code === null || f.fact.fund !== rule.fund || !f.concept.startsWith("function."))
      continue;
    const lines = tables.get(f.place) ?? new Map<string, Indexed[]>();
    push(lines, [code, f.fact.measure, f.fact.fiscalYear].join("|"), f);
    tables.set(f.place, lines);
  }
  let seen = false;
  for (const lines of tables.values()) {
    const verdicts: Verdict[] = [];
    const columns = columnsOf(rule, [...lines.values()].flat());
    for (const cells of lines.values()) {
      const at = (part: string): Indexed | undefined => cells.find((f) => f.concept.endsWith(`.${part}`));
      const whole = at(rule.whole);
      const parts = rule.parts.map(at).filter((f) => f !== undefined);
      if (!whole || parts.length === 0) continue;
      const { measure, fiscalYear, scope } = whole.fact;
      if (
        rule.unlessNonZero.some((t) => index.get(t, measure, fiscalYear, scope).some((f) => !f.operand.value.isZero()))
      )
        continue;
      const table = grids.get(whole.fact.source.table!);
      const blank = rule.parts.every((part) => at(part) !== undefined || isLeftOut(whole, columns.get(part), table));
      verdicts.push(one(rule, whole, parts, blank));
    }
    seen ||= verdicts.length > 0;
    yield* trusted(verdicts);
  }
  if (!seen) yield notApplicable("no lines with their parts");
}

/** The columns in which the parts of a table's lines stand. */
function columnsOf({ parts }: LineRule, facts: readonly Indexed[]): ReadonlyMap<string, number> {
  return new Map(
    parts.flatMap((part) => {
      const col = facts.find((f) => f.concept.endsWith(`.${part}`))?.fact.source.col;
      return col == null ? [] : [[part, col] as const];
    }),
  );
}

/** Whether a line's cell in a column is printed and blank. */
const isLeftOut = (line: Indexed, col: number | undefined, table: TableSection | undefined): boolean =>
  table !== undefined &&
  col !== undefined &&
  line.fact.source.row !== null &&
  isBlank(matrix(table.grid)[line.fact.source.row]?.[col]);

function one(rule: LineRule, whole: Indexed, parts: readonly Indexed[], blank: boolean): Verdict {
  const operands = parts.map((p) => p.operand);
  const c = compareSum(whole.operand, operands);
  const short = parts.length < rule.parts.length && c.expected.lt(whole.operand.value);
  if (c.verdict === "differ" && short && !blank) return insufficient(whole.fact.scope, "a part of the line is blank");
  return decide(whole.fact.scope, c, whole.operand, {
    sides: [whole.operand, ...operands],
    identity: { whole: whole.operand, parts: operands },
    equation: (expected) => `${showSum(operands)} = ${expected}${whole.operand.unit ?? ""} ≠ ${show(whole.operand)}`,
    cause: () => causeOfSum(whole.operand, operands, c),
    ...(short ? { severity: "warning" as const } : {}),
  });
}
