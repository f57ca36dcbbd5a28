import { ENDS_WITH_LABEL } from "../../schemas/forms/persons.ts";
import { ExtractionError } from "../lib/errors.ts";
import { squeeze } from "../lib/grid.ts";
import type { Block, Layout, Paragraph } from "../lib/layout.ts";
import { hidden, personSpans, plainSigns, withoutPersons, withoutSpans } from "../lib/persons.ts";
import { isFilledIn, LABEL_LENGTH, maskedGrid } from "./persons-in-grid.ts";

/** Labels and what is filled in may stand apart by so many paragraphs. */
const APART = 6;
/** So far apart are what is filled in below one head, where each cell is a paragraph. */
const NEXT_ROW = 3;
/** A label's piece has so many characters at most. */
const PIECE = 2;

/** A layout in which names and numbers of persons are masked: nothing after it can store, quote or find them. */
export function withoutPersonsIn(layout: Layout): Layout {
  return {
    ...layout,
    pages: layout.pages.map((page) => ({ ...page, blocks: withoutPersonsAmong(page.blocks) })),
    ...(layout.attachments && {
      attachments: layout.attachments.map((one) => ({ ...one, text: withoutPersons(one.text) })),
    }),
    trouble: layout.trouble.map(maskedTrouble),
  };
}

function maskedTrouble(trouble: ExtractionError): ExtractionError {
  const message = withoutPersons(trouble.message);
  return message === trouble.message ? trouble : new ExtractionError(trouble.code, message, trouble.where);
}

/** A label that waits for what is filled in: whether that is a name, and up to which block it waits. */
interface Waiting {
  readonly name: boolean;
  readonly until: number;
}

/** The blocks of a page; a label may stand in a paragraph of its own, and what is filled in in the next. */
function withoutPersonsAmong(blocks: readonly Block[]): Block[] {
  let waiting: readonly Waiting[] = [];
  let pieces = "";
  return blocks.map((block, at) => {
    if (block.kind === "grid") {
      waiting = [];
      return maskedGrid(block);
    }
    const text = squeeze(plainSigns(block.text));
    // The head of a column waits for all of it.
    const filled = waiting.find(({ name, until }) => at <= until && isFilledIn(text, name));
    if (filled) {
      waiting = waiting.map((one) => (one === filled ? { ...one, until: at + NEXT_ROW } : one));
      return masked(block, hidden(block.text));
    }
    // Of a label printed 填 表 人 each character may be a paragraph.
    pieces = text.length <= PIECE ? pieces + text : "";
    const name = isLabel(text) ?? isLabel(pieces);
    if (name !== null) waiting = [...waiting.filter(({ until }) => at <= until), { name, until: at + APART }];
    return masked(block, withoutSpans(block.text, personSpans(block.text)));
  });
}

/** Whether a text ends with a label of a name (true) or of a number (false): alone, or behind something short, or with a colon. */
function isLabel(text: string): boolean | null {
  const word =
    text.length <= LABEL_LENGTH || text.endsWith(":") ? ENDS_WITH_LABEL.exec(text.slice(-LABEL_LENGTH)) : null;
  return word && (word[1] ?? word[2]) !== undefined;
}

function masked(paragraph: Paragraph, text: string): Paragraph {
  if (text === paragraph.text) return paragraph;
  const { lines, doubts, ...rest } = paragraph;
  return {
    ...rest,
    text,
    // A name may stand on the line after its label: the lines are cut from the text that knows both.
    ...(lines && { lines: maskedLines(lines, paragraph.text, text) }),
    ...(doubts && { doubts: doubts.filter((doubt) => text.includes(doubt.text)) }),
  };
}

function maskedLines(
  lines: NonNullable<Paragraph["lines"]>,
  before: string,
  after: string,
): NonNullable<Paragraph["lines"]> {
  let from = 0;
  return lines.map((line) => {
    const at = before.indexOf(line.text, from);
    if (at < 0) return { ...line, text: withoutPersons(line.text) };
    from = at + line.text.length;
    return { ...line, text: after.slice(at, from) };
  });
}
