import { BLANK_LINE, SIDE_LETTERS } from "../../../../schemas/forms/performance/levels.ts";
import {
  ACHIEVED,
  EXPECTED,
  OBJECTIVE_LABEL,
  OBJECTIVE_SIDE,
} from "../../../../schemas/forms/performance/objective.ts";
import { FORM_ENDS } from "../../../../schemas/forms/performance/results.ts";
import type { Grid } from "../../../lib/layout.ts";
import { gridBlock, type PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";
import { indicatorCells } from "./cells.ts";
import { beginsField, type Field, readFields } from "./fields.ts";
import { type Foot, footAt, footCells, stopOf } from "./foot.ts";
import { fundingCells, type Marks, mayOpenFunding, opensFunding } from "./funding.ts";
import { findHead, hintsAtHead, type IndicatorHead } from "./head.ts";
import { splitObjective } from "./objective.ts";
import { solveLines } from "./lines.ts";
import { type SolvedBlock, solveBlock } from "./rows.ts";
import { confirmedLines, sumsOf } from "./sums.ts";
import { joined, type Word, wordsOf } from "./words.ts";

/** A form is at most this many lines long, its fields, funding and objective at most so many. */
const FORM_LINES = 600;
const HEAD_LINES = 120;
/** The cells of a head are broken over so many lines at most. */
const CELL_LINES = 24;
/** Where more of the words make no line, their order is lost: text that a program took out of a PDF column by column. */
const LEAST_READ = 0.8;
const LONGEST_WORD = 30;
/** Words set apart by so many blanks stand in columns of a page; so many such lines make a page laid out. */
const COLUMN_GAP = /\S {3,}\S/u;
const FEWEST_APART = 3;
/** Heads that stand over others make a second line of them. */
const MOST_HEAD_LINES = 2;
/** Columns of the rows above the indicators. */
const WIDTH = 9;

/** A performance form found in text: its grid, the line after it, and the words printed before it on its first line. */
export interface TextForm {
  readonly grid: Grid;
  readonly next: number;
  readonly title: readonly string[];
}

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
  let words = wordsOf(lines, at, limit).filter(({ line }) => !blank.has(line));
  let start = words.findIndex(({ text, line }) => line === at && (beginsField(text) || hintsAtHead(text)));
  const barren = Math.max(at + 1, Math.min(limit, at + HEAD_LINES) - CELL_LINES);
  if (start < 0) return at;
  let head = findHead(words, start, words.length);
  // where every head is a line by itself so is every cell; heads broken over lines reach further than that
  const cells = wordsOf(lines, at, limit, true).filter(({ line }) => !blank.has(line));
  const inCells = findHead(cells, 0, cells.length);
  const lastLine = (list: readonly Word[], found: IndicatorHead | null): number =>
    found ? list[found.next - 1]!.line : -1;
  if (inCells?.cellALine && lastLine(cells, inCells) >= lastLine(words, head))
    [words, start, head] = [cells, 0, inCells];
  if (!head || (words[head.start]!.line > at + HEAD_LINES && !beginsField(words[start]!.text))) return barren;
  return assembled(lines, at, words, start, head) ?? words[head.next - 1]!.line;
}

/** A line that begins with a field, or with the head of an indicator block, or holds either behind a title. */
function mayBegin(lines: readonly Line[], at: number): boolean {
  const { text, cell } = lines[at]!;
  if (cell || text.includes("\t")) return false;
  const words = text.split(/[\s\u3000]+/u).filter((word) => word !== "");
  const first = words.findIndex(beginsField);
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

function assembled(
  lines: readonly Line[],
  at: number,
  words: readonly Word[],
  start: number,
  head: IndicatorHead,
): TextForm | null {
  const stop = stopOf(words, head.next);
  const roles = head.columns.map(({ role }) => role);
  const block = solveRows(words, head, stop, roles) ?? solveBlock(words.slice(head.next, stop), roles);
  // running text behind a block without a total is none of it
  const text = words.findIndex((word, i) => i >= head.next + block.taken && word.text.length > LONGEST_WORD);
  const rest = Math.min(stop, text < 0 ? stop : text) - head.next;
  if (block.rows.length === 0 || block.taken < rest * LEAST_READ) return null;
  if (isLaidOut(lines, at, words) && !keepsLines(words, head, block)) return null;
  const above = headRows(words.slice(start, head.start));
  let next = head.next + block.taken;
  const feet: Foot[] = [];
  for (let foot = next === stop ? footAt(words, next) : null; foot; foot = footAt(words, next)) {
    feet.push(foot);
    next = foot.next;
  }
  const total = feet.find(({ numbers }) => numbers !== null)?.numbers ?? [];
  const confirmed = confirmedLines(block.rows, roles, {
    full: total[0] ?? "",
    score: total[1] ?? "",
    above: above.marks,
  });
  const indicators: PlainCell[][] = [
    head.columns.map(({ text }) => ({ text })),
    ...indicatorCells(block.rows, roles, confirmed),
  ];
  const sums = sumsOf(block.rows, roles, above.marks);
  const rows = [
    ...above.rows,
    ...indicators.map((cells, i) => (i === 0 ? [{ text: "绩效指标", rs: indicators.length }, ...cells] : cells)),
    ...feet.map((foot) => footCells(foot, roles, sums)),
  ];
  // words left on a line that was begun belong to no paragraph below
  const line = words[next]?.line ?? words.at(-1)!.line + 1;
  return {
    grid: gridBlock(rows, lines[at]!.number),
    next: Math.max(at + 1, words[next]?.before === "blank" ? line + 1 : line),
    title:
      start > 0
        ? [
            words
              .slice(0, start)
              .map(({ text }) => text)
              .join(" "),
          ]
        : [],
  };
}

/**
 * The block line by line, where its heads stand on one line and every line below them can be put under the columns cell by cell. Null where
 * one cannot: cells are broken over lines there.
 */
function solveRows(
  words: readonly Word[],
  head: IndicatorHead,
  stop: number,
  roles: IndicatorHead["columns"][number]["role"][],
): SolvedBlock | null {
  if (head.lines > MOST_HEAD_LINES || head.cellALine) return null;
  const lines = new Map<number, Word[]>();
  for (const word of words.slice(head.next, stop)) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  if (words[head.next]?.before === "blank") return null;
  const solved = solveLines(
    [...lines.values()].map((own) => own.map(({ text }) => text)),
    roles,
  );
  const rows = solved.flatMap((row) => (row === null ? [] : [row]));
  return rows.length === solved.length && rows.length > 0 ? { rows, taken: stop - head.next } : null;
}

/** Text that keeps the places of a printed page: the lines of cells that were broken stand among each other. */
const isLaidOut = (lines: readonly Line[], at: number, words: readonly Word[]): boolean =>
  lines.slice(at, (words.at(-1)?.line ?? at) + 1).filter(({ text }) => COLUMN_GAP.test(text)).length >= FEWEST_APART;

/** Whether such a form can be read line by line all the same: no cell of its objective and its indicators is broken. */
function keepsLines(words: readonly Word[], head: IndicatorHead, block: SolvedBlock): boolean {
  const linesOf = (from: number, to: number): number => new Set(words.slice(from, to).map(({ line }) => line)).size;
  const objective = words.findIndex(({ text }, i) => isObjectiveHead(text, words[i + 1]?.text ?? ""));
  return (
    linesOf(head.next, head.next + block.taken) === block.rows.length &&
    (objective < 0 || linesOf(objective + 2, head.start) <= 1)
  );
}

/** Fields, funding and objective: everything above the indicators. */
function headRows(words: readonly Word[]): { rows: PlainCell[][]; marks: Marks[] } {
  const paired = words.findIndex(({ text }, i) => isObjectiveHead(text, words[i + 1]?.text ?? ""));
  const objective = paired >= 0 ? paired : words.findIndex((_, i) => isObjectiveLabel(words, i));
  const sideAt = objective < 0 ? words.length : sideStart(words, objective);
  let money = 0;
  while (
    money < sideAt &&
    !(
      mayOpenFunding(words[money]!.text) &&
      !beginsField(words[money]!.text) &&
      opensFunding(words.slice(money, sideAt))
    )
  )
    money++;
  const funding = money < sideAt ? fundingCells(words.slice(money, sideAt)) : { rows: [], marks: [] };
  return {
    rows: [
      ...fieldRows(words.slice(0, money)),
      ...funding.rows,
      ...(objective < 0 ? [] : objectiveRows(words.slice(objective), paired >= 0)),
    ],
    marks: funding.marks,
  };
}

/** 年度总体目标 at the head of a line, what is aimed at behind it: a form of targets says nothing of what was achieved. */
function isObjectiveLabel(words: readonly Word[], i: number): boolean {
  const { text, before } = words[i]!;
  return (
    i > 0 && before !== "blank" && OBJECTIVE_LABEL.test(text) && /\p{Script=Han}{4}/u.test(words[i + 1]?.text ?? "")
  );
}

const isObjectiveHead = (text: string, next: string): boolean =>
  EXPECTED.test(text) && ACHIEVED.test(next) && !/[，。；]/u.test(text + next);

/** 年度⏎总体⏎目标 stands on lines of its own before 预期目标. */
function sideStart(words: readonly Word[], at: number): number {
  let k = at;
  while (k > 0 && OBJECTIVE_SIDE.test(words[k - 1]!.text)) k--;
  return k;
}

/** The fields of one printed line stand beside each other. */
function fieldRows(words: readonly Word[]): PlainCell[][] {
  const lines = [...new Set(words.map(({ line }) => line))];
  const rows = lines.length === 1 ? readFields(words).map((field) => [field]) : groupedByLine(words);
  return rows.map((pairs) => {
    const share = Math.floor((WIDTH - 3) / pairs.length);
    return pairs.flatMap(([label, value], k): PlainCell[] => [
      { text: label, cs: k === 0 ? 3 : 1 },
      { text: value, cs: k === pairs.length - 1 ? WIDTH - 3 - share * k - (k === 0 ? 0 : 1) : share },
    ]);
  });
}

function groupedByLine(words: readonly Word[]): Field[][] {
  const starts = words.flatMap(({ text, before }, i) =>
    i === 0 || (before !== "blank" && beginsField(text)) ? [i] : [],
  );
  return starts.map((from, i) => readFields(words.slice(from, starts[i + 1]))).filter((fields) => fields.length > 0);
}

function objectiveRows(words: readonly Word[], paired: boolean): PlainCell[][] {
  let last = words.length;
  while (last > 2 && SIDE_LETTERS.test(words[last - 1]!.text)) last--;
  if (!paired) return [[{ text: words[0]!.text }, { text: joined(words.slice(1, last)), cs: WIDTH - 1 }]];
  const { expected, achieved } = splitObjective(words.slice(2, last));
  return [
    [
      { text: "年度总体目标", rs: 2 },
      { text: words[0]!.text, cs: 4 },
      { text: words[1]!.text, cs: 4 },
    ],
    [
      { text: expected, cs: 4 },
      { text: achieved, cs: 4 },
    ],
  ];
}
