import { readFileSync } from "node:fs";
import { NEEDS_CITY, PEOPLES, PREFIX, ZONE } from "../../schemas/forms/regions.ts";
import { largest } from "../lib/long-lists.ts";
import { dataPath } from "../lib/package-root.ts";

/** An administrative division at county level or above, and the years its code was in force (`to` exclusive, null = still). */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly province: string | null;
  readonly prefecture: string | null;
  readonly from: number;
  readonly to: number | null;
}

/** Where a name stands in a text. */
interface Hit {
  readonly start: number;
  readonly end: number;
  readonly regions: readonly Region[];
}

let index: { readonly byName: ReadonlyMap<string, readonly Region[]>; readonly longest: number } | null = null;

/** The region table, read once. Autonomous prefectures and provinces are found by their short names too: 凉山州, 广西. */
function table() {
  if (index) return index;
  const byName = new Map<string, Region[]>();
  const add = (name: string, region: Region) => {
    const known = byName.get(name);
    if (known) known.push(region);
    else byName.set(name, [region]);
  };
  for (const line of readFileSync(dataPath("regions.tsv"), "utf8").split("\n")) {
    if (!/^\d{6}\t/.test(line)) continue;
    const [code, name, province, prefecture, from, to] = line.split("\t");
    const region: Region = {
      code: code!,
      name: name!,
      province: province || null,
      prefecture: prefecture || null,
      from: Number(from),
      to: to ? Number(to) : null,
    };
    add(region.name, region);
    for (const short of shortNames(region)) if (short !== region.name) add(short, region);
  }
  index = { byName, longest: largest([...byName.keys()].map((name) => name.length)) };
  return index;
}

function shortNames({ name, code }: Region): string[] {
  if (code.endsWith("0000")) return [name.replace(PEOPLES, "").replace(/(?:省|市|自治区|特别行政区)$/u, "")];
  if (/自治州$/u.test(name)) return [`${name.replace(PEOPLES, "").replace(/自治州$/u, "")}州`];
  if (/自治[县旗]$/u.test(name)) {
    const short = name.replace(PEOPLES, "").replace(/自治(?=[县旗]$)/u, "");
    return short.length > 2 ? [short] : [];
  }
  return [];
}

/** A name may be printed some years after its code was withdrawn; one withdrawn long ago is another word. */
const STILL_PRINTED_YEARS = 10;
const recent = (region: Region, year: number | null): boolean =>
  region.to === null || (year !== null && year - region.to <= STILL_PRINTED_YEARS);

const inForce = (region: Region, year: number | null): boolean =>
  year === null ? region.to === null : region.from <= year && (region.to === null || year < region.to);

/** Provinces' short names (湖南, 上海) are ordinary words too: they count at the start of a name only. */
const isShortProvince = (name: string, region: Region): boolean => region.code.endsWith("0000") && name !== region.name;

function hitsIn(text: string): Hit[] {
  const { byName, longest } = table();
  const hits: Hit[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let length = Math.min(longest, text.length - start); length >= 2; length--) {
      const name = text.slice(start, start + length);
      const regions = byName.get(name)?.filter((region) => start === 0 || !isShortProvince(name, region));
      if (!regions?.length) continue;
      if (NEEDS_CITY.test(name) && hits.at(-1)?.end !== start) continue;
      hits.push({ start, end: start + length, regions });
      start += length - 1;
      break;
    }
  }
  return hits;
}

/**
 * The region a body's name or a title speaks of: the deepest division whose province and city, where they are named too, agree with
 * it. null where none is named, or where the name belongs to several regions and nothing tells which.
 */
export function regionIn(text: string, year: number | null): Region | null {
  const hits = hitsIn(
    text
      .replace(/\s+/gu, "")
      .replace(/^[〇○零一二三四五六七八九\d]{4}年度?/u, "")
      .replace(PREFIX, "")
      .replace(ZONE, (city) => (table().byName.has(`${city}市`) ? `${city}市` : city)),
  );
  if (hits.length === 0) return null;
  let found: Region | null = null;
  for (const hit of hits.slice(0, 4)) {
    const fitting: Region[] = hit.regions.filter((region) => found === null || isWithin(region, found));
    const current = fitting.filter((region) => inForce(region, year));
    const choice = onlyOne(current.length > 0 ? current : fitting.filter((region) => recent(region, year)));
    if (choice === null) {
      if (found === null && hit.regions.length > 0) return null;
      continue;
    }
    found = choice;
    if (!/00$/.test(found.code)) break;
  }
  return found;
}

const isWithin = (region: Region, outer: Region): boolean => {
  if (outer.code.endsWith("0000")) return region.province === outer.name;
  return region.prefecture === outer.name && region.province === outer.province;
};

/** Of several codes a name had, the newest; of several places, none. */
function onlyOne(regions: readonly Region[]): Region | null {
  const places = new Set(
    regions.map((region) => `${region.province}/${region.name}/${region.to === null ? region.prefecture : ""}`),
  );
  if (regions.length === 0) return null;
  const newest = [...regions].sort((a, b) => (b.to ?? 9999) - (a.to ?? 9999) || b.from - a.from)[0]!;
  return places.size === 1 || regions.every((region) => region.province === newest.province && region.to !== null)
    ? newest
    : null;
}

/** Names from the province down: ["湖南省","株洲市"]. */
export const pathOf = (region: Region): string[] =>
  [region.province, region.prefecture, region.name].filter((name): name is string => name !== null);
