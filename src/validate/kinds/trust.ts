import type { Verdict } from "../verdict.ts";

/**
 * A table where most rows break an identity was misread, or the identity is not its form's: its failures speak about us. `others` are
 * identities of the same table that hold.
 */
export function trusted(verdicts: readonly Verdict[], others = 0): readonly Verdict[] {
  const failed = verdicts.filter((v) => v.outcome === "fail").length;
  const held = others + verdicts.filter((v) => v.outcome === "pass" || v.outcome === "rounding").length;
  if (failed <= 1 || failed <= held) return verdicts;
  return verdicts.map((v) =>
    v.outcome === "fail"
      ? {
          outcome: "insufficient",
          scope: v.scope,
          note: `${failed} of ${failed + held} rows break it: read wrongly, or another form`,
        }
      : v,
  );
}
