import { smallest } from "../../../lib/long-lists.ts";
import { kindOfHead, pathsOf } from "../accounts/head-tree.ts";
import { sumsHold } from "../accounts/sums.ts";
import type { Column } from "./columns.ts";
import { asTree, leavesOf, type PlacedHead } from "./heads.ts";

/** The lowest heads beside the columns below them; a head without columns stands over one that is blank in all rows. */
export interface Matched {
  readonly nodes: readonly PlacedHead[];
  /** The columns below each of the lowest heads, from left to right. */
  readonly below: ReadonlyMap<PlacedHead, readonly Column[]>;
}

/** Of ways to match heads and columns those as near as the nearest, but for so many characters, are left to the sums. */
const NEAR = 4;
const MOST_WAYS = 3_000;

const naming = (head: PlacedHead): boolean => ["name", "code", "order"].includes(kindOfHead(head.text) ?? "");

/** How far a head and a column are apart; one that does not reach over its column is never as near as one that does. */
const apart = (head: PlacedHead, column: Column): number => {
  const gap = Math.max(head.x0 - column.x1, column.x0 - head.x1);
  return gap < 0 ? 0 : NEAR + 1 + gap;
};

/**
 * The one way in which the heads stand over the columns: in order, as near as they can, and, where more than one is near, with the sums the
 * heads state. Null where none or more than one is left.
 */
export function matchHeads(
  forests: readonly (readonly PlacedHead[])[],
  columns: readonly Column[],
  height: number,
): Matched | null {
  const ways = forests.flatMap((nodes) => waysOf(nodes, columns).map((way) => ({ ...way, nodes })));
  if (ways.length === 0) return null;
  const nearest = smallest(ways.map(({ off }) => off));
  const near = ways.filter(({ off }) => off <= nearest + NEAR);
  const distinct = [...new Map(near.map((way) => [keyOf(way, columns), way])).values()];
  if (distinct.length === 1) return distinct[0]!;
  const holding = distinct.filter((way) => {
    const paths = pathsOf(treeOf(way));
    const order = columnsIn(way);
    return Array.from({ length: height }, (_, r) => order.map((column) => column?.texts[r] ?? "")).every((row) =>
      sumsHold(paths, row),
    );
  });
  return holding.length === 1 ? holding[0]! : null;
}

/** The heads as a tree over the columns. */
export const treeOf = ({ nodes, below }: Matched) =>
  asTree(nodes, new Map([...below].map(([head, columns]) => [head, Math.max(1, columns.length)])));

/** The columns in the order of the heads; null for those that are blank in all rows. */
export const columnsIn = ({ nodes, below }: Matched): (Column | null)[] =>
  leavesOf(nodes).flatMap((head): (Column | null)[] => {
    const own = below.get(head)!;
    return own.length === 0 ? [null] : [...own];
  });

/** Which heads stand over each column of numbers. */
function keyOf(way: Matched, columns: readonly Column[]): string {
  const paths = pathsOf(treeOf(way));
  const order = columnsIn(way);
  return JSON.stringify(columns.map((column) => paths[order.indexOf(column)]));
}

interface Way extends Matched {
  readonly off: number;
}

function waysOf(nodes: readonly PlacedHead[], columns: readonly Column[]): Way[] {
  const leaves = leavesOf(nodes);
  const numbers = columns.filter(({ kind }) => kind === "number");
  const amounts = leaves.filter((head) => !naming(head));
  return choices(amounts, numbers).flatMap(({ chosen, off }) => {
    const below = new Map<PlacedHead, Column[]>(leaves.map((head) => [head, []]));
    for (const [i, column] of numbers.entries()) below.get(chosen[i]!)!.push(column);
    return nameColumns(leaves, columns, below) ? [{ nodes, below, off }] : [];
  });
}

/** Every way to give each column of numbers a head, in order, and how far they are apart in all. */
function choices(
  heads: readonly PlacedHead[],
  numbers: readonly Column[],
): { chosen: readonly PlacedHead[]; off: number }[] {
  const out: { chosen: readonly PlacedHead[]; off: number }[] = [];
  const chosen: PlacedHead[] = [];
  const choose = (i: number, from: number, off: number): void => {
    if (out.length > MOST_WAYS) return;
    if (i === numbers.length) {
      out.push({ chosen: [...chosen], off });
      return;
    }
    for (let h = from; h <= heads.length - (numbers.length - i); h++) {
      chosen[i] = heads[h]!;
      choose(i + 1, h + 1, off + apart(heads[h]!, numbers[i]!));
    }
  };
  choose(0, 0, 0);
  return out.length > MOST_WAYS ? [] : out;
}

/** Gives the columns of codes and names the heads that stand over them; false where such a head stands among numbers. */
function nameColumns(
  leaves: readonly PlacedHead[],
  columns: readonly Column[],
  below: Map<PlacedHead, Column[]>,
): boolean {
  let at = 0;
  for (let c = 0; c < columns.length; ) {
    if (columns[c]!.kind === "number") {
      at = leaves.findIndex((head) => below.get(head)!.includes(columns[c]!)) + 1;
      c++;
      continue;
    }
    let end = c;
    while (end < columns.length && columns[end]!.kind !== "number") end++;
    const stop =
      end < columns.length ? leaves.findIndex((head) => below.get(head)!.includes(columns[end]!)) : leaves.length;
    const heads = leaves.slice(at, stop).filter(naming);
    const own = columns.slice(c, end);
    if (heads.length === 0) return false;
    if (heads.length === own.length) for (const [i, head] of heads.entries()) below.get(head)!.push(own[i]!);
    else
      for (const column of own) {
        const head = heads.reduce((best, other) => (apart(other, column) < apart(best, column) ? other : best));
        below.get(head)!.push(column);
      }
    c = end;
  }
  // columns stand in the order of their heads
  const order = leaves.flatMap((head) => below.get(head)!);
  return order.every((column, i) => i === 0 || columns.indexOf(column) > columns.indexOf(order[i - 1]!));
}
