import {
  CODE_PART,
  HEADS_OF_ACCOUNTS,
  HEADS_OF_OTHER_FORMS,
  MARK_OF_COLUMN,
  NAMING_OR_NUMBERING,
  OPENS_GROUP,
} from "../../../schemas/forms/text.ts";
import { largest } from "../../lib/long-lists.ts";
import { isBody, isNumbering, squeezed } from "./account-rows.ts";
import type { PlainCell } from "./grid-block.ts";
import { bestSpans } from "./spans.ts";

const AMOUNT = /^[-－−△▲（(]?[¥￥]?\d[\d,，]*(?:[.．]\d+)?[)）]?[%％]?$/u;
const CODE = /^\d{3}(?:\d{2}){0,2}$/u;
/** Wider tables are left as they stand. */
const MOST_COLUMNS = 60;

/**
 * Rows of a table of accounts that lost the widths of their merged cells → cells with their spans. The widest row says how many columns
 * there are; the header is rebuilt from its lowest row upwards (an empty cell goes on with the cell above it, a group stands over the cells
 * between), rows below it by what stands in the columns. Returns null where the rows are no such table.
 */
export function ledgerRows(rows: readonly (readonly string[])[]): PlainCell[][] | null {
  const width = largest(rows.map((row) => row.length));
  const texts = rows.map((row) => row.map(squeezed));
  const first = texts.findIndex((row, r) => isBody(row, r, AMOUNT));
  const heads = first < 0 ? rows.length : first;
  const header = texts.slice(0, heads).flat().join("|");
  if (
    width < 3 ||
    width > MOST_COLUMNS ||
    heads === 0 ||
    !HEADS_OF_ACCOUNTS.test(header) ||
    HEADS_OF_OTHER_FORMS.test(header)
  )
    return null;
  const leaf = texts.slice(0, heads).findLastIndex((row) => row.length === width);
  const values = valueColumns(texts, heads, leaf, width);
  const spans = texts.map((row, r): number[] | null =>
    row.length === width ? row.map(() => 1) : r > leaf ? bodySpans(row, values) : null,
  );
  let below =
    leaf < 0 ? values.map((isValue) => ({ text: isValue ? "金额" : "名称", span: 1 })) : unitsOf(texts, spans, leaf);
  for (let r = (leaf < 0 ? heads : leaf) - 1; r >= 0; r--) {
    spans[r] = headSpans(texts[r]!, below);
    if (spans[r] === null) return null;
    below = unitsOf(texts, spans, r);
  }
  return spans.every((row) => row !== null) ? merged(rows, texts, spans as number[][], heads) : null;
}

interface Unit {
  readonly text: string;
  readonly span: number;
}

const unitsOf = (texts: readonly string[][], spans: readonly (number[] | null)[], r: number): Unit[] =>
  texts[r]!.map((text, i) => ({ text, span: spans[r]![i]! }));

/** Which columns hold amounts: those that are numbered, else those where amounts stand, else those whose heads name no lines. */
function valueColumns(texts: readonly (readonly string[])[], heads: number, leaf: number, width: number): boolean[] {
  const numbered = texts.slice(0, heads).find((row) => row.length === width && isNumbering(row));
  if (numbered) return numbered.map((text) => MARK_OF_COLUMN.test(text));
  const full = texts.slice(heads).filter((row) => row.length === width);
  return Array.from({ length: width }, (_, c) => {
    const filled = full.map((row) => row[c]!).filter((text) => text !== "");
    const amounts = filled.filter((text) => AMOUNT.test(text));
    const head = leaf < 0 ? "" : texts[leaf]![c]!;
    if (NAMING_OR_NUMBERING.test(head) || CODE_PART.test(head)) return false;
    if (filled.length === 0) return head !== "" || c > 0;
    return amounts.length * 2 > filled.length && !(amounts.every((text) => CODE.test(text)) && amounts.length > 2);
  });
}

/** Spans of a row below the header: labels reach over the columns that name lines, amounts stand in one column each. */
function bodySpans(row: readonly string[], values: readonly boolean[]): number[] | null {
  return bestSpans(row.length, values.length, (i, from, span) => {
    const text = row[i]!;
    const covered = values.slice(from, from + span);
    const amounts = covered.filter((isValue) => isValue).length;
    if (text === "") return 3 * (span - 1);
    if (CODE.test(text) && amounts === 0) return 0.05 * (span - 1);
    if (AMOUNT.test(text)) return 20 * (span - 1) + (amounts === 0 ? (/[.,，]/u.test(text) ? 10 : 0) : 0);
    return 4 * amounts + 0.1 * (span - 1);
  });
}

type Kind = "code" | "naming" | "amount" | "empty";
const kindOf = (text: string): Kind =>
  text === "" ? "empty" : CODE_PART.test(text) ? "code" : NAMING_OR_NUMBERING.test(text) ? "naming" : "amount";

/** What it costs to begin a new group between two heads: a group's naming columns stand before its amounts, and 类, 款, 项 stay together. */
const CUT: Readonly<Record<Kind, Readonly<Record<Kind, number>>>> = {
  code: { code: 6, naming: -2, amount: -2, empty: 0 },
  naming: { code: 1, naming: 1, amount: -2, empty: 0 },
  amount: { code: -4, naming: -4, amount: 0, empty: 0 },
  empty: { code: 0, naming: 0, amount: 0, empty: 0 },
};

/** Spans of a header row over the cells of the row below it. */
function headSpans(row: readonly string[], below: readonly Unit[]): number[] | null {
  const units = bestSpans(row.length, below.length, (i, from, span) => {
    const covered = below.slice(from, from + span);
    const empty = covered.filter(({ text }) => text === "").length;
    // groups beside each other tend to be equally wide
    let cost = 0.05 * span * span + (span > 1 ? 6 * empty : 0);
    if (row[i] === "") cost += empty > 0 ? 0 : covered.some(({ text }) => kindOf(text) !== "amount") ? 8 : 4;
    else if (span === 1 && empty === 0) cost += 1;
    const next = below[from + span];
    if (next !== undefined && next.text !== "" && empty === 0) {
      if (covered[0]!.text === next.text) cost -= 3;
      if (OPENS_GROUP.test(next.text) && !/^增/u.test(covered.at(-1)!.text)) cost -= 2;
      cost += CUT[kindOf(covered.at(-1)!.text)][kindOf(next.text)];
    }
    return cost;
  });
  if (units === null) return null;
  let at = 0;
  return units.map((count) => {
    const span = below.slice(at, at + count).reduce((sum, unit) => sum + unit.span, 0);
    at += count;
    return span;
  });
}

/** An empty cell of the header goes on with the cell above it; so do the cells below 类, 款, 项 in the first row of amounts. */
function merged(
  rows: readonly (readonly string[])[],
  texts: readonly string[][],
  spans: readonly number[][],
  heads: number,
): PlainCell[][] {
  const out: { text: string; cs: number; rs: number }[][] = [];
  const above = new Map<number, { text: string; cs: number; rs: number }>();
  for (const [r, row] of rows.entries()) {
    const kept: { text: string; cs: number; rs: number }[] = [];
    const grows = r < heads && !isNumbering(texts[r]!);
    let column = 0;
    for (const [i, text] of row.entries()) {
      const cs = spans[r]![i]!;
      const over = above.get(column);
      const goesOn = grows || (r === heads && CODE_PART.test(squeezed(over?.text ?? "")));
      if (goesOn && texts[r]![i] === "" && over !== undefined && over.cs === cs && over.text !== "") over.rs++;
      else {
        const cell = { text, cs, rs: 1 };
        kept.push(cell);
        for (let c = column; c < column + cs; c++) above.delete(c);
        above.set(column, cell);
      }
      column += cs;
    }
    out.push(kept);
  }
  return out;
}
