import {
  CAPTION_OF_ACCOUNTS,
  CODE_PART,
  HEADS_OF_ACCOUNTS,
  HEADS_OF_OTHER_FORMS,
  LABEL_OF_LINE,
  NUMBERED_LABEL,
  STANDS_BELOW,
  TITLE_OF_ACCOUNTS,
} from "../../../../schemas/forms/text.ts";
import type { Grid } from "../../../lib/layout.ts";
import { append } from "../../../lib/long-lists.ts";
import { isNumbering, squeezed } from "../account-rows.ts";
import { kindOfHead } from "../accounts/head-tree.ts";
import { headRows } from "../accounts/merged.ts";
import { gridBlock } from "../grid-block.ts";
import type { Line } from "../lines.ts";
import { type Column, columnsOf } from "./columns.ts";
import { continued } from "./continued.ts";
import { depthOf, headForests, wholeHeads } from "./heads.ts";
import { columnsIn, type Matched, matchHeads, treeOf } from "./matched.ts";
import { EXACT, type Piece, piecesOf, WIDTHS, type WidthOf } from "./pieces.ts";
import { wholeRows } from "./rows.ts";

/** Lines of which the ends of numbers are compared. */
const MOST_MEASURED = 60;
const MOST_HEAD_LINES = 14;
const LONGEST_HEAD = 30;
const LONGEST_NAME = 60;
/** More lines without a number in a row are text below the table. */
const MOST_BARE = 8;
const HAN = /\p{Script=Han}/u;
const OF_SENTENCES = /[，。；！？]/u;

/**
 * A table of accounts in text that keeps the places of words (as `pdftotext -layout` and terminals write it): its columns are where pieces
 * stand under each other, its heads stand over them. Null where none begins at `at`, or where a column could have more than one head.
 */
export function readAlignedTable(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  if (!mayBegin(lines, at)) return null;
  return tableAt(lines, at, widthIn(lines, at));
}

/** How characters are counted: wide ones as two where the numbers below end in far fewer places then. */
function widthIn(lines: readonly Line[], at: number): WidthOf {
  const near = lines.slice(at, at + MOST_MEASURED);
  const ends = WIDTHS.map((widthOf) => {
    const pieces = near.flatMap((line) => piecesOf(line, widthOf).filter(({ number }) => number));
    return new Set(pieces.map(({ x1 }) => x1)).size;
  });
  return 2 * ends[1]! < ends[0]! ? WIDTHS[1]! : WIDTHS[0]!;
}

const wordsOf = (line: Line): string[] => line.text.split(/[ \u3000]{2,}/u).map(squeezed);

/** A line with known heads, below a line that holds none. */
function mayBegin(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1];
  return isHeadLine(lines[at]!) && (before === undefined || !isHeadLine(before));
}

const isHeadLine = (line: Line): boolean => {
  if (line.cell || line.text.includes("\t")) return false;
  const words = wordsOf(line);
  return (
    words.every((text) => HAN.test(text) && text.length <= LONGEST_HEAD && !OF_SENTENCES.test(text)) &&
    !words.some((text) => CAPTION_OF_ACCOUNTS.test(text) || TITLE_OF_ACCOUNTS.test(text) || STANDS_BELOW.test(text)) &&
    (words.length > 1 || kindOfHead(words[0]!) !== null)
  );
};

function tableAt(lines: readonly Line[], at: number, widthOf: WidthOf): { grid: Grid; next: number } | null {
  const head = headLines(lines, at, widthOf);
  if (head === null) return null;
  const body = bodyLines(lines, head.next, widthOf);
  if (body === null) return null;
  const heads = wholeHeads([...head.lines, ...body.parts]);
  const words = heads.map(({ text }) => text).join("|");
  if (!HEADS_OF_ACCOUNTS.test(words) || HEADS_OF_OTHER_FORMS.test(words)) return null;
  const forests = headForests(heads);
  const [first, ...others] = body.pages.map((page) => ({
    page,
    columns: columnsOf(
      page.map(({ pieces }) => pieces),
      hasFeeds(lines),
    ),
  }));
  const matched = first?.columns && matchHeads(forests, first.columns, first.page.length);
  if (!matched || (!hasFeeds(lines) && restsOnOneRow(matched))) return null;
  const tree = treeOf(matched);
  const order = columnsIn(matched);
  const rows = cellRows(first.page, order);
  let last = first.page;
  for (const { page, columns } of others) {
    const way = columns && continued(tree, order, columns, (placed) => [...rows, ...cellRows(page, placed)]);
    if (!way) break;
    append(rows, cellRows(page, way));
    last = page;
  }
  const printed = rows.map((row) => row.map((text) => ({ text })));
  return {
    grid: gridBlock([...headRows(tree, depthOf(tree)), ...printed], lines[at]!.number),
    next: last.at(-1)!.at + 1,
  };
}

/** Whether heads are left over and a column of numbers is told by one row: nothing shows that this row keeps its places. */
const restsOnOneRow = (matched: Matched): boolean => {
  const columns = columnsIn(matched);
  return (
    columns.includes(null) &&
    columns.some((column) => column?.kind === "number" && column.texts.filter((text) => text !== "").length < 2)
  );
};

const cellRows = (page: readonly BodyLine[], columns: readonly (Column | null)[]): string[][] =>
  wholeRows(
    page.map(({ gap }, r) => ({ gap, texts: columns.map((column) => column?.texts[r] ?? "") })),
    columns.map((column) => column?.kind ?? "number"),
  );

/** The lines of the header, from a line on up to the first line of the body; null where other words stand there. */
function headLines(lines: readonly Line[], at: number, widthOf: WidthOf): { lines: Piece[][]; next: number } | null {
  const head: Piece[][] = [];
  for (let k = at; k < Math.min(lines.length, at + MOST_HEAD_LINES); k++) {
    const line = lines[k]!;
    if (line.cell || line.text.includes("\t")) return null;
    const pieces = piecesOf(line, widthOf);
    const texts = pieces.map(({ text }) => squeezed(text));
    if (isNumbering(texts)) continue;
    if (pieces.some(({ number }) => number) || LABEL_OF_LINE.test(texts[0]!) || NUMBERED_LABEL.test(texts[0]!))
      return withoutName(head, pieces, k);
    if (texts.some((text) => CAPTION_OF_ACCOUNTS.test(text) || STANDS_BELOW.test(text) || OF_SENTENCES.test(text)))
      return null;
    if (texts.some((text) => text.length > LONGEST_HEAD) || (texts.length === 1 && TITLE_OF_ACCOUNTS.test(texts[0]!)))
      return null;
    head.push(pieces);
  }
  return null;
}

/** The header without the lines above the first code's amounts that begin its name. */
function withoutName(
  head: Piece[][],
  first: readonly Piece[],
  next: number,
): { lines: Piece[][]; next: number } | null {
  const nameless = first.length > 1 && first.every(({ number }) => number);
  let end = head.length;
  while (nameless && end > 0 && head[end - 1]!.length === 1 && kindOfHead(squeezed(head[end - 1]![0]!.text)) === null)
    end--;
  return end === 0 ? null : { lines: head.slice(0, end), next: next - (head.length - end) };
}

/** Heads side by side that name lines and hold amounts, or three of them: the header of the next page or table. */
function isHeader(texts: readonly string[]): boolean {
  const kinds = texts.map(kindOfHead);
  if (kinds.includes(null)) return false;
  return texts.length === 1
    ? kinds[0] === "name"
    : texts.length > 2 || kinds.includes("name") || kinds.includes("code");
}

const feeds = new WeakMap<readonly Line[], boolean>();
/** Whether form feeds stand between the pages of a text. */
function hasFeeds(lines: readonly Line[]): boolean {
  const known = feeds.get(lines);
  if (known !== undefined) return known;
  const found = lines.some(({ feed }) => feed);
  feeds.set(lines, found);
  return found;
}

/** Whether the numbers of a line end where none of a page's numbers do: a new page without a form feed. */
function isShifted(pieces: readonly Piece[], page: readonly BodyLine[]): boolean {
  const numbers = pieces.filter(({ number }) => number);
  const ends = page.flatMap((line) => line.pieces.filter(({ number }) => number).map(({ x1 }) => x1));
  return (
    numbers.length > 1 &&
    ends.length > 2 * numbers.length &&
    numbers.every(({ x1 }) => ends.every((end) => Math.abs(end - x1) > 1))
  );
}

interface BodyLine {
  readonly pieces: readonly Piece[];
  readonly gap: boolean;
  /** Its place among the lines of the text. */
  readonly at: number;
}

interface Body {
  readonly pages: readonly (readonly BodyLine[])[];
  /** Heads that stand among its first lines. */
  readonly parts: readonly (readonly Piece[])[];
}

/** The lines of the body, page by page, and the line after them; null where none holds an exact amount, or where blanks part no columns. */
function bodyLines(lines: readonly Line[], from: number, widthOf: WidthOf): Body | null {
  const pages: BodyLine[][] = [];
  const parts: Piece[][] = [];
  let open: BodyLine[] = [];
  let next = from;
  let bare = 0;
  for (let k = from; k < lines.length && bare < MOST_BARE; k++) {
    const line = lines[k]!;
    if (line.cell || line.text.includes("\t")) break;
    const pieces = piecesOf(line, widthOf);
    const text = squeezed(line.text);
    const texts = pieces.map((piece) => squeezed(piece.text));
    const numbers = pieces.some(({ number }) => number);
    if (STANDS_BELOW.test(text) || (texts.length === 1 && TITLE_OF_ACCOUNTS.test(text))) break;
    if (texts.some((one) => OF_SENTENCES.test(one) || one.length > LONGEST_NAME || CAPTION_OF_ACCOUNTS.test(one)))
      break;
    // 类 款 项 printed lower than the first line's amounts
    if (pages.length === 0 && open.length === 1 && texts.every((one) => CODE_PART.test(one))) {
      parts.push(pieces);
      next = k + 1;
      continue;
    }
    if (!numbers && isHeader(texts)) break;
    if (hasFeeds(lines) ? line.feed : isShifted(pieces, open)) {
      if (open.length > 0) pages.push(open);
      open = [];
    }
    open.push({ pieces, gap: line.gap, at: k });
    bare = numbers || LABEL_OF_LINE.test(texts[0]!) || NUMBERED_LABEL.test(texts[0]!) ? 0 : bare + 1;
    if (bare === 0 || (bare === 1 && !line.gap)) next = k + 1;
  }
  pages.push(open);
  const rows = pages.map((page) => page.filter(({ at }) => at < next)).filter((page) => page.length > 0);
  const all = rows.flat();
  const exact = all.flatMap(({ pieces }) => pieces.filter((piece) => EXACT.test(piece.text)));
  const gaps = all.flatMap(({ pieces }) => pieces.slice(1).map((piece, i) => piece.x0 - pieces[i]!.x1));
  const wide = gaps.filter((gap) => gap > 1).length;
  return exact.length > 0 && wide * 2 >= gaps.length ? { pages: rows, parts } : null;
}
