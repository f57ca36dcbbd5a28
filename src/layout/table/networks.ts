import { append } from "../../lib/long-lists.ts";
import { isTooShort, type Rule } from "./rules.ts";
import { MOST_RULES, RULE_GAP_PT } from "./tolerances.ts";

/** Ruling lines that touch each other, directly or through others: one drawn table, or a frame, or a drawing. */
export interface Network {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/**
 * Groups crossing lines into networks and leaves lone lines over. A line that just misses another (a joint left open) counts as touching.
 */
export function connectRules(
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): { networks: Network[]; lone: Rule[] } {
  const hs = horizontal.filter((rule) => !isTooShort(rule));
  const vs = vertical.filter((rule) => !isTooShort(rule));
  if (hs.length + vs.length > MOST_RULES) return { networks: [], lone: [] };
  const parent = Int32Array.from({ length: hs.length + vs.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[i] !== root) {
      const up = parent[i]!;
      parent[i] = root;
      i = up;
    }
    return root;
  };
  const xs = Float64Array.from(vs, (v) => v.at);
  for (let i = 0; i < hs.length; i++) {
    const h = hs[i]!;
    for (let k = lowerBound(xs, h.from - RULE_GAP_PT); k < vs.length; k++) {
      const v = vs[k]!;
      if (v.at > h.to + RULE_GAP_PT) break;
      if (h.at < v.from - RULE_GAP_PT || h.at > v.to + RULE_GAP_PT) continue;
      parent[find(hs.length + k)] = find(i);
    }
  }
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupOf = (i: number) => {
    const root = find(i);
    const known = groups.get(root);
    if (known) return known;
    const group: { horizontal: Rule[]; vertical: Rule[] } = { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [i, h] of hs.entries()) groupOf(i).horizontal.push(h);
  for (const [k, v] of vs.entries()) groupOf(hs.length + k).vertical.push(v);
  const networks: Network[] = [];
  const lone: Rule[] = [];
  for (const group of groups.values()) {
    if (group.horizontal.length > 0 && group.vertical.length > 0) networks.push(group);
    else append(lone, group.horizontal);
  }
  return { networks, lone };
}

/** First index whose value is at least `value`. */
export function lowerBound(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
