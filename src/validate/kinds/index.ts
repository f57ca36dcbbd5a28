import type { Context } from "../context.ts";
import type { Rule } from "../rule.ts";
import type { Verdict } from "../verdict.ts";
import { atMost } from "./at-most.ts";
import { children } from "./children.ts";
import { column } from "./column.ts";
import { difference } from "./difference.ts";
import { equal } from "./equal.ts";
import { line } from "./line.ts";
import { rate } from "./rate.ts";
import { row } from "./row.ts";
import { same } from "./same.ts";
import { sum } from "./sum.ts";
import { together } from "./together.ts";

/** Runs one rule over one document. */
export function apply(rule: Rule, context: Context): Iterable<Verdict> {
  switch (rule.kind) {
    case "sum":
      return sum(rule, context);
    case "same":
      return same(rule, context);
    case "equal":
      return equal(rule, context);
    case "at-most":
      return atMost(rule, context);
    case "rate":
      return rate(rule, context);
    case "difference":
      return difference(rule, context);
    case "row":
      return row(rule, context);
    case "children":
      return children(rule, context);
    case "column":
      return column(rule, context);
    case "line":
      return line(rule, context);
    case "together":
      return together(rule, context);
    case "check":
      return rule.check(context, rule);
  }
}
