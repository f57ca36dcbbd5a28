import { COMPARES, HEADS_OVER_HEADS, PHASE_OF_HEADS, SUM_OF_HEADS } from "../../../../../schemas/forms/text.ts";
import { largest } from "../../../../lib/long-lists.ts";
import { standsOver } from "../../accounts/head-tree.ts";
import type { PlainCell } from "../../grid-block.ts";
import type { HeadWord } from "./head-words.ts";

/** A column of amounts: the heads over it, from the top down. */
export type HeadPath = readonly string[];

interface Node {
  readonly text: string;
  readonly below: readonly Node[];
}

/**
 * The columns of amounts a header's words make. Text gives the heads row by row: what belongs below a group comes after all heads of the
 * row above. Groups take the sums and parts printed for them; 预算数 and 决算数 stand over one block each, or below every item.
 */
export function amountColumns(words: readonly HeadWord[]): HeadPath[] {
  const heads = words.filter(({ kind }) => kind === "amount" || kind === "group");
  const nodes = blocks(gathered(heads.map(({ text, kind }) => ({ text, kind, below: [] }))));
  return phased(nodes.flatMap((node) => pathsOf(node, [])));
}

type Head = Node & Pick<HeadWord, "kind">;

/** 小计, 购置费, 运行费 are put below 公务用车购置及运行费; the first heads of such a run are found behind their parent. */
function gathered(heads: readonly Head[]): Head[] {
  const rest = [...heads];
  for (const [parent, child] of HEADS_OVER_HEADS)
    for (let i = 0; i < rest.length; i++) {
      if (!parent.test(rest[i]!.text)) continue;
      const from = rest.findIndex(
        (head, k) => k > i && child.test(head.text) && rest[k + 1] !== undefined && child.test(rest[k + 1]!.text),
      );
      if (from < 0) continue;
      let to = from + 1;
      while (to < rest.length && child.test(rest[to]!.text) && !SUM_OF_HEADS.test(rest[to]!.text)) to++;
      if (to - from < 2) continue;
      rest[i] = { ...rest[i]!, below: rest.slice(from, to) };
      rest.splice(from, to - from);
    }
  return rest;
}

/** 收入预算 over 合计 | …, 预算数 | 决算数 over a block of items each: every block begins with its sum. */
function blocks(heads: readonly Head[]): Node[] {
  const first = heads.findIndex(({ text }) => SUM_OF_HEADS.test(text));
  const leading = heads.slice(0, Math.max(0, first));
  const starts = heads.flatMap(({ text }, i) => (SUM_OF_HEADS.test(text) ? [i] : []));
  const block = heads.slice(starts[0], starts[1]).map(({ text }) => text);
  // 2024年比2023年 stands over changes, never over what is compared
  const parents = leading.filter(
    ({ text, kind, below }) =>
      below.length === 0 && (PHASE_OF_HEADS.test(text) || (kind === "group" && !isComparison(text, block))),
  );
  if (parents.length === 0 || starts.length === 0 || starts.length > parents.length) return [...heads];
  // one block belongs to the group over the whole, or else to the last phase: 2023年执行数 | 2024年预算数 (小计 …)
  const whole = parents.find(({ kind }) => kind === "group") ?? parents.at(-1)!;
  const used = starts.length === 1 ? [whole] : parents.slice(parents.length - starts.length);
  return leading.flatMap((head): Node[] => {
    const place = used.indexOf(head);
    if (place < 0) return parents.includes(head) && used.length > 1 && head.kind === "group" ? [] : [head];
    return [{ text: head.text, below: heads.slice(starts[place], starts[place + 1] ?? heads.length) }];
  });
}

const isComparison = (text: string, below: readonly string[]): boolean =>
  COMPARES.test(text) && !standsOver(text, below);

const pathsOf = ({ text, below }: Node, over: HeadPath): HeadPath[] =>
  below.length === 0 ? [[...over, text]] : below.flatMap((node) => pathsOf(node, [...over, text]));

/** 合计 | 因公出国费 | … and then 预算数 | 决算数 once for every item: each item has these columns. */
function phased(paths: readonly HeadPath[]): HeadPath[] {
  const items = paths.filter((path) => !PHASE_OF_HEADS.test(path.at(-1)!));
  const phases = paths.filter((path) => PHASE_OF_HEADS.test(path.at(-1)!)).map((path) => path.at(-1)!);
  // 上年决算数 | 本年决算数 | 增减额 | 增减率: phases of their own
  const first = paths.findIndex((path) => PHASE_OF_HEADS.test(path.at(-1)!));
  if (paths.slice(first).some((path) => !PHASE_OF_HEADS.test(path.at(-1)!))) return [...paths];
  if (items.length < 2 || phases.length === 0 || phases.length % items.length !== 0) return [...paths];
  const each = phases.length / items.length;
  return items.flatMap((item, i) => phases.slice(i * each, (i + 1) * each).map((phase) => [...item, phase]));
}

/**
 * The header as rows of cells: `naming` are the rows of the columns that name lines; groups stand over their columns. The part with fewer
 * rows reaches down at its lowest row.
 */
export function headRows(naming: readonly (readonly PlainCell[])[], paths: readonly HeadPath[]): PlainCell[][] {
  const depth = Math.max(1, naming.length, largest(paths.map((path) => path.length)));
  return Array.from({ length: depth }, (_, level) => {
    const reach = level === naming.length - 1 ? depth - level - 1 : 0;
    const row: PlainCell[] = (naming[level] ?? []).map((cell) => ({ ...cell, rs: (cell.rs ?? 1) + reach }));
    for (let c = 0; c < paths.length; ) {
      const path = paths[c]!;
      const last = level === path.length - 1;
      let end = c + 1;
      if (!last) while (end < paths.length && sharesHead(path, paths[end]!, level)) end++;
      if (level < path.length) row.push({ text: path[level]!, cs: end - c, rs: last ? depth - level : 1 });
      c = level < path.length ? end : c + 1;
    }
    return row;
  });
}

const sharesHead = (path: HeadPath, other: HeadPath, level: number): boolean =>
  other.length > level + 1 && path.slice(0, level + 1).every((text, i) => text === other[i]);
