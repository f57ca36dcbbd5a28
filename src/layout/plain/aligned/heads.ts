import { largest, smallest } from "../../../lib/long-lists.ts";
import { type HeadNode, kindOfHead, standsOver } from "../accounts/head-tree.ts";
import { meets, type Piece } from "./pieces.ts";

/** A head of a header laid out in text: what stands below it, and the characters it and they stand over. */
export interface PlacedHead {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly below: readonly PlacedHead[];
}

/** Ways to read a header that are looked at. */
const MOST = 64;
/** A head over others stands over their middle, as far as characters can: so many of them off. */
const OFF_MIDDLE = 4;
/** Columns of numbers are wider than their heads, and shift what stands over several: by no more than this share of their extent. */
const OFF_SHARE = 0.3;

interface Fragment {
  text: string;
  x0: number;
  x1: number;
  /** The lines it begins and ends on. */
  readonly from: number;
  to: number;
}

/** Heads broken over lines, put together: one piece under one piece, where they make a head that is known, or neither is one alone. */
export function wholeHeads(lines: readonly (readonly Piece[])[]): Fragment[] {
  const heads: Fragment[] = [];
  for (const [k, line] of lines.entries())
    for (const piece of line) {
      const over = heads.filter((head) => head.to < k && meets(head, piece) && isOpen(head, piece, heads, lines, k));
      const [head] = over;
      if (over.length === 1 && head !== undefined && goesOn(head.text, piece.text)) {
        head.text += piece.text;
        head.x0 = Math.min(head.x0, piece.x0);
        head.x1 = Math.max(head.x1, piece.x1);
        head.to = k;
      } else heads.push({ text: piece.text, x0: piece.x0, x1: piece.x1, from: k, to: k });
    }
  return heads;
}

/** Whether nothing stands between a head and a piece below it, and the piece is the only one below it on its line. */
function isOpen(
  head: Fragment,
  piece: Piece,
  heads: readonly Fragment[],
  lines: readonly (readonly Piece[])[],
  k: number,
): boolean {
  const between = heads.some((other) => other !== head && other.from > head.to && other.to < k && meets(other, head));
  return !between && lines[k]!.every((other) => other === piece || !meets(other, head));
}

const goesOn = (over: string, below: string): boolean => {
  const known = (text: string): boolean => kindOfHead(text) !== null;
  return known(over + below) || (!known(over) && !known(below));
};

/** A head and the line it begins on. */
type Placed = PlacedHead & { readonly from: number };

/** A run of neighbours below a head, and how far their middle is off its own. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly off: number;
}

/** All ways in which heads stand over each other: each is the lowest of its column, or stands over neighbours that it may stand over. */
export function headForests(heads: readonly Fragment[]): PlacedHead[][] {
  const order = [...heads].sort((a, b) => b.from - a.from || a.x0 - b.x0);
  let forests: { nodes: Placed[]; off: number }[] = [{ nodes: [], off: 0 }];
  for (const head of order) {
    const next: typeof forests = [];
    for (const { nodes, off } of forests) {
      const groups = widest(groupsOf(head, nodes), nodes);
      const nearest = smallest(groups.map((group) => group.off));
      for (const group of groups) {
        if (group.off > nearest + OFF_MIDDLE) continue;
        const below = nodes.slice(group.from, group.to);
        const node = {
          text: head.text,
          x0: Math.min(head.x0, below[0]!.x0),
          x1: Math.max(head.x1, below.at(-1)!.x1),
          below,
          from: head.from,
        };
        next.push({ nodes: nodes.toSpliced(group.from, below.length, node), off: off + group.off });
      }
      const under = nodes.some((node) => node.from > head.to && meets(node, head));
      if (!under && groups.length === 0) {
        const leaf = { text: head.text, x0: head.x0, x1: head.x1, below: [], from: head.from };
        const at = nodes.findIndex((node) => node.x0 + node.x1 > leaf.x0 + leaf.x1);
        next.push({ nodes: nodes.toSpliced(at < 0 ? nodes.length : at, 0, leaf), off });
      }
    }
    if (next.length > MOST) return [];
    forests = next;
  }
  return forests.map(({ nodes }) => nodes);
}

/** Runs that cannot be widened by a neighbour printed on the line of one of theirs: heads of one line stand under one head as far as it may. */
const widest = (groups: readonly Group[], nodes: readonly Placed[]): Group[] =>
  groups.filter(
    (group) =>
      !groups.some(
        (other) =>
          other !== group &&
          other.from <= group.from &&
          other.to >= group.to &&
          nodes
            .slice(other.from, other.to)
            .every((node) => nodes.slice(group.from, group.to).some(({ from }) => from === node.from)),
      ),
  );

/** Runs of neighbours that a head may stand over, and how far their middle is off its own. */
function groupsOf(head: Fragment, nodes: readonly Placed[]): Group[] {
  const found: Group[] = [];
  for (let from = 0; from < nodes.length; from++)
    for (let to = from + 2; to <= nodes.length; to++) {
      const below = nodes.slice(from, to);
      if (below.some((node) => node.from <= head.to)) break;
      const [x0, x1] = [below[0]!.x0, below.at(-1)!.x1];
      const middle = (head.x0 + head.x1) / 2;
      const off = Math.abs((x0 + x1) / 2 - middle);
      if (off > OFF_SHARE * (x1 - x0)) continue;
      if (
        !standsOver(
          head.text,
          below.map(({ text }) => text),
        )
      )
        continue;
      found.push({ from, to, off });
    }
  return found;
}

/** The lowest heads, from left to right. */
export const leavesOf = (nodes: readonly PlacedHead[]): PlacedHead[] =>
  nodes.flatMap((node) => (node.below.length === 0 ? [node] : leavesOf(node.below)));

/** The heads over columns: `widths` says over how many each of the lowest ones stands. */
export const asTree = (nodes: readonly PlacedHead[], widths: ReadonlyMap<PlacedHead, number>): HeadNode[] =>
  nodes.map((node) => {
    const below = asTree(node.below, widths);
    const cs = below.length === 0 ? widths.get(node)! : below.reduce((sum, one) => sum + one.cs, 0);
    return { text: node.text, cs, below };
  });

/** How many rows the header has. */
export const depthOf = (nodes: readonly HeadNode[]): number =>
  nodes.length === 0 ? 0 : 1 + largest(nodes.map((node) => depthOf(node.below)));
