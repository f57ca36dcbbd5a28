import type { Line } from "../../lines.ts";
import { type HeadWord, headWords } from "./head-words.ts";
import { AMOUNT, NUMBERED, squeezed } from "./tokens.ts";

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
/** A head is broken over no more lines than this. */
const MOST_PIECES = 4;

/**
 * Reads the header that begins at a line: heads broken over lines, cell after cell, up to the first line with an amount, a numbered label
 * or a code. Null where other words stand there, or fewer than three heads.
 */
export function readLedgerHead(lines: readonly Line[], at: number): LedgerHead | null {
  if (!mayBegin(lines[at]!.text)) return null;
  const words: HeadWord[] = [];
  let numbered: number | null = null;
  let pieces = 0;
  let pending = "";
  let next = at;
  for (let k = at; k < Math.min(lines.length, at + MOST_LINES); k++) {
    const line = lines[k]!;
    if (line.cell || line.text.includes("\t")) return null;
    const marks = pending === "" ? numbering(line.text) : null;
    if (marks !== null) {
      numbered = (numbered ?? 0) + marks.count;
      words.push(...marks.words);
      next = k + 1;
      continue;
    }
    const text = squeezed(line.text);
    if (pending === "" && (isBody(line.text) || text === "合计" || text === "总计")) {
      if (text !== "合计" && text !== "总计") break;
      // 合计 is a head where more heads follow, and the first row's label where amounts or the end follow
      if (!mayGoOn(lines[k + 1]?.text ?? "")) break;
    }
    const last = words.at(-1);
    const extended = pending === "" && last !== undefined && last.kind !== "group" ? headWords(last.text + text) : null;
    if (extended?.length === 1 && extended[0]!.text.length > last!.text.length && last!.text.length >= 4) {
      // 政府性基金预算 | 财政拨款: a head broken where a shorter one ends
      words.splice(-1, 1, extended[0]!);
      next = k + 1;
      continue;
    }
    const found = wordByWord(pending, line.text) ?? headWords(pending + text);
    if (found) {
      words.push(...found);
      pending = "";
      pieces = 0;
      next = k + 1;
      continue;
    }
    pending += text;
    if (++pieces >= MOST_PIECES || pending.length > 80) break;
  }
  return words.length < 3 ? null : { words, numbered, next };
}

/** The heads of a line whose blanks stand between heads (项目 支出预算), not inside them (项 目). */
function wordByWord(pending: string, text: string): HeadWord[] | null {
  const words: HeadWord[] = [];
  for (const [i, word] of text
    .trim()
    .split(/[\s\u3000]+/u)
    .entries()) {
    const found = headWords(i === 0 ? pending + word : word);
    if (!found) return null;
    words.push(...found);
  }
  return words;
}

const mayBegin = (text: string): boolean => {
  const first = squeezed(text.split(/\s{2,}/u)[0] ?? "");
  return (
    first.length >= 1 &&
    first.length <= 80 &&
    !AMOUNT.test(first) &&
    /^(?:项目|收入|支出|本年|财政拨款|一般公共|人员经费|公用经费|合计|预算数|决算数|“?三公|(?:支出)?(?:部门预算|政府预算|功能|经济|科目)|类|行次|栏次|\d{4}年)/u.test(
      first,
    ) &&
    !/[表：:。；，、]$/u.test(first)
  );
};

const mayGoOn = (text: string): boolean =>
  headWords(squeezed(text)) !== null || numbering(text) !== null || /^[因公]/u.test(text.trim());

/** A line of the table's body: an amount in it, or a numbered label or a code before it. */
const isBody = (text: string): boolean => {
  const words = text.split(/[\s\u3000]+/u).filter((word) => word !== "");
  return (
    words.some((word) => AMOUNT.test(word) && /[.,，]/u.test(word)) ||
    NUMBERED.test(words[0] ?? "") ||
    /^\d{3}/u.test(words[0] ?? "")
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
  if (!rest.every((word) => /^[栏行]次$|^[类款项]$/u.test(word))) return null;
  if (!marks.every((n, i) => i === 0 || n === marks[i - 1]! + 1) || marks[0]! > 2) return null;
  return {
    count: marks.length,
    words: rest.filter((word) => /^[类款项]$/u.test(word)).map((word) => ({ text: word, kind: "code" })),
  };
}
