import { largest, smallest } from "../lib/long-lists.ts";
import { holds, inTables, keysOf, NONE, solve, sumOf } from "./identity.ts";
import type { Exact } from "./quantity.ts";
import { type Cell, NEAR_COLUMNS, type SummedCells } from "./summed-cells.ts";
import type { Identity } from "./verdict.ts";

/** The last part of a sum may stand below those that were read. */
const ROWS_BELOW = 2;
/** The row that would have to be read a column aside for a sum that does not close; null where none would mend it. */
export const movedRow = (broken: Identity, cells: SummedCells): readonly Cell[] | null =>
  shifted(broken, cells) ?? left(broken, cells) ?? slid(broken, cells) ?? besideIt(broken, cells);

/**
 * The row that moved by a column: a cell of the sum should hold what its neighbour holds, and the neighbour's own sum is broken too. One
 * misprinted number leaves its neighbours' sums whole.
 */
function shifted(broken: Identity, cells: SummedCells): readonly Cell[] | null {
  for (const [i, operand] of [broken.whole, ...broken.parts].entries()) {
    const x = cells.of(operand);
    if (!x) continue;
    const right = solve(broken, i);
    const row = cells.rowOf(x);
    const at = row.indexOf(x);
    const keys = new Set(row.map(({ key }) => key));
    const alone = (cell: Cell): readonly Identity[] =>
      cells.sumsOf(cell.key).filter((other) => keysOf(other).every((k) => k === cell.key || !keys.has(k)));
    const mended = new Map([[x.key, right]]);
    const moved = [row[at - 1], row[at + 1]].some(
      (y) =>
        y?.operand.value.minus(right).abs().lte(y.operand.half) === true &&
        [x, y].every((cell) => alone(cell).some((other) => !holds(other, NONE))) &&
        [x, y].some((cell) => alone(cell).some((other) => inTables(other) && !holds(other, NONE))) &&
        alone(x).every((other) => holds(other, mended)),
    );
    if (moved) return row;
  }
  return null;
}

/** A sum all of which stands in one column of a table; null for any other. */
function inColumn({ whole, parts, bound }: Identity) {
  const operands = [whole, ...parts];
  const { table, col } = whole.source;
  const stays = operands.every(({ source }) => source.table === table && source.col === col);
  return table === null || col === null || bound || !stays ? null : { operands, table, col };
}

/** The row that left the column of the sum: it has no cell there, and just what the sum lacks in the column beside. */
function left(broken: Identity, cells: SummedCells): readonly Cell[] | null {
  const sum = inColumn(broken);
  if (sum === null) return null;
  const { operands, table, col } = sum;
  const lack = broken.whole.value.minus(sumOf(broken, NONE));
  const rows = operands.flatMap((o) => o.source.row ?? []);
  for (let r = smallest(rows); r <= largest(rows) + ROWS_BELOW; r++) {
    if (lack.isZero() || cells.at(table, r, col) !== undefined) continue;
    const row = cells.row(table, r);
    const beside = row.some((y) => Math.abs(y.col - col) <= NEAR_COLUMNS && y.operand.value.eq(lack));
    if (beside) return row;
  }
  return null;
}

/**
 * The row all of whose cells but the outer one mend what is broken of it by taking what stands in the next cell: contradicted in cells that
 * have none in common, which no single misprinted number is.
 */
function slid({ whole, parts }: Identity, cells: SummedCells): readonly Cell[] | null {
  const own = [whole, ...parts].flatMap((o) => cells.of(o) ?? []);
  for (const row of new Set(own.map((cell) => cells.rowOf(cell))))
    for (const step of [1, -1]) {
      const values = new Map<string, Exact>();
      for (const [i, { key }] of row.entries()) {
        const next = row[i + step];
        if (next) values.set(key, next.operand.value);
      }
      const outer = row.at(step > 0 ? -1 : 0)!.key;
      const touched = new Set(row.flatMap(({ key }) => cells.sumsOf(key)));
      const told = [...touched].filter((identity) => !keysOf(identity).includes(outer));
      if (!told.every((identity) => holds(identity, values))) continue;
      const mended = told.filter((identity) => !holds(identity, NONE));
      const common = row.filter(({ key }) => mended.every((identity) => keysOf(identity).includes(key)));
      if (mended.length > 1 && common.length === 0) return row;
    }
  return null;
}

/**
 * The row of a column's sum whose number is what the sum would have there in the column beside, in which the row alone has none: it moved.
 */
function besideIt(broken: Identity, cells: SummedCells): readonly Cell[] | null {
  const sum = inColumn(broken);
  if (sum === null) return null;
  const { operands, table, col } = sum;
  for (const [at, operand] of operands.entries()) {
    const x = cells.of(operand);
    if (!x || x.operand.value.isZero()) continue;
    for (const column of cells.columnsNear(table, col)) {
      const others = operands.map((o) => cells.at(table, o.source.row, column));
      if (others.some((cell, i) => (cell === undefined) !== (i === at))) continue;
      const standIn = others.map((cell) => cell?.operand ?? x.operand);
      const beside: Identity = { ...broken, whole: standIn[0]!, parts: standIn.slice(1) };
      if (solve(beside, at).eq(x.operand.value)) return cells.rowOf(x);
    }
  }
  return null;
}
