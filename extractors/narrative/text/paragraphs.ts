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

/** Joins paragraphs that break off in mid-sentence with what follows them. */
export function passages(paragraphs: readonly Paragraph[]): Passage[] {
  const out: { text: string; page: number; paragraph: Paragraph; lines: Passage["lines"] }[] = [];
  for (const paragraph of paragraphs) {
    const text = paragraph.text;
    if (text.trim() === "") continue;
    const last = out.at(-1);
    const torn =
      last !== undefined &&
      !ENDS.test(last.text) &&
      !TITLE.test(last.text) &&
      !NUMBERED.test(text) &&
      !ANNOUNCES_A_LIST.test(text) &&
      !(HEADS_A_PARAGRAPH.test(last.text) && OPENS_A_PARAGRAPH.test(text)) &&
      (/；\s*$/.test(last.text) || last.text.trim().length >= TITLE_LENGTH || /[，、,]\s*$/.test(last.text));
    if (torn) {
      last.lines = [...last.lines, { from: last.text.length + 1, paragraph }];
      last.text = `${last.text}\n${text}`;
      last.paragraph = { ...last.paragraph, ...recognition([last.paragraph, paragraph]) };
    } else out.push({ text, page: paragraph.page, paragraph, lines: [{ from: 0, paragraph }] });
  }
  return out;
}
