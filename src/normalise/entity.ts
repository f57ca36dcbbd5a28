import {
  BODY_END,
  CODE_BEFORE,
  DATE_LINE,
  FIRM,
  HEADING,
  NO_FULL_NAME,
  OF_A_SENTENCE,
  OF_NEWS,
  REPORTED,
  REPORTS_ON,
  SOURCES,
  SUBJECT,
  TWICE,
  UNCLOSED,
  YEAR,
} from "../../schemas/forms/bodies.ts";
import { squeeze } from "../lib/grid.ts";
import type { Section } from "../lib/section.ts";
import { bodyInProse } from "./in-prose.ts";
import type { Landmarks } from "./landmarks.ts";
import { regionIn } from "./regions.ts";

/** Fields that name the reporting body, strongest first. 主管部门 of a project may be another one. */
const FIELDS: readonly RegExp[] = [
  /^(?:预算主管部门|预算部门|(?:市|省|区|县|州)级预算(?:部门|单位)(?:[（(]单位[)）])?名称|部门[（(]单位[)）](?:名称)?|单位[（(]部门[)）](?:名称)?|编制部门|编制单位|填报单位|填报部门|编报单位|报送单位|公开部门|公开单位|部门名称|单位名称|预算单位(?:名称)?|决算单位(?:名称)?|部门|评价单位|自评单位)$/u,
  /^(?:实施单位|实施主体|项目单位|项目实施单位|项目承担单位|资金使用单位)$/u,
  /^(?:主管部门|项目主管部门|主管单位|主管部门及编码)$/u,
];

/** The reporting body's full name: the signature, the title, the caption fields, the forms, the headings; null where none names it. */
export function entityOf(landmarks: Landmarks, sections: readonly Section[], title: string | null): string | null {
  const found = bodyNamed(landmarks, sections, title);
  return found !== null && !isFull(found) && isNews(landmarks) ? null : found;
}

function bodyNamed(landmarks: Landmarks, sections: readonly Section[], title: string | null): string | null {
  return (
    signedBy(landmarks) ??
    bodyInTitle(title) ??
    mostFrequent(sections.flatMap((section) => (section.kind === "table" && section.entity ? [section.entity] : []))) ??
    byField(landmarks, FIELDS[0]!) ??
    landmarks.opening.map((line) => bodyInTitle(line)).find((body) => body !== null) ??
    publicOnly(byField(landmarks, FIELDS[1]!)) ??
    byField(landmarks, FIELDS[2]!) ??
    firstBody(landmarks.opening.slice(0, 3).filter((line) => line.length >= 6 && regionIn(line, null) !== null)) ??
    firstBody([...landmarks.titles, ...landmarks.lines].map((line) => HEADING.exec(line)?.[1] ?? null)) ??
    byField(landmarks, SOURCES, true) ??
    bodyInProse(sections, tidyBody)
  );
}

/** Whether a name says whose the body is: 市国资委 does not. */
const isFull = (name: string): boolean => !NO_FULL_NAME.test(name) || regionIn(name, null) !== null;

/** A page of news tells of bodies by the names its readers know. */
const isNews = ({ opening }: Landmarks): boolean => opening.some((line) => OF_NEWS.test(line));

/** A body's name on the line before a date at the end of the document. */
function signedBy({ closing }: Landmarks): string | null {
  const at = closing.findIndex((line) => DATE_LINE.test(line));
  const name = at > 0 ? tidyBody(closing[at - 1]!) : null;
  return name !== null && name.length <= 40 ? name : null;
}

/** A title of more characters is a text: every beginning of it would be tried. */
const LONGEST_TITLE = 1_000;

/** The body a title names: before the year (某局2024年度部门决算), after it (2024年度某局部门整体支出绩效自评报告). */
export function bodyInTitle(title: string | null): string | null {
  if (title === null) return null;
  const text = squeeze(title).normalize("NFKC");
  if (text.length > LONGEST_TITLE) return null;
  const year = YEAR.exec(text);
  // 某区人民政府关于2017年财政决算的报告
  const reports = REPORTS_ON.exec(text)?.[1];
  const reporting = reports === undefined ? null : tidyBody(reports);
  if (reporting !== null && regionIn(reporting, null) !== null) return reporting;
  // 某局年度部门决算
  if (!year) return tidyBody(/^(.{4,40}?)(?:年度)?(?:部门|单位)(?:预算|决算)/u.exec(text)?.[1] ?? "");
  // 2015年前三季度“三公”经费公开（某县某局）
  const behind = /[（(]([^（）()]{4,30})[）)]$/u.exec(text)?.[1];
  const named = behind === undefined ? null : tidyBody(behind);
  if (named !== null) return named;
  const words = text.slice(0, year.index);
  const before = tidyBody(words) ?? shortestBody(words, words.length - 1);
  if (before !== null) return before;
  const rest = text.slice(year.index + year[0].length);
  for (let end = rest.length - 1; end >= 3; end--) {
    if (!SUBJECT.test(rest.slice(end))) continue;
    const body = tidyBody(rest.slice(0, end));
    if (body !== null && !SUBJECT.test(body)) return shortestBody(rest, end);
  }
  return fromRegion(text);
}

/** 财政专题>2021市级部门决算专题北京市某局2021年度部门决算: a page's path runs into its title; the name begins at its region. */
function fromRegion(text: string): string | null {
  const last = [...text.matchAll(new RegExp(YEAR, "gu"))].at(-1)?.index ?? 0;
  for (let start = 1; start < last - 3; start++) {
    const words = text.slice(start, last);
    const region = regionIn(words.slice(0, 12), null);
    if (region === null || !(words.startsWith(region.name) || words.startsWith(region.province ?? "\0"))) continue;
    const body = tidyBody(words);
    if (body !== null) return body;
  }
  return null;
}

/** 2024年度某局部门整体支出…: the subject may begin at several places; the body ends at the first that leaves a body. */
function shortestBody(rest: string, latest: number): string | null {
  for (let end = 3; end <= latest; end++) {
    const body = SUBJECT.test(rest.slice(end)) ? tidyBody(rest.slice(0, end)) : null;
    if (body !== null) return body;
  }
  return null;
}

/** A firm that carries a project out does not report on it. */
const publicOnly = (name: string | null): string | null => (name === null || FIRM.test(name) ? null : name);

function byField(landmarks: Landmarks, label: RegExp, withRegion = false): string | null {
  const named = landmarks.fields.flatMap(([field, value]) =>
    label.test(field.normalize("NFKC").replace(/[:：]$/u, "")) ? [tidyBody(value) ?? ""] : [],
  );
  return mostFrequent(
    named.filter((name) => name !== "" && isFull(name) && (!withRegion || regionIn(name, null) !== null)),
  );
}

/** The name without remarks and colon labels; null where it is no body. */
function tidyBody(text: string): string | null {
  const name = squeeze(text)
    .normalize("NFKC")
    .replace(/^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])+/u, "")
    .replace(CODE_BEFORE, "")
    .replace(/^(?:第[一二三四五六七八]部分[:：]?|#+|附件\d*[:：]?|关于(?:公开|公布)?|单位名称[:：]|部门[:：])/u, "")
    .replace(REPORTED, "")
    .replace(/(?:关于|公开|公布|部门)$/u, "")
    .replace(/[（(](?:本级|公章|盖章|章|汇总|单位公章|部门公章)[)）]$/u, "")
    .replace(/[:：,，、。“”"]+$/u, "")
    .replace(TWICE, "$2");
  if (UNCLOSED.test(name) || /转移支付|[[\]【】>]/u.test(name)) return null;
  if (name.length < 3 || name.length > 40 || /\d{3}|\d+[所个家户名]|[,，。;；:：]/u.test(name)) return null;
  // 根据区财政局…批复, 某校专项资金绩效自评价报告一、基本情况（一）: words of a sentence, lines run together
  if (OF_A_SENTENCE.test(name)) return null;
  // 财政部批复国土资源部2011年…: two bodies, and what one does to the other
  if (/批复|下达|核拨|委托/u.test(name)) return null;
  // 市直机关, 县级行政单位: many bodies, none by name
  if (/(?:直|级|党政|各).{0,4}(?:机关|部门|单位|高校|学校|医院)$/u.test(name)) return null;
  return BODY_END.test(name) && !/^(?:我|本|全(?!国)|各|该)/u.test(name) ? name : null;
}

const firstBody = (names: readonly (string | null)[]): string | null =>
  names.map((name) => (name === null ? null : tidyBody(name))).find((name) => name !== null) ?? null;

function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
