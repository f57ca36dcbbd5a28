import {
  BEGINS_HEADER,
  CLASSIFIED,
  CODE_OF_ITEM,
  CODE_PART_HEAD,
  ENDS_NO_HEAD,
  NUMBERED_LABEL,
  ORDER_MARK,
  ORDER_OR_CODE_PART,
} from "../../../../../schemas/forms/text.ts";
import { append } from "../../../../lib/long-lists.ts";
import { kindOfHead } from "../../accounts/head-tree.ts";
import type { Line } from "../../lines.ts";
import { amountColumns } from "./columns.ts";
import { floatingHeads } from "./floating.ts";
import { type HeadWord, headWords } from "./head-words.ts";
import { stackedHeads } from "./stacked.ts";
import { AMOUNT, CODE_OF_LINE, squeezed } from "./tokens.ts";

/** The heads of a table of accounts in the order of the text, and what the row that numbers the columns says. */
export interface LedgerHead {
  readonly words: readonly HeadWord[];
  /** How many columns the row 栏次 1 2 3 … numbers; null where there is none. */
  readonly numbered: number | null;
  /** The line after the header. */
  readonly next: number;
}

/** A header of three rows, every cell of it broken over lines, has fewer. */
const MOST_LINES = 70;
const LONGEST_LINE = 120;

/**
 * Reads the header that begins at a line: heads broken over lines, cell after cell, up to the first line with an amount, a numbered label
 * or a code. Null where other words stand there, or fewer than three heads. `unknown`: words that no form prints may head columns among those
 * that are known.
 */
export function readLedgerHead(lines: readonly Line[], at: number, unknown = false): LedgerHead | null {
  if (!mayBegin(lines[at]!.text) || (at > 0 && holdsHeads(lines[at - 1]!.text))) return null;
  const words: HeadWord[] = [];
  let numbered: number | null = null;
  let next = at;
  let run: string[] = [];
  const close = (): boolean => {
    const { words: found, taken } = headWords(run, unknown);
    append(words, found);
    next += taken;
    const whole = taken === run.length;
    run = [];
    return whole;
  };
  for (let k = at; k < Math.min(lines.length, at + MOST_LINES); k++) {
    const { text, cell } = lines[k]!;
    if (cell || text.includes("\t") || text.length > LONGEST_LINE) break;
    const apart = numberedApart(lines, k);
    if (apart > 0) {
      if (!close()) break;
      const count = lines.slice(k, k + apart).filter((line) => /^\d/u.test(line.text)).length;
      numbered = (numbered ?? 0) + count;
      k += apart - 1;
      next = k + 1;
      continue;
    }
    const marks = numbering(text);
    if (marks === null) {
      if (isBody(text) || opensBody(lines, k) || opensName(lines, k)) break;
      if (firstLabel(lines, k, [...words, ...headWords(run).words])) break;
      run.push(text);
      continue;
    }
    if (!close()) break;
    numbered = (numbered ?? 0) + marks.count;
    append(words, marks.words);
    next = k + 1;
  }
  // a header of which some heads are unknown is not known, unless what is left is the first line's label
  const printed = [...run];
  if (run.length > 0 && !close()) {
    const count = amountColumns(words).length;
    if (count === 0 || amountsAfter(lines, next) !== count) {
      if (numbered !== null) return null;
      const put = floatingHeads(printed) ?? stackedHeads(printed);
      return put && { words: put, numbered, next: at + printed.length };
    }
  }
  // 功能分类科目 over 科目编码 and 科目名称 is no column of its own
  const split = words.some(({ text }) => CODE_OF_ITEM.test(text));
  const columns = split ? words.filter(({ text }) => !CLASSIFIED.test(text)) : words;
  const strange = columns.filter((word) => word.unknown).length;
  const amounts = columns.filter(({ kind }) => kind === "amount").length;
  if (strange > 0 && strange * 2 > amounts) return null;
  const least = columns[0]?.kind === "name" ? 2 : 3;
  return columns.length < least ? null : { words: columns, numbered, next };
}

/** Whether a line is of a header: heads and nothing else, or one among other words side by side. */
function holdsHeads(text: string): boolean {
  const words = text.split(/[\s\u3000]+/u).filter((word) => word !== "");
  return (
    headWords([text]).taken > 0 ||
    (words.length > 1 && words.every((word) => !/\d/u.test(word)) && words.some((word) => kindOfHead(word) !== null))
  );
}

/** 栏次, 1, 栏次, 2 on lines of their own: how many lines number the columns from a line on. */
function numberedApart(lines: readonly Line[], from: number): number {
  if (squeezed(lines[from]!.text) !== "栏次") return 0;
  let expected = 0;
  let k = from;
  for (; k < lines.length; k++) {
    const text = squeezed(lines[k]!.text);
    const number = /^\d{1,2}$/u.test(text) ? Number(text) : null;
    if (number === null ? !ORDER_MARK.test(text) : number !== expected + 1) break;
    if (number !== null) expected = number;
  }
  // 栏次 alone, or the first label's own 行次, ends the run
  return expected === 0 ? 0 : k - from;
}

/** 合计 alone on its line is a head where more heads follow, and the first row's label where amounts or the end follow. */
function opensBody(lines: readonly Line[], k: number): boolean {
  const text = squeezed(lines[k]!.text);
  if (text !== "合计" && text !== "总计") return false;
  const after = lines[k + 1]?.text ?? "";
  return numbering(after) === null && headWords([after]).taken === 0 && !/^[因公]/u.test(after.trim());
}

/** The upper part of a name that goes on below its code: `文化旅游体育与传媒⏎207 17,127.62 7,374.19⏎支出`. */
function opensName(lines: readonly Line[], k: number): boolean {
  const [code = "", amount = ""] = (lines[k + 1]?.text ?? "").split(/[\s\u3000]+/u);
  return (
    CODE_OF_LINE.test(code) && AMOUNT.test(amount) && /[.]/u.test(amount) && headWords([lines[k]!.text]).taken === 0
  );
}

/**
 * Cells one a line: a head that is a line's name as well (因公出国（境）费) is the first line's label where as many amounts follow it, each
 * on a line of its own, as heads of amounts stand before it.
 */
function firstLabel(lines: readonly Line[], k: number, before: readonly HeadWord[]): boolean {
  const heads = before.filter(({ kind }) => kind === "amount" || kind === "group").length;
  return heads > 0 && amountsAfter(lines, k) === heads && before[0]?.kind === "name";
}

/** How many lines that are an amount each follow a line. */
function amountsAfter(lines: readonly Line[], k: number): number {
  const rest = lines.slice(k + 1, k + 1 + MOST_LINES).map(({ text }) => squeezed(text));
  const end = rest.findIndex((text) => !AMOUNT.test(text));
  const amounts = end < 0 ? rest : rest.slice(0, end);
  // 1, 2, 3 number the columns
  return amounts.every((text, i) => text === String(i + 1)) ? 0 : amounts.length;
}

/** Whether a line may be the first of the header of a table of accounts. */
export const mayBegin = (text: string): boolean => {
  // 项  目: characters set apart are one word
  const first = squeezed(/^\S(?:\s+\S)+$/u.test(text.trim()) ? text : (text.split(/\s{2,}/u)[0] ?? ""));
  return (
    first.length >= 1 &&
    first.length <= 80 &&
    !AMOUNT.test(first) &&
    BEGINS_HEADER.test(first) &&
    !ENDS_NO_HEAD.test(first)
  );
};

/** The first line of the body below a header that begins at a line, whatever its heads; null where none follows. */
export function bodyTop(lines: readonly Line[], at: number): number | null {
  for (let k = at; k < Math.min(lines.length, at + MOST_LINES); k++) {
    const { text, cell } = lines[k]!;
    if (cell || text.includes("\t") || text.length > LONGEST_LINE) return null;
    if (k > at && numbering(text) === null && (isBody(text) || opensBody(lines, k))) return k;
  }
  return null;
}

/** A whole number at a line's end that is no year: 因公出国（境）费 0 0. */
const WHOLE_NUMBER = /^(?!20\d{2}$)\d+$/u;
/** A label and its amount without a blank between: 行政经费177.50. */
const GLUED_AMOUNT = /\p{Script=Han}[）)”"]?\d[\d,]*\.\d+$/u;
/** A line of the table's body: an amount in it, or a numbered label or a code before it. */
const isBody = (text: string): boolean => {
  const words = text.split(/[\s\u3000]+/u).filter((word) => word !== "");
  return (
    words.some((word) => (AMOUNT.test(word) && /[.,，]/u.test(word)) || GLUED_AMOUNT.test(word)) ||
    (words.length === 1 && WHOLE_NUMBER.test(words[0]!)) ||
    (words.length > 1 && WHOLE_NUMBER.test(words.at(-1)!) && /\p{Script=Han}/u.test(words[0]!)) ||
    NUMBERED_LABEL.test(words[0] ?? "") ||
    /^\d{3}(?!\d*年)/u.test(words[0] ?? "")
  );
};

/** `栏次 1 2 3`, `类 款 项 栏次 1 2`, `1 2 3 4`, `栏次 1 栏次 2 3`: how many columns are numbered, and the heads beside the numbers. */
function numbering(text: string): { count: number; words: HeadWord[] } | null {
  const words = text.split(/[\s\u3000]+/u).filter((word) => word !== "");
  const marks = words
    .filter((word) => /^\d{1,2}(?:=[\d+\-()（）]+)?$/u.test(word))
    .map((word) => Number.parseInt(word, 10));
  const rest = words.filter((word) => !/^\d/u.test(word));
  if (marks.length === 0 || (marks.length < 3 && rest.length === 0)) return null;
  if (!rest.every((word) => ORDER_OR_CODE_PART.test(word))) return null;
  if (!marks.every((n, i) => i === 0 || n === marks[i - 1]! + 1) || marks[0]! > 2) return null;
  return {
    count: marks.length,
    words: rest.filter((word) => CODE_PART_HEAD.test(word)).map((word) => ({ text: word, kind: "code" })),
  };
}
