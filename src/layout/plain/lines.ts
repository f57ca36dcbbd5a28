/** One printed line of a text file. */
export interface Line {
  /** As it stands, without white space at its ends, except a leading tab where the line is a Word table cell. */
  readonly text: string;
  /** Whether the line is a table cell of text saved from Word: it begins with a tab. */
  readonly cell: boolean;
  /** Empty lines stand before it. */
  readonly gap: boolean;
  /** How many of those hold blanks: the paragraph of a blank cell, where a page was saved a cell a line. */
  readonly blanks?: number;
  /** A page begins here. */
  readonly page: boolean;
  /** Number of the line in the file, from 1. */
  readonly number: number;
  /** How many blanks stood before its text. */
  readonly indent: number;
  /** A form feed stands before it: a printed page begins here. */
  readonly feed: boolean;
}

/** `- 23 -`, `— 27 —`, `第 3 页 共 9 页`, `3 / 9`: furniture of a page. */
const PAGE_NUMBER = /^(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d+\s*页(?:[，,\s]*共\s*\d+\s*页)?|\d+\s*\/\s*\d+\s*页?)$/u;

/** How a text taken out of a PDF begins a page: a form feed, or one space before the first line. */
const PAGE_START = /^(?:\f| (?=\S))/;

/** Text → its lines; empty lines become `gap`, page numbers are dropped. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = false;
  let page = false;
  let feed = false;
  let blanks = 0;
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = raw.replace(/[\u200b\ufeff\u00ad]/g, "").trim();
    if (/\f/.test(raw)) [page, feed] = [true, true];
    const cell = raw.startsWith("\t") && !/\t/.test(raw.slice(1));
    if (trimmed === "" && !cell) {
      // A line of full-width spaces is an empty paragraph inside a cell, not the end of a row.
      gap ||= !/\u3000/.test(raw);
      if (/[ \u00a0\u3000]/u.test(raw)) blanks++;
      continue;
    }
    const before = lines.at(-1);
    // a bar on a line of its own ends the cell on the line before
    if (/^[|｜]$/u.test(trimmed) && before !== undefined && !before.cell && !/[|｜\t]/u.test(before.text)) {
      lines[lines.length - 1] = { ...before, text: `${before.text} |` };
      continue;
    }
    if (PAGE_NUMBER.test(trimmed)) {
      page = true;
      continue;
    }
    const printed = raw.replace(/[\u200b\ufeff\u00ad\f]/g, "");
    lines.push({
      text: cell ? trimmed : stripped(printed),
      indent: printed.length - printed.replace(/^[ \u3000]+/u, "").length,
      cell,
      gap,
      page: page || PAGE_START.test(raw),
      number: i + 1,
      feed,
      ...(blanks > 0 ? { blanks } : {}),
    });
    blanks = 0;
    gap = false;
    page = false;
    feed = false;
  }
  return withoutFrame(lines);
}

/** A sentence or several, in a table of one cell that a page drew around its text. */
const FRAMED = /^[^|｜\t]{60,}[|｜]$/u;
const CLOSED_ALONE = /^([^|｜\t]+?)[ \u3000]*[|｜]$/u;

/** Prose keeps no bar at its end, nor does a title above it: …增减变化原因说明 |⏎一、2015年…。 |. */
function withoutFrame(lines: readonly Line[]): Line[] {
  const isFramed = lines.map(({ text, cell }) => !cell && FRAMED.test(text) && text.includes("。"));
  if (!isFramed.includes(true)) return [...lines];
  const barred = (at: number): boolean => !isFramed[at] && /[|｜\t]/u.test(lines[at]?.text ?? "");
  return lines.map((line, at) => {
    const text = CLOSED_ALONE.exec(line.text)?.[1];
    if (text === undefined) return line;
    const titles = isFramed[at + 1] === true && !barred(at - 1);
    return isFramed[at] || titles ? { ...line, text } : line;
  });
}

const BLANKS = " \f\u3000";

/** Without blanks at its ends; tabs stay. */
function stripped(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && BLANKS.includes(text[from]!)) from++;
  while (to > from && BLANKS.includes(text[to - 1]!)) to--;
  return text.slice(from, to);
}
