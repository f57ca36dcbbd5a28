import type { Fact } from "../../schemas/index.ts";
import { push } from "../lib/push.ts";
import { keyOf, numberKeyOf } from "./identity.ts";
import type { Operand, Side } from "./operand.ts";
import type { Identity } from "./verdict.ts";

/** An amount in a cell. */
export interface Cell {
  readonly key: string;
  readonly row: number;
  readonly col: number;
  readonly fact: Fact;
  readonly operand: Operand;
}

/** How two columns may have changed places and still be told from two that only look alike: further apart nobody misreads. */
export const NEAR_COLUMNS = 3;

/** The amounts of all tables by row and column, with the sums each stands in. */
export class SummedCells {
  readonly #identities = new Map<string, Identity[]>();
  readonly #rows = new Map<string, Cell[]>();
  readonly #columns = new Map<string, Cell[]>();
  readonly #cells = new Map<string, Cell>();

  constructor(facts: Iterable<{ readonly fact: Fact; readonly operand: Operand }>, identities: Iterable<Identity>) {
    for (const { fact, operand } of facts) {
      const key = keyOf(operand);
      if (key === null || operand.kind !== "money") continue;
      const { table, row, col } = fact.source;
      const cell = { key, row: row!, col: col!, fact, operand };
      if (this.#cells.has(key)) continue;
      this.#cells.set(key, cell);
      push(this.#rows, `${table}|${row}`, cell);
      push(this.#columns, `${table}|${col}`, cell);
    }
    for (const list of this.#rows.values()) list.sort((a, b) => a.col - b.col);
    for (const list of this.#columns.values()) list.sort((a, b) => a.row - b.row);
    for (const identity of identities)
      for (const key of new Set([identity.whole, ...identity.parts].map(numberKeyOf)))
        push(this.#identities, key, identity);
  }

  /** The cell a side stands in. */
  of(side: Pick<Side, "source">): Cell | undefined {
    return this.#cells.get(keyOf(side) ?? "");
  }

  at(table: number, row: number | null, col: number | null): Cell | undefined {
    return this.#cells.get(`${table}|${row}|${col}`);
  }

  row(table: number, row: number): readonly Cell[] {
    return this.#rows.get(`${table}|${row}`) ?? [];
  }

  column(table: number | null, col: number | null): readonly Cell[] {
    return this.#columns.get(`${table}|${col}`) ?? [];
  }

  rowOf(x: Cell): readonly Cell[] {
    return this.row(x.fact.source.table!, x.row);
  }

  /** The sums a number stands in. */
  sumsOf(key: string): readonly Identity[] {
    return this.#identities.get(key) ?? [];
  }

  /** Columns of a table near enough to be taken for one another. */
  columnsNear(table: number, col: number): readonly number[] {
    const near: number[] = [];
    for (let column = col - NEAR_COLUMNS; column <= col + NEAR_COLUMNS; column++)
      if (column !== col && this.#columns.has(`${table}|${column}`)) near.push(column);
    return near;
  }
}
