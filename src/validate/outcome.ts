/**
 * Closed set. Only `fail` speaks about the publisher; `unsure` is a contradiction that a misreading would explain, `insufficient`,
 * `ambiguous` and `error` speak about us.
 */
export const OUTCOMES = [
  "pass",
  "rounding",
  "fail",
  "unsure",
  "not_applicable",
  "insufficient",
  "ambiguous",
  "error",
] as const;
/** One of OUTCOMES. */
export type Outcome = (typeof OUTCOMES)[number];
