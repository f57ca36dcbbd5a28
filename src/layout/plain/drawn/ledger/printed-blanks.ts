/** A row's amounts with the blanks before each, as they stand in the line. */
export interface SpacedRow {
  readonly amounts: readonly string[];
  /** Blanks before each amount; null where it stands on another line than what is before it. */
  readonly blanks: readonly (number | null)[];
}

/** How wide a blank cell may be printed: as nothing, or as one blank of its own. */
const WIDTHS = [0, 1] as const;
/** Fewer rows that show a blank cell are no rule of the table. */
const FEWEST = 2;

/**
 * The columns of a table's amounts where blank cells were kept as blanks: cells are parted by one blank, a blank cell is nothing or one
 * blank between two. `label   250000` under two heads is a blank cell and an amount. Null where the rows do not all keep to one such rule,
 * or two rules put an amount in different columns.
 */
export function columnsByBlanks(rows: readonly SpacedRow[], count: number): readonly (readonly number[])[] | null {
  const shown = rows.filter(({ blanks }) => blanks.some((n) => n !== null && n > 1)).length;
  if (shown < FEWEST) return null;
  const readings = WIDTHS.map((width) => rows.map((row) => columnsOf(row, count, width)));
  const whole = readings.filter((reading) => reading.every((columns) => columns !== null)) as number[][][];
  const [first, ...others] = whole;
  if (first === undefined || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return null;
  return first;
}

function columnsOf({ blanks }: SpacedRow, count: number, width: number): number[] | null {
  const columns: number[] = [];
  let at = -1;
  for (const n of blanks) {
    if (n === null || n < 1) return null;
    const skipped = (n - 1) / (width + 1);
    if (!Number.isInteger(skipped)) return null;
    at += 1 + skipped;
    columns.push(at);
  }
  return at < count ? columns : null;
}
