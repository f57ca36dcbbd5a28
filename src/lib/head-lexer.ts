import type { Words } from "../../schemas/forms/form.ts";

/**
 * What stands before a word of text: the edge of a cell, a blank on the same line, the next line at half a line's height, or the next line.
 */
export type Before = "cell" | "blank" | "near" | "line";

/** A piece of text between blanks or line ends. */
export interface Piece {
  readonly text: string;
  readonly before: Before;
}

/** A declared head found in running text: what it means (null: a word of its own that is not declared) and which pieces it is made of. */
export interface FoundHead<T> {
  readonly text: string;
  readonly meaning: T | null;
  /** Its first piece, and the piece after its last. */
  readonly from: number;
  readonly to: number;
}

/** No head is longer. */
const LONGEST = 40;
/** What a reading costs: a head, a blank or a line's end inside it, a head that ends inside a piece, a piece that is no head. */
const COST = { head: 3, blank: 6, line: 2, inside: 4, unknown: 14 } as const;

interface Pattern {
  readonly prefix: RegExp;
  readonly whole: RegExp;
}

const compiled = new WeakMap<Words<unknown>, readonly Pattern[]>();

function patternsOf(words: Words<unknown>): readonly Pattern[] {
  const known = compiled.get(words);
  if (known) return known;
  const made = words.map(([printed]) => ({
    prefix: new RegExp(`(?:${printed})`, "uy"),
    whole: new RegExp(`^(?:${printed})$`, "u"),
  }));
  compiled.set(words, made);
  return made;
}

/** Brackets, colons, signs, digits and letters in one width; every character keeps its place. */
export const oneWidth = (text: string): string =>
  text.replace(/[（）：％＋－．／＝０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/**
 * Reads pieces from the first on as declared heads, as far as they are heads: of all readings the one that crosses the fewest blanks and
 * line ends. `unknown` says which pieces may stand among the heads without being declared; a cell's edge is never crossed.
 */
export function lexHeads<T>(
  pieces: readonly Piece[],
  words: Words<T>,
  unknown: (piece: number) => boolean = () => false,
): FoundHead<T>[] {
  const starts: number[] = [];
  let text = "";
  for (const piece of pieces) {
    starts.push(text.length);
    text += oneWidth(piece.text);
  }
  const pieceAt = new Map(starts.map((at, i) => [at, i]));
  const edge = (at: number): Before | null =>
    at === text.length ? "cell" : (pieces[pieceAt.get(at) ?? -1]?.before ?? null);
  const least = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Array<{ from: number; meaning: T | null } | undefined>(text.length + 1);
  least[0] = 0;
  const offer = (from: number, end: number, cost: number, meaning: T | null): void => {
    const whole = least[from]! + cost;
    if (whole >= least[end]!) return;
    least[end] = whole;
    last[end] = { from, meaning };
  };
  const patterns = patternsOf(words);
  for (let at = 0; at < text.length; at++) {
    if (least[at] === Number.POSITIVE_INFINITY) continue;
    const rest = text.slice(at, at + LONGEST);
    const ends = [...pieceAt.keys(), text.length].filter((end) => end > at && end <= at + LONGEST);
    for (const [i, { prefix, whole }] of patterns.entries()) {
      prefix.lastIndex = 0;
      const length = prefix.exec(rest)?.[0].length ?? 0;
      if (length === 0) continue;
      offer(at, at + length, headCost(at, at + length, edge), words[i]![1]);
      // of 指标值 and 指标值及单位 the pattern may take the shorter, though the longer ends where the piece does
      for (const end of ends)
        if (end !== at + length && whole.test(text.slice(at, end)))
          offer(at, end, headCost(at, end, edge), words[i]![1]);
    }
    const piece = pieceAt.get(at);
    if (piece !== undefined && unknown(piece)) offer(at, at + pieces[piece]!.text.length, COST.unknown, null);
  }
  let end = text.length;
  while (end > 0 && (least[end] === Number.POSITIVE_INFINITY || edge(end) === null)) end--;
  const heads: FoundHead<T>[] = [];
  const place = (at: number): number => {
    for (let k = at; k >= 0; k--) if (pieceAt.has(k)) return pieceAt.get(k)!;
    return 0;
  };
  for (let to = end === text.length ? pieces.length : (pieceAt.get(end) ?? 0); end > 0; ) {
    const { from, meaning } = last[end]!;
    heads.unshift({ text: printed(pieces, from, end), meaning, from: place(from), to });
    to = pieceAt.get(from) ?? place(from) + 1;
    end = from;
  }
  return heads;
}

function headCost(from: number, to: number, edge: (at: number) => Before | null): number {
  let cost: number = COST.head + (edge(to) === null ? COST.inside : 0);
  for (let at = from + 1; at < to; at++) {
    const here = edge(at);
    if (here === "cell") return Number.POSITIVE_INFINITY;
    if (here === "blank") cost += COST.blank;
    else if (here !== null) cost += COST.line;
  }
  return cost;
}

/** The text as printed between two places. */
function printed(pieces: readonly Piece[], from: number, to: number): string {
  return pieces
    .map(({ text }) => text)
    .join("")
    .slice(from, to);
}
