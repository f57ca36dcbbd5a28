/** Closed set. Only `fail` speaks about the publisher; `insufficient`, `ambiguous` and `error` speak about us. */
export const OUTCOMES = ["pass", "rounding", "fail", "not_applicable", "insufficient", "ambiguous", "error"] as const;
/** One of OUTCOMES. */
export type Outcome = (typeof OUTCOMES)[number];
