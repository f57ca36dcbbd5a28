import { readFileSync } from "node:fs";
import { largest } from "../../lib/long-lists.ts";
import { dataPath } from "../../lib/package-root.ts";

/** A division with the years its code was in force (`to` exclusive, null = still) and the codes that took its place. */
export interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly from: number;
  readonly to: number | null;
  /** Codes its territory went to at its end. */
  readonly successors: readonly string[];
}

let rows: readonly RegionRow[] | null = null;

/** The region table, read once. A part given away before the end (`430211[1984]`) makes no succession. */
export function regionRows(): readonly RegionRow[] {
  rows ??= readFileSync(dataPath("regions.tsv"), "utf8")
    .split("\n")
    .filter((line) => /^\d{6}\t/u.test(line))
    .map((line): RegionRow => {
      const [code, name, province, prefecture, from, to, successors] = line.split("\t");
      return {
        code: code!,
        name: name!,
        path: [province, prefecture, name].filter((part): part is string => Boolean(part)),
        from: Number(from),
        to: to ? Number(to) : null,
        successors: to ? (successors ?? "").split(";").filter((next) => /^\d{6}$/u.test(next) && next !== code) : [],
      };
    });
  return rows;
}

/** Rows of a code, or of every division of a name. */
export const regionsNamed = (codeOrName: string): RegionRow[] =>
  regionRows().filter(({ code, name }) => code === codeOrName || name === codeOrName);

/** A place in words as it was called in a year: 430212 in 2019 is 湖南省株洲市渌口区. A code that no table has stays as it is. */
export function regionName(code: string, year: number): string {
  const row = regionAt(code, year);
  return row ? row.path.join("") : code;
}

/** The last part of the place's name alone: 渌口区. */
export const regionOwnName = (code: string, year: number): string => regionAt(code, year)?.name ?? code;

function regionAt(code: string, year: number): RegionRow | undefined {
  const rows = regionRows().filter((row) => row.code === code);
  return rows.find(({ from, to }) => from <= year && (to === null || year < to)) ?? rows.at(-1);
}

/** The code with all that came before and after it, earliest first: 株洲县 430221 → 渌口区 430212. */
export function lineage(code: string): RegionRow[] {
  const found = new Set([code]);
  const walk = (next: (at: string) => readonly string[]): void => {
    const open = [code];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const other of next(at))
        if (!found.has(other)) {
          found.add(other);
          open.push(other);
        }
  };
  const { after, before } = links();
  walk((at) => after.get(at) ?? []);
  walk((at) => before.get(at) ?? []);
  return regionRows()
    .filter((row) => found.has(row.code))
    .sort((a, b) => a.from - b.from || (a.code < b.code ? -1 : 1));
}

/** Whether two codes are one place: the same, or one took the place of the other alone (no split, no union). */
export const samePlace = (a: string, b: string): boolean => a === b || placeOf(a) === placeOf(b);

const places = new Map<string, string>();

/** The last code of a place: of one that took the place of others alone, one after the other. */
export function placeOf(code: string): string {
  let place = places.get(code);
  if (place === undefined) {
    place = code;
    const seen = new Set([code]);
    for (let next = soleSuccessor(code); next !== null && !seen.has(next); next = soleSuccessor(next)) {
      seen.add(next);
      place = next;
    }
    places.set(code, place);
  }
  return place;
}

function soleSuccessor(code: string): string | null {
  const { after, before } = links();
  const [next, ...more] = after.get(code) ?? [];
  if (next === undefined || more.length > 0 || before.get(next)?.length !== 1) return null;
  // A district that was there already took the other in: that is a union.
  const end = largest(regionRows().flatMap((row) => (row.code === code && row.to !== null ? [row.to] : [])));
  return regionRows().some((row) => row.code === next && row.from < end) ? null : next;
}

type Links = ReadonlyMap<string, readonly string[]>;
let known: { readonly after: Links; readonly before: Links } | null = null;

function links(): { readonly after: Links; readonly before: Links } {
  if (known) return known;
  const after = new Map<string, string[]>();
  const before = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string): void => {
    const list = map.get(key) ?? [];
    if (!list.includes(value)) map.set(key, [...list, value]);
  };
  for (const { code, successors } of regionRows())
    for (const next of successors) {
      add(after, code, next);
      add(before, next, code);
    }
  known = { after, before };
  return known;
}
