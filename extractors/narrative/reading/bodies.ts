import type { FactReading, UnreadNumber } from "../../../src/lib/reading.ts";
import { meaningKey } from "./meaning-key.ts";

/** What a passage tells, and the body it names for it; null where it is the one who speaks. */
export interface Told {
  readonly item: FactReading | UnreadNumber;
  readonly owner: string | null;
}

const statedAs = ({ printed, unit, negative }: FactReading): string =>
  `${negative ? "-" : ""}${printed}${unit?.text ?? ""}`;

/** 农业局机关 is a part of 某市农业局, 市农业局 is the body itself. */
const isSame = (a: string, b: string): boolean => (a.includes(b) || b.includes(a)) && isOffice(a) === isOffice(b);
const isOffice = (name: string): boolean => /(?:机关|本级)$/u.test(name);

/** Values by who they are told of; the body itself and who speaks are one. */
type Values = Map<string | null, Set<string>>;

/** Bodies of which a page tells something else than of the one it is about, or than of each other. */
function others(told: readonly Told[], entity: string | null): ReadonlySet<string | null> {
  const own = (owner: string | null): string | null =>
    owner !== null && entity !== null && isSame(owner, entity) ? null : owner;
  const byKey = new Map<string, Values>();
  for (const { item, owner } of told) {
    if (item.kind !== "fact") continue;
    const values = byKey.get(meaningKey(item)) ?? new Map<string | null, Set<string>>();
    byKey.set(meaningKey(item), values);
    values.set(own(owner), (values.get(own(owner)) ?? new Set()).add(statedAs(item)));
  }
  const found = new Set<string | null>();
  for (const values of byKey.values())
    for (const [owner, own] of values) {
      if (owner === null) continue;
      const differs = [...values].some(
        ([other, theirs]) =>
          other !== owner &&
          // where only its units are told of besides, an office is the body itself
          !(other !== null && (isSame(owner, other) || isOffice(owner))) &&
          ![...own].some((value) => theirs.has(value)),
      );
      if (differs) found.add(owner);
    }
  return found;
}

/**
 * A page may tell of several bodies: units of a department one after the other, ministries in the press. What it tells of another than the
 * one it is about is nobody's here: those numbers are listed as not read.
 */
export function ofOneBody(told: readonly Told[], entity: string | null): readonly (FactReading | UnreadNumber)[] {
  if (!told.some(({ owner }) => owner !== null)) return told.map(({ item }) => item);
  const apart = others(told, entity);
  return told.map(({ item, owner }) => {
    if (item.kind !== "fact" || owner === null || !apart.has(owner)) return item;
    const { page, box, quote } = item.place;
    return {
      kind: "unread",
      page,
      box,
      printed: `${item.printed}${item.unit?.text ?? ""}`,
      sentence: quote ?? item.printed,
    };
  });
}
