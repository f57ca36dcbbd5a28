import { type Block, type Grid, type Page, type PageOrigin, type Paragraph, recognition } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import type { PageContent } from "../../lib/page-content.ts";
import { alignedGrids } from "./aligned-grids.ts";
import { pageMargins } from "./margins.ts";
import { isFull, isIndented, joinWrapped, paragraphs, textPiece } from "./paragraphs.ts";
import { printedLines } from "./printed-lines.ts";
import { ruledGrids } from "./ruled-grids.ts";
import { runningLines } from "./running-lines.ts";
import { withoutStruckOut } from "./struck-out.ts";
import { streamsOf } from "./text-columns.ts";
import type { Margins, TextPiece } from "./text-piece.ts";

/** A page with its tables found and its other text in lines: all that is kept of the characters until every page has been seen. */
export interface PageParts {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly grids: readonly Grid[];
  readonly lines: readonly TextPiece[];
}

/** Characters and ruling lines of one page → its tables and its lines of text outside them. */
export function pageParts(page: PageContent): PageParts {
  const content = withoutStruckOut(page);
  const ruled = ruledGrids(content);
  const { number, width, height } = content;
  const barriers = ruled.grids.map((grid): [number, number] => [grid.box![1], grid.box![3]]);
  const streams = streamsOf(printedLines(ruled.free)).map((lines) => alignedGrids(number, lines, ruled.lone, barriers));
  const grids = [...ruled.grids, ...streams.flatMap((stream) => stream.grids)];
  const lines = streams.flatMap((stream) => stream.lines);
  if (streams.length > 1) lines.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return { number, width, height, grids, lines: lines.map(textPiece) };
}

/** Pages of one document, in order → blocks in reading order, without running headers, footers and page numbers. */
export function assemblePages(parts: readonly PageParts[], from: PageOrigin): Page[] {
  const running = runningLines(parts);
  const bodies = parts.map((part, i) => part.lines.filter((_, k) => !running[i]!.has(k)));
  const margins = pageMargins(
    parts.map(({ width, grids }, i) => ({
      width,
      lines: bodies[i]!,
      sides: grids.map((grid): [number, number] => [grid.box![0], grid.box![2]]),
    })),
  );
  const pages = parts.map((part, i): Page => {
    const { number, width, height } = part;
    return { number, width, height, from, blocks: inOrder(part, bodies[i]!, margins[i]!) };
  });
  return joinOverPages(pages, bodies, margins);
}

/** A whole document at once. */
export function documentPages(contents: readonly PageContent[], from: PageOrigin): Page[] {
  return assemblePages(contents.map(pageParts), from);
}

/** One page alone, where there is no document to compare it with. */
export function pageBlocks(content: PageContent, from: PageOrigin = "text"): readonly Block[] {
  return documentPages([content], from)[0]!.blocks;
}

/** Tables and the paragraphs between them, top to bottom; tables side by side from left to right. */
function inOrder(part: PageParts, lines: readonly TextPiece[], margins: Margins): Block[] {
  const grids = [...part.grids].sort((a, b) => (overlap(a, b) ? a.box![0] - b.box![0] : a.box![1] - b.box![1]));
  const blocks: Block[] = [];
  let next = 0;
  const flush = (until: number) => {
    const between: TextPiece[] = [];
    while (next < lines.length && (lines[next]!.box[1] + lines[next]!.box[3]) / 2 < until) between.push(lines[next++]!);
    if (between.length > 0) append(blocks, paragraphs(part.number, between, margins));
  };
  for (const grid of grids) {
    flush(grid.box![1]);
    blocks.push(grid);
  }
  flush(Number.POSITIVE_INFINITY);
  return blocks;
}

/** Whether two tables stand beside each other. */
function overlap(a: Grid, b: Grid): boolean {
  return (
    Math.min(a.box![3], b.box![3]) - Math.max(a.box![1], b.box![1]) >
    0.5 * Math.min(a.box![3] - a.box![1], b.box![3] - b.box![1])
  );
}

/** A paragraph whose last line is full runs on at the top of the next page, unless a line there is indented. */
function joinOverPages(
  pages: readonly Page[],
  bodies: readonly (readonly TextPiece[])[],
  margins: readonly Margins[],
): Page[] {
  const blocks = pages.map((page) => [...page.blocks]);
  for (let i = 0, open = 0; i + 1 < pages.length; i++) {
    const last = blocks[open]!.at(-1);
    const first = blocks[i + 1]![0];
    const joined = runsOn(last, first, bodies[i]!.at(-1), bodies[i + 1]![0], margins[i]!, margins[i + 1]!);
    if (!joined) {
      open = i + 1;
      continue;
    }
    blocks[open]![blocks[open]!.length - 1] = joined;
    blocks[i + 1]!.shift();
    if (blocks[i + 1]!.length > 0) open = i + 1;
  }
  return pages.map((page, i) => ({ ...page, blocks: blocks[i]! }));
}

function runsOn(
  last: Block | undefined,
  first: Block | undefined,
  end: TextPiece | undefined,
  start: TextPiece | undefined,
  before: Margins,
  after: Margins,
): Paragraph | null {
  if (last?.kind !== "paragraph" || first?.kind !== "paragraph" || !end || !start) return null;
  if (last.align !== "left" || first.align !== "left" || last.bold !== first.bold) return null;
  if (Math.abs((last.size ?? 0) - (first.size ?? 0)) > 0.08 * (last.size ?? 1)) return null;
  if (/[。！？；]$/u.test(last.text) || !isFull(end, start, before) || isIndented(start, after)) return null;
  return {
    ...last,
    text: joinWrapped(last.text, first.text),
    lines: [...(last.lines ?? []), ...(first.lines ?? [])],
    ...recognition([last, first]),
  };
}
