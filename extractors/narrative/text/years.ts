import type { YearRef } from "../../../src/lib/reading.ts";

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^前年/, -2],
  [/^上|^去年|^同期/, -1],
  [/^今年|^本年|^当年/, 0],
];

/** `2023年12月31日` → stated 2023; 上年 → one before the report's. */
export function yearOf(words: string): YearRef {
  const stated = /(?:20|19)\d{2}/.exec(words);
  if (stated) return { stated: Number(stated[0]) };
  for (const [pattern, offset] of RELATIVE) if (pattern.test(words)) return { offset };
  return null;
}

/** The last year of a span: 2018-2020年. */
export function untilOf(words: string): number | undefined {
  const years = words.match(/20\d{2}/g) ?? [];
  return years.length === 2 && !/截/.test(words) ? Number(years[1]) : undefined;
}
