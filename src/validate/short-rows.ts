import { matrix } from "../lib/grid.ts";
import { largest, smallest } from "../lib/long-lists.ts";
import { push } from "../lib/push.ts";
import type { TableSection } from "../lib/section.ts";
import type { Operand, Side } from "./operand.ts";
import { type BothLanguages, told } from "./told.ts";

/** So many other rows show what columns a table fills. */
const PEERS = 3;
/** A column belongs to a table's rows where so many of them, out of four, fill it. */
const MOST = 3;

const SHORT = told(
  "这一行比其他各行少了边上的一格：可能整行读错了列",
  "this row lacks an outer cell that the other rows have: its columns may have been read wrongly",
);

/**
 * The rows of all tables by the columns they fill. A row that lacks an outer column which nearly every other row fills may have been read a
 * column aside: what stands in its cells says nothing of the publisher.
 */
export class FilledColumns {
  readonly #columns = new Map<string, Set<number>>();
  readonly #rows = new Map<number, Set<number>[]>();
  readonly #words = new Map<number, readonly number[]>();
  readonly #tables: ReadonlyMap<number, TableSection>;

  /** `tables` as printed: a cell in which a dash or a word stands is no cell that a row lacks. */
  constructor(cells: Iterable<Operand>, tables: ReadonlyMap<number, TableSection>) {
    this.#tables = tables;
    const known = new Map<number, [number, number][]>();
    for (const { source, kind } of cells) {
      const { table, row, col } = source;
      if (kind === "money" && table !== null && row !== null && col !== null) push(known, table, [row, col]);
    }
    for (const [table, places] of known)
      for (const [row, col] of places) {
        const key = `${table}|${row}`;
        let filled = this.#columns.get(key);
        if (!filled) {
          filled = new Set();
          this.#columns.set(key, filled);
          push(this.#rows, table, filled);
        }
        filled.add(col);
      }
    // A number of a column that is no fact fills it as well.
    for (const [key, filled] of this.#columns) {
      const [table, row] = key.split("|").map(Number) as [number, number];
      for (const column of this.#printed(table, row)) filled.add(column);
    }
  }

  /** Why a side of a contradiction is doubted for the row it stands in; null where its row is as full as the others. */
  doubt(sides: readonly Side[]): BothLanguages | null {
    return sides.some((side) => this.#isShort(side)) ? SHORT : null;
  }

  #isShort({ source: { table, row, col } }: Side): boolean {
    if (table === null || row === null || col === null) return false;
    const all = this.#columns.get(`${table}|${row}`);
    // Rows of one kind fill the column that is looked at.
    const peers = (this.#rows.get(table) ?? []).filter((other) => other !== all && other.has(col));
    if (!all || peers.length < PEERS) return false;
    const [from, to] = this.#halfOf(table, col);
    const isHere = (column: number): boolean => from <= column && column < to;
    const own = [...all].filter(isHere);
    const [first, last] = [smallest(own), largest(own)];
    const lacks = (isOuter: (column: number) => boolean): boolean => {
      const outer = peers
        .map((peer) => [...peer].filter((c) => isHere(c) && isOuter(c)))
        .filter((columns) => columns.length > 0);
      if (outer.length * 4 < peers.length * MOST) return false;
      return outer.flat().every((column) => this.#isBlank(table, row, column));
    };
    return lacks((column) => column < first) || lacks((column) => column > last);
  }

  /** The columns between two columns of words: what stands beside one another in a row belongs together only there. */
  #halfOf(table: number, col: number): readonly [from: number, to: number] {
    let bounds = this.#words.get(table);
    if (!bounds) {
      const section = this.#tables.get(table);
      const counts = new Map<number, number>();
      for (const { c, text } of section?.grid.cells ?? [])
        if (/\p{L}/u.test(text)) counts.set(c, (counts.get(c) ?? 0) + 1);
      const rows = this.#rows.get(table)?.length ?? 0;
      bounds = [...counts].flatMap(([c, count]) => (count * 2 > rows ? [c] : [])).sort((a, b) => a - b);
      this.#words.set(table, bounds);
    }
    const to = bounds.find((c) => c > col) ?? Number.POSITIVE_INFINITY;
    return [bounds.findLast((c) => c < col) ?? 0, to];
  }

  /** Columns to the right of a row's first number in which a number is printed, up to the next word. */
  #printed(table: number, row: number): readonly number[] {
    const section = this.#tables.get(table);
    const first = smallest(this.#columns.get(`${table}|${row}`)!);
    if (!section) return [];
    const columns: number[] = [];
    for (const [column, cell] of (matrix(section.grid)[row] ?? []).entries()) {
      const text = cell?.text ?? "";
      if (column < first) continue;
      if (/\p{L}/u.test(text)) break;
      if (/\d/.test(text)) columns.push(column);
    }
    return columns;
  }

  /** Whether nothing is printed in a cell: a dash is. */
  #isBlank(table: number, row: number, column: number): boolean {
    const section = this.#tables.get(table);
    return !section || (matrix(section.grid)[row]?.[column]?.text ?? "").trim() === "";
  }
}
