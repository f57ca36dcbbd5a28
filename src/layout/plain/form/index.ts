import { BLANK_LINE, LEVEL1, LEVEL2 } from "../../../../schemas/forms/performance/levels.ts";
import { FORM_ENDS } from "../../../../schemas/forms/performance/results.ts";
import { append } from "../../../lib/long-lists.ts";
import type { Line } from "../lines.ts";
import { assembled, type TextForm } from "./assembled.ts";
import { beginsField, headsPart } from "./fields.ts";
import { mayOpenFunding } from "./funding.ts";
import { findHead, hintsAtHead, type IndicatorHead } from "./head.ts";
import { wholeLevels } from "./whole-levels.ts";
import { keepsBlanks, type Word, wordsOf } from "./words.ts";

/** A form is at most this many lines long, its fields, funding and objective at most so many. */
const FORM_LINES = 600;
const HEAD_LINES = 120;
/** The cells of a head are broken over so many lines at most. */
const CELL_LINES = 24;
/** Words set apart by so many blanks stand in columns of a page; so many such lines make a page laid out. */
const COLUMN_GAP = /\S {3,}\S/u;
const FEWEST_APART = 3;

/** Where heads of indicator blocks may begin in a text: asked once, so that no line is looked at again for each line before it. */
export interface FormSearch {
  /** For each line the next that hints at a head; the number of lines where none does. */
  readonly hints: readonly number[];
  /** No head begins before this line. */
  from: number;
}

/** Looks through a text once for what hints at heads. */
export function formSearch(lines: readonly Line[]): FormSearch {
  const hints = new Array<number>(lines.length + 1).fill(lines.length);
  for (let k = lines.length - 1; k >= 0; k--)
    hints[k] = lines[k]!.text.split(/[\s\u3000]+/u).some(hintsAtHead) ? k : hints[k + 1]!;
  return { hints, from: 0 };
}

/**
 * A performance form in text that has no cells: one cell a line, blanks between the cells, text copied out of a PDF, all of it on one line.
 * Fields, 资金 block, 年度总体目标, indicators and total are put together again in the form they are drawn in. Null where none begins at
 * `at`.
 */
export function readForm(lines: readonly Line[], at: number, search: FormSearch): TextForm | null {
  const hint = search.hints[Math.min(lines.length, Math.max(at, search.from))]!;
  // most of what lies ahead has been looked through in vain
  const seen = search.from > at && at + HEAD_LINES - search.from < HEAD_LINES / 2;
  if (hint >= lines.length || hint > at + HEAD_LINES || seen || !mayBegin(lines, at)) return null;
  const limit = formEnd(lines, at);
  const found = formIn(lines, at, limit);
  if (typeof found === "object") return found;
  // what was no head for this line is none for the next
  search.from = Math.max(search.from, found);
  return null;
}

/** The form, or the line before which no head of one begins. */
function formIn(lines: readonly Line[], at: number, limit: number): TextForm | number {
  const blank = new Set(
    lines
      .slice(at, limit)
      .flatMap(({ text }, k) => (BLANK_LINE.test(text.replace(/[\s\u3000]+/gu, "")) ? [at + k] : [])),
  );
  let words = mended(wordsOf(lines, at, limit).filter(({ line }) => !blank.has(line)));
  let start = words.findIndex(({ text, line }) => line === at && (beginsField(text) || hintsAtHead(text)));
  const barren = Math.max(at + 1, Math.min(limit, at + HEAD_LINES) - CELL_LINES);
  if (start < 0) return at;
  let head = findHead(words, start, words.length);
  // where every head is a line by itself so is every cell; heads broken over lines reach further than that
  const every = wholeLevels(wordsOf(lines, at, limit, true));
  // where blank cells are lines too, those of a template are cells among them
  const cells = keepsBlanks(every) ? every : every.filter(({ line }) => !blank.has(line));
  const inCells = findHead(cells, 0, cells.length);
  const lastLine = (list: readonly Word[], found: IndicatorHead | null): number =>
    found ? list[found.next - 1]!.line : -1;
  if (inCells?.cellALine && lastLine(cells, inCells) >= lastLine(words, head))
    [words, start, head] = [cells, 0, inCells];
  if (!head || (words[head.start]!.line > at + HEAD_LINES && !beginsField(words[start]!.text))) return barren;
  const place = { line: at, number: lines[at]!.number, laidOut: isLaidOut(lines, at, words), rowsKnown: false };
  return assembled(words, start, head, place) ?? words[head.next - 1]!.line;
}

/**
 * The same of rows whose cells are known one by one, their blank cells lost: a page's table saved as text. `next` is the first row after it.
 * Where the rows' ends are lost as well every cell is a line by itself.
 */
export function readRows(rows: readonly (readonly string[])[], number: number): TextForm | null {
  const alone = rows.every((row) => row.length < 2);
  const words: Word[] = [];
  let blanks = 0;
  for (const [line, row] of rows.entries()) {
    if (alone && (row[0] ?? "") === "") blanks++;
    for (const [i, text] of row.entries()) {
      if (text === "") continue;
      const before = alone ? "cell" : i > 0 ? "blank" : "near";
      words.push({ text: text.replace(BETWEEN_HAN, ""), before, line, page: false, blanks });
      blanks = 0;
    }
  }
  const found = alone ? null : headInRows(words);
  // heads and what stands above or below them on one line: the lines are not the rows
  const stream = alone || !found || !standsAlone(words, found);
  const own = stream && !alone ? words.map((word): Word => ({ ...word, before: "cell" })) : words;
  const opens = own.findIndex(
    ({ text }) => beginsField(text) || hintsAtHead(text) || (!stream && mayOpenFunding(text)),
  );
  const start = stream || !found ? opens : Math.min(opens, found.start);
  const head = stream ? (start < 0 ? null : findHead(own, start, own.length)) : found;
  if (!head || start < 0) return null;
  const end = own.findIndex(({ text }, i) => i > head.next && FORM_ENDS.test(text.replace(/[\s\u3000]+/gu, "")));
  return assembled(end < 0 ? own : own.slice(0, end), start, head, {
    line: 0,
    number,
    laidOut: false,
    rowsKnown: !stream,
  });
}

/** The head of the first indicator block among rows, from the beginning of its line on. */
function headInRows(words: readonly Word[]): IndicatorHead | null {
  // a head ends with its cell
  const cells = words.map((word): Word => ({ ...word, before: "cell" }));
  const head = findHead(cells, 0, words.length) ?? findHead(words, 0, words.length);
  if (!head) return null;
  const from = words.findIndex(({ line }) => line === words[head.start]!.line);
  const whole = findHead(cells, from, words.length);
  return { ...(whole && whole.start <= head.start ? whole : head), cellALine: false };
}

/** 经济效益 指标: the blank of a cell that was broken. */
const BETWEEN_HAN = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;
const FEWEST_BESIDE = 2;
/** Whether nothing but the label beside it stands on the lines of a head. */
function standsAlone(words: readonly Word[], { start, next }: IndicatorHead): boolean {
  const before = words.filter(({ line }, i) => i < start && line === words[start]!.line).length;
  return before < FEWEST_BESIDE && words[next]?.line !== words[next - 1]!.line;
}

/** A line that begins with a field, or with the head of an indicator block, or holds either behind a title. */
function mayBegin(lines: readonly Line[], at: number): boolean {
  const { text, cell } = lines[at]!;
  if (cell || text.includes("\t")) return false;
  const words = text.split(/[\s\u3000]+/u).filter((word) => word !== "");
  const first = words.findIndex(beginsField);
  if (first === 1 && headsPart(words[0]!)) return true;
  // 项目名称 财政资金 项目得分: the head of a table; a field has its value beside it, or on the next line
  if (first === 0) return words.length === 1 || !words.slice(1).every((word) => mayOpenFunding(word));
  return words.some(hintsAtHead);
}

function formEnd(lines: readonly Line[], at: number): number {
  const limit = Math.min(lines.length, at + FORM_LINES);
  for (let k = at + 1; k < limit; k++) {
    const text = lines[k]!.text.replace(/[\s\u3000]+/gu, "");
    if (lines[k]!.cell || lines[k]!.text.includes("\t") || FORM_ENDS.test(text)) return k;
  }
  return limit;
}

/** Text that keeps the places of a printed page: the lines of cells that were broken stand among each other. */
const isLaidOut = (lines: readonly Line[], at: number, words: readonly Word[]): boolean =>
  lines.slice(at, (words.at(-1)?.line ?? at) + 1).filter(({ text }) => COLUMN_GAP.test(text)).length >= FEWEST_APART;

/**
 * 服务对象满意度⏎满意度指标 群众满意度 ≥90%⏎指标: the name of a group broken over the lines above and below the line it belongs to is put
 * back into it, behind the name of the first level; letters of 绩效指标 on lines of their own are taken out.
 */
function mended(words: readonly Word[]): Word[] {
  const alone = (i: number): boolean =>
    words[i] !== undefined && words[i - 1]?.line !== words[i]!.line && words[i + 1]?.line !== words[i]!.line;
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const after = words.findIndex(({ line }, k) => k > i + 1 && line > (words[i + 1]?.line ?? 0));
    const between = words.slice(i + 1, after);
    const name = after < 0 ? "" : word.text + words[after]!.text;
    if (alone(i) && alone(after) && between.length > 2 && LEVEL2.includes(name)) {
      const first = between[0]!;
      const isFirst = LEVEL1.includes(first.text);
      const level: Word = { ...first, text: name, before: isFirst ? "blank" : first.before };
      append(out, isFirst ? [first, level] : [level, { ...first, before: "blank" as const }]);
      append(out, between.slice(1));
      i = after;
    } else if (alone(i) && alone(i + 1) && SIDE.test(word.text + words[i + 1]!.text)) i++;
    else out.push(word);
  }
  return out;
}

/** Letters of the label beside the block, on two lines. */
const SIDE = /^(?:年度)?绩效指标$/u;
