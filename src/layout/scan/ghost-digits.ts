import type { InkMask } from "./ink.ts";
import type { Piece } from "./piece.ts";
import { inkBlocks } from "./shapes.ts";
import type { Region } from "./text-lines.ts";

/** A number whose last digit may be its per cent sign read twice: `94%` as 948%. */
const ENDS_IN_EIGHT = /^\d[\d.]*8$/;

/**
 * Takes out an 8 that is not printed. Engines read some per cent signs as 8%: the block of ink before the sign then has not the shape of
 * an 8. The sign is found by the mark behind it (a low block before a wide gap) or by the line's end; elsewhere the reading stays.
 */
export function withoutGhosts(line: readonly Piece[], mask: InkMask, region: Region): Piece[] {
  let blocks: Region[] | null = null;
  return line.map((piece, i) => {
    if (!ENDS_IN_EIGHT.test(piece.text) || piece.text.length < 2 || line[i + 1]?.text !== "%") return piece;
    blocks ??= inkBlocks(mask, region);
    const sign = signBlock(blocks, line[i + 1]!, region, i + 2 === line.length);
    const before = sign > 0 ? blocks[sign - 1] : undefined;
    if (!before || isEight(mask, before)) return piece;
    const { alternatives: _, ...rest } = piece;
    return { ...rest, text: piece.text.slice(0, -1), alternatives: [piece.text] };
  });
}

/** Which block is the per cent sign; -1 where that is not sure. */
function signBlock(blocks: readonly Region[], sign: Piece, region: Region, last: boolean): number {
  if (last) return blocks.length - 1;
  const height = region.y1 - region.y0;
  let best = -1;
  let least = 1.6 * height;
  for (const [k, block] of blocks.entries()) {
    const low = block.y0 > region.y0 + 0.5 * height && block.y1 - block.y0 < 0.5 * height;
    const next = blocks[k + 1];
    const apart = next === undefined || next.x0 - block.x1 >= 0.3 * height;
    const away = Math.abs(block.x0 - sign.box[2]);
    if (!low || !apart || away >= least) continue;
    least = away;
    best = k - 1;
  }
  return best;
}

/** Whether a block has the shape of an 8: alike on both sides, with ink in its middle. */
function isEight({ width, ink }: InkMask, { x0, x1, y0, y1 }: Region): boolean {
  const wide = x1 - x0;
  const high = y1 - y0;
  // merged with its neighbour, or broken: nothing can be said
  if (wide > 0.9 * high) return true;
  if (wide < 0.35 * high) return false;
  let both = 0;
  let either = 0;
  let middle = 0;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const here = ink[y * width + x] === 1;
      const mirrored = ink[y * width + x0 + x1 - 1 - x] === 1;
      if (here && mirrored) both++;
      if (here || mirrored) either++;
      const central =
        Math.abs((y - y0 + 0.5) / high - 0.47) < 0.13 && Math.abs((x - x0 + 0.5) / wide - 0.5) < 0.17 && here;
      if (central) middle++;
    }
  return both >= 0.55 * either && middle > 0;
}
