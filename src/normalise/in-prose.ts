import { squeeze } from "../lib/grid.ts";
import type { ProseSection, Section } from "../lib/section.ts";
import { isCentral } from "./level.ts";
import { type Region, regionIn } from "./regions.ts";

/** How many paragraphs of a text are looked at for the place it speaks of: later ones speak of others too. */
const OPENING = 26;
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+|第[一二三四五]部分[:：]?)*/u;
const YEAR = "(?:20\\d{2}年(?:度)?)";
/** What a sentence tells of the body it opens with. */
const TOLD = `(?:${YEAR}|本年度?|年初|年末|部门|单位|一般公共|财政拨款|收入|支出|收、?支|政府采购|机关运行|["“]?三公|概况|主要职[责能]|基本情况|是|为|所属|属于?|从属于|隶属|内设|设有|核定|编制|现有|实有|共有)`;
const OPENS = new RegExp(`^${YEAR}?,?([\\p{Script=Han}]{4,32}?)(?:[（(]本级[）)])?(?=${TOLD})`, "u");
/** 比如，财政部2019年度政府采购支出… */
const DATED = new RegExp(`^([\\p{Script=Han}]{3,32}?)(?=${YEAR}|下属|所属)`, "u");
/** 红河州数据发展中心（以下简称“州数据发展中心”） */
const CALLED = /(?:^|[，,。；;:：])([\p{Script=Han}]{4,32})[（(]以下(?:统|合)?(?:简|并)?称/u;

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
      count(CALLED.exec(line)?.[1]);
      for (const sentence of line.split(/[。；;!?]/u)) {
        count(OPENS.exec(sentence.replace(NUMBERING, ""))?.[1]);
        for (const clause of sentence.split(/[,，]/u).slice(1)) count(DATED.exec(clause)?.[1]);
      }
    }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? null;
}

/** What stands before a place at the head of a clause without being part of its name. */
const LEAD = new RegExp(`^(?:${YEAR}|年度|现将|经|由|据|对|将|来源[:：]|信息来源[:：]|附件[:：])*`, "u");
const TOWN =
  /^(?:\p{Script=Han}{2,5}[县区市旗])?\p{Script=Han}{2,4}?[镇乡](?=20\d{2}|人民政府|政府|党委|位于|机关|本级|属)/u;

/** 县级一般公共预算安排…, 我县…; 全市政府采购规模…, 市本级… */
const COUNTY = /^(?:[我全本]县|县[本直]?级|县财政局|(?!全)\p{Script=Han}{0,4}区(?:级决算|级预算|政府|官方))/u;
const CITY = /^(?:[我全本]市|市[本直]?级|市财政局)/u;

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
      (clause.startsWith(found.name) ||
        clause.startsWith(found.province ?? "\0") ||
        clause.startsWith(found.prefecture ?? "\0"))
    )
      return found;
  }
  return null;
}

/** 现将某镇2020年度…公布如下, 某区某镇位于…: a town speaks; 中央行政事业单位…: the centre. */
export function levelInProse(opening: readonly string[]): "township" | "county" | "prefecture" | "central" | null {
  const clauses = clausesOf(opening);
  if (clauses.some((clause) => TOWN.test(clause))) return "township";
  if (clauses.some((clause) => COUNTY.test(clause))) return "county";
  if (clauses.some((clause) => CITY.test(clause))) return "prefecture";
  return clauses.slice(0, 12).some((clause) => isCentral(clause)) ? "central" : null;
}
