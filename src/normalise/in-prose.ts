import {
  CALLED,
  CITY,
  COUNTY,
  DATED,
  LEAD,
  MANDATED,
  NEWS_PLACE,
  NUMBERING,
  OPENS,
  OUR_TOWN,
  PROVINCE,
  TOWN,
} from "../../schemas/forms/bodies-in-prose.ts";
import { squeeze } from "../lib/grid.ts";
import type { ProseSection, Section } from "../lib/section.ts";
import { isCentral } from "./level.ts";
import { type Region, regionIn } from "./regions.ts";

/** How many paragraphs of a text are looked at for the place it speaks of: later ones speak of others too. */
const OPENING = 26;

const isProse = (section: Section): section is ProseSection => section.kind === "prose";

/** The body the sentences of a text speak of: the one they open with most often, by its full name; null where none has one. */
export function bodyInProse(sections: readonly Section[], tidy: (text: string) => string | null): string | null {
  const counts = new Map<string, number>();
  const count = (words: string | undefined): void => {
    const name = words === undefined ? null : tidy(words);
    if (name === null || (regionIn(name, null) === null && !isCentral(name))) return;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { headings, paragraphs } of sections.filter(isProse))
    for (const text of [...headings, ...paragraphs.map((paragraph) => paragraph.text)]) {
      const line = squeeze(text.normalize("NFKC"));
      const mandated = MANDATED.exec(line)?.[1];
      if (mandated !== undefined && tidy(mandated) !== null && !/^[省市州县区旗镇乡]/u.test(mandated))
        return tidy(mandated);
      count(CALLED.exec(line)?.[1]);
      for (const sentence of line.split(/[。；;!?]/u)) {
        count(OPENS.exec(sentence.replace(NUMBERING, ""))?.[1]);
        for (const clause of sentence.split(/[,，]/u).slice(1)) count(DATED.exec(clause)?.[1]);
      }
    }
  const [first, ...rest] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  if (first === undefined) return null;
  // two ministries, each told of once: the text is on none of them
  const isAsOften = rest.some(([name, times]) => times === first[1] && !contains(first[0], name));
  return isAsOften ? null : first[0];
}

/** 某县教育局 holds the characters of 县教育局 in their order. */
function contains(long: string, short: string): boolean {
  let at = -1;
  return [...short].every((char) => {
    at = long.indexOf(char, at + 1);
    return at >= 0;
  });
}

/** 某县和某县GDP总和: places things are compared with. */
const BESIDE_ANOTHER = /^(?:[和与及]\p{Script=Han}{1,5}[县市区旗]|GDP|生产总值)/u;

/** The clauses at whose head a text may name a place. */
const clausesOf = (opening: readonly string[]): readonly string[] =>
  opening
    .slice(0, OPENING)
    .flatMap((line) => squeeze(line.normalize("NFKC")).split(/[，,。；;:：（()）]/u))
    .map((clause) => clause.replace(NUMBERING, "").replace(LEAD, ""))
    .filter((clause) => clause.length >= 3);

/** The place a text without a title speaks of: the first region that stands at the head of a clause of its opening. */
export function regionInProse(opening: readonly string[], year: number | null): Region | null {
  for (const clause of clausesOf(opening)) {
    const found = regionIn(clause.slice(0, 24), year);
    if (
      found !== null &&
      !BESIDE_ANOTHER.test(clause.slice(clause.indexOf(found.name) + found.name.length)) &&
      (clause.startsWith(found.name) ||
        // 凉山州: a prefecture by its short name
        (found.name.endsWith("州") && clause.startsWith(`${found.name.slice(0, 2)}州`)) ||
        clause.startsWith(found.province ?? "\0") ||
        clause.startsWith(found.prefecture ?? "\0"))
    )
      return found;
  }
  return placeInNews(clausesOf(opening), year);
}

/** The city or province a page of news calls by its short name. */
function placeInNews(clauses: readonly string[], year: number | null): Region | null {
  for (const clause of clauses) {
    const name = NEWS_PLACE.exec(clause)?.[1];
    if (name === undefined) continue;
    const found = [`${name}市`, `${name}省`].map((full) => regionIn(full, year)).find((region) => region !== null);
    if (found != null && found.name.startsWith(name)) return found;
  }
  return null;
}

/** 现将某镇2020年度…公布如下, 某区某镇位于…: a town speaks; 中央行政事业单位…: the centre. */
export function levelInProse(
  opening: readonly string[],
): "township" | "county" | "prefecture" | "province" | "central" | null {
  const clauses = clausesOf(opening);
  if (clauses.some((clause) => TOWN.test(clause) || OUR_TOWN.test(clause))) return "township";
  if (clauses.some((clause) => COUNTY.test(clause))) return "county";
  if (clauses.some((clause) => CITY.test(clause))) return "prefecture";
  if (clauses.some((clause) => PROVINCE.test(clause))) return "province";
  return clauses.slice(0, 12).some((clause) => isCentral(clause)) ? "central" : null;
}
