import type { Words } from "../../../../schemas/forms/form.ts";
import { type ColumnRole, HEAD_HINT, INDICATOR_HEADS, SIDE_HEAD } from "../../../../schemas/forms/performance/heads.ts";
import { LEVEL1, LEVEL2, NAME_OF_LEVEL } from "../../../../schemas/forms/performance/levels.ts";
import { type FoundHead, lexHeads } from "../../../lib/head-lexer.ts";
import { readOn, type Word } from "./words.ts";

/** The head of an indicator block in running text: its columns in order, and the words before and after it. */
export interface IndicatorHead {
  readonly columns: readonly { readonly text: string; readonly role: ColumnRole | null }[];
  readonly start: number;
  readonly next: number;
  /** On how many lines its words stand. */
  readonly lines: number;
  /** Every head is a line by itself, and so is every cell below them. */
  readonly cellALine: boolean;
}

type TextRole = ColumnRole | "side";
const TEXT_HEADS: Words<TextRole> = [[SIDE_HEAD, "side"], ...INDICATOR_HEADS];
/** So many words make the longest head. */
const MOST_WORDS = 48;
/** The heads beside 绩效指标 may stand over 一级指标 | 二级指标 | 三级指标: so many words of them are looked at. */
const WORDS_ABOVE = 16;
const FEWEST = 4;
/** So many words that hint at a head without being one are looked at. */
const MOST_TRIED = 8;
const MOST_UNKNOWN = 3;
const LEVELS: ReadonlySet<ColumnRole | null> = new Set(["level1", "level2", "level3"]);
/** Columns that may stand before the levels: what a line belongs to. */
const BEFORE_LEVELS: ReadonlySet<ColumnRole | null> = new Set(["order", "body", "scope", "budget", "objective"]);

/** Whether a word may be the first of 一级指标 or another head that only an indicator block has. */
export const hintsAtHead = (text: string): boolean => HEAD_HINT.test(text);

/** The first head of an indicator block from a word on, up to `limit`; null where there is none. */
export function findHead(words: readonly Word[], from: number, limit: number): IndicatorHead | null {
  let tried = 0;
  for (let hint = from; hint < limit; hint++) {
    if (!hintsAtHead(words[hint]!.text)) continue;
    // the heads that stand over the levels begin after the last head before this one
    let start = hint;
    while (start > Math.max(from, hint - WORDS_ABOVE) && !hintsAtHead(words[start - 1]!.text)) start--;
    for (; start <= hint; start++) {
      const head = headAt(words, start, Math.min(limit, start + MOST_WORDS));
      if (head && head.next > hint) return head;
    }
    if (++tried >= MOST_TRIED) return null;
  }
  return null;
}

/** A word among heads that is none of them: short, of Han characters alone, set apart by blanks or in a cell of its own, no level. */
function mayHead({ text, before }: Word, next: Word | undefined): boolean {
  if (!/^\p{Script=Han}{2,10}$/u.test(text) || LEVEL1.includes(text) || LEVEL2.includes(text)) return false;
  return before === "cell" || before === "blank" || next?.before === "blank";
}

function headAt(words: readonly Word[], start: number, limit: number): IndicatorHead | null {
  const pieces = words.slice(start, limit);
  // 年度⏎指标值: where blank cells are lines, a cell may take several of them
  const lined = readOn(pieces);
  const found = lexHeads(lined, TEXT_HEADS, (i) => mayHead(pieces[i]!, pieces[i + 1]));
  while (found.length > 0 && found.at(-1)!.meaning === null && !endsLine(pieces, found)) found.pop();
  // 年度绩效指标完成情况 beside the block reads like a head of its own
  const beside =
    found.findIndex(({ meaning }) => meaning === "level1") === 1 &&
    !BEFORE_LEVELS.has(found[0]!.meaning as ColumnRole | null);
  const heads = found.filter(({ meaning }, i) => meaning !== "side" && !(beside && i === 0));
  const known = heads.filter(({ meaning }) => meaning !== null);
  const has = (...roles: TextRole[]): boolean => known.some(({ meaning }) => roles.includes(meaning!));
  if (known.length < FEWEST || heads.length - known.length > MOST_UNKNOWN) return null;
  // 项目名称 | 校舍维修 | 一级指标: a field and its value before the heads
  const [first, second] = beside ? found : heads;
  const levels = heads.find(({ meaning }) => LEVELS.has(meaning as ColumnRole | null));
  const apart = levels !== undefined && pieces[levels.from]!.line !== pieces[first!.from]!.line;
  const isField = first!.meaning === "scope" || first!.meaning === "body";
  if ((isField && second!.meaning === null) || (first!.meaning === null && apart)) return null;
  if (!has("level3", "name") || !has("target", "actual", "weight", "score")) return null;
  const last = start + found.at(-1)!.to;
  const ordered = inOrder(heads).map(({ text, meaning }) => ({ text, role: meaning as ColumnRole | null }));
  const { columns, next } = withNames(words, last, ordered);
  return {
    columns,
    start,
    next,
    lines: new Set(words.slice(start, next).map(({ line }) => line)).size,
    cellALine: found.every(
      (head) =>
        isLine(words, start + head.from, start + head.to) || (lined !== pieces && words[start]!.before === "cell"),
    ),
  };
}

/** 名称 | 权重 below every level: the levels are named and weighed in two columns each. */
function withNames(
  words: readonly Word[],
  next: number,
  heads: IndicatorHead["columns"],
): { columns: IndicatorHead["columns"]; next: number } {
  const below = words.slice(next, next + 2 * LEVELS.size);
  const pairs =
    below.length === 2 * LEVELS.size && below.every(({ text }, i) => (i % 2 === 0) === NAME_OF_LEVEL.test(text));
  const weight = below[1];
  if (!pairs || !weight || below.some(({ text }, i) => i % 2 === 1 && text !== weight.text))
    return { columns: heads, next };
  const columns = heads.flatMap((head) =>
    LEVELS.has(head.role) ? [head, { text: weight.text, role: "weight" as const }] : [head],
  );
  return { columns, next: next + below.length };
}

/** An unknown head at the end is one where the line ends with it. */
const endsLine = (pieces: readonly Word[], found: readonly FoundHead<TextRole>[]): boolean => {
  const last = found.at(-1)!;
  const next = pieces[last.to];
  return found.length > 1 && pieces[last.from]!.before === "blank" && (next === undefined || next.before !== "blank");
};

function isLine(words: readonly Word[], from: number, to: number): boolean {
  const lines = new Set(words.slice(from, to).map(({ line }) => line));
  return lines.size === 1 && words[from]!.before !== "blank" && words[to]?.before !== "blank";
}

/** Text gives heads that stand over the levels before them: the columns are the levels, then what stood over their right. */
function inOrder(heads: readonly FoundHead<TextRole>[]): FoundHead<TextRole>[] {
  const isLevel = ({ meaning }: FoundHead<TextRole>): boolean => LEVELS.has(meaning as ColumnRole | null);
  const first = heads.findIndex(isLevel);
  const above = heads
    .slice(0, Math.max(0, first))
    .filter(({ meaning }) => !BEFORE_LEVELS.has(meaning as ColumnRole | null));
  const below = heads.filter((head) => !above.includes(head));
  const rest = below.slice(below.findLastIndex(isLevel) + 1);
  // 年度指标值 over 指标性质 | 指标值 | 度量单位 stands over them, no column of its own
  const own = above.filter(({ meaning }) => !rest.some((head) => head.meaning === meaning));
  if (above.length < 2 || (rest.length > 0 && own.length === above.length)) return [...heads];
  return [...below, ...own];
}
