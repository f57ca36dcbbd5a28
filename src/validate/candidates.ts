import type { Measure } from "../../schemas/index.ts";
import type { FactIndex, Indexed } from "./fact-index.ts";
import { sameStatement } from "./statements.ts";

/** One fact a value: the first place each distinct value is printed. Approximate numbers (近80) prove nothing. */
export function distinct(list: readonly Indexed[]): readonly Indexed[] {
  const seen = new Map<string, Indexed>();
  for (const f of list) {
    if (f.operand.approximate) continue;
    const key = `${f.operand.kind}|${f.operand.value.toString()}`;
    const known = seen.get(key);
    // Of two printings of one value the finer one is the operand.
    if (!known) seen.set(key, f);
    else if (f.operand.half.lt(known.operand.half)) seen.set(key, f);
  }
  return [...seen.values()];
}

/**
 * Which facts a statement can mean by a term: those of its own sentence, else of its table, else of the prose. A table's own line is
 * never completed from elsewhere.
 */
export function around(
  index: FactIndex,
  anchor: Indexed,
  term: string,
  measure: Measure,
  year = anchor.fact.fiscalYear,
): readonly Indexed[] {
  const found = index.get(term, measure, year, anchor.fact.scope);
  const here = found.filter((f) => f.place === anchor.place);
  if (anchor.place !== "narrative") return distinct(here);
  const same = here.filter((f) => together(f, anchor));
  if (same.length > 0) return distinct(same);
  return distinct(here);
}

/** The same, nearest first, then the rest of the document: for a percentage whose whole is stated elsewhere. */
export function anywhere(
  index: FactIndex,
  anchor: Indexed,
  term: string,
  measure: Measure,
  year = anchor.fact.fiscalYear,
): readonly Indexed[] {
  const near = around(index, anchor, term, measure, year);
  if (near.length > 0) return near;
  return distinct(index.get(term, measure, year, anchor.fact.scope));
}

/** Nearest in reading order first. */
export const byDistance = (anchor: Indexed, list: readonly Indexed[]): readonly Indexed[] =>
  [...list].sort((a, b) => Math.abs(a.order - anchor.order) - Math.abs(b.order - anchor.order));

/** All ways of picking one from each list, at most 24: a document that states a term in more ways is left to `same` rules. */
export function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let out: (readonly T[])[] = [[]];
  for (const list of lists) out = out.flatMap((head) => list.map((x) => [...head, x])).slice(0, 24);
  return out;
}

/** Whether two facts of the prose stand in one sentence. */
export const together = (a: Indexed, b: Indexed): boolean =>
  (a.statement !== null && a.statement === b.statement) || sameStatement(a.fact.source, b.fact.source);
