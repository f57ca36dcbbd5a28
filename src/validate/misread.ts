import type { Fact } from "../../schemas/index.ts";
import { oneDigitApart } from "./causes.ts";
import { type Culprit, culpritOf } from "./culprit.ts";
import { holds, inTables, keyOf, NONE, solve } from "./identity.ts";
import { movedRow } from "./moved-rows.ts";
import type { Operand, Side } from "./operand.ts";
import { type Cell, NEAR_COLUMNS, SummedCells } from "./summed-cells.ts";
import { type BothLanguages, told } from "./told.ts";
import type { Identity } from "./verdict.ts";

/** What the sums of a document say of a broken one: that cells were misread, or which single number is wrong. */
export interface Explanation {
  /** Why the reading is doubted. */
  readonly doubt: BothLanguages | null;
  /** Facts of the misread cells with what they would be. */
  readonly readings: ReadonlyMap<Fact, string>;
  /** The one number whose correction mends every sum it stands in. */
  readonly culprit: Culprit | null;
}

const SILENT: Explanation = { doubt: null, readings: new Map(), culprit: null };
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
  readonly #cells: SummedCells;

  constructor(facts: Iterable<{ readonly fact: Fact; readonly operand: Operand }>, identities: Iterable<Identity>) {
    this.#cells = new SummedCells(facts, identities);
  }

  explain(broken: Identity): Explanation {
    const cells = [broken.whole, ...broken.parts].flatMap((o) => this.#cells.of(o) ?? []);
    if (cells.length === 0) return { ...SILENT, culprit: culpritOf(broken, this.#cells) };
    for (const x of cells)
      for (const y of this.#neighbours(x)) {
        if (this.#closes(broken, x, y)) return exchange(x, y);
      }
    const row = movedRow(broken, this.#cells);
    if (row) return { doubt: SHIFTED, readings: new Map(row.map(({ fact }) => [fact, fact.value])), culprit: null };
    return { ...SILENT, culprit: culpritOf(broken, this.#cells) };
  }

  /**
   * The two cells of a row that would have to change places for a cell to say what another place says of the same thing: that place holds
   * just what stands beside the cell, and no sum shows that the cell was read rightly.
   */
  exchanged(sides: readonly Side[]): Explanation | null {
    for (const side of sides) {
      const x = this.#cells.of(side);
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
      const x = this.#cells.of(side);
      if (!x) return [];
      const at = operands.findIndex((o) => keyOf(o) === x.key);
      const right = identity
        ? at < 0
          ? []
          : [solve(identity, at)]
        : sides.flatMap((other) => (other !== side && "value" in other ? [other.value] : []));
      const row = this.#cells.rowOf(x);
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
    return this.#cells.sumsOf(key).some((identity) => !identity.bound && inTables(identity));
  }

  /** Whether a sum of the table holds as the two cells were read and would not if they changed places. */
  #confirmed(x: Cell, y: Cell): boolean {
    const values = new Map([
      [x.key, y.operand.value],
      [y.key, x.operand.value],
    ]);
    return [x, y].some(({ key }) =>
      this.#cells
        .sumsOf(key)
        .some((identity) => inTables(identity) && !identity.bound && holds(identity, NONE) && !holds(identity, values)),
    );
  }

  /** Cells of the row near enough to be taken for one another. */
  #beside(x: Cell): readonly Cell[] {
    const row = this.#cells.rowOf(x);
    const at = row.indexOf(x);
    return row.filter((y, i) => y !== x && (Math.abs(i - at) === 1 || Math.abs(y.col - x.col) <= NEAR_COLUMNS));
  }

  /** Cells that may have changed places with this one. */
  #neighbours(x: Cell): readonly Cell[] {
    const { table, col } = x.fact.source;
    const inRow = this.#beside(x);
    const column = this.#cells.column(table, col);
    const at = column.indexOf(x);
    const beside = [column[at - 1], column[at + 1]].filter((y) => y !== undefined);
    return [...inRow, ...beside].filter((y) => !y.operand.value.eq(x.operand.value));
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
      for (const identity of this.#cells.sumsOf(key)) {
        if (!holds(identity, values)) return false;
        if (holds(identity, NONE)) continue;
        mended ||= inTables(identity);
        wrong.add(key);
      }
    const strangers = !oneDigitApart(x.operand.printed, y.operand.printed);
    return mended && (wrong.size === values.size || strangers) && holds(broken, values);
  }
}
