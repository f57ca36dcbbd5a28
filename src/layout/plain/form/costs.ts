import type { ColumnRole } from "../../../../schemas/forms/performance/heads.ts";
import {
  BLANK_INDICATOR,
  COUNTED,
  GROUP_END,
  LEVEL1,
  LEVEL2,
  NATURE,
  WEIGHT_NOTE,
} from "../../../../schemas/forms/performance/levels.ts";
import { largest } from "../../../lib/long-lists.ts";
import { joined, textWidth, type Word } from "./words.ts";

/** What is known of a block when one of its cells is weighed. */
export interface CellContext {
  readonly words: readonly Word[];
  /** The widest line seen in each column; nothing in the first reading. */
  readonly widths: readonly number[];
  /** Words that are names of groups, or pieces of them. */
  readonly pieces: ReadonlySet<number>;
  /** Lines at half a line's height belong to one cell: names of levels are broken so. */
  readonly nearGoesOn: boolean;
  /** Whether the column stands left of the indicator: a number there belongs to a level. */
  readonly beforeName: (column: number) => boolean;
}

const IMPOSSIBLE = Number.POSITIVE_INFINITY;
const MARK = /^\d{1,3}(?:\.\d+)?分?$/u;
const DASH = /^(?:[-—－–/／]{1,4}|无)$/u;
const SIGN = /^[≥≤＞＜=＝><≧≦]/u;
const NO_FIGURE = /^[^\d≥≤]+$/u;
const MEASURED = /^[≥≤＞＜=＝><≧≦]?[-－]?\d/u;
const STOP = /[。；]/u;
const HAN = /\p{Script=Han}/u;
/** How much a longer label is liked, a word: of two readings that fit alike the label takes more. */
const LONGER_LABEL = 0.01;
/** A level that no form is known to have: with a weight note behind it, in a cell of its own, among blanks. */
const UNKNOWN_LEVEL = { noted: 1.5, cell: 3, blank: 6 } as const;
const LONGEST_LEVEL = 20;
/** Of two numbers in a line that has room for values and scores the scores are taken first; what no sum confirms is unsure all the same. */
const BLANK_VALUE = 3;
const BLANK_MARK = 5;

/** The rest of a cell that a page's end cut, after its line's last cell. */
export const TAIL = "tail";
/** A column of a block, or the place of such a rest. */
export type Role = ColumnRole | null | typeof TAIL;

/** The longest run of words a cell of a role may hold. */
export const mostWords = (role: Role): number =>
  role === "weight" || role === "score" || role === "order" || role === "budget"
    ? 2
    : role === "level1" || role === "level2"
      ? 10
      : role === "other" || role === "objective" || role === null
        ? 60
        : 36;

/** What it costs that words `from` to `to` are the cell of a column. */
export function cellCost(role: Role, column: number, from: number, to: number, context: CellContext): number {
  const words = context.words.slice(from, to);
  if (words.slice(1).some(({ before }) => before === "cell")) return IMPOSSIBLE;
  const text = joined(words);
  switch (role) {
    case TAIL:
      return text === ""
        ? 0
        : words[0]!.page
          ? 0.5 + nameInside(from, to, context) + fitCost(words, 0, context)
          : IMPOSSIBLE;
    case "level1":
      return levelCost(
        text,
        words,
        LEVEL1,
        context.words[to]?.text ?? "",
        words.length > 1 ? nameInside(from, to, context) : 0,
      );
    case "level2":
      return levelCost(
        text,
        words,
        LEVEL2,
        context.words[to]?.text ?? "",
        words.length > 1 ? nameInside(from, to, context) : 0,
      );
    case "order":
      return text === "" ? 1 : /^\d{1,3}$/u.test(text) ? 0 : IMPOSSIBLE;
    case "budget":
      return text === "" ? 0 : /^[\d,.]+$/u.test(text) ? 0.5 : IMPOSSIBLE;
    case "weight":
    case "score":
      return markCost(text, context.beforeName(column));
    case "body":
    case "scope":
    case "objective":
      return text === "" ? 0 : 2 + fitCost(words, 0, context);
    case "reason":
    case "remark":
      return reasonCost(text, words, role, from, to, context);
    case "other":
    case null:
      return text === "" ? 1 : 0.5 + nameInside(from, to, context) + 0.3 * fitCost(words, 0, context);
    default:
      return valueCost(role, text, words, column, from, to, context);
  }
}

function valueCost(
  role: ColumnRole,
  text: string,
  words: readonly Word[],
  column: number,
  from: number,
  to: number,
  context: CellContext,
): number {
  const isName = role === "level3" || role === "name";
  if (text === "") return isName ? IMPOSSIBLE : role === "unit" ? 1 : role === "nature" ? 2 : BLANK_VALUE;
  let cost =
    fitCost(words, context.widths[column] ?? 0, context) +
    nameInside(from, to, context) +
    markInside(words, to, context);
  // The cell beside a broken one stands at its middle, not on its last line.
  const broken = words.some(({ before }, i) => i > 0 && before !== "blank");
  if (!context.nearGoesOn && broken && context.words[to]?.before === "blank") cost += 2;
  if (/.[≥≤]/u.test(text) || (role !== "nature" && /[≥≤＞＜=＝><≧≦]$/u.test(text))) cost += 3;
  if (isName) {
    cost -= LONGER_LABEL * words.length;
    if (SIGN.test(text) || /^[\d.]+$/u.test(text) || DASH.test(text)) cost += 6;
    if (STOP.test(text)) cost += 2;
    if (MEASURED.test(text)) cost += 2;
    if (BLANK_INDICATOR.test(text)) cost += 8;
    if (words.some((word, i) => i > 0 && word.before !== "blank" && MEASURED.test(word.text))) cost += 1;
    return cost;
  }
  if (role === "nature") return cost + (NATURE.test(text) ? -1 : 3);
  if (role === "unit") return cost + (NO_FIGURE.test(text) && text.length <= 8 ? -1 : 3);
  if (MEASURED.test(text) || DASH.test(text)) cost -= 0.6;
  if (role === "actual" && SIGN.test(text)) cost += 1;
  // 2024年 | 11月
  if (/^\d{4}年$/u.test(text)) cost += 1.5;
  return cost;
}

const EMPTY_GROUPS = new RegExp(
  `^(?:${[...LEVEL2].sort((a, b) => b.length - a.length).join("|")})+?(?=\\p{Script=Han}{2})`,
  "u",
);

/** The name of a level without the names of groups before it that hold no indicator: 生态效益指标可持续影响指标. */
export function withoutEmptyGroups(text: string): string {
  const own = text.replace(EMPTY_GROUPS, "");
  const name = own.replace(/[（(].*$/u, "");
  return own !== text && (LEVEL1.includes(name) || LEVEL2.includes(name)) ? own : text;
}

function levelCost(
  text: string,
  words: readonly Word[],
  names: readonly string[],
  next: string,
  inside: number,
): number {
  if (text === "") return 0;
  const own = withoutEmptyGroups(text);
  if (own !== text) return 1 + levelCost(own, words, names, next, inside);
  const note = /[（(][^（()）]*[)）]?$/u.exec(text)?.[0] ?? "";
  const noted = WEIGHT_NOTE.test(note);
  const name = noted ? text.slice(0, -note.length) : text;
  // 经济效益 is a name, and so is 经济效益指标
  if (names.includes(name)) return names.includes(name + next) ? 3 : 0;
  // a name cut short by its cell: 可持续影响指
  if (words.length > 1 && name.length >= 5 && names.some((each) => each.startsWith(name))) return 0.5;
  if (name.length < 2 || name.length > LONGEST_LEVEL || !HAN.test(name) || /[\d≥≤，。；：%]/u.test(name))
    return IMPOSSIBLE;
  if (LEVEL1.includes(name) || LEVEL2.includes(name)) return 5;
  const broken = words.filter(({ before }, i) => i > 0 && before === "blank" && !isOpen(words[i - 1]!.text)).length;
  return (
    inside +
    (noted ? UNKNOWN_LEVEL.noted : words[0]!.before === "cell" ? UNKNOWN_LEVEL.cell : UNKNOWN_LEVEL.blank) +
    2 * broken
  );
}

function markCost(text: string, ofLevel: boolean): number {
  if (text === "") return ofLevel ? 0.5 : BLANK_MARK;
  if (MARK.test(text)) return Number.parseFloat(text) <= 100 ? 0 : 8;
  return DASH.test(text) ? 0.2 : IMPOSSIBLE;
}

/** A reason stands where points were lost; without that, words behind the score are hardly one. */
function reasonCost(
  text: string,
  words: readonly Word[],
  role: "reason" | "remark",
  from: number,
  to: number,
  context: CellContext,
): number {
  const [weight, score] = [context.words[from - 2]?.text ?? "", context.words[from - 1]?.text ?? ""];
  const scored = MARK.test(weight) && MARK.test(score);
  const lost = scored && weight !== score;
  if (text === "") return lost && role === "reason" ? 1.5 : 0;
  if (DASH.test(text)) return 0;
  if (MEASURED.test(text) && !HAN.test(text)) return IMPOSSIBLE;
  const likely = lost ? 0 : words[0]!.before === "cell" ? 0.5 : role === "remark" || !scored ? 2 : 5;
  return likely + (STOP.test(text.slice(-1)) ? 0 : 1) + nameInside(from, to, context) + fitCost(words, 0, context);
}

/** The full score and the score of a line are not parted by the end of a cell of words. */
function markInside(words: readonly Word[], to: number, context: CellContext): number {
  const [first, last, next, before] = [
    words[0]!,
    words.at(-1)!,
    context.words[to],
    context.words[to - words.length - 1],
  ];
  if (words.length < 2) return 0;
  // 20⏎20: scores of two lines are no value
  if (words.some(({ text }, i) => i > 0 && MARK.test(text) && /^\d{1,3}$/u.test(words[i - 1]!.text))) return 8;
  const ends = MARK.test(last.text) && last.before === "blank" && next?.before === "blank" && MARK.test(next.text);
  const begins = MARK.test(first.text) && first.before === "blank" && before !== undefined && MARK.test(before.text);
  return ends || begins ? 4 : 0;
}

/** (15 分): a bracket that is still open. */
const isOpen = (text: string): boolean => /[（(][^（()）]*$/u.test(text);

/** The name of a group of indicators, whole or in pieces, is no part of a cell of words; alone it may be an indicator's. */
function nameInside(from: number, to: number, { words, pieces }: CellContext): number {
  let names = 0;
  for (let i = from; i < to; i++) if (pieces.has(i)) names++;
  return names * (to - from > 1 || words[from]!.text.endsWith(GROUP_END) || !isName(words[from]!.text) ? 12 : 3);
}

const isName = (text: string): boolean => LEVEL2.includes(text) || LEVEL1.includes(text.replace(/[（(].*$/u, ""));
/** A name is broken over so many lines at most. */
const MOST_PIECES = 4;

/** Which words are the name of a group of indicators, or a piece of one that a narrow column broke. */
export function piecesOfNames(words: readonly Word[]): Set<number> {
  const pieces = new Set<number>();
  for (let i = 0; i < words.length; i++) {
    let text = "";
    for (let k = i; k < Math.min(words.length, i + MOST_PIECES); k++) {
      if (k > i && (words[k]!.before === "blank" || words[k]!.before === "cell")) break;
      text += words[k]!.text;
      if (isName(text) && (k === i || text.endsWith(GROUP_END))) for (let j = i; j <= k; j++) pieces.add(j);
    }
  }
  return pieces;
}

/** A line whose next word would still have fitted is the last of its cell; half a line's height is another cell. */
function fitCost(words: readonly Word[], least: number, { nearGoesOn }: CellContext): number {
  const lines: string[] = [];
  let cost = 0;
  for (const [i, { text, before }] of words.entries()) {
    if (i === 0) lines.push(text);
    else if (before === "blank") {
      // 15 个工作日, ≥ 95: print sets digits and signs apart from what belongs to them
      cost += gapCost(words[i - 1]!.text, text);
      lines[lines.length - 1] += text;
    } else {
      // a score that stands on a line of its own is no end of a word
      if (MARK.test(text) && HAN.test(words[i - 1]!.text)) cost += 3;
      if (before === "near" && !nearGoesOn) cost += 5;
      lines.push(text);
    }
  }
  const widest = Math.max(least, largest(lines.map(textWidth)));
  for (const [i, line] of lines.slice(0, -1).entries()) {
    const room = widest - textWidth(line) - textWidth(firstWord(lines[i + 1]!));
    if (room >= 1 && !/[。；：:)）]$/u.test(line)) cost += Math.min(4, room);
  }
  return cost;
}

/** What it costs to read two words of one line as one cell. */
function gapCost(last: string, next: string): number {
  if (isOpen(last)) return 0.1;
  if (/^[≥≤＞＜=＝><≧≦]$/u.test(last) || (/\d$/u.test(last) && COUNTED.test(next))) return 0.2;
  if (/[\d%％]$/u.test(last) && MEASURED.test(next)) return 4;
  if (/^[≥≤＞＜=＝><≧≦]?\d+$/u.test(last)) return 0.6;
  return /\d$/u.test(last) || /^\d/u.test(next) ? 1.2 : 2;
}

/** What cannot be broken at a line's end: a number with its sign, else one character (with the stop behind it). */
const firstWord = (line: string): string =>
  /^(?:[≥≤＞＜=]?[\dA-Za-z.%％]+|[（(《“]*.[，。；、：）)》”]*)/u.exec(line)?.[0] ?? "";
