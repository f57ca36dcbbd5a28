import { defineProseExtractor } from "../../src/lib/extractor.ts";
import { append } from "../../src/lib/long-lists.ts";
import type { UnreadNumber } from "../../src/lib/reading.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { ofOneBody } from "./reading/bodies.ts";
import { newMemory } from "./reading/memory.ts";
import { readPassage } from "./reading/passage.ts";
import { projectOfHeading } from "./reading/project-lines.ts";
import { projectOfTitle } from "./reading/project-name.ts";
import { type Setting, settingOf } from "./reading/setting.ts";
import type { Told } from "./reading/told.ts";
import { unreadIn } from "./reading/unread.ts";
import { type Canonical, canonical } from "./text/canonical.ts";
import { tokens } from "./text/lexer.ts";
import { numbers } from "./text/numbers.ts";
import { type Passage, passages } from "./text/paragraphs.ts";
import { sentences } from "./text/sentences.ts";
import type { Subject, Token } from "./text/token.ts";
import { INLINE_POINT } from "./vocabulary/paragraphs.ts";
import { EVALUATION_TITLE, GLOSSARY, UNIT_LINE } from "./vocabulary/sections.ts";

const ID = "narrative/statements";
/** Blanks that part the columns of a table: in such a line a number without a unit is a cell's. */
const COLUMNS_APART = /\S {3,}\S.*\S {3,}\S/su;
const NONE: ReadonlySet<number> = new Set();

/** The numbers of a sentence and no other words: of those that begin inside another none. */
const numbersAlone = (text: string): Token[] =>
  numbers(text)
    .filter(({ foreign }) => !foreign)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((number, at, all) => !all.slice(0, at).some((before) => number.start < before.end))
    .map(({ foreign: _, ...number }) => number);

/** Where words are explained no number is anybody's; that there are some is told. */
function explained(section: ProseSection): UnreadNumber[] {
  return passages(section.paragraphs).flatMap((passage) => {
    const whole = canonical(passage.text);
    return sentences(whole.text).flatMap(({ start: from, text }) =>
      unreadIn(numbersAlone(text), NONE, { passage, whole, from, text }).map(({ item }) => item),
    );
  });
}

/** The paragraphs up to the last that states a number: what stands behind it says nothing of any. */
function withNumbers(all: readonly Passage[]): readonly { readonly passage: Passage; readonly whole: Canonical }[] {
  const told = all.map((passage) => ({ passage, whole: canonical(passage.text) }));
  const bare = told.some(({ whole }) => UNIT_LINE.test(whole.text));
  const states = (text: string): boolean =>
    (bare && /\d/.test(text)) || numbers(text).some(({ of, foreign }) => of !== "bare" && !foreign);
  return told.slice(0, told.findLastIndex(({ whole }) => states(whole.text)) + 1);
}

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
    const told = withNumbers(passages(section.paragraphs));
    if (told.length === 0) return;
    const setting = settingOf(section, hints);
    const project = projectOfTitle(setting.headings);
    const headed = titleSubject(setting);
    let memory = newMemory(setting.fund, headed);
    /** The paragraph that gave the title. */
    let titling = "";
    const all: Told[] = [];
    for (const { passage, whole } of told) {
      const unit = UNIT_LINE.exec(whole.text)?.[1] ?? memory.unit;
      const given = COLUMNS_APART.test(passage.text) ? null : unit;
      // what a point that stated numbers spoke of is not what the next point is about
      const title = INLINE_POINT.test(whole.text) && numbers(titling).length > 0 ? headed : memory.title;
      const read = readPassage(passage, whole, { ...memory, title, unit: given }, { extractor: ID, setting, project });
      append(all, read.told);
      // an evaluation's title names what it evaluates, not what its sentences count
      const titles = read.memory.lead !== null && !EVALUATION_TITLE.test(passage.text);
      memory = { ...read.memory, unit, ...(titles ? { title: read.memory.lead } : {}) };
      if (titles) titling = whole.text;
    }
    yield* ofOneBody(all, { entity: hints.entity, year: setting.year });
  },
});
