import type { FactReading, UnreadNumber, YearRef } from "../../../src/lib/reading.ts";
import { ofOneLevel } from "./levels-told.ts";
import { meaningKey } from "./meaning-key.ts";
import type { Told } from "./told.ts";

const statedAs = ({ printed, unit, negative }: FactReading): string =>
  `${negative ? "-" : ""}${printed}${unit?.text ?? ""}`;

/** 州发改委 in 某州发展和改革委员会: the shorter name's characters in their order. */
function shortens(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((char) => {
    at = long.indexOf(char, at + 1);
    return at >= 0;
  });
}

/** 农业局机关 is a part of 某市农业局, 市农业局 is the body itself. */
const isSame = (a: string, b: string): boolean => (shortens(a, b) || shortens(b, a)) && isOffice(a) === isOffice(b);
const isOffice = (name: string): boolean => /(?:机关|本级)$/u.test(name);

/** Values by who they are told of; the body itself and who speaks are one. */
type Values = Map<string | null, Set<string>>;

/** A year by its number, where the page's own is known. */
const dated = (at: YearRef, year: number | null): YearRef =>
  at !== null && "offset" in at && year !== null ? { stated: year + at.offset } : at;

/** Bodies of which a page tells something else than of the one it is about, or than of each other. */
function others(told: readonly Told[], entity: string | null, year: number | null): ReadonlySet<string | null> {
  const own = (owner: string | null): string | null =>
    owner !== null && entity !== null && isSame(owner, entity) ? null : owner;
  const byKey = new Map<string, Values>();
  for (const { item, owner } of told) {
    if (item.kind !== "fact") continue;
    const key = meaningKey({ ...item, year: dated(item.year, year) });
    const values = byKey.get(key) ?? new Map<string | null, Set<string>>();
    byKey.set(key, values);
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
 * Bodies with figures of their own besides the one the page is about: where there are several, no two names for one. Where it is not known whom the
 * page is about, one of them may be it: then two of them must be told the same of.
 */
function strangers(told: readonly Told[], entity: string | null): ReadonlySet<string | null> {
  const found = new Map<string, Set<string>>();
  for (const { item, owner } of told) {
    if (owner === null || isOffice(owner) || (entity !== null && isSame(owner, entity))) continue;
    const keys = found.get(owner) ?? new Set();
    found.set(owner, item.kind === "fact" ? keys.add(`${item.concept} ${item.measure}`) : keys);
  }
  const all = [...found];
  const apart = all.some(([a, of]) =>
    all.some(([b, theirs]) => !isSame(a, b) && (entity !== null || [...of].some((key) => theirs.has(key)))),
  );
  return apart ? new Set(found.keys()) : new Set();
}

/** No body is called so. */
const SECOND_LEVEL = "（另一级）";

/**
 * A page may tell of several bodies: units of a department one after the other, ministries in the press. What it tells of another than the
 * one it is about is nobody's here: those numbers are listed as not read.
 */
export function ofOneBody(
  all: readonly Told[],
  { entity, year }: { readonly entity: string | null; readonly year: number | null },
): readonly (FactReading | UnreadNumber)[] {
  if (!all.some(({ owner }) => owner !== null)) return all.map(({ item }) => item);
  const told = ofOneLevel(all, (at) => dated(at, year), SECOND_LEVEL);
  const named = told.filter(({ owner }) => owner !== SECOND_LEVEL);
  const apart = new Set([SECOND_LEVEL, ...others(named, entity, year), ...strangers(named, entity)]);
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
