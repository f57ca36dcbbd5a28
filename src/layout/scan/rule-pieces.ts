import { append } from "../../lib/long-lists.ts";
import type { InkMask } from "./ink.ts";

/** Pixels without ink that do not end a piece. */
const SPECK = 2;

/** A piece of a rule: neighbouring rows (or columns) whose runs of ink lie over one another. */
export interface Piece {
  from: number;
  to: number;
  last: number;
  /** Ink, and its sums of rows (a), places along (t), t·a and t²: they give middle, thickness and slope. */
  ink: number;
  moment: number;
  t: number;
  ta: number;
  tt: number;
  /** Length of the pieces it was joined from, and of the longest of them. */
  solid: number;
  unbroken: number;
  /** Length of the longest run: rows much shorter than it are strokes of characters that touch the rule. */
  longest: number;
}

/** A rule, and the pieces it was joined from. */
export interface Joined extends Piece {
  readonly parts: Piece[];
}

/** The straight line through a rule's ink: its place in the middle of the rule, and how it climbs. */
export function lineThrough({ from, to, ink, moment, t, ta, tt }: Piece): { at: number; slope: number } {
  const spread = tt - (t * t) / ink;
  const slope = spread > 0 ? (ta - (t * moment) / ink) / spread : 0;
  return { at: moment / ink + slope * ((from + to) / 2 - t / ink), slope };
}

/** Runs of ink of at least `least` pixels, those of neighbouring rows taken together; so many pixels without ink do not end one. */
export function findPieces({ width, ink }: InkMask, least: number, gap = SPECK): Piece[] {
  let open: Piece[] = [];
  const done: Piece[] = [];
  for (let p = ink.indexOf(1); p >= 0; ) {
    const a = (p / width) | 0;
    const row = a * width;
    append(
      done,
      open.filter((piece) => piece.last < a - 1),
    );
    open = open.filter((piece) => piece.last >= a - 1);
    let start = p - row;
    let last = start;
    for (; p >= 0 && p < row + width; p = ink[p + 1] ? p + 1 : ink.indexOf(1, p + 1)) {
      const i = p - row;
      if (i - last > gap + 1) {
        if (last - start + 1 >= least) take(open, start, last + 1, a);
        start = i;
      }
      last = i;
    }
    if (last - start + 1 >= least) take(open, start, last + 1, a);
  }
  return [...done, ...open];
}

/** Adds a run to the piece it lies over, or begins a new one. */
function take(open: Piece[], from: number, to: number, a: number): void {
  const length = to - from;
  const over = open.find((piece) => piece.last >= a - 1 && from < piece.to && to > piece.from);
  if (!over) {
    open.push({ from, to, last: a, longest: length, solid: 0, unbroken: 0, ...sums(from, to, a) });
    return;
  }
  // A stroke of print that touches the rule makes it no thicker; a rule not quite straight goes on in the next row.
  const beyond = Math.max(0, over.from - from) + Math.max(0, to - over.to);
  if (length < over.longest * 0.5 && beyond < length * 0.5) return;
  over.longest = Math.max(over.longest, length);
  over.from = Math.min(over.from, from);
  over.to = Math.max(over.to, to);
  over.last = a;
  const more = sums(from, to, a);
  for (const key of SUMS) over[key] += more[key];
}

const SUMS = ["ink", "moment", "t", "ta", "tt"] as const;

function sums(from: number, to: number, a: number): Record<(typeof SUMS)[number], number> {
  const ink = to - from;
  const middle = (from + to) / 2;
  return {
    ink,
    moment: a * ink,
    t: middle * ink,
    ta: middle * a * ink,
    tt: (middle * middle + (ink * ink) / 12) * ink,
  };
}

/** Pieces on one line with small breaks between them are one rule. */
export function joinPieces(pieces: readonly Piece[], widest: number): Joined[] {
  const middle = (piece: Piece): number => piece.moment / piece.ink;
  let open: Joined[] = [];
  const joined: Joined[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    open = open.filter((rule) => rule.to + widest >= piece.from);
    const at = middle(piece);
    const over = nearest(
      open.filter((rule) => Math.abs(middle(rule) - at) <= SAME_LINE),
      (rule) => Math.abs(middle(rule) - at),
    );
    const length = piece.to - piece.from;
    if (over) {
      // Only what lies beyond the pieces so far adds to the rule's length.
      over.parts.push({ ...piece, solid: length, unbroken: length });
      over.solid += Math.max(0, piece.to - Math.max(over.to, piece.from));
      over.unbroken = Math.max(over.unbroken, length);
      over.to = Math.max(over.to, piece.to);
      for (const key of SUMS) over[key] += piece[key];
    } else {
      const whole = { ...piece, solid: length, unbroken: length };
      const rule = { ...whole, parts: [whole] };
      open.push(rule);
      joined.push(rule);
    }
  }
  return joined;
}

/** Pixels by which pieces of one rule may stand off each other. */
const SAME_LINE = 3;

function nearest<T>(list: readonly T[], distance: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of list) if (best === undefined || distance(item) < distance(best)) best = item;
  return best;
}
