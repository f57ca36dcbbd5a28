import type { ReadSymbol } from "./engine.ts";

/** A piece of one line: a number with all its digits and marks, or any other single character. */
export interface Piece {
  readonly text: string;
  readonly box: readonly [number, number, number, number];
  readonly confidence: number;
  /** What another reading says instead; present only where the readings differ. */
  readonly alternatives?: readonly string[];
}

/** Characters a printed number is made of, as engines give them. */
const NUMERIC = /^[\d.,，。·]$/u;
const DIGIT = /\d/;
/** Digits of one number stand closer than this many line heights. */
const APART = 0.9;
/** What stands for a digit when an engine misreads one between digits. */
const LOOKALIKES: Record<string, string> = { O: "0", o: "0", l: "1", I: "1", "|": "1", S: "5", B: "8", 〇: "0" };

/** Symbols of one line → pieces: characters of a number that touch each other become one. */
export function pieces(symbols: readonly ReadSymbol[]): Piece[] {
  const height = Math.max(0, ...symbols.map(({ box }) => box[3] - box[1]));
  const out: Piece[] = [];
  let run: ReadSymbol[] = [];
  const flush = (): void => {
    if (run.some((s) => DIGIT.test(s.text))) {
      // a stop at the end belongs to the sentence, not to the number
      const tail: ReadSymbol[] = [];
      while (run.length > 0 && !DIGIT.test(run.at(-1)!.text)) tail.unshift(run.pop()!);
      const head: ReadSymbol[] = [];
      while (run.length > 0 && !DIGIT.test(run[0]!.text) && run[0]!.text !== ".") head.push(run.shift()!);
      out.push(...head.map(single), joined(run), ...tail.map(single));
    } else out.push(...run.map(single));
    run = [];
  };
  for (const [i, symbol] of symbols.entries()) {
    const text = asDigit(symbol.text, symbols[i - 1]?.text, symbols[i + 1]?.text);
    const last = run.at(-1);
    const apart = last !== undefined && symbol.box[0] - last.box[2] > APART * height;
    if (!NUMERIC.test(text) || apart) flush();
    if (NUMERIC.test(text)) run.push({ ...symbol, text });
    else out.push(single(symbol));
  }
  flush();
  return out;
}

const asDigit = (text: string, before: string | undefined, after: string | undefined): string => {
  const digit = LOOKALIKES[text];
  const beside = (other: string | undefined): boolean => other !== undefined && /[\d.,]/.test(other);
  return digit !== undefined && beside(before) && (after === undefined || beside(after)) ? digit : text;
};

const single = ({ text, box, confidence }: ReadSymbol): Piece => ({ text, box, confidence });

function joined(run: readonly ReadSymbol[]): Piece {
  return {
    text: numberText(run.map((s) => s.text).join("")),
    box: [
      run[0]!.box[0],
      Math.min(...run.map((s) => s.box[1])),
      run.at(-1)!.box[2],
      Math.max(...run.map((s) => s.box[3])),
    ],
    confidence: Math.min(...run.map((s) => s.confidence)),
  };
}

/** `2.082.85` is 2,082.85: a thousands comma read as a stop. Other marks become what they stand for. */
function numberText(text: string): string {
  const plain = text.replace(/[，]/g, ",").replace(/[。·]/g, ".");
  const parts = plain.split(/[.,]/);
  const groups = parts.slice(1, -1);
  if (
    parts.length > 2 &&
    groups.every((part) => part.length === 3) &&
    parts[0]!.length <= 3 &&
    parts.at(-1)!.length === 2
  )
    return `${[parts[0], ...groups].join(",")}.${parts.at(-1)}`;
  return plain;
}

/** Whether a line has a number that must be read twice. */
export const hasNumber = (line: readonly Piece[]): boolean => line.some((piece) => DIGIT.test(piece.text));

/**
 * Two readings of one line: numbers on which both agree are sure; the others carry the second reading as an alternative. A number only
 * one of them saw is in doubt too.
 */
export function compare(first: readonly Piece[], second: readonly Piece[]): Piece[] {
  const numbers = second.filter((piece) => DIGIT.test(piece.text));
  const used = new Set<Piece>();
  const out = first.map((piece): Piece => {
    if (!DIGIT.test(piece.text)) return piece;
    const other = numbers.find((n) => !used.has(n) && overlaps(n, piece));
    if (!other) return { ...piece, alternatives: [textUnder(second, piece)] };
    used.add(other);
    return bare(other.text) === bare(piece.text) ? piece : { ...piece, alternatives: [other.text] };
  });
  // A number the first reading took for words: 1 for 一, or nothing at all.
  for (const missed of numbers)
    if (!used.has(missed) && !first.some((piece) => overlaps(piece, missed) && DIGIT.test(piece.text)))
      if (!first.some((piece) => overlaps(piece, missed))) out.push({ ...missed, alternatives: [""] });
  return out.sort((a, b) => a.box[0] - b.box[0]);
}

const overlaps = (a: Piece, b: Piece): boolean =>
  Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]) >
  0.5 * Math.min(a.box[2] - a.box[0], b.box[2] - b.box[0]);

const bare = (text: string): string => text.replace(/,/g, "");

const textUnder = (line: readonly Piece[], piece: Piece): string =>
  line
    .filter((other) => overlaps(other, piece))
    .map((other) => other.text)
    .join("");
