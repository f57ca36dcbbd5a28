/**
 * Shares `columns` out to `cells` in order, at least one each, so that the sum of their costs is least; of equals, the one whose first
 * cells are narrow. Returns how many columns each cell takes, or null where there are more cells than columns.
 */
export function bestSpans(
  cells: number,
  columns: number,
  cost: (cell: number, from: number, span: number) => number,
): number[] | null {
  if (cells === 0 || cells > columns) return null;
  const least: number[][] = Array.from({ length: cells + 1 }, () => new Array<number>(columns + 1).fill(Infinity));
  const taken: number[][] = Array.from({ length: cells + 1 }, () => new Array<number>(columns + 1).fill(0));
  least[cells]![columns] = 0;
  for (let cell = cells - 1; cell >= 0; cell--)
    for (let from = cell; from <= columns - (cells - cell); from++)
      for (let span = 1; span <= columns - from - (cells - cell - 1); span++) {
        const whole = cost(cell, from, span) + least[cell + 1]![from + span]!;
        if (whole < least[cell]![from]!) {
          least[cell]![from] = whole;
          taken[cell]![from] = span;
        }
      }
  const spans: number[] = [];
  for (let cell = 0, from = 0; cell < cells; cell++) {
    const span = taken[cell]![from]!;
    spans.push(span);
    from += span;
  }
  return spans;
}
