import { combinations, distinct } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { AtMostRule } from "../rule.ts";
import { compareAtMost } from "../tolerance.ts";
import { decide, notApplicable, show, showSum, type Verdict } from "../verdict.ts";

/** `Σ lesser ≤ greater`: fails only where no way of reading the operands keeps it. */
export function* atMost(rule: AtMostRule, { index }: Context): Iterable<Verdict> {
  const done = new Set<string>();
  for (const anchor of index.of(rule.greater)) {
    const { measure, fiscalYear, scope } = anchor.fact;
    if (!rule.measures.includes(measure) || fiscalYear === null) continue;
    const key = [measure, fiscalYear, scope, rule.within === "table" ? anchor.place : ""].join("|");
    if (done.has(key)) continue;
    done.add(key);
    const at = (term: string) =>
      distinct(
        index
          .get(term, measure, fiscalYear, scope)
          .filter((f) => rule.within === "document" || f.place === anchor.place),
      );
    const lesser = rule.lesser.map(at).filter((l) => l.length > 0);
    const greater = at(rule.greater);
    if (lesser.length < (rule.lesser.length > 1 ? 2 : 1) || greater.length === 0) continue;
    const tried = combinations(lesser).flatMap((way) =>
      greater.map((g) => ({
        way,
        g,
        c: compareAtMost(
          way.map((f) => f.operand),
          g.operand,
        ),
      })),
    );
    const { way, g, c } = tried.find((t) => t.c.verdict !== "differ") ?? tried[0]!;
    const parts = way.map((f) => f.operand);
    yield decide(scope, c, g.operand, {
      sides: [g.operand, ...parts],
      equation: (expected) =>
        `${showSum(parts)}${parts.length > 1 ? ` = ${expected}${g.operand.unit ?? ""}` : ""} > ${show(g.operand)}`,
    });
  }
  if (done.size === 0) yield notApplicable(`no ${rule.greater}`);
}
