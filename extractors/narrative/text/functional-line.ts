import { ECONOMIC_CLASSES, ECONOMIC_ITEMS } from "../vocabulary/classifications.ts";
import {
  CODE_THEN_NAME,
  CODED_PATH,
  LEVEL,
  LISTED,
  NAME_START,
  NAME_THEN_CODE,
  QUOTED,
  STROKED,
} from "../vocabulary/lines.ts";
import type { Subject } from "./token.ts";

const BARE_LEVELS = /（(\d{3})）[\p{Script=Han}、（）]{2,30}?（(\d{2})）[\p{Script=Han}、（）]{2,30}?（(\d{2})）/gu;

/** A line of the functional classification named in prose, and where: 教育支出（类）普通教育（款）小学教育（项）. */
export interface FunctionalLine {
  readonly start: number;
  readonly end: number;
  readonly subject: Subject;
}

const digitsOf = (parts: readonly string[]): string | null => {
  if (parts.some((p) => p === "")) return null;
  const joined = parts.reduce((all, part) => (part.length > 2 && part.startsWith(all) ? part : all + part), "");
  return /^(?:\d{3}|\d{5}|\d{7})$/.test(joined) ? joined : null;
};

/** 办公费（款）, 商品和服务支出（类）, 30201: the other classification, by its names and its codes. */
const isEconomic = (names: readonly string[], code: string | null): boolean =>
  code === null
    ? names.some((name) => ECONOMIC_ITEMS.has(name) || ECONOMIC_CLASS.test(name))
    : /^30|^31[0-3]/.test(code);
const ECONOMIC_CLASS = new RegExp(`^(?:${ECONOMIC_CLASSES})$`, "u");

const conceptOf = (names: readonly string[], code: string | null): string => {
  const economic = isEconomic(names, code);
  if (code === null) return economic ? "economic" : "function";
  return economic ? `economic.${code}` : `function.${code}.total`;
};

const lineOf = (
  start: number,
  end: number,
  names: readonly string[],
  code: string | null,
  level?: number,
): FunctionalLine => ({
  start,
  end,
  subject: {
    concepts: [conceptOf(names, code)],
    item: names.join("/"),
    code,
    phase: null,
    scope: null,
    ...(level === undefined ? {} : { level }),
  },
});

/** Where the name before `end` begins: behind the last mark that cannot be part of a name. */
function nameStart(text: string, from: number, end: number): number {
  let start = from;
  const piece = text.slice(from, end);
  for (const m of piece.matchAll(NAME_START)) start = from + m.index + m[0].length;
  return start;
}

function marked(text: string): FunctionalLine[] {
  const found: FunctionalLine[] = [];
  let open: { start: number; names: string[]; codes: string[]; end: number; top: number; level: number } | null = null;
  const close = (): void => {
    if (open !== null && open.names.length > 0)
      found.push(lineOf(open.start, open.end, open.names, digitsOf(open.codes), open.top));
    open = null;
  };
  for (const m of text.matchAll(LEVEL)) {
    const level = "类款项".indexOf(m[2] as string);
    const end = m.index + m[0].length;
    const between =
      open === null ? null : /^(\d{2})?([\p{Script=Han}（）、]{2,45})$/u.exec(text.slice(open.end, m.index));
    if (open === null || level <= open.level || between === null) {
      close();
      const start = nameStart(text, found.at(-1)?.end ?? 0, m.index);
      if (start >= m.index) continue;
      const code = m[3] || m[1] || /(?<!\d)\d{3}$/.exec(text.slice(0, start))?.[0] || "";
      open = { start, names: [text.slice(start, m.index)], codes: [code], end, top: level, level };
    } else {
      open.names.push(between[2] as string);
      open.codes.push(m[3] || m[1] || between[1] || "");
      open.end = end;
      open.level = level;
    }
  }
  close();
  return found;
}

/** All functional lines named in a sentence, in order; `printed` gives the printed words of a stretch. */
export function functionalLines(
  text: string,
  listed: boolean,
  printed?: (start: number, end: number) => string,
): FunctionalLine[] {
  const found = marked(text);
  const free = (start: number, end: number): boolean => !found.some((f) => start < f.end && f.start < end);
  for (const m of text.matchAll(BARE_LEVELS)) {
    const start = nameStart(text, 0, m.index);
    const names = text
      .slice(start, m.index + m[0].length)
      .split(/（\d{2,3}）/)
      .filter((n) => n !== "");
    if (names.length === 3 && free(start, m.index + m[0].length))
      found.push(lineOf(start, m.index + m[0].length, names, `${m[1]}${m[2]}${m[3]}`));
  }
  for (const m of text.matchAll(CODED_PATH))
    if (free(m.index, m.index + m[0].length))
      found.push(lineOf(m.index, m.index + m[0].length, (m[2] as string).split(/[\\＼]/), m[1] as string));
  for (const m of text.matchAll(NAME_THEN_CODE))
    if (free(m.index, m.index + m[0].length))
      found.push(lineOf(m.index, m.index + m[0].length, [m[0].replace(/（.*$/, "")], m[1] as string));
  for (const m of text.matchAll(CODE_THEN_NAME))
    if (free(m.index, m.index + m[0].length))
      found.push(lineOf(m.index, m.index + m[0].length, [m[0].replace(/^[\d\-—]+/, "")], m[1] as string));
  for (const m of text.matchAll(STROKED))
    if (free(m.index, m.index + m[0].length))
      found.push(lineOf(m.index, m.index + m[0].length, m[0].split(/[-—/→]/), null));
  for (const m of text.matchAll(QUOTED)) {
    const end = m.index + m[0].length;
    if (printed && /^[“"]/.test(printed(m.index, end + 1)) && free(m.index, end))
      found.push(lineOf(m.index, end, [m[0]], null));
  }
  const opening = listed ? LISTED.exec(text) : null;
  if (opening !== null && free(opening.index, opening[0].length))
    found.push(lineOf(opening.index, opening.index + opening[0].length, [opening[0]], null));
  return found.sort((a, b) => a.start - b.start);
}
