import { largest } from "../../lib/long-lists.ts";
import { byColumn, type SeenCell } from "./cell-forms.ts";

/** Cells a table's own sums say something of: those that stand in a sum that holds, and those a sum that does not hold is left with. */
export interface SumsSay {
  readonly confirmed: ReadonlySet<SeenCell>;
  /** The sums that hold. */
  readonly holding: readonly Sum[];
  /** With the number the sum asks for, as printed there. */
  readonly contradicted: ReadonlyMap<SeenCell, string>;
}

/** A cell as a whole number of hundredths, blank and dash for nothing; undefined where it is no such number. */
type Value = bigint | undefined;

/** A total and its parts, by cell; a blank is null. */
export interface Sum {
  /** Whether its numbers stand beside one another in a row, or one under another in a column. */
  readonly along: "row" | "column";
  readonly total: SeenCell;
  readonly parts: readonly (SeenCell | null)[];
  readonly holds: boolean;
  /** What the parts come to. */
  readonly asked: bigint;
}

/** A table has a kind of sum where so many hold, and this share of all. */
const LEAST = 3;
const SHARE = 0.7;

/** What the sums of one table say: along its rows (the first amount is that of those behind it), and down the tree of 类, 款 and 项. */
export function sumsOf(cells: readonly SeenCell[]): SumsSay {
  const at = new Map(cells.map((cell) => [`${cell.r},${cell.c}`, cell]));
  const columns = Math.max(0, largest(cells.map(({ c, cs }) => c + cs)));
  const rows = [...new Set(cells.map(({ r }) => r))].sort((a, b) => a - b);
  const kinds = [...alongRows(at, rows, columns), ...downTree(at, cells, rows, columns)];
  const sums = kinds.flatMap((kind) => {
    const holding = kind.filter(({ holds }) => holds).length;
    return holding >= LEAST && holding >= SHARE * kind.length ? kind : [];
  });
  const confirmed = new Set<SeenCell>();
  for (const { total, parts, holds } of sums)
    if (holds) for (const cell of [total, ...parts]) if (cell && amountOf(cell) !== 0n) confirmed.add(cell);
  const contradicted = new Map<SeenCell, string>();
  for (const { total, parts, holds, asked } of sums) {
    if (holds) continue;
    const left = [total, ...parts].filter((cell): cell is SeenCell => cell !== null && !confirmed.has(cell));
    for (const cell of left) {
      const value = amountOf(cell)!;
      const right = cell === total ? asked : value + amountOf(total)! - asked;
      contradicted.set(cell, printed(right, cell.text));
    }
  }
  return { confirmed, holding: sums.filter(({ holds }) => holds), contradicted };
}

/** For every column that may be a total, the sums of each row over all columns behind it, or all but the last. */
function* alongRows(at: ReadonlyMap<string, SeenCell>, rows: readonly number[], columns: number): Generator<Sum[]> {
  for (let total = 0; total + 2 < columns; total++)
    for (const last of [columns - 1, columns - 2]) {
      if (last < total + 2) continue;
      const kind: Sum[] = [];
      for (const r of rows) {
        const parts = Array.from({ length: last - total }, (_, k) => at.get(`${r},${total + 1 + k}`) ?? null);
        const sum = sumOf("row", at.get(`${r},${total}`), parts);
        if (sum) kind.push(sum);
      }
      yield kind;
    }
}

const CODE = /^\d{3}(?:\d\d){0,2}$/;

/** For every column of amounts, each code with those directly under it in this table; the last family may go on over the page. */
function* downTree(
  at: ReadonlyMap<string, SeenCell>,
  cells: readonly SeenCell[],
  rows: readonly number[],
  columns: number,
): Generator<Sum[]> {
  const codes = [...byColumn(cells.filter(({ text }) => CODE.test(text)))].sort((a, b) => b[1].length - a[1].length)[0];
  if (!codes || codes[1].length < LEAST) return;
  const [column, family] = codes;
  for (let c = column + 1; c < columns; c++) {
    const kind: Sum[] = [];
    for (const parent of family) {
      const children = family.filter(
        ({ text, r }) => text.length === parent.text.length + 2 && text.startsWith(parent.text) && r > parent.r,
      );
      if (children.length === 0 || children.at(-1)!.r === rows.at(-1)) continue;
      const sum = sumOf(
        "column",
        at.get(`${parent.r},${c}`),
        children.map(({ r }) => at.get(`${r},${c}`) ?? null),
      );
      if (sum) kind.push(sum);
    }
    yield kind;
  }
}

/** A total with its parts; null where one is no number, or where there is nothing to add. */
function sumOf(along: Sum["along"], total: SeenCell | undefined, parts: readonly (SeenCell | null)[]): Sum | null {
  const whole = total && amountOf(total);
  if (!total || whole === undefined) return null;
  const values = parts.map((cell) => (cell ? amountOf(cell) : 0n));
  if (values.some((value) => value === undefined)) return null;
  const asked = values.reduce((sum: bigint, value) => sum + value!, 0n);
  if (whole === 0n && asked === 0n) return null;
  return { along, total, parts, holds: whole === asked, asked };
}

const AMOUNT = /^([-－−]?)([\d,]+)\.(\d\d)$/u;

function amountOf({ text }: SeenCell): Value {
  if (/^(?:[-－−—–]+|0)?$/u.test(text)) return 0n;
  const [, sign, whole, decimals] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const value = BigInt(whole.replaceAll(",", "") + decimals);
  return sign ? -value : value;
}

/** Hundredths written as the cell beside writes its own. */
function printed(value: bigint, like: string): string {
  const digits = String(value < 0n ? -value : value).padStart(3, "0");
  const whole = digits.slice(0, -2);
  const grouped = like.includes(",") || !/\d{4}/.test(like) ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return `${value < 0n ? "-" : ""}${grouped}.${digits.slice(-2)}`;
}
