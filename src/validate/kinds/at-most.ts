import { combinations } from "../candidates.ts";
import type { Context } from "../context.ts";
import { placeKey } from "../operand.ts";
import type { AtMostRule } from "../rule.ts";
import { compareAtMost } from "../tolerance.ts";
import { decide, notApplicable, show, showSum, UNKNOWN_KIND, type Verdict } from "../verdict.ts";
import { anchors } from "./anchors.ts";

/** `Σ lesser ≤ greater`: fails only where no way of reading the operands keeps it. */
export function* atMost(rule: AtMostRule, { index, known }: Context): Iterable<Verdict> {
  if (!known && rule.within === "document") {
    yield notApplicable(UNKNOWN_KIND);
    return;
  }
  let stated = false;
  for (const { scope, at } of anchors(rule, index, rule.greater)) {
    stated = true;
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
      identity: { whole: g.operand, parts, bound: true },
      // What is less than several of its parts is one contradiction.
      topic: `within|${placeKey(g.operand)}`,
      equation: (expected) =>
        `${showSum(parts)}${parts.length > 1 ? ` = ${expected}${g.operand.unit ?? ""}` : ""} > ${show(g.operand)}`,
    });
  }
  if (!stated) yield notApplicable(`no ${rule.greater}`);
}
