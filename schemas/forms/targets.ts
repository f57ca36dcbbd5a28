import type { Target } from "../records.ts";

/** What targets and achieved values of indicators print. */

/** Indicators that a smaller number may satisfy. */
export const LESS_IS_BETTER = /成本|控制|费用|支出|资金|金额|投诉|事故|时限|用时|耗时|时长|天数|违规|差错|能耗|逾期/;
/** Units that say no more than that things are counted: a target and its achievement may print them differently. */
export const UNITLESS = /^(|次|个|家|项|人|人次|篇|条|期|天|元|万元|亿元|分)$/;
/** Words before a number → how a target compares. */
export const COMPARISONS: readonly (readonly [RegExp, Target["op"]])[] = [
  [/^(≥|>=|＞=|不低于|不少于|达到|至少)/, ">="],
  [/^(≤|<=|＜=|不高于|不超过|不多于|控制在)/, "<="],
  [/^(>|＞|大于|高于|超过)/, ">"],
  [/^(<|＜|小于|低于)/, "<"],
  [/^(=|＝|等于)/, "="],
];
