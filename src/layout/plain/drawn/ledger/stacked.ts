import type { HeadKind } from "../../../../../schemas/forms/form.ts";
import { BARE_TOTAL, CANONICAL_ORDERS } from "../../../../../schemas/forms/heads.ts";
import { HEADS_OVER_HEADS, PHASE_OF_HEADS, SUM_OF_HEADS } from "../../../../../schemas/forms/text.ts";
import { largest } from "../../../../lib/long-lists.ts";
import { kindOfHead } from "../../accounts/head-tree.ts";
import type { HeadWord } from "./head-words.ts";

interface Piece {
  readonly text: string;
  readonly line: number;
  /** Its place among the pieces of its line. */
  readonly at: number;
}

type Head = readonly Piece[];

/** A head is broken over no more lines, a header has no more pieces, and no more ways to put them together are looked at. */
const MOST_PARTS = 4;
const MOST_PIECES = 40;
const MOST_STEPS = 2_000;

/**
 * The heads of a header of which several cells are broken over lines, the lines taken across all of them:
 * `合计 公务用车 公务用车 公务接待费⏎（境）费 小计⏎购置费 运行维护费`. The pieces are put together so that none is left over and each head is declared;
 * their order is what the lines say of their pieces; a sum stands before its parts.
 * Null where pieces can be put together in several ways, or where the lines leave the order of two heads open.
 */
export function stackedHeads(lines: readonly string[]): HeadWord[] | null {
  const pieces = lines.flatMap((line, row) =>
    line
      .split(/[\s\u3000]+/u)
      .filter((text) => text !== "")
      .map((text, at): Piece => ({ text, line: row, at })),
  );
  const last = pieces.filter(({ line }) => line === lines.length - 1);
  const phases = last.every(({ text }) => PHASE_OF_HEADS.test(text)) ? last : [];
  const above = pieces.slice(0, pieces.length - phases.length);
  if (above.length > MOST_PIECES || above.length < 3) return null;
  const ways = assembled(above);
  const made = (ways ?? []).flatMap((heads) => {
    const leaves = inPrintedOrder(heads.filter(isAmount), heads.filter((head) => !isAmount(head)).map(textOf));
    return leaves !== null && phases.length % leaves.length === 0 ? [{ heads, leaves }] : [];
  });
  // words that are heads of their own are not the end of another
  const most = largest(made.map(({ heads }) => heads.length));
  const fitting = made.filter(({ heads }) => heads.length === most);
  if (fitting.length !== 1) return null;
  const [{ heads, leaves }] = fitting as [(typeof fitting)[number]];
  const columns = [...leaves];
  for (const group of heads.filter((head) => !isAmount(head)).map(textOf))
    columns.splice(firstBelow(group, columns), 0, group);
  return [...columns, ...phases.map(({ text }) => text)].map((text) => ({ text, kind: kindOfHead(text) as HeadKind }));
}

/** Where the heads begin that a group stands over: 公务用车购置及运行费 before 小计, 购置费, 运行费; else before all. */
function firstBelow(group: string, heads: readonly string[]): number {
  const below = HEADS_OVER_HEADS.find(([parent]) => parent.test(group))?.[1];
  const at = below === undefined ? 0 : heads.findIndex((text, i) => below.test(text) && below.test(heads[i + 1] ?? ""));
  return Math.max(0, at);
}

const textOf = (head: Head): string => head.map(({ text }) => text).join("");
const isAmount = (head: Head): boolean => kindOfHead(textOf(head)) === "amount";

/** All ways to put the pieces together to declared heads of amounts and groups, each one from its line downwards; null where they are too many. */
function assembled(pieces: readonly Piece[]): Head[][] | null {
  const ways: Head[][] = [];
  const used = new Set<Piece>();
  let steps = 0;
  const grow = (heads: readonly Head[], open: Head): boolean => {
    if (++steps > MOST_STEPS) return false;
    const kind = kindOfHead(textOf(open));
    if ((kind === "amount" || kind === "group") && !begin([...heads, open])) return false;
    if (open.length === MOST_PARTS) return true;
    for (const piece of pieces) {
      if (used.has(piece) || piece.line <= open.at(-1)!.line) continue;
      used.add(piece);
      const within = grow(heads, [...open, piece]);
      used.delete(piece);
      if (!within) return false;
    }
    return true;
  };
  const begin = (heads: readonly Head[]): boolean => {
    const first = pieces.find((piece) => !used.has(piece));
    if (first === undefined) return ways.push([...heads]) > 0;
    used.add(first);
    const within = grow(heads, [first]);
    used.delete(first);
    return within;
  };
  return begin([]) ? ways : null;
}

/**
 * The heads from left to right, as a declared order has them that keeps to every line; null where the lines do not tell all but the sums. Heads
 * below one group stand beside each other: what is said of one is said of all.
 */
function inPrintedOrder(heads: readonly Head[], groups: readonly string[]): string[] | null {
  const texts = heads.map(textOf);
  const below = HEADS_OVER_HEADS.find(([parent]) => groups.some((group) => parent.test(group)))?.[1];
  const inner = texts.map((text) => below?.test(text) && !(BARE_TOTAL.test(text) && texts.includes("小计")));
  const members = texts.map((_, i) => texts.flatMap((_, k) => (k === i || (inner[i] && inner[k]) ? [k] : [])));
  const says = (i: number, k: number): boolean =>
    heads[i]!.some((piece) => heads[k]!.some(({ line, at }) => line === piece.line && at > piece.at));
  const before = texts.map((_, i) =>
    texts.map((__, k) =>
      inner[i] && inner[k] ? says(i, k) : members[i]!.some((a) => members[k]!.some((b) => says(a, b))),
    ),
  );
  for (let via = 0; via < heads.length; via++)
    for (let i = 0; i < heads.length; i++)
      for (let k = 0; k < heads.length; k++) before[i]![k] ||= before[i]![via]! && before[via]![k]!;
  for (const order of CANONICAL_ORDERS) {
    const ranks = texts.map((text) => rankIn(order, text));
    if (ranks.includes(-1) || new Set(ranks).size < ranks.length) continue;
    const told = texts.every((text, i) =>
      texts.every((other, k) => {
        if (ranks[i]! >= ranks[k]!) return i === k || !before[i]![k]!;
        return before[i]![k]! || SUM_OF_HEADS.test(text) || SUM_OF_HEADS.test(other);
      }),
    );
    if (told) return texts.toSorted((a, b) => rankIn(order, a) - rankIn(order, b));
  }
  return null;
}

const rankIn = (order: readonly RegExp[], text: string): number => order.findIndex((pattern) => pattern.test(text));
