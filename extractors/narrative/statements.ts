import { defineProseExtractor } from "../../src/lib/extractor.ts";
import type { Paragraph } from "../../src/lib/layout.ts";
import type { FactReading, UnreadNumber } from "../../src/lib/reading.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { type Memory, newMemory, turnParagraph } from "./reading/memory.ts";
import { oneOfEach } from "./reading/one-of-each.ts";
import { projectOfHeading, projectOfParagraph } from "./reading/project-lines.ts";
import { projectOfTitle } from "./reading/project-name.ts";
import { readSentence } from "./reading/sentence.ts";
import { type Setting, settingOf } from "./reading/setting.ts";
import { type Canonical, canonical, printedText } from "./text/canonical.ts";
import { tokens } from "./text/lexer.ts";
import { type Passage, passages } from "./text/paragraphs.ts";
import { sentences } from "./text/sentences.ts";
import type { Surroundings } from "./text/subjects.ts";
import type { Subject, Token } from "./text/token.ts";

const ID = "narrative/statements";
/** Sections that explain words or list duties: their numbers are nobody's. */
const GLOSSARY = /名词解释|名词说明|术语解释|专业名词/;
/** 单位：万元 above sentences whose numbers print none. */
const UNIT_LINE = /^（?(?:金额|货币|计量)?单位：(?:人民币)?(元|千元|万元|亿元)）?$/;
const EVALUATION_TITLE = /^[^，。；]{0,60}(?:绩效|评价)[^，。；]{0,20}$/;
/** How much of a long sentence is shown on either side of a number that was not read. */
const AROUND = 60;
/** A paragraph longer than this announces nothing. */
const ANNOUNCES = 60;
/** How much of the paragraph before a sentence tells what its common words mean. */
const CONTEXT = 600;

const sideOf = (setting: Setting, lead: Subject | null, text: string): Surroundings["side"] => {
  const concept = lead?.concepts[0] ?? "";
  if (/(?:^|\.)revenue\./.test(concept)) return "revenue";
  if (/expenditure|^general_public|^function/.test(concept)) return "expenditure";
  const opening = /收入|支出/.exec(text)?.[0];
  return opening === "收入" ? "revenue" : opening === "支出" ? "expenditure" : setting.side;
};

function readPassage(
  passage: Passage,
  memory: Memory,
  setting: Setting,
  project: string | null,
): (FactReading | UnreadNumber)[] {
  const whole: Canonical = canonical(passage.text);
  const out: (FactReading | UnreadNumber)[] = [];
  memory.lead = projectOfParagraph(whole.text);
  if (memory.lead !== null) memory.closed = false;
  for (const { start: from, text } of sentences(whole.text)) {
    const around: Surroundings = {
      before: `${setting.heading}\n${memory.announced}\n${whole.text.slice(Math.max(0, from - CONTEXT), from)}`,
      side: /三公/.test(setting.heading + whole.text.slice(0, from + text.length))
        ? null
        : sideOf(setting, memory.lead, text),
      printed: (start, end) => printedText(whole, from + start, from + end),
      project,
    };
    const words = tokens(text, around);
    const stated = oneOfEach(readSentence(text, words, memory, setting));
    out.push(...unreadIn(words, new Set(stated.map(({ start }) => start)), { whole, from, text, page: passage.page }));
    for (const { start, end, ...statement } of stated) {
      const clauseStart = Math.max(text.lastIndexOf("；", start), text.lastIndexOf("。", start)) + 1;
      const far = end - clauseStart > 110 ? Math.max(clauseStart, text.lastIndexOf("，", end - 60) + 1) : clauseStart;
      out.push({
        kind: "fact",
        extractor: ID,
        basis: "narrative",
        place: {
          page: passage.page,
          box: passage.paragraph.box,
          table: null,
          row: null,
          col: null,
          quote: printedText(whole, from + Math.min(far, start), from + end),
          ...(passage.paragraph.confidence === undefined ? {} : { confidence: passage.paragraph.confidence }),
          ...(passage.paragraph.address === undefined ? {} : { address: passage.paragraph.address }),
        },
        ...statement,
        ...doubtsOf(statement.printed, passage.paragraph),
      });
    }
  }
  if (whole.text.length < ANNOUNCES && !/\d(?:万|亿)?(?:元|%)/.test(whole.text)) memory.announced = whole.text;
  return out;
}

interface Told {
  readonly whole: Canonical;
  readonly from: number;
  readonly text: string;
  readonly page: number;
}

/** The numbers with a unit that a sentence states and nobody was given. */
function unreadIn(
  words: readonly Token[],
  read: ReadonlySet<number>,
  { whole, from, text, page }: Told,
): UnreadNumber[] {
  return words.flatMap((word) => {
    if (word.kind !== "number" || word.of === "bare" || read.has(word.start)) return [];
    const near = Math.max(0, Math.min(word.start - AROUND, text.length - 2 * AROUND));
    return {
      kind: "unread",
      page,
      printed: printedText(whole, from + word.start, from + word.end),
      sentence: printedText(whole, from + near, from + Math.min(text.length, near + 2 * AROUND), 2 * AROUND + 40),
    };
  });
}

/** OCR's other readings of a number, where it is in doubt; a number printed twice in a paragraph is in doubt in both places. */
function doubtsOf(printed: string, { doubts = [] }: Paragraph): { alternatives?: readonly string[] } {
  const figure = digits(printed);
  const alternatives = doubts.filter(({ text }) => digits(text) === figure).flatMap((doubt) => doubt.alternatives);
  return alternatives.length > 0 ? { alternatives } : {};
}

const digits = (text: string): string => text.replace(/[^\d.]/gu, "");

/** Where words are explained no number is anybody's; that there are some is told. */
function explained(section: ProseSection): UnreadNumber[] {
  return passages(section.paragraphs).flatMap(({ text: printed, page }) => {
    const whole = canonical(printed);
    return sentences(whole.text).flatMap(({ start: from, text }) =>
      unreadIn(tokens(text, { before: "", side: null }), NONE, { whole, from, text, page }),
    );
  });
}

const NONE: ReadonlySet<number> = new Set();

/** The only subject a heading names, for text below it that names none. */
function titleSubject(setting: Setting): Subject | null {
  const project = projectOfHeading(setting.headings);
  if (project !== null) return project;
  for (const heading of [...setting.headings].reverse()) {
    if (/绩效|报告|评价/.test(heading)) continue;
    const found = tokens(heading, { before: setting.heading, side: null }).filter((t) => t.kind === "subject");
    if (found.length > 0) return found[0]?.kind === "subject" ? found[0].subject : null;
  }
  return null;
}

/**
 * Numbers stated in sentences: amounts with their phase, changes with their sign, shares, execution rates, counts.
 *
 * Looks like   2023年度“三公”经费支出决算7.36万元，完成预算的92%，比上年增加0.52万元，增长7.6%，主要原因是…
 * Unit         beside every number
 * Quirks       - a number is read only where nothing but known words stands between it and its subject; what the publisher gives as a
 *                reason, per head, as a threshold or about others stays unread
 *              - a sentence without a subject speaks of the paragraph's first, then of a title line's, then of the heading's
 */
export const statements = defineProseExtractor({
  id: ID,
  matches: () => true,
  *extract(section, hints) {
    if (section.headings.some((h) => GLOSSARY.test(canonical(h).text))) {
      yield* explained(section);
      return;
    }
    const setting = settingOf(section, hints);
    const project = projectOfTitle(setting.headings);
    const memory = newMemory(setting.fund, titleSubject(setting));
    for (const passage of passages(section.paragraphs)) {
      turnParagraph(memory);
      memory.unit = UNIT_LINE.exec(canonical(passage.text).text)?.[1] ?? memory.unit;
      const read = readPassage(passage, memory, setting, project);
      // an evaluation's title names what it evaluates, not what its sentences count
      if (memory.lead !== null && !EVALUATION_TITLE.test(passage.text)) memory.title = memory.lead;
      yield* read;
    }
  },
});
