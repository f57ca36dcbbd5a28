import { append } from "../../lib/long-lists.ts";
import type { InkMask } from "./ink.ts";
import type { Piece } from "./piece.ts";
import type { Region } from "./text-lines.ts";

const DIGIT = /\d/;
/** A number read more surely than this ends as it was read: a 5 broken in two has the shape of a per cent sign. */
const SURE = 97;
/** Characters a per cent sign at the end of a number is read as. */
const LIKE_PERCENT = /[\d$&%]$/;

/**
 * Settles by their shape two signs engines read wrongly: ≥ and ≤ before a number at the head of a line (a wedge to one side, with a bar
 * under it), and % behind one at its end (a ring above on the left, a ring below on the right).
 */
export function shaped(line: readonly Piece[], mask: InkMask, region: Region, comparisons: RegExp): Piece[] {
  const out = [...line];
  const [first, second] = out;
  if (first && second && comparisons.test(first.text) && DIGIT.test(second.text)) {
    const block = inkBlocks(mask, region)[0];
    const sign = block && comparisonIn(mask, block);
    if (sign) out[0] = { ...first, text: sign };
  }
  const last = out.at(-1);
  if (last && /\d.$/.test(last.text) && LIKE_PERCENT.test(last.text) && last.confidence < SURE) {
    const block = inkBlocks(mask, region).at(-1);
    if (block && isPercent(mask, block)) append(out, withPercent(out.pop()!));
  }
  return out;
}

/** The sign by its shape; since a broken digit may have it too, the number stays in doubt. */
function withPercent(piece: Piece): Piece[] {
  const number = piece.text.slice(0, -1);
  const [x0, y0, x1, y1] = piece.box;
  const at = x1 - (x1 - x0) / piece.text.length;
  const others = (piece.alternatives ?? []).filter((text) => text !== number);
  return [
    { ...piece, text: number, box: [x0, y0, at, y1], alternatives: [piece.text, ...others] },
    { text: "%", box: [at, y0, x1, y1], confidence: piece.confidence },
  ];
}

/** Parts of a line between columns without ink, each trimmed to its ink; thin ones (a point) apart from the others. */
export function inkBlocks({ width, ink }: InkMask, { x0, x1, y0, y1 }: Region): Region[] {
  const blocks: Region[] = [];
  let start = -1;
  for (let x = x0; x <= x1; x++) {
    let [top, bottom] = [y1, y0];
    if (x < x1)
      for (let y = y0; y < y1; y++)
        if (ink[y * width + x]) {
          top = Math.min(top, y);
          bottom = y + 1;
        }
    if (top < bottom && start < 0) start = x;
    if (top >= bottom && start >= 0) {
      blocks.push(trimmedRows(ink, width, { x0: start, x1: x, y0, y1 }));
      start = -1;
    }
  }
  return blocks;
}

function trimmedRows(ink: Uint8Array, width: number, region: Region): Region {
  let { y0, y1 } = region;
  const inked = (y: number): boolean => ink.subarray(y * width + region.x0, y * width + region.x1).includes(1);
  while (y0 < y1 && !inked(y0)) y0++;
  while (y1 > y0 && !inked(y1 - 1)) y1--;
  return { ...region, y0, y1 };
}

/** ≥, ≤, ＞ or ＜ where the block has such a shape. Both arms meet at the point; on the open side a bar makes three strokes of two. */
function comparisonIn({ width, ink }: InkMask, { x0, x1, y0, y1 }: Region): string | null {
  const wide = x1 - x0;
  const high = y1 - y0;
  if (wide < 5 || high < 5 || wide > 2.2 * high) return null;
  const strokes = (x: number): { count: number; gap: number } => {
    const runs: [number, number][] = [];
    for (let y = y0; y < y1; y++) {
      if (!ink[y * width + x]) continue;
      const last = runs.at(-1);
      if (last && last[1] === y) last[1] = y + 1;
      else runs.push([y, y + 1]);
    }
    // between the first two strokes: how far the arms stand apart
    return { count: runs.length, gap: runs.length > 1 ? runs[1]![0] - runs[0]![1] : 0 };
  };
  const side = (from: number, to: number): { count: number; gap: number } => {
    const columns: { count: number; gap: number }[] = [];
    for (let x = Math.round(x0 + from * wide); x < Math.round(x0 + to * wide); x++) columns.push(strokes(x));
    columns.sort((a, b) => a.count - b.count);
    const mean = columns.reduce((sum, { gap }) => sum + gap, 0) / Math.max(1, columns.length);
    return { count: columns[Math.floor(columns.length / 2)]?.count ?? 0, gap: mean };
  };
  const left = side(0.12, 0.42);
  const right = side(0.58, 0.88);
  const difference = left.gap - right.gap;
  if (Math.abs(difference) < 0.12 * high) return null;
  const open = difference > 0 ? left : right;
  if (open.count < 2 || open.count > 3) return null;
  if (difference > 0) return open.count === 3 ? "≥" : ">";
  return open.count === 3 ? "≤" : "<";
}

/** Whether a block is a per cent sign: inked parts of their own high on the left and low on the right. */
function isPercent(mask: InkMask, block: Region): boolean {
  const high = block.y1 - block.y0;
  const wide = block.x1 - block.x0;
  const parts = inkParts(mask, block).filter(({ y0, y1 }) => y1 - y0 >= 0.15 * high);
  const upper = parts.some(({ x1, y1 }) => y1 - block.y0 <= 0.68 * high && x1 - block.x0 <= 0.68 * wide);
  const lower = parts.some(({ x0, y0 }) => block.y1 - y0 <= 0.68 * high && block.x1 - x0 <= 0.68 * wide);
  return upper && lower;
}

/** Boxes of the parts of a block whose ink hangs together. */
function inkParts({ width, ink }: InkMask, { x0, x1, y0, y1 }: Region): Region[] {
  const seen = new Set<number>();
  const parts: Region[] = [];
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const start = y * width + x;
      if (!ink[start] || seen.has(start)) continue;
      const part = { x0: x, x1: x + 1, y0: y, y1: y + 1 };
      const open = [start];
      seen.add(start);
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        const px = at % width;
        const py = (at - px) / width;
        part.x0 = Math.min(part.x0, px);
        part.x1 = Math.max(part.x1, px + 1);
        part.y0 = Math.min(part.y0, py);
        part.y1 = Math.max(part.y1, py + 1);
        for (const dy of [-1, 0, 1])
          for (const dx of [-1, 0, 1]) {
            const [nx, ny] = [px + dx, py + dy];
            const near = ny * width + nx;
            if (nx < x0 || nx >= x1 || ny < y0 || ny >= y1 || !ink[near] || seen.has(near)) continue;
            seen.add(near);
            open.push(near);
          }
      }
      parts.push(part);
    }
  return parts;
}
