import { BLANK_LINE, LONG_TERM_BLOCK, NAME_OF_LEVEL } from "../../../../schemas/forms/performance/levels.ts";
import { OBJECTIVE_SIDE } from "../../../../schemas/forms/performance/objective.ts";
import { FORM_ENDS } from "../../../../schemas/forms/performance/results.ts";
import type { Grid } from "../../../lib/layout.ts";
import { gridBlock, type PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";
import { indicatorCells } from "./cells.ts";
import { beginsField, type Field, readFields } from "./fields.ts";
import { type Foot, footAt, footCells, stopOf } from "./foot.ts";
import { fundingCells, type Marks, mayOpenFunding, opensFunding } from "./funding.ts";
import { findHead, hintsAtHead, type IndicatorHead } from "./head.ts";
import { solveLines } from "./lines.ts";
import { isObjectiveHead, objectiveIn, WIDTH } from "./objective-rows.ts";
import { pairCells } from "./pairs.ts";
import { type SolvedBlock, type SolvedRow, solveBlock } from "./rows.ts";
import { confirmedLines, sumsOf } from "./sums.ts";
import { type Word, wordsOf } from "./words.ts";

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
  const place = { line: at, number: lines[at]!.number, laidOut: isLaidOut(lines, at, words), rowsKnown: false };
  return assembled(words, start, head, place) ?? words[head.next - 1]!.line;
}

/**
 * The same of rows whose cells are known one by one, their blank cells lost: a page's table saved as text. `next` is the first row after it.
 * Where the rows' ends are lost as well every cell is a line by itself.
 */
export function readRows(rows: readonly (readonly string[])[], number: number): TextForm | null {
  const alone = rows.every((row) => row.length < 2);
  const words = rows.flatMap((row, line): Word[] =>
    row.flatMap((text, i) =>
      text === "" ? [] : [{ text, before: alone ? "cell" : i > 0 ? "blank" : "near", line, page: false }],
    ),
  );
  const wide = rows.findIndex((row) => row.length > 1);
  const opens = words.findIndex(({ text }) => beginsField(text) || hintsAtHead(text));
  const first = words.findIndex(({ text, line }) => line >= wide && mayOpenFunding(text));
  const start = alone || first < 0 ? opens : Math.min(first, opens < 0 ? first : opens);
  const head = start < 0 ? null : findHead(words, start, words.length);
  if (!head) return null;
  const end = words.findIndex(({ text }, i) => i > head.next && FORM_ENDS.test(text.replace(/[\s\u3000]+/gu, "")));
  return assembled(end < 0 ? words : words.slice(0, end), start, head, {
    line: 0,
    number,
    laidOut: false,
    rowsKnown: !alone,
  });
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

/** Where a form was found: the index of its first line, that line's number in the file, whether the text keeps the places of a page. */
interface Place {
  readonly line: number;
  readonly number: number;
  readonly laidOut: boolean;
  /** Every line is a row, every word of it a cell. */
  readonly rowsKnown: boolean;
}

function assembled(
  words: readonly Word[],
  start: number,
  head: IndicatorHead,
  { line: at, number, laidOut, rowsKnown }: Place,
): TextForm | null {
  const stop = stopOf(words, head.next);
  const roles = head.columns.map(({ role }) => role);
  if (words[head.next] && NAME_OF_LEVEL.test(words[head.next]!.text)) return null;
  const block = solveRows(words, head, stop, roles, rowsKnown) ?? solveBlock(words.slice(head.next, stop), roles);
  // running text behind a block without a total is none of it
  const text = words.findIndex((word, i) => i >= head.next + block.taken && word.text.length > LONGEST_WORD);
  const rest = Math.min(stop, text < 0 ? stop : text) - head.next;
  if (block.rows.length === 0 || block.taken < rest * LEAST_READ) return null;
  if (laidOut && !keepsLines(words, head, block)) return null;
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
  const beside = words
    .slice(Math.max(0, head.start - 1), head.start + 1)
    .find(({ text }) => LONG_TERM_BLOCK.test(text));
  const side = beside?.text ?? "绩效指标";
  const rows = [
    ...above.rows,
    ...indicators.map((cells, i) => (i === 0 ? [{ text: side, rs: indicators.length }, ...cells] : cells)),
    ...feet.map((foot) => footCells(foot, roles, sums)),
  ];
  // words left on a line that was begun belong to no paragraph below
  const line = words[next]?.line ?? words.at(-1)!.line + 1;
  return {
    grid: gridBlock(rows, number),
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
  known: boolean,
): SolvedBlock | null {
  if (!known && (head.lines > MOST_HEAD_LINES || head.cellALine)) return null;
  const lines = new Map<number, Word[]>();
  for (const word of words.slice(head.next, stop)) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  if (words[head.next]?.before === "blank") return null;
  const solved = solveLines(
    [...lines.values()].map((own) => own.map(({ text }) => text)),
    roles,
  );
  const read = solved.filter((row) => row !== null).length;
  if (read === 0 || (read < solved.length && !known)) return null;
  const none = (own: readonly Word[]): SolvedRow => ({
    cells: roles.map(() => ""),
    unsure: new Set(),
    apart: own.map(({ text }) => text),
  });
  return { rows: [...lines.values()].map((own, i) => solved[i] ?? none(own)), taken: stop - head.next };
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
  const objective = objectiveIn(words);
  const sideAt = objective ? sideStart(words, objective.from) : words.length;
  const before = fundingIn(words, 0, sideAt);
  const after = objective && before === null ? fundingIn(words, objective.to, words.length) : null;
  const funding = before ?? after;
  const pairs = funding
    ? []
    : pairCells(objective ? [...words.slice(0, objective.from), ...words.slice(objective.to)] : words);
  return {
    rows: [
      ...fieldRows(words.slice(0, before?.from ?? sideAt)),
      ...(before?.rows ?? []),
      ...pairs,
      ...(objective?.rows ?? []),
      ...(after?.rows ?? []),
    ],
    marks: funding?.marks ?? [],
  };
}

/** The 资金 block among words `from` to `to`. */
function fundingIn(
  words: readonly Word[],
  from: number,
  to: number,
): { from: number; rows: PlainCell[][]; marks: Marks[] } | null {
  for (let at = from; at < to; at++) {
    const opens = mayOpenFunding(words[at]!.text) && !beginsField(words[at]!.text);
    if (opens && opensFunding(words.slice(at, to))) return { from: at, ...fundingCells(words.slice(at, to)) };
  }
  return null;
}

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
