import type { YearRef } from "../../../src/lib/reading.ts";
import type { Token } from "../text/token.ts";
import { YEAR_BEFORE_LAST } from "../vocabulary/floor.ts";
import { type Context, remembering, saying, timed } from "./context.ts";
import type { Place, Sentence } from "./place.ts";

/** 去年…，比去年同期减少: told a year later, of the year the report is on. */
const reportedAfterwards = ({ words, text }: Sentence, year: Token): boolean =>
  text.slice(year.start, year.end) === "去年" &&
  words.some((t) => t.kind === "comparison" && YEAR_BEFORE_LAST.test(text.slice(t.start, t.end)));

/** 去年“三公”经费支出5万元, with no year before it: whose last year, the report's or the reporter's, nobody can tell. */
const isUndated = (c: Context, sentence: Sentence, { start, end }: Token): boolean =>
  sentence.text.slice(start, end) === "去年" &&
  c.setting.thisYear === null &&
  !c.stated &&
  c.time.opened === null &&
  !reportedAfterwards(sentence, { kind: "unknown", start, end });

/** 今年 and 去年, from the year they are said in. */
const toldFrom = ({ setting: { thisYear } }: Context, words: string, year: YearRef): YearRef =>
  thisYear !== null && thisYear > 0 && /^(?:今年|去年)/.test(words) && year !== null && "offset" in year
    ? { offset: year.offset + thisYear }
    : year;

/** 2022年…，上年…: the year before the one the sentence states, not before the report's. */
const beside = (year: YearRef, opened: YearRef): YearRef =>
  year !== null && "offset" in year && year.offset !== 0 && opened !== null && "stated" in opened
    ? { stated: opened.stated + year.offset }
    : year;

/** The context behind a year: whose it is, and of whom it is the year. */
export function dated(c: Context, word: Extract<Token, { kind: "year" }>, { sentence, at }: Place): Context {
  const { words } = sentence;
  const spans = (word.until !== undefined || isUndated(c, sentence, word)) && !c.said.compares;
  const opens = !c.stated && c.why === null && !c.said.compares;
  const told = timed(c, {
    period: spans && !words.slice(at).some((t) => t.kind === "respectively"),
    partial: false,
    opened: opens ? (c.time.opened ?? word.year) : c.time.opened,
  });
  const named = toldFrom(c, sentence.text.slice(word.start, word.end), word.year);
  const year = reportedAfterwards(sentence, word) ? { offset: 0 } : beside(named, c.time.opened);
  return saying(word.asOf ? remembering(told, { asOf: word.year }) : told, { year });
}
