import type { Paragraph } from "../../../src/lib/layout.ts";
import type { Place } from "../../../src/lib/reading.ts";
import { type Canonical, printedText } from "../text/canonical.ts";
import { tokens } from "../text/lexer.ts";
import { bodyAlone, owners } from "../text/owners.ts";
import { type Passage, paragraphAt } from "../text/paragraphs.ts";
import { type Sentence, sentences } from "../text/sentences.ts";
import type { Surroundings } from "../text/subjects.ts";
import type { Subject } from "../text/token.ts";
import { EITHER_SIDE, OF_THREE_PUBLIC, SHARE_OF_FUND, STATES_NUMBER } from "../vocabulary/headings.ts";
import { INLINE_POINT } from "../vocabulary/paragraphs.ts";
import type { Statement } from "./context.ts";
import { inParagraph, type Memory } from "./memory.ts";
import { projectOfParagraph } from "./project-lines.ts";
import { readSentence } from "./sentence.ts";
import { fundNamed, type Setting } from "./setting.ts";
import type { Told } from "./told.ts";
import { unreadIn } from "./unread.ts";

/** How much of the paragraph before a sentence tells what its common words mean. */
const CONTEXT = 600;
/** A paragraph longer than this announces nothing. */
const ANNOUNCES = 60;

/** What a paragraph stands in besides what has been said before it. */
export interface Section {
  readonly extractor: string;
  readonly setting: Setting;
  /** The project the whole report is about. */
  readonly project: string | null;
}

const sideOf = (setting: Setting, lead: Subject | null, text: string): Surroundings["side"] => {
  const concept = lead?.concepts[0] ?? "";
  if (/(?:^|\.)revenue\./.test(concept)) return "revenue";
  if (/expenditure|^general_public|^function/.test(concept)) return "expenditure";
  const opens = EITHER_SIDE.exec(text)?.[0];
  return opens === "收入" ? "revenue" : opens === "支出" ? "expenditure" : setting.side;
};

function around(whole: Canonical, { start: from, text }: Sentence, memory: Memory, section: Section): Surroundings {
  const { setting, project } = section;
  const ofThreePublic = OF_THREE_PUBLIC.test(setting.heading + whole.text.slice(0, from + text.length));
  return {
    before: `${setting.heading}\n${memory.announced}\n${whole.text.slice(Math.max(0, from - CONTEXT), from)}`,
    side: ofThreePublic ? null : sideOf(setting, memory.lead ?? memory.title, text),
    printed: (start, end) => printedText(whole, from + start, from + end),
    project,
    ofRegion: setting.ofRegion,
  };
}

/** Where a statement stands: its clause is quoted, of a long one what is near. */
function placeOf(passage: Passage, whole: Canonical, sentence: Sentence, { start, end }: Statement): Place {
  const { text, start: from } = sentence;
  const { page, box, address } = paragraphAt(passage, whole.at[from + start] ?? 0);
  const { confidence } = passage.paragraph;
  const clause = Math.max(text.lastIndexOf("；", start), text.lastIndexOf("。", start)) + 1;
  const near = end - clause > 110 ? Math.max(clause, text.lastIndexOf("，", end - 60) + 1) : clause;
  return {
    page,
    box,
    table: null,
    row: null,
    col: null,
    quote: printedText(whole, from + Math.min(near, start), from + end),
    ...(confidence === undefined ? {} : { confidence }),
    ...(address === undefined ? {} : { address }),
  };
}

/** OCR's other readings of a number, where it is in doubt; a number printed twice in a paragraph is in doubt in both places. */
function doubtsOf(printed: string, { doubts = [] }: Paragraph): { alternatives?: readonly string[] } {
  const figure = digits(printed);
  const alternatives = doubts.filter(({ text }) => digits(text) === figure).flatMap((doubt) => doubt.alternatives);
  return alternatives.length > 0 ? { alternatives } : {};
}

const digits = (text: string): string => text.replace(/[^\d.]/gu, "");

/** Reads one paragraph: what it states, what of its numbers is nobody's, and what holds below it. */
export function readPassage(
  passage: Passage,
  whole: Canonical,
  before: Memory,
  section: Section,
): { readonly told: readonly Told[]; readonly memory: Memory } {
  const told: Told[] = [];
  let owner = before.owner;
  let memory = inParagraph(before, projectOfParagraph(whole.text));
  for (const sentence of sentences(whole.text)) {
    const { start: from, text } = sentence;
    // text copied without its line breaks: a new point is a new paragraph
    if (from > 0 && INLINE_POINT.test(text))
      memory = { ...inParagraph(memory, projectOfParagraph(text)), title: memory.lead ?? memory.title };
    // a line told as a part of a fund is that fund's, and so are its own lines, to the paragraph's end
    const ofFund = SHARE_OF_FUND.exec(text)?.[1];
    if (ofFund !== undefined && memory.fund === null) memory = { ...memory, fund: fundNamed(ofFund) };
    const words = tokens(text, around(whole, sentence, memory, section));
    const read = readSentence(text, words, memory, section.setting);
    memory = read.memory;
    const places = new Set(read.statements.map(({ start }) => start));
    const named = owners(text);
    const ownerAt = (place: number): string | null => {
      const last = named.findLast(({ at }) => at < place);
      return last === undefined ? owner : last.name;
    };
    for (const { start, item } of unreadIn(words, places, { passage, whole, from, text }))
      told.push({ item, owner: ownerAt(start) });
    for (const statement of read.statements) {
      const { start, end: _, ...fact } = statement;
      told.push({
        item: {
          kind: "fact",
          extractor: section.extractor,
          basis: "narrative",
          place: placeOf(passage, whole, sentence, statement),
          ...fact,
          ...doubtsOf(fact.printed, passage.paragraph),
        },
        owner: ownerAt(start),
      });
    }
    const kept = named.findLast(({ inSentence }) => !inSentence);
    owner = kept === undefined ? owner : kept.name;
  }
  if (before.fund === null && SHARE_OF_FUND.test(whole.text)) memory = { ...memory, fund: null };
  const announces = whole.text.length < ANNOUNCES && !STATES_NUMBER.test(whole.text);
  return { told, memory: announces ? { ...memory, announced: whole.text, owner: bodyAlone(whole.text) } : memory };
}
