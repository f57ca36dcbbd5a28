import { hasNumber, weakest } from "./guard.ts";
import type { Piece } from "./piece.ts";
import { LIKE_WAN } from "./spelling.ts";
import type { Region } from "./text-lines.ts";

/** A line less sure than this, or with fewer characters than so many for its length in heights, is looked at again. */
const SURE = 84;
const CHARACTERS = 0.7;
const WIDE = /[\u2e80-\uffef]/u;
const HAN = /\p{Script=Han}/u;

/** Whether a line in which a reader of lines saw no number needs another reader: unsure of it, or silent about a part of it. */
export function needsSecondLook(line: readonly Piece[], { x0, x1, y0, y1 }: Region): boolean {
  const characters = line.flatMap(({ text }) => [...text]).reduce((sum, one) => sum + (WIDE.test(one) ? 1 : 0.5), 0);
  return weakest(line) < SURE || characters < (CHARACTERS * (x1 - x0)) / (y1 - y0);
}

/**
 * Such a line and what the other reader says of it. Letters that are no Chinese ones are the other's number, in doubt: `Vl` is ≥1, `ΛN` ≤2.
 * A bracket with nothing behind it has 万 there where the other saw something like it: `金（` of 资金（万元）. Words stay.
 */
export function lookedAtAgain(line: readonly Piece[], other: readonly Piece[]): readonly Piece[] {
  const text = line.map((piece) => piece.text).join("");
  if (!HAN.test(text) && hasNumber(other))
    return other.map((piece) => (/\d/.test(piece.text) ? { ...piece, alternatives: [text] } : piece));
  const last = other.at(-1);
  if (/[（(]$/u.test(text) && last && other.length === line.length + 1 && LIKE_WAN.has(last.text))
    return [...line, { ...last, text: "万", asRead: "" }];
  return line;
}
