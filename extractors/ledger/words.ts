import { FUNDS, GATHERING, HEAD_UNIT, SOURCE, WHOLE_OF_SOURCE } from "../../schemas/forms/funds.ts";
import type { Fund } from "../../schemas/index.ts";
import { labelKey } from "../../src/lib/label.ts";

/** Words that only gather columns or name their phase: 合计, 小计, 决算数, 2024年预算数, 本年一般公共预算支出, 金额. */
export const isGathering = (text: string): boolean =>
  labelKey(text).replace(HEAD_UNIT, "").replace(GATHERING, "") === "";

/** A fund as the lowest head: money from that source, one column of several; 一般公共预算支出 is a form's own whole. */
export const isSource = (text: string): boolean => SOURCE.test(text) && !WHOLE_OF_SOURCE.test(labelKey(text));

/** The fund that a title or header names; null for all funds. */
export const fundOf = (text: string): Fund | null =>
  FUNDS.find(({ named, unless }) => named.test(text) && !(unless?.test(text) ?? false))?.fund ?? null;
