import { type AlignedLine, textOf } from "./aligned-rows.ts";
import { type Columns, columnsUnder } from "./bands.ts";

/** Whether the lines are rows: they keep to the columns, and a column holds numbers (or rules set them off) that are no page numbers. */
export function isTabular(rows: readonly AlignedLine[], columns: Columns, ruled: boolean): boolean {
  const count = columns.bands.length;
  const numeric = new Array<number>(count).fill(0);
  const filled = new Array<number>(count).fill(0);
  let kept = 0;
  let all = 0;
  const integers: number[] = [];
  for (const { segments } of rows) {
    for (const one of segments) {
      const [from, to] = columnsUnder(columns, one);
      all++;
      if (from === to) kept++;
      filled[to]!++;
      if (one.numeric) numeric[to]!++;
      if (to === count - 1 && /^\d{1,3}$/.test(textOf(one))) integers.push(Number(textOf(one)));
    }
  }
  if (kept < 0.75 * all) return false;
  const ascending = integers.length >= 0.8 * rows.length && integers.every((n, i) => i === 0 || n >= integers[i - 1]!);
  if (count === 2 && ascending) return false;
  if (ruled) return true;
  const numberColumns = numeric.filter(
    (count, c) => c > 0 && count >= 3 && count >= 0.5 * filled[c]! && !isAxis(rows, columns, c),
  ).length;
  return numberColumns > 0 && (count > 2 || rows.length >= 4);
}

/** Numbers that fall by the same step from line to line are the axis of a chart. */
function isAxis(rows: readonly AlignedLine[], columns: Columns, c: number): boolean {
  const values = rows.flatMap(({ segments }) =>
    segments.flatMap((one) => {
      const text = textOf(one).replace(/[,%]/gu, "");
      return columnsUnder(columns, one)[1] === c && /^-?\d+(?:\.\d+)?$/u.test(text) ? [Number(text)] : [];
    }),
  );
  const step = (values[0] ?? 0) - (values[1] ?? 0);
  const even = values.filter((value, i) => i === 0 || Math.abs(values[i - 1]! - value - step) < 1e-6 * Math.abs(step));
  return values.length > 3 && step > 0 && even.length >= 0.6 * values.length;
}
