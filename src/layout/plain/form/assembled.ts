import { INDICATOR_HEADS } from "../../../../schemas/forms/performance/heads.ts";
import { KIND_OF_REASON, LONG_TERM_BLOCK } from "../../../../schemas/forms/performance/levels.ts";
import { OBJECTIVE_SIDE } from "../../../../schemas/forms/performance/objective.ts";
import { TOTAL_WORD } from "../../../../schemas/forms/performance/results.ts";
import { oneWidth } from "../../../lib/head-lexer.ts";
import type { Grid } from "../../../lib/layout.ts";
import { push } from "../../../lib/push.ts";
import { wholeMeaning } from "../../../lib/words.ts";
import { gridBlock, type PlainCell } from "../grid-block.ts";
import { indicatorCells } from "./cells.ts";
import { beginsField, type Field, readFields } from "./fields.ts";
import { type Foot, footAt, footCells, stopOf } from "./foot.ts";
import { fundingCells, type Marks, mayOpenFunding, opensFunding } from "./funding.ts";
import { findHead, type IndicatorHead } from "./head.ts";
import { solveLines } from "./lines.ts";
import { isObjectiveHead, objectiveIn, WIDTH } from "./objective-rows.ts";
import { pairCells } from "./pairs.ts";
import { type SolvedBlock, type SolvedRow, solveBlock } from "./rows.ts";
import { mayCount, solveStream } from "./stream.ts";
import { confirmedLines, sumsOf } from "./sums.ts";
import { keepsBlanks, type Word } from "./words.ts";

/** Where more of the words make no line, their order is lost: text that a program took out of a PDF column by column. */
const LEAST_READ = 0.8;
const LONGEST_WORD = 30;
/** Heads that stand over others make a second line of them. */
const MOST_HEAD_LINES = 2;
/** A form's next block begins within so many words. */
const WORDS_BETWEEN = 60;
/** Text of fewer lines has lost them. */
const FEWEST_LINES = 5;

/** A performance form found in text: its grid, the line after it, and the words printed before it on its first line. */
export interface TextForm {
  readonly grid: Grid;
  readonly next: number;
  readonly title: readonly string[];
}

/** Where a form was found: the index of its first line, that line's number in the file, whether the text keeps the places of a page. */
export interface Place {
  readonly line: number;
  readonly number: number;
  readonly laidOut: boolean;
  /** Every line is a row, every word of it a cell. */
  readonly rowsKnown: boolean;
}

/** An indicator block with what stands above it: its rows of cells, the words it takes up, what is needed to place the total. */
interface Part {
  readonly rows: PlainCell[][];
  readonly next: number;
  readonly stop: number;
  readonly block: SolvedBlock;
  readonly head: IndicatorHead;
  readonly marks: readonly Marks[];
}

/** The form whose first head is `head`, from word `start` on: fields, funding, objective, indicators, total, and further blocks of indicators. */
export function assembled(words: readonly Word[], start: number, head: IndicatorHead, place: Place): TextForm | null {
  const first = partOf(words, start, head, place);
  if (!first) return null;
  const parts = [first];
  for (let more = nextPart(words, first, place); more; more = nextPart(words, more, place)) parts.push(more);
  const last = parts.at(-1)!;
  const feet: Foot[] = [];
  let { next } = last;
  for (let foot = next === last.stop ? footAt(words, next) : null; foot; foot = footAt(words, next)) {
    feet.push(foot);
    next = foot.next;
  }
  const total = feet.find(({ numbers }) => numbers !== null)?.numbers ?? [];
  const stated = { full: total[0] ?? "", score: total[1] ?? "" };
  const roles = last.head.columns.map(({ role }) => role);
  const sums = sumsOf(
    parts.flatMap(({ block }) => block.rows),
    roles,
    parts.flatMap(({ marks }) => marks),
  );
  const rows = [
    ...parts.flatMap((part) => [
      ...part.rows,
      ...(part.block.rows.length === 0 ? [] : indicatorRows(words, part, parts.length === 1 ? stated : NOT_STATED)),
    ]),
    ...feet.map((foot) => footCells(foot, roles, sums)),
  ];
  // words left on a line that was begun belong to no paragraph below
  const line = words[next]?.line ?? words.at(-1)!.line + 1;
  return {
    grid: gridBlock(rows, place.number),
    next: Math.max(place.line + 1, words[next]?.before === "blank" ? line + 1 : line),
    title: start > 0 ? [printed(words.slice(0, start))] : [],
  };
}

const NOT_STATED = { full: "", score: "" };
const printed = (words: readonly Word[]): string => words.map(({ text }) => text).join(" ");

function partOf(
  words: readonly Word[],
  start: number,
  head: IndicatorHead,
  { laidOut, rowsKnown }: Place,
): Part | null {
  const stop = stopOf(words, head.next);
  const roles = head.columns.map(({ role }) => role);
  if (!rowsKnown && !isAnchored(words, head)) return null;
  const blanks = head.cellALine && keepsBlanks(words.slice(head.next, stop + 1));
  const counted =
    blanks || (head.cellALine && mayCount(roles)) ? solveStream(words, head.next, stop, roles, blanks) : null;
  // every cell is there: what cannot be counted out is no block, but what stands above it is as it was
  if (blanks && counted === null) return aboveAlone(words, start, head, stop);
  const byRows = counted ?? solveRows(words, head, stop, roles, rowsKnown);
  // a list of projects is read row by row or not at all
  if (byRows === null && roles.some((role) => role === "scope" || role === "objective")) return null;
  const block = byRows ?? solveBlock(words.slice(head.next, stop), roles);
  // running text behind a block without a total is none of it
  const text = words.findIndex((word, i) => i >= head.next + block.taken && word.text.length > LONGEST_WORD);
  const rest = Math.min(stop, text < 0 ? stop : text) - head.next;
  if (block.rows.length === 0 || block.taken < rest * LEAST_READ) return null;
  if (laidOut && counted === null && !keepsLines(words, head, block)) return null;
  return { ...headRows(words.slice(start, head.start)), next: head.next + block.taken, stop, block, head };
}

/** The fields and the 资金 block of a form whose indicators cannot be read; null where there is no such block. */
function aboveAlone(words: readonly Word[], start: number, head: IndicatorHead, stop: number): Part | null {
  const above = words.slice(start, head.start);
  if (!above.some(({ text }, i) => mayOpenFunding(text) && opensFunding(above.slice(i)))) return null;
  return { ...headRows(above), next: head.start, stop, block: { rows: [], taken: 0 }, head };
}

/**
 * Whether words alone can tell where a line ends: not in a list whose lines carry projects and their aims, nor where columns of free words
 * stand beside the indicator without scores behind them.
 */
function isAnchored(words: readonly Word[], head: IndicatorHead): boolean {
  const before = words[head.start - 1];
  const role = before ? wholeMeaning(oneWidth(before.text), INDICATOR_HEADS) : null;
  if (role === "scope" || role === "objective" || role === "budget") return false;
  const lists = head.columns.some((column) => column.role === "scope");
  if (lists && before?.line === words[head.start]!.line) return false;
  if (KIND_OF_REASON.test(words[head.next]?.text ?? "")) return false;
  const alone = words[head.start]!.before === "cell" || new Set(words.map(({ line }) => line)).size < FEWEST_LINES;
  const roles = head.columns.map((column) => column.role);
  const free = roles.filter((each) => each === null || each === "other").length;
  const scored = roles.includes("weight") || roles.includes("score");
  return !alone || free <= (scored ? 1 : 0);
}

/** A further block of the same form: its heads again, perhaps below an objective of its own, before any field or total. */
function nextPart(words: readonly Word[], { next, stop }: Part, place: Place): Part | null {
  if (next !== stop || next >= words.length) return null;
  const head = findHead(words, next, Math.min(words.length, next + WORDS_BETWEEN));
  const between = words.slice(next, head?.start ?? next);
  if (!head || between.some(({ text }) => beginsField(text) || TOTAL_WORD.test(text))) return null;
  return partOf(words, next, head, place);
}

function indicatorRows(
  words: readonly Word[],
  { head, block, marks }: Part,
  stated: { readonly full: string; readonly score: string },
): PlainCell[][] {
  const roles = head.columns.map(({ role }) => role);
  const confirmed = confirmedLines(block.rows, roles, { ...stated, above: marks });
  const rows: PlainCell[][] = [
    head.columns.map(({ text }) => ({ text })),
    ...indicatorCells(block.rows, roles, confirmed),
  ];
  const beside = words
    .slice(Math.max(0, head.start - 1), head.start + 1)
    .find(({ text }) => LONG_TERM_BLOCK.test(text));
  return rows.map((cells, i) => (i === 0 ? [{ text: beside?.text ?? "绩效指标", rs: rows.length }, ...cells] : cells));
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
  for (const word of words.slice(head.next, stop)) push(lines, word.line, word);
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
