import type { Line } from "../lines.ts";

/** A piece of a line between wide blanks, and the characters it stands over. */
export interface Piece {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** A printed number, or the dash of none. */
  readonly number: boolean;
}

/** The characters something stands over. */
export interface Band {
  readonly x0: number;
  readonly x1: number;
}

/** Whether two things stand over a common character. */
export const meets = (a: Band, b: Band): boolean => a.x0 < b.x1 && b.x0 < a.x1;

const NUMBER = /^(?:[-－−△]?[（(]?\d[\d,，]*(?:\.\d+)?[)）]?[%％]?|[-—－–]{1,4})$/u;
/** Money is printed with decimals or separators; a code, a year and a count are not. */
export const EXACT = /^[-－−△]?[（(]?(?:\d[\d,，]*\.\d+|\d{1,3}(?:[,，]\d{3})+)[)）]?$/u;
const CODE = /^\d{3,7}$/u;
const BLANK = /[ \u3000]/u;
/** So many blanks part two cells. */
const WIDE = 2;

/** How many columns of characters a character takes: one, as text taken out of a PDF counts, or two for wide ones, as a terminal does. */
export type WidthOf = (character: string) => number;
export const WIDTHS: readonly WidthOf[] = [
  () => 1,
  (character) =>
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character)
      ? 2
      : 1,
];

/** A line's pieces: parted by two blanks or more, or by one where a code or an exact amount stands beside it. */
export function piecesOf(line: Line, widthOf: WidthOf): Piece[] {
  const words: { text: string; x0: number; x1: number; blanks: number }[] = [];
  let x = line.indent;
  let blanks = 0;
  let open = false;
  for (const character of line.text) {
    const width = widthOf(character);
    if (BLANK.test(character)) {
      blanks += width;
      open = false;
    } else {
      if (open) {
        const word = words.at(-1)!;
        word.text += character;
        word.x1 = x + width;
      } else words.push({ text: character, x0: x, x1: x + width, blanks });
      blanks = 0;
      open = true;
    }
    x += width;
  }
  const pieces: { text: string; x0: number; x1: number }[] = [];
  for (const [i, { text, x0, x1, blanks: before }] of words.entries()) {
    const last = pieces.at(-1);
    const next = words[i + 1];
    const parted =
      last === undefined ||
      before >= WIDE ||
      EXACT.test(words[i - 1]!.text) ||
      (CODE.test(last.text) && last.x1 === words[i - 1]!.x1) ||
      (NUMBER.test(text) && (next === undefined || next.blanks >= WIDE || NUMBER.test(next.text)));
    if (parted) pieces.push({ text, x0, x1 });
    else {
      last.text += text;
      last.x1 = x1;
    }
  }
  return pieces.map((piece) => ({ ...piece, number: NUMBER.test(piece.text) }));
}
