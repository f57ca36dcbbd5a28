import { NUMBER, type SeenCell } from "./cell-forms.ts";
import { sumsOf } from "./cell-sums.ts";

/** Figures and commas without a point: `18707778`, `57,38978`. */
const POINTLESS = /^([-－−]?[\d,]*\d)(\d\d)$/u;

/**
 * In columns of two decimals: numbers whose point was not read, each with it where a sum then holds. One number of that sum at least was read
 * with its own point: whole numbers alone come to the same with a point in each.
 */
export function lostPoints(
  cells: readonly SeenCell[],
  unlike: ReadonlyMap<SeenCell, string>,
): ReadonlyMap<SeenCell, string> {
  const pointed = new Map<SeenCell, SeenCell>();
  const tried = cells.map((cell) => {
    const [, whole, decimals] = POINTLESS.exec(cell.text) ?? [];
    const text = `${whole}.${decimals}`;
    if (whole === undefined || !/\.\d\d$/.test(unlike.get(cell) ?? "") || !NUMBER.test(text)) return cell;
    const withPoint = { ...cell, text };
    pointed.set(withPoint, cell);
    return withPoint;
  });
  const found = new Map<SeenCell, string>();
  if (pointed.size === 0) return found;
  for (const { total, parts } of sumsOf(tried).holding) {
    const said = [total, ...parts].filter((cell) => cell !== null);
    if (!said.some((cell) => !pointed.has(cell) && /[1-9]/.test(cell.text))) continue;
    for (const cell of said) {
      const asRead = pointed.get(cell);
      if (asRead) found.set(asRead, cell.text);
    }
  }
  return found;
}
