import type { Fact } from "../../schemas/index.ts";
import { largest, smallest } from "../lib/long-lists.ts";
import { push } from "../lib/push.ts";
import { oneDigitApart } from "./causes.ts";
import { holds, inTables, keyOf, keysOf, NONE, numberKeyOf, solve, sumOf } from "./identity.ts";
import type { Operand, Side } from "./operand.ts";
import type { Exact } from "./quantity.ts";
import { type BothLanguages, both, type Told, told } from "./told.ts";
import type { Identity } from "./verdict.ts";

/** What the sums of a document say of a broken one: that cells were misread, or which single number is wrong. */
export interface Explanation {
  /** Why the reading is doubted. */
  readonly doubt: BothLanguages | null;
  /** Facts of the misread cells with what they would be. */
  readonly readings: ReadonlyMap<Fact, string>;
  /** The one number whose correction mends every sum it stands in. */
  readonly culprit: { readonly key: string; readonly told: Told } | null;
}

/** An amount in a cell. */
interface Cell {
  readonly key: string;
  readonly row: number;
  readonly col: number;
  readonly fact: Fact;
  readonly operand: Operand;
}

const SILENT: Explanation = { doubt: null, readings: new Map(), culprit: null };
/** How two columns may have changed places and still be told from two that only look alike: further apart nobody misreads. */
const NEAR_COLUMNS = 3;
/** The last part of a sum may stand below those that were read. */
const ROWS_BELOW = 2;
const SWAPPED = told(
  "两格互换就都对得上：可能读错了格",
  "exchanging two cells makes every sum close: they may have been read wrongly",
);
const SHIFTED = told(
  "这一行各格挪一列就都对得上：可能读错了列",
  "moving the row by one column makes every sum close: its columns may have been read wrongly",
);

/** Two cells that hold each other's amount. */
const exchange = (x: Cell, y: Cell): Explanation => ({
  doubt: SWAPPED,
  readings: new Map([
    [x.fact, y.fact.value],
    [y.fact, x.fact.value],
  ]),
  culprit: null,
});

/**
 * Finds, for a sum that does not close, the misreading that would explain it: two cells of one row or two neighbours of one column that
 * changed places, a row that moved by a column. A misreading counts where it closes every sum its cells stand in; so does a single
 * misprinted number, which is told as the likely place.
 */
export class Misreadings {
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

  explain(broken: Identity): Explanation {
    const cells = [broken.whole, ...broken.parts].flatMap((o) => this.#cells.get(keyOf(o) ?? "") ?? []);
    if (cells.length === 0) return { ...SILENT, culprit: this.#culprit(broken) };
    for (const x of cells)
      for (const y of this.#neighbours(x)) {
        if (this.#closes(broken, x, y)) return exchange(x, y);
      }
    const row = this.#shifted(broken) ?? this.#left(broken) ?? this.#slid(cells) ?? this.#besideIt(broken);
    if (row) return { doubt: SHIFTED, readings: new Map(row.map(({ fact }) => [fact, fact.value])), culprit: null };
    return { ...SILENT, culprit: this.#culprit(broken) };
  }

  /**
   * The two cells of a row that would have to change places for a cell to say what another place says of the same thing: that place holds
   * just what stands beside the cell, and no sum shows that the cell was read rightly.
   */
  exchanged(sides: readonly Side[]): Explanation | null {
    for (const side of sides) {
      const x = this.#cells.get(keyOf(side) ?? "");
      if (!x) continue;
      for (const y of this.#beside(x)) {
        const said = sides.some(
          (other) => other !== side && other.printed !== null && "value" in other && other.value.eq(y.operand.value),
        );
        if (!said || y.operand.value.eq(x.operand.value) || sides.some((other) => keyOf(other) === y.key)) continue;
        if (!this.#addsUp(x) || this.#confirmed(x, y)) continue;
        return exchange(x, y);
      }
    }
    return null;
  }

  /**
   * Rows in which what a cell should hold stands in the cell beside it. Where a row tells one line in several phases a publisher may have
   * taken one for the other as well.
   */
  displaced(sides: readonly Side[], identity: Identity | undefined): readonly string[] {
    const operands = identity ? [identity.whole, ...identity.parts] : [];
    return sides.flatMap((side) => {
      const x = this.#cells.get(keyOf(side) ?? "");
      if (!x) return [];
      const at = operands.findIndex((o) => keyOf(o) === x.key);
      const right = identity
        ? at < 0
          ? []
          : [solve(identity, at)]
        : sides.flatMap((other) => (other !== side && "value" in other ? [other.value] : []));
      const row = this.#rowOf(x);
      const i = row.indexOf(x);
      const beside = [row[i - 1], row[i + 1]].some(
        (y) =>
          y !== undefined &&
          y.fact.concept !== x.fact.concept &&
          !y.operand.value.eq(x.operand.value) &&
          !y.operand.value.isZero() &&
          right.some((value) => value.eq(y.operand.value)),
      );
      return beside ? [`${x.fact.source.table}|${x.row}`] : [];
    });
  }

  /** Whether a cell stands in a sum of its table: a form without sums shows nothing. */
  #addsUp({ key }: Cell): boolean {
    return (this.#identities.get(key) ?? []).some((identity) => !identity.bound && inTables(identity));
  }

  /** Whether a sum of the table holds as the two cells were read and would not if they changed places. */
  #confirmed(x: Cell, y: Cell): boolean {
    const values = new Map([
      [x.key, y.operand.value],
      [y.key, x.operand.value],
    ]);
    return [x, y].some(({ key }) =>
      (this.#identities.get(key) ?? []).some(
        (identity) => inTables(identity) && !identity.bound && holds(identity, NONE) && !holds(identity, values),
      ),
    );
  }

  /** Cells of the row near enough to be taken for one another. */
  #beside(x: Cell): readonly Cell[] {
    const row = this.#rowOf(x);
    const at = row.indexOf(x);
    return row.filter((y, i) => y !== x && (Math.abs(i - at) === 1 || Math.abs(y.col - x.col) <= NEAR_COLUMNS));
  }

  /** Cells that may have changed places with this one. */
  #neighbours(x: Cell): readonly Cell[] {
    const { table, col } = x.fact.source;
    const inRow = this.#beside(x);
    const column = this.#columns.get(`${table}|${col}`) ?? [];
    const at = column.indexOf(x);
    const beside = [column[at - 1], column[at + 1]].filter((y) => y !== undefined);
    return [...inRow, ...beside].filter((y) => !y.operand.value.eq(x.operand.value));
  }

  /**
   * The row that moved by a column: a cell of the sum should hold what its neighbour holds, and the neighbour's own sum is broken too. One
   * misprinted number leaves its neighbours' sums whole.
   */
  #shifted(broken: Identity): readonly Cell[] | null {
    for (const [i, operand] of [broken.whole, ...broken.parts].entries()) {
      const x = this.#cells.get(keyOf(operand) ?? "");
      if (!x) continue;
      const right = solve(broken, i);
      const row = this.#rowOf(x);
      const at = row.indexOf(x);
      const keys = new Set(row.map(({ key }) => key));
      const alone = (cell: Cell): readonly Identity[] =>
        (this.#identities.get(cell.key) ?? []).filter((other) =>
          keysOf(other).every((k) => k === cell.key || !keys.has(k)),
        );
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

  /** The row that left the column of the sum: it has no cell there, and just what the sum lacks in the column beside. */
  #left(broken: Identity): readonly Cell[] | null {
    const operands = [broken.whole, ...broken.parts];
    const { table, col } = broken.whole.source;
    if (table === null || broken.bound || operands.some((o) => o.source.table !== table || o.source.col !== col))
      return null;
    const lack = broken.whole.value.minus(sumOf(broken, NONE));
    const rows = operands.flatMap((o) => o.source.row ?? []);
    for (let r = smallest(rows); r <= largest(rows) + ROWS_BELOW; r++) {
      if (lack.isZero() || this.#cells.has(`${table}|${r}|${col}`)) continue;
      const row = this.#rows.get(`${table}|${r}`) ?? [];
      const beside = row.some((y) => Math.abs(y.col - col!) <= NEAR_COLUMNS && y.operand.value.eq(lack));
      if (beside) return row;
    }
    return null;
  }

  /**
   * The row all of whose cells but the outer one mend what is broken of it by taking what stands in the next cell: contradicted in cells that
   * have none in common, which no single misprinted number is.
   */
  #slid(cells: readonly Cell[]): readonly Cell[] | null {
    for (const row of new Set(cells.map((cell) => this.#rowOf(cell))))
      for (const step of [1, -1]) {
        const values = new Map<string, Exact>();
        for (const [i, { key }] of row.entries()) {
          const next = row[i + step];
          if (next) values.set(key, next.operand.value);
        }
        const outer = row.at(step > 0 ? -1 : 0)!.key;
        const touched = new Set(row.flatMap(({ key }) => this.#identities.get(key) ?? []));
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
  #besideIt(broken: Identity): readonly Cell[] | null {
    const operands = [broken.whole, ...broken.parts];
    const { table, col } = broken.whole.source;
    if (table === null || broken.bound || operands.some((o) => o.source.table !== table || o.source.col !== col))
      return null;
    for (const [at, operand] of operands.entries()) {
      const x = this.#cells.get(keyOf(operand) ?? "");
      if (!x || x.operand.value.isZero()) continue;
      for (const column of this.#columnsNear(table, col!)) {
        const others = operands.map((o) => this.#cells.get(`${table}|${o.source.row}|${column}`));
        if (others.some((cell, i) => (cell === undefined) !== (i === at))) continue;
        const standIn = others.map((cell) => cell?.operand ?? x.operand);
        const beside: Identity = { ...broken, whole: standIn[0]!, parts: standIn.slice(1) };
        if (solve(beside, at).eq(x.operand.value)) return this.#rowOf(x);
      }
    }
    return null;
  }

  /** Columns of a table near enough to be taken for one another. */
  #columnsNear(table: number, col: number): readonly number[] {
    const near: number[] = [];
    for (let column = col - NEAR_COLUMNS; column <= col + NEAR_COLUMNS; column++)
      if (column !== col && this.#columns.has(`${table}|${column}`)) near.push(column);
    return near;
  }

  #rowOf(x: Cell): readonly Cell[] {
    return this.#rows.get(`${x.fact.source.table}|${x.row}`) ?? [];
  }

  /**
   * Whether two cells, with each other's value, mend every sum they stand in. What the prose alone says otherwise a publisher may have put
   * into the wrong column; a sum of the table itself shows a misread cell. Where only one of the two stands in a broken sum its amounts must
   * be strangers: beside a total with a wrong digit there often stands the right one, in another column.
   */
  #closes(broken: Identity, x: Cell, y: Cell): boolean {
    const values = new Map([
      [x.key, y.operand.value],
      [y.key, x.operand.value],
    ]);
    let mended = false;
    const wrong = new Set<string>();
    for (const key of values.keys())
      for (const identity of this.#identities.get(key) ?? []) {
        if (!holds(identity, values)) return false;
        if (holds(identity, NONE)) continue;
        mended ||= inTables(identity);
        wrong.add(key);
      }
    const strangers = !oneDigitApart(x.operand.printed, y.operand.printed);
    return mended && (wrong.size === values.size || strangers) && holds(broken, values);
  }

  /** The one operand whose correction closes every sum it stands in, where another sum confirms it. */
  #culprit(broken: Identity): Explanation["culprit"] {
    if (broken.bound) return null;
    const found = [broken.whole, ...broken.parts].flatMap((operand, i) => {
      const key = numberKeyOf(operand);
      const others = this.#identities.get(key) ?? [];
      if (others.length < 2) return [];
      const right = solve(broken, i);
      return others.every((identity) => holds(identity, new Map([[key, right]]))) ? [{ key, operand, right }] : [];
    });
    // Of several the one that mends most of what is broken.
    const mended = ({ key }: { readonly key: string }): number =>
      (this.#identities.get(key) ?? []).filter((identity) => !holds(identity, NONE)).length;
    const most = largest(found.map(mended));
    const [only, ...more] = found.filter((one) => mended(one) === most);
    if (!only || more.length > 0) return null;
    const { zh, en } = both(only.operand.label);
    const right = `${only.right.div(only.operand.scale).toFixed()}${only.operand.unit ?? ""}`;
    return {
      key: only.key,
      told: told(`按其余各数，“${zh}”应为${right}`, `by all other numbers “${en}” should be ${right}`),
    };
  }
}
