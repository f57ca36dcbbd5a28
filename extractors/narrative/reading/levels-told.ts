import type { YearRef } from "../../../src/lib/reading.ts";
import { OWN_LEVEL, WHOLE_REGION } from "../vocabulary/owners.ts";
import { meaningKey } from "./meaning-key.ts";
import type { Told } from "./told.ts";

const isLevel = (owner: string | null): owner is string =>
  owner !== null && (WHOLE_REGION.test(owner) || OWN_LEVEL.test(owner));
const sortOf = (owner: string): "whole" | "own" => (WHOLE_REGION.test(owner) ? "whole" : "own");

/** The level of a region that is told of beside the one the page told of first; null where nothing is told of both. */
function secondLevel(told: readonly Told[], dated: (year: YearRef) => YearRef): "whole" | "own" | null {
  const first = told.find(({ owner }) => isLevel(owner))?.owner ?? null;
  if (first === null) return null;
  const values = new Map<string, { readonly first: Set<string>; readonly other: Set<string> }>();
  for (const { item, owner } of told) {
    if (item.kind !== "fact" || !isLevel(owner)) continue;
    const key = meaningKey({ ...item, year: dated(item.year) });
    const both = values.get(key) ?? { first: new Set(), other: new Set() };
    values.set(key, both);
    both[sortOf(owner) === sortOf(first) ? "first" : "other"].add(`${item.printed}${item.unit?.text ?? ""}`);
  }
  const differs = [...values.values()].some(
    ({ first, other }) => first.size > 0 && other.size > 0 && ![...other].some((value) => first.has(value)),
  );
  if (!differs) return null;
  return sortOf(first) === "whole" ? "own" : "whole";
}

/**
 * 全市采购规模32亿元…，市本级采购规模10亿元: the page is on the one it tells of first, and what it tells of the other is nobody's. `theirs` names
 * whose that is; of all others the one who speaks is the owner.
 */
export function ofOneLevel(told: readonly Told[], dated: (year: YearRef) => YearRef, theirs: string): readonly Told[] {
  if (!told.some(({ owner }) => isLevel(owner))) return told;
  const second = secondLevel(told, dated);
  return told.map(({ item, owner }) =>
    isLevel(owner) ? { item, owner: sortOf(owner) === second ? theirs : null } : { item, owner },
  );
}
