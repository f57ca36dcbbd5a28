import type { HeadKind } from "../../../../schemas/forms/form.ts";
import { HEAD_GROUPS } from "../../../../schemas/forms/head-groups.ts";
import { HEADS, ORDER_WORD, UNIT_OF_HEAD } from "../../../../schemas/forms/heads.ts";
import { NAMES_HALF, SUM_OF_HEADS } from "../../../../schemas/forms/text.ts";
import { remembered } from "../../../lib/remembered.ts";

/** What stands in a column of the body: the names or codes of lines, or numbers. */
export type ColumnKind = "label" | "number";

/** A head with the columns it covers and the heads below it. */
export interface HeadNode {
  readonly text: string;
  readonly cs: number;
  readonly below: readonly HeadNode[];
}

const WHOLE = HEADS.map(({ is, printed }) => [new RegExp(`^(?:${printed})${UNIT_OF_HEAD}$`, "u"), is] as const);
/** What a declared head is; null for words no form prints. */
export const kindOfHead = remembered((text): HeadKind | null =>
  ORDER_WORD.test(text) ? "order" : (WHOLE.find(([pattern]) => pattern.test(text))?.[1] ?? null),
);

/** Ways to read a header that are looked at; with more the header is not known. */
const MOST = 200;
/** Headers of published forms are read in some twenty steps. */
const MOST_STEPS = 500;
const MOST_STEPS_OF_ALL = 4_000;

/** Steps that are left for all headers of one table: where they run out nothing of it is known. */
export interface Effort {
  left: number;
}
/** What one table may cost. */
export const effort = (): Effort => ({ left: MOST_STEPS_OF_ALL });

/** Whether a head may be the lowest of a column by what stands below it; `bare`: no other head names lines. */
function heads(text: string, kind: ColumnKind, bare: boolean): boolean {
  const is = kindOfHead(text);
  if (is === "name" || is === "code") return kind === "label";
  return is === null || is === "remark" || kind === "number" || (bare && NAMES_HALF.test(text));
}

/** Whether a head may stand over others. */
export const standsOver = (text: string, below: readonly string[]): boolean =>
  HEAD_GROUPS.some(
    (group) =>
      group.over.test(text) && (group.first?.test(below[0]!) ?? true) && below.every((head) => group.below.test(head)),
  ) &&
  // what names lines stands before all amounts, and so does the one sum of a group
  below.every((head, i) => !(names(head) || SUM_OF_HEADS.test(head)) || below.slice(0, i).every(names));

const names = (text: string): boolean => ["name", "code", "order"].includes(kindOfHead(text) ?? "");

/**
 * All ways in which the rows of a header, each cell printed once, cover the columns of a body: a cell reaches down to the body over one
 * column, or stands over two cells and more of the next row that it may stand over. No cell is left over, no column left free.
 */
export function headTrees(
  rows: readonly (readonly string[])[],
  kinds: readonly ColumnKind[],
  all: Effort = effort(),
): HeadNode[][] {
  const found: HeadNode[][] = [];
  const most = Math.min(MOST_STEPS, all.left);
  let steps = 0;
  const bare = !rows.flat().some(names);
  /** Reads cells of a row from a column on; hands over each way with the column behind it and what of each row is used. */
  const cell = (
    level: number,
    column: number,
    used: readonly number[],
    take: (node: HeadNode, column: number, used: readonly number[]) => void,
  ): void => {
    const text = rows[level]?.[used[level]!];
    // every head of the lowest row needs a column of its own
    const due = rows.at(-1)!.length - used.at(-1)!;
    if (text === undefined || column >= kinds.length || kinds.length - column < due) return;
    if (++steps > most || found.length > MOST) return;
    const after = used.with(level, used[level]! + 1);
    // a head of names may reach over the columns of codes and names
    for (let cs = 1; column + cs <= kinds.length && heads(text, kinds[column + cs - 1]!, bare); cs++) {
      if (cs > 1 && (kinds[column] !== "label" || kinds[column + cs - 1] !== "label")) break;
      take({ text, cs, below: [] }, column + cs, after);
    }
    // a head may reach down over rows in which others stand before those below it
    for (let lower = level + 1; lower < rows.length; lower++) {
      const group = (below: readonly HeadNode[], end: number, rest: readonly number[]): void => {
        const texts = below.map((node) => node.text);
        // what may not stand below it, or twice, stays so, whatever follows
        if (below.length > 0 && (!standsOver(text, texts) || texts.indexOf(texts.at(-1)!) < texts.length - 1)) return;
        if (below.length > 1) take({ text, cs: end - column, below }, end, rest);
        cell(lower, end, rest, (node, next, left) => group([...below, node], next, left));
      };
      group([], column, after);
    }
  };
  const row = (nodes: readonly HeadNode[], column: number, used: readonly number[]): void => {
    if (column === kinds.length) {
      if (used.every((count, level) => count === rows[level]!.length)) found.push([...nodes]);
      return;
    }
    cell(0, column, used, (node, next, left) => row([...nodes, node], next, left));
  };
  row(
    [],
    0,
    rows.map(() => 0),
  );
  all.left -= Math.max(1, steps);
  return steps > most || found.length > MOST ? [] : found;
}

/** The heads over each column, from the top down. */
export const pathsOf = (nodes: readonly HeadNode[], over: readonly string[] = []): string[][] =>
  nodes.flatMap(({ text, cs, below }) =>
    below.length === 0 ? Array.from({ length: cs }, () => [...over, text]) : pathsOf(below, [...over, text]),
  );
