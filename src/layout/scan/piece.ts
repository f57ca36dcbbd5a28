/** A piece of one line: a number with all its digits and marks, or any other single character. */
export interface Piece {
  readonly text: string;
  readonly box: readonly [number, number, number, number];
  readonly confidence: number;
  /** What the engine would have read otherwise; only where it was not sure. */
  readonly second?: string;
  /** What another reading says instead; present only where the readings differ. */
  readonly alternatives?: readonly string[];
  /** What was read, where a word of the forms was put in its place; "" for what was not read at all. */
  readonly asRead?: string;
}
