import { largest, smallest } from "../../lib/long-lists.ts";
import type { InkMask } from "./ink.ts";
import { inkBlocks } from "./shapes.ts";
import type { Region } from "./text-lines.ts";

/** Inches: how high a dash or a dot is at most, how long at least a dash and a wide one are. */
const HIGHEST = 0.035;
const DASH = 0.025;
const WIDE_DASH = 0.105;

/** What a cell without letters or figures says with strokes alone, and where. */
export interface Strokes extends Region {
  readonly text: string;
}

/** Dashes and rows of dots that fill a cell: `-`, `—`, `---`, `……`. They are too low to be lines of print, and engines do not see them. */
export function strokesIn(mask: InkMask, region: Region, dpi: number): Strokes | null {
  const blocks = inkBlocks(mask, region);
  if (blocks.length === 0 || blocks.length > 6) return null;
  const box = {
    x0: blocks[0]!.x0,
    x1: blocks.at(-1)!.x1,
    y0: smallest(blocks.map((block) => block.y0)),
    y1: largest(blocks.map((block) => block.y1)),
  };
  if (box.y1 - box.y0 > HIGHEST * dpi) return null;
  const text = inWords(blocks, dpi);
  return text === null ? null : { ...box, text };
}

function inWords(blocks: readonly Region[], dpi: number): string | null {
  const wide = ({ x0, x1 }: Region): number => x1 - x0;
  const high = ({ y0, y1 }: Region): number => y1 - y0;
  if (blocks.every((block) => wide(block) >= DASH * dpi && wide(block) >= 2 * high(block)))
    return blocks.map((block) => (wide(block) >= WIDE_DASH * dpi ? "—" : "-")).join("");
  if (blocks.length === 3 || blocks.length === 6)
    if (blocks.every((block) => wide(block) <= HIGHEST * dpi && wide(block) < 2 * high(block)))
      return "…".repeat(blocks.length / 3);
  return null;
}
