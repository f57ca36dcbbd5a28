import { largest } from "../../lib/long-lists.ts";
import type { InkMask } from "./ink.ts";
import type { Piece } from "./piece.ts";
import { inkBlocks } from "./shapes.ts";
import type { Region } from "./text-lines.ts";

/** A note mark is lower than this share of the print it stands at, and ends so much of that above its foot. */
const LOWER = 0.82;
const HIGHER = 0.22;
/** A mark has at least this share of the print's height: a stop or a quotation mark has less. */
const LEAST = 0.3;
const MOST = 2;

/**
 * Takes a raised digit off the end of a line: 38.27 with a note mark is not 38.271. What ink stands last on the line is small and high. The
 * number keeps what was read as its other reading; a mark behind a word goes with its digit.
 */
export function withoutNoteDigits(line: readonly Piece[], mask: InkMask, region: Region): Piece[] {
  const last = line.at(-1);
  if (!last || !/\d$/.test(last.text)) return [...line];
  const marks = Math.min(MOST, raisedAtEnd(inkBlocks(mask, region)), /\d+$/.exec(last.text)![0].length);
  if (marks === 0) return [...line];
  const text = last.text.slice(0, -marks);
  if (text === "") return line.length > 1 ? line.slice(0, -1) : [...line];
  if (!/\d$/.test(text)) return [...line];
  const { second: _, alternatives: __, ...rest } = last;
  // an amount has two decimals: its third digit, small and high, leaves no doubt
  const sure = /\.\d\d$/.test(text) && last.alternatives === undefined;
  return [...line.slice(0, -1), { ...rest, text, ...(sure ? {} : { alternatives: [last.text] }) }];
}

/** How many blocks of ink at the end of a line are raised. */
function raisedAtEnd(blocks: readonly Region[]): number {
  const high = ({ y0, y1 }: Region): number => y1 - y0;
  const tallest = Math.max(0, largest(blocks.map(high)));
  const full = blocks.filter((block) => high(block) >= 0.8 * tallest);
  if (full.length < 2) return 0;
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
  const [foot, height] = [middle(full.map(({ y1 }) => y1)), middle(full.map(high))];
  const isRaised = (block: Region): boolean =>
    high(block) <= LOWER * height && high(block) >= LEAST * height && foot - block.y1 >= HIGHER * height;
  let count = 0;
  while (count < blocks.length - 2 && isRaised(blocks[blocks.length - 1 - count]!)) count++;
  return count;
}
