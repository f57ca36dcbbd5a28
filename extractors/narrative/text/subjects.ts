import { projectLines } from "../reading/project-lines.ts";
import { NATION, REGION } from "../vocabulary/bodies.ts";
import {
  ADDED_UP,
  ALL_TOGETHER,
  BARE_FUNDS,
  FUND_GOES_ON,
  FUND_IN_ALL,
  OWN_LEVELS_PART,
  TREASURY_PARTS,
} from "../vocabulary/income-and-expenditure.ts";
import { SUBJECTS } from "../vocabulary/index.ts";
import { type Candidate, compile, eachAlternative, everyMatch, simple } from "./candidates.ts";
import { functionalLines } from "./functional-line.ts";
import type { Subject, Token } from "./token.ts";

/** What stands around a sentence and decides which common words are subjects here. */
export interface Surroundings {
  /** Headings and the paragraph so far. */
  readonly before: string;
  /** Which half of the accounts an unspecified fund belongs to. */
  readonly side: "revenue" | "expenditure" | null;
  /** The printed words of a stretch of the sentence. */
  readonly printed?: (start: number, end: number) => string;
  /** A region reports on its own treasury. */
  readonly ofRegion?: boolean;
  /** The project the whole report is about. */
  readonly project?: string | null;
}

/** Few of the terms stand in a text: one look for all words of a term spares the looks for each. */
const SUBJECT_PATTERNS = SUBJECTS.map((term) => ({
  term,
  words: compile(term.words),
  alternatives: eachAlternative(term.words),
}));
const FUND_PATTERNS = BARE_FUNDS.flatMap((f) => eachAlternative(f.words).map((pattern) => ({ fund: f, pattern })));
const TOGETHER = compile(ALL_TOGETHER);
const PARTS = compile(TREASURY_PARTS);
const IN_ALL = compile(FUND_IN_ALL);
const OWN_LEVEL = compile(OWN_LEVELS_PART);
/** A sentence that adds up is no longer. */
const LONGEST_ADDITION = 200;
/** Headings and sentences under which each paragraph tells one line of the classification. */
const LISTS_LINES = /功能(?:支出)?分类/;
const FUND_NAMES =
  /一般公共预算|公共财政预算|公共预算|一般预算|政府性基金预算|国有资本经营预算|(?<=^)基金预算|财政预算|预算执行|^预算(?=内?财政拨款)/g;

/** Whether the accounts named at a place are a whole region's where none reports on its treasury, or the nation's anywhere. */
const isOfRegion = (text: string, at: number, { ofRegion = false }: Surroundings): boolean => {
  const before = text.slice(Math.max(0, at - 14), at);
  return NATION.test(before) || (!ofRegion && REGION.test(before));
};

/** 加上转移性收入A，收入合计B: all that a treasury has. */
const together = (m: RegExpExecArray, ofRegion: boolean): Token => {
  const span = { start: m.index, end: m.index + m[0].length };
  const side = /收入|支出/.exec(m[0])?.[0];
  if (!ofRegion || side === undefined) return { kind: "blocked", ...span };
  const concepts = [side === "收入" ? "revenue.total" : "expenditure.total"];
  return { kind: "subject", ...span, subject: { concepts, item: m[0], code: null, phase: null, scope: null } };
};

/** What the sentence may speak of: terms of the vocabulary, funds, lines of the classification, projects. */
export function subjects(text: string, around: Surroundings): Candidate[] {
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
      if (
        isOfRegion(text, m.index, around) &&
        !/^(?:sangong|operating|procurement|meetings|training|staff|assets)/.test(term.concepts[0] ?? "")
      ) {
        out.push({ token: { kind: "blocked", start: m.index, end, region: true }, rank: 6 });
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
      if (concept === null) continue;
      // 一般公共预算本级支出: the noun goes on, and what it is the fund alone does not say
      for (const candidate of simple(
        text,
        pattern,
        (start, end, m) =>
          isOfRegion(text, start, around)
            ? { kind: "blocked", start, end, region: true }
            : { kind: "subject", start, end, subject: subject([concept], m[0], null) },
        3,
      ))
        if (!FUND_GOES_ON.test(text.slice(candidate.token.end))) out.push(candidate);
    }
  for (const m of everyMatch(text, TOGETHER))
    if (ADDED_UP.test((around.before + text.slice(0, m.index)).slice(-LONGEST_ADDITION)))
      out.push({ token: together(m, around.ofRegion === true), rank: 10 });
  for (const m of everyMatch(text, IN_ALL)) out.push({ token: together(m, around.ofRegion === true), rank: 10 });
  for (const candidate of simple(text, OWN_LEVEL, (start, end) => ({ kind: "blocked", start, end }), 9))
    out.push(candidate);
  for (const candidate of around.ofRegion
    ? simple(text, PARTS, (start, end) => ({ kind: "blocked", start, end }), 9)
    : [])
    out.push(candidate);
  for (const line of functionalLines(text, LISTS_LINES.test(around.before), around.printed))
    out.push({ token: { kind: "subject", ...line, whole: true }, rank: 9 });
  for (const line of projectLines(text, around.project ?? null, around.before))
    out.push({ token: { kind: "subject", ...line, whole: true }, rank: 8 });
  return out;
}
