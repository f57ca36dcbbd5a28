import { projectLines } from "../reading/project-lines.ts";
import { UNIT } from "../vocabulary/bodies.ts";
import { BARE_FUNDS, BARE_SIDE, NOT_APPROPRIATED } from "../vocabulary/income-and-expenditure.ts";
import { SUBJECTS } from "../vocabulary/index.ts";
import { NOT_MEETINGS, NOT_STAFF } from "../vocabulary/operations.ts";
import {
  CHANGE_TAIL,
  COVERS,
  DIFFERS,
  EXECUTION,
  FALLS,
  GLUE,
  PER_HEAD,
  PHASES,
  PLANNED,
  REASONS,
  RISES,
  SAVES,
  SHARE,
  SUM_OF_ALL,
} from "../vocabulary/phases.ts";
import { GUESTS, NOT_COUNTED } from "../vocabulary/sangong.ts";
import { comparisons } from "./comparisons.ts";
import { functionalLines } from "./functional-line.ts";
import { numbers } from "./numbers.ts";
import type { Subject, Token } from "./token.ts";
import { untilOf, YEAR_WORDS, yearOf } from "./years.ts";

/** What stands around a sentence and decides which common words are subjects here. */
export interface Surroundings {
  /** Headings and the paragraph so far. */
  readonly before: string;
  /** Which half of the accounts an unspecified fund belongs to. */
  readonly side: "revenue" | "expenditure" | null;
  /** The printed words of a stretch of the sentence. */
  readonly printed?: (start: number, end: number) => string;
  /** The project the whole report is about. */
  readonly project?: string | null;
}

interface Candidate {
  readonly token: Token;
  /** Among equals at one place and length the higher wins. */
  readonly rank: number;
}

const compile = (words: string): RegExp => new RegExp(`(?:${words})`, "gu");
/** The alternatives of a pattern one by one, so that the longest of them can win and not the first. */
function eachAlternative(words: string): RegExp[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const char of words) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts.map(compile);
}
const GLUE_PATTERN = new RegExp(
  GLUE.split("|")
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "gu",
);
/** Few of the terms stand in a text: one look for all words of a term spares the looks for each. */
const SUBJECT_PATTERNS = SUBJECTS.map((term) => ({
  term,
  words: compile(term.words),
  alternatives: eachAlternative(term.words),
}));
const FUND_PATTERNS = BARE_FUNDS.flatMap((f) => eachAlternative(f.words).map((pattern) => ({ fund: f, pattern })));
const PHASE_PATTERNS = PHASES.flatMap((p) => eachAlternative(p.words).map((pattern) => ({ phase: p.phase, pattern })));
const CHANGE = new RegExp(`(?:(${RISES})|(${FALLS})|(${SAVES}))(${CHANGE_TAIL})(到|至)?`, "gu");
const DIFFERENCE = compile(`(${DIFFERS})(?:约)?(?:为|达|是)?`);
const EXECUTION_WORDS = compile(EXECUTION);
const SHARE_WORDS = compile(SHARE);
const YEARS = compile(YEAR_WORDS);
const REASON_WORDS = compile(REASONS);
const PLANNED_WORDS = compile(PLANNED);
const RESPECTIVELY = compile("分别");
const AMONG = compile("其中|包括|包含|含(?!税)");
const EACH = compile("均为|均|都是|各");
const PER_HEAD_WORDS = compile(PER_HEAD);
const SIDES = compile(BARE_SIDE);
const UNITS = compile(UNIT);
const OTHER_MONEY = compile(NOT_APPROPRIATED);
const OTHER_EVENTS = compile(NOT_MEETINGS);
const OTHER_STAFF = compile(NOT_STAFF);
const UNCOUNTED = compile(NOT_COUNTED);
const WORK_TITLE = compile("《[^》]*》");
const SUM_WORDS = compile(SUM_OF_ALL);
const COVER_WORDS = compile(COVERS);
const GUEST_WORDS = compile(GUESTS);
const MARKS: Readonly<Record<string, "，" | "、" | "；" | "：">> = {
  "，": "，",
  ",": "，",
  "、": "、",
  "；": "；",
  // inside brackets a full stop ends no sentence
  "。": "；",
  "：": "：",
};
/** A whole region's accounts are the body's work, not its money: 全市一般公共预算收入. */
const REGION = /(?:全[省市县区州镇乡旗]|[我本][省市县区州镇]|地方)(?:级)?$/;
const FUND_NAMES = /一般公共预算|政府性基金预算|国有资本经营预算|财政预算|预算执行/g;

/** Every match that begins anywhere, also inside another: 支出预算 holds 预算. */
function everyMatch(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let m = pattern.exec(text);
  if (m === null) return NONE;
  const out: RegExpExecArray[] = [];
  for (; m !== null; m = pattern.exec(text)) {
    if (m[0] !== "") out.push(m);
    pattern.lastIndex = m.index + 1;
  }
  return out;
}
const NONE: readonly RegExpExecArray[] = [];

function simple(
  text: string,
  words: RegExp,
  make: (start: number, end: number, m: RegExpMatchArray) => Token,
  rank: number,
): Candidate[] {
  const out: Candidate[] = [];
  for (const m of everyMatch(text, words)) out.push({ token: make(m.index, m.index + m[0].length, m), rank });
  return out;
}

function subjects(text: string, around: Surroundings): Candidate[] {
  const out: Candidate[] = [];
  const subject = (concepts: readonly string[], item: string, phase: Subject["phase"]): Subject => ({
    concepts,
    item,
    code: null,
    phase: phase ?? (/预算|计划/.test(item.replace(FUND_NAMES, "")) ? "initial_budget" : null),
    scope: null,
  });
  for (const { term, words, alternatives } of SUBJECT_PATTERNS) {
    if (text.search(words) < 0) continue;
    for (const m of alternatives.flatMap((pattern) => everyMatch(text, pattern))) {
      if (term.within && !term.within.test(around.before + text.slice(0, m.index + m[0].length))) continue;
      const end = m.index + m[0].length;
      const region = REGION.test(text.slice(Math.max(0, m.index - 4), m.index));
      if (region && !/^(?:sangong|operating|procurement|meetings|training)/.test(term.concepts[0] ?? "")) {
        out.push({ token: { kind: "blocked", start: m.index, end }, rank: 6 });
        continue;
      }
      out.push({
        token: {
          kind: "subject",
          start: m.index,
          end,
          subject: {
            ...subject(term.concepts, m[0], term.phase ?? null),
            ...(around.printed ? { label: around.printed(m.index, end) } : {}),
          },
          ...(term.yields ? { yields: term.yields } : {}),
        },
        rank: 5,
      });
    }
  }
  if (around.side !== null)
    for (const { fund, pattern } of FUND_PATTERNS) {
      const concept = around.side === "revenue" ? fund.revenue : fund.expenditure;
      if (concept !== null)
        out.push(
          ...simple(
            text,
            pattern,
            (start, end, m) => ({ kind: "subject", start, end, subject: subject([concept], m[0], null) }),
            3,
          ),
        );
    }
  for (const line of functionalLines(text, around.printed)) out.push({ token: { kind: "subject", ...line }, rank: 9 });
  for (const line of projectLines(text, around.project ?? null))
    out.push({ token: { kind: "subject", ...line }, rank: 8 });
  return out;
}

function relations(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const { phase, pattern } of PHASE_PATTERNS)
    out.push(...simple(text, pattern, (start, end) => ({ kind: "phase", start, end, phase }), 4));
  out.push(
    ...simple(
      text,
      CHANGE,
      (start, end, m) => {
        const tail = m[4] ?? "";
        const reaches =
          m[5] !== undefined ||
          (/^(?:增加?|增长|上升|提高|减少?|下降|降低?|压减|压缩)$/.test(m[1] ?? m[2] ?? "") &&
            /为$/.test(tail) &&
            !/率|幅|额|比例|数/.test(tail));
        return { kind: "change", start, end, sign: m[1] === undefined ? -1 : 1, reaches, saving: m[3] !== undefined };
      },
      6,
    ),
    ...simple(
      text,
      DIFFERENCE,
      (start, end) => ({ kind: "change", start, end, sign: 1, reaches: false, saving: false, variance: true }),
      6,
    ),
    ...comparisons(text).map((token) => ({ token, rank: 7 })),
    ...simple(
      text,
      EXECUTION_WORDS,
      (start, end, m) => ({ kind: "execution", start, end, ...(/全年预算|调整/.test(m[0]) ? { adjusted: true } : {}) }),
      7,
    ),
    ...simple(text, SHARE_WORDS, (start, end) => ({ kind: "share", start, end }), 4),
    ...simple(
      text,
      YEARS,
      (start, end, m) => {
        const until = untilOf(m[0]);
        return {
          kind: "year",
          start,
          end,
          year: yearOf(m[0]),
          ...(until === undefined ? {} : { until }),
          ...(/^截/.test(m[0]) ? { asOf: true as const } : {}),
        };
      },
      6,
    ),
    ...simple(text, REASON_WORDS, (start, end) => ({ kind: "reason", start, end }), 6),
    ...simple(text, PLANNED_WORDS, (start, end) => ({ kind: "planned", start, end }), 5),
    ...simple(text, RESPECTIVELY, (start, end) => ({ kind: "respectively", start, end }), 6),
    ...simple(text, AMONG, (start, end) => ({ kind: "among", start, end }), 6),
    ...simple(text, EACH, (start, end) => ({ kind: "each", start, end }), 3),
    ...simple(text, PER_HEAD_WORDS, (start, end) => ({ kind: "per-head", start, end }), 8),
    ...simple(text, OTHER_MONEY, (start, end) => ({ kind: "unknown", start, end }), 4),
    ...simple(text, OTHER_STAFF, (start, end) => ({ kind: "blocked", start, end }), 6),
    ...simple(text, OTHER_EVENTS, (start, end) => ({ kind: "blocked", start, end }), 6),
    ...simple(text, UNCOUNTED, (start, end) => ({ kind: "blocked", start, end }), 4),
    ...simple(text, WORK_TITLE, (start, end) => ({ kind: "unknown", start, end }), 10),
    ...simple(
      text,
      SUM_WORDS,
      (start, end) => ({ kind: "sum", start, end, ofAll: /项|以上|相抵|净$/.test(text.slice(start, end + 1)) }),
      7,
    ),
    ...simple(
      text,
      SIDES,
      (start, end, m) => ({
        kind: "side",
        start,
        end,
        side: m[1] ? "revenue" : m[2] ? "expenditure" : null,
        ...(/决算/.test(m[0]) ? { phase: "actual" as const } : {}),
      }),
      5,
    ),
    ...simple(text, UNITS, (start, end) => ({ kind: "part", start, end }), 2),
    // 接待上级检查、兄弟单位考察等96批: who came
    ...simple(text, GUEST_WORDS, (start, end) => ({ kind: "glue", start, end }), 4),
    ...simple(text, COVER_WORDS, (start, end) => ({ kind: "covers", start, end }), 10),
    ...simple(text, GLUE_PATTERN, (start, end) => ({ kind: "glue", start, end }), 1),
  );
  return out;
}

/** A canonical sentence as tokens that cover it without gaps: leftmost first, then longest, then by rank. */
export function tokens(text: string, around: Surroundings): Token[] {
  const candidates = [...subjects(text, around), ...relations(text)];
  for (const { foreign, ...token } of numbers(text))
    candidates.push(foreign ? { token: { ...token, foreign }, rank: 2 } : { token, rank: 8 });
  for (let i = 0; i < text.length; i++) {
    const mark = MARKS[text[i] as string];
    const span = { start: i, end: i + 1 };
    if (mark) candidates.push({ token: { kind: "separator", mark, ...span }, rank: 2 });
    else if (text[i] === "（") candidates.push({ token: { kind: "open", ...span }, rank: 2 });
    else if (text[i] === "）") candidates.push({ token: { kind: "close", ...span }, rank: 2 });
  }
  candidates.sort((a, b) => a.token.start - b.token.start || b.token.end - a.token.end || b.rank - a.rank);
  const out: Token[] = [];
  let at = 0;
  for (const { token } of candidates) {
    if (token.start < at) continue;
    if (token.start > at) out.push({ kind: "unknown", start: at, end: token.start });
    out.push(token);
    at = token.end;
  }
  if (at < text.length) out.push({ kind: "unknown", start: at, end: text.length });
  return out;
}
