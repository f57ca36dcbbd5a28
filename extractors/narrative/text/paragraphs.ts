import { type Paragraph, recognition } from "../../../src/lib/layout.ts";
import { ANNOUNCES_A_LIST, HEADS_A_PARAGRAPH, NUMBERED, OPENS_A_PARAGRAPH, TITLE } from "../vocabulary/paragraphs.ts";

/** A paragraph as one reads it: lines that were torn apart at a page or line end are one again. */
export interface Passage {
  readonly text: string;
  readonly page: number;
  readonly paragraph: Paragraph;
  /** The lines it was put together of, each with the place in `text` it begins at. */
  readonly lines: readonly { readonly from: number; readonly paragraph: Paragraph }[];
}

/** The line a character of a passage stands in, with its own page and box. */
export const paragraphAt = ({ lines, paragraph }: Passage, at: number): Paragraph =>
  lines.findLast(({ from }) => from <= at)?.paragraph ?? paragraph;

const ENDS = /[。：:！？!?]["”’）)]*\s*$/u;
/** A line shorter than this without an end mark is a title, not a torn line. */
const TITLE_LENGTH = 18;

/** What is put together of more characters than this is no title, and heads no paragraph. */
const TITLE_REACH = 200;

/** A passage that may still go on: `length` and `end` spare reading the whole text again for every line it gets. */
interface Open {
  readonly page: number;
  readonly texts: string[];
  readonly lines: { readonly from: number; readonly paragraph: Paragraph }[];
  paragraph: Paragraph;
  length: number;
}

/** Whether a passage goes on with the text of the next paragraph. */
function goesOn({ texts, length }: Open, text: string): boolean {
  const end = texts.at(-1)!;
  if (ENDS.test(end) || NUMBERED.test(text) || ANNOUNCES_A_LIST.test(text)) return false;
  const whole = texts.length === 1 || length <= TITLE_REACH ? texts.join("\n") : null;
  if (whole !== null && (TITLE.test(whole) || (HEADS_A_PARAGRAPH.test(whole) && OPENS_A_PARAGRAPH.test(text))))
    return false;
  return /；\s*$/.test(end) || whole === null || whole.trim().length >= TITLE_LENGTH || /[，、,]\s*$/.test(end);
}

/** Joins paragraphs that break off in mid-sentence with what follows them. */
export function passages(paragraphs: readonly Paragraph[]): Passage[] {
  const out: Open[] = [];
  for (const paragraph of paragraphs) {
    const { text, page } = paragraph;
    if (text.trim() === "") continue;
    const last = out.at(-1);
    if (last !== undefined && goesOn(last, text)) {
      last.lines.push({ from: last.length + 1, paragraph });
      last.texts.push(text);
      last.length += 1 + text.length;
      last.paragraph = { ...last.paragraph, ...recognition([last.paragraph, paragraph]) };
    } else out.push({ page, texts: [text], lines: [{ from: 0, paragraph }], paragraph, length: text.length });
  }
  return out.map(({ page, texts, lines, paragraph }) => ({ text: texts.join("\n"), page, paragraph, lines }));
}
