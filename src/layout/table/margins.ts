import { largest, smallest } from "../../lib/long-lists.ts";
import { LEADERS, type Margins, type TextPiece } from "./text-piece.ts";

/** What is known of a page: its width, its lines of text, the sides of its tables. */
export interface PageBody {
  readonly width: number;
  readonly lines: readonly TextPiece[];
  readonly sides: readonly (readonly [left: number, right: number])[];
}

/** A page needs so many lines of some length to show its own margins. */
const FEWEST_LINES = 6;
/** First lines are indented and headings may hang out: the margin is the leftmost start that this share of the lines have. */
const USUAL_SHARE = 0.2;

/** Every page's margins: its own, else those of most pages as wide, else the sides of its tables. */
export function pageMargins(pages: readonly PageBody[]): Margins[] {
  const own = pages.map(ownMargins);
  const byWidth = new Map<number, Margins[]>();
  for (const margins of own) {
    if (!margins) continue;
    const width = Math.round(margins.page);
    const list = byWidth.get(width);
    if (list) list.push(margins);
    else byWidth.set(width, [margins]);
  }
  const usual = new Map<number, Margins>();
  for (const [width, list] of byWidth)
    usual.set(width, {
      left: middle(list.map((m) => m.left)),
      right: middle(list.map((m) => m.right)),
      page: width,
      size: middle(list.map((m) => m.size)),
    });
  return pages.map((page, i) => own[i] ?? usual.get(Math.round(page.width)) ?? byTables(page));
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

function ownMargins({ width, lines }: PageBody): Margins | null {
  const long = lines.filter((line) => line.text.length >= 12 && !LEADERS.test(line.text));
  if (long.length < FEWEST_LINES) return null;
  const lefts = long.map((line) => line.box[0]).sort((a, b) => a - b);
  const rights = long.map((line) => line.box[2]).sort((a, b) => a - b);
  const share = Math.max(2, USUAL_SHARE * lefts.length);
  const slack = 0.5 * long[0]!.size;
  let left = lefts[0]!;
  for (let i = 0, end = 0; i < lefts.length; i++) {
    while (end < lefts.length && lefts[end]! <= lefts[i]! + slack) end++;
    if (end - i < share) continue;
    left = lefts[i]!;
    break;
  }
  return {
    left,
    right: rights[Math.floor(rights.length * 0.95)]!,
    page: width,
    size: middle(long.map((line) => line.size)),
  };
}

function byTables({ width, lines, sides }: PageBody): Margins {
  const size = lines.length === 0 ? 12 : middle(lines.map((line) => line.size));
  const long = lines.filter((line) => line.text.length >= 20).map((line) => [line.box[0], line.box[2]] as const);
  const wide = [...sides, ...long];
  if (wide.length === 0) return { left: 0.12 * width, right: 0.88 * width, page: width, size };
  return {
    left: smallest(wide.map(([left]) => left)),
    right: largest(wide.map(([, right]) => right)),
    page: width,
    size,
  };
}
