import type { CheckRule } from "../rule.ts";

/** A rule that is no arithmetic on facts alone, with its hand-written example. */
export function checkRule(
  id: string,
  [zh, en]: readonly [string, string],
  options: Pick<CheckRule, "tolerance" | "severity" | "basis" | "check" | "premise"> & {
    readonly pass: readonly string[];
    readonly fail: readonly string[];
  },
): CheckRule {
  const { pass, fail, ...rest } = options;
  return { kind: "check", id, claim: { zh, en }, ...rest, example: { pass, fail } };
}
