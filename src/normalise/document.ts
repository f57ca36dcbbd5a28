import {
  BRACKETED_YEAR,
  COVER_LINE,
  DATELINE,
  FILLED,
  REGULATION,
  TITLE_WORDS,
  YEARS,
} from "../../schemas/forms/covers.ts";
import type { DocumentRecord } from "../../schemas/index.ts";
import { squeeze } from "../lib/grid.ts";
import { type Layout, wasLookedAt } from "../lib/layout.ts";
import { largest } from "../lib/long-lists.ts";
import type { Section } from "../lib/section.ts";
import { statedYear } from "../lib/stated-year.ts";
import { simplified } from "../lib/traditional.ts";
import { dateIn } from "./dates.ts";
import { bodyInTitle, entityOf } from "./entity.ts";
import { levelInProse, regionInProse } from "./in-prose.ts";
import { typesOf } from "./kinds-of-document.ts";
import { type Landmarks, landmarksOf } from "./landmarks.ts";
import { levelOf } from "./level.ts";
import { pathOf, regionIn } from "./regions.ts";

/** The document record: who reports, on which year, in which forms, told from titles, captions, fields and headings. */
export function describe(layout: Layout, sections: readonly Section[]): DocumentRecord {
  const landmarks = landmarksOf(layout, sections);
  const title = titleOf(landmarks);
  const entity = entityOf(landmarks, sections, title);
  const fiscalYear = fiscalYearOf(landmarks, sections, title);
  const prose = sections.flatMap((section) => (section.kind === "prose" ? section.paragraphs : []));
  const beginning = [...landmarks.opening, ...prose.slice(0, 12).map((paragraph) => simplified(paragraph.text))];
  const named = [entity, title, landmarks.opening[0] ?? null, ...landmarks.titles.slice(0, 3)].filter(
    (text): text is string => text !== null,
  );
  const region =
    named.map((text) => regionIn(text, fiscalYear)).find((found) => found !== null) ??
    regionInProse(beginning, fiscalYear);
  return {
    kind: "document",
    file: [...layout.file.containers, layout.file.name].join("/"),
    sha256: layout.file.sha256,
    title,
    entity,
    region: region && { code: region.code, path: pathOf(region) },
    level: levelHere(entity, title ?? landmarks.opening[0] ?? null, region, beginning),
    fiscalYear,
    types: typesOf(landmarks, title, prose.map((paragraph) => paragraph.text).join("")),
    filledOn: filledOn(landmarks),
    pages: Math.max(1, layout.pages.length),
    ocr: layout.pages.some(wasLookedAt),
  };
}

/** The level its name says; where no name does, what the first sentences say. */
function levelHere(
  entity: string | null,
  title: string | null,
  region: ReturnType<typeof regionInProse>,
  opening: readonly string[],
): DocumentRecord["level"] {
  const said = entity === null ? levelInProse(opening) : null;
  if (said === "township") return said;
  return levelOf(entity, title, region) ?? said;
}

/** The title on the cover, its lines joined: 上海市某区某和某 | 某局 | 2024年度部门决算; null where the text begins without one. */
function titleOf({ opening }: Landmarks): string | null {
  const lines = opening.map((line) => line.trim());
  const isCover = (line: string) => COVER_LINE.test(squeeze(line)) && !/[:：]/u.test(line);
  const at = lines.slice(0, 8).findIndex((line) => TITLE_WORDS.test(line) && isCover(line));
  if (at < 0) return null;
  let from = at;
  while (
    from > 0 &&
    at - from < 3 &&
    isCover(lines[from - 1]!) &&
    !namesRegionalBody(lines.slice(from, at + 1).join(""))
  )
    from--;
  while (from < at && BRACKETED_YEAR.test(squeeze(lines[from]!))) from++;
  return lines.slice(from, at + 1).join("");
}

/** Whether a title already names a whole body: its region and its kind. */
const namesRegionalBody = (title: string): boolean => {
  const body = bodyInTitle(title);
  return body !== null && regionIn(body, statedYear(title)) !== null;
};

/** The year the report is on: its title's, its opening lines', its headings', its tables'. */
function fiscalYearOf(landmarks: Landmarks, sections: readonly Section[], title: string | null): number | null {
  const titled = statedYear(title ?? "");
  if (titled !== null) return titled;
  const stated = [...landmarks.opening, ...landmarks.titles, ...landmarks.lines].find(
    (line) =>
      !/[,，。；;]/u.test(line) &&
      statedYear(line) !== null &&
      (TITLE_WORDS.test(line) || /^[（(]?20\d{2}年度?[)）]?$/u.test(line)),
  );
  if (stated !== undefined) return statedYear(stated);
  const years = sections.flatMap((section) => (section.year === null ? [] : [section.year]));
  return years[0] ?? yearSpokenOf(sections, saidIn(landmarks.opening));
}

/** The year of the day a page of news bears; null where it bears none. */
function saidIn(opening: readonly string[]): number | null {
  const line = opening.find((line) => DATELINE.test(line));
  return line === undefined ? null : Number(DATELINE.exec(line)?.[1]);
}

/**
 * The year the sentences of a text without a title speak of: the first they name without comparing with it; where they only compare
 * with one (较2022年度决算数增加, 2020年无此项预算), the year after it. 今年 is the year it is `said` in.
 */
function yearSpokenOf(sections: readonly Section[], said: number | null): number | null {
  const compared: number[] = [];
  for (const section of sections)
    for (const { text } of section.kind === "prose" ? section.paragraphs : [])
      for (const [, against, year, , none] of squeeze(text.normalize("NFKC")).replace(REGULATION, "").matchAll(YEARS)) {
        if (year === undefined) {
          if (said !== null) return said;
          continue;
        }
        if (against === undefined && none === undefined) return Number(year);
        if (against === undefined || /[比较与同]/u.test(against)) compared.push(Number(year));
      }
  return compared.length === 0 ? null : largest(compared) + 1;
}

/** 填报日期 of a form, or the date under the title or the signature. */
function filledOn({ fields, opening, closing }: Landmarks): string | null {
  for (const [label, value] of fields) {
    const date = FILLED.test(label) ? dateIn(value) : null;
    if (date !== null) return date;
  }
  const last = [...opening, ...closing].find((line) => squeeze(line).length <= 16 && dateIn(line) !== null);
  return last === undefined ? null : dateIn(last);
}
