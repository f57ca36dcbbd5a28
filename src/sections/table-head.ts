import { squeeze } from "../lib/grid.ts";
import type { Paragraph } from "../lib/layout.ts";
import {
  endsSentence,
  hasLeaders,
  isCaption,
  isContinuationMark,
  isFormNumber,
  isNote,
  namesTable,
  numberingLevel,
} from "./wording.ts";

/** The lines that belong to the table below them, and how many of the given lines they are (counted from the end). */
export interface TableHead {
  readonly title: Paragraph | null;
  readonly caption: readonly Paragraph[];
  /** Lines from the end of the run that belong to the table: all but a title that is a heading of the text as well. */
  readonly taken: number;
}

const MOST_LINES = 8;

/**
 * Reads upwards from a table: caption lines (公开01表, 编制单位, 单位：万元, 2024年度), then the nearest line that names a table. A line of
 * running text ends the search.
 */
export function tableHead(above: readonly Paragraph[]): TableHead {
  const caption: Paragraph[] = [];
  let taken = 0;
  for (let i = above.length - 1; i >= 0 && above.length - i <= MOST_LINES; i--) {
    const line = above[i]!;
    const text = squeeze(line.text);
    if (text === "") {
      taken++;
      continue;
    }
    if (isCaption(text) || isContinuationMark(text)) {
      caption.unshift(line);
      taken++;
      continue;
    }
    if (!couldBeTitle(line)) break;
    taken++;
    // 公开01表 often stands over the title.
    let extra = 0;
    for (let k = i - 1; k >= 0 && k >= i - 3 && (isFormNumber(above[k]!.text) || squeeze(above[k]!.text) === ""); k--) {
      caption.unshift(above[k]!);
      extra = i - k;
    }
    const broken = extra === 0 ? titleStart(above[i - 1], line) : null;
    if (broken) return { title: broken, caption, taken: taken + 1 };
    return { title: line, caption, taken: numberingLevel(line.text) > 0 ? taken - 1 : taken + extra };
  }
  return { title: null, caption, taken };
}

function couldBeTitle(line: Paragraph): boolean {
  const text = squeeze(line.text);
  if (text.length > 60 || text.length < 2 || endsSentence(text) || hasLeaders(line.text) || isNote(text)) return false;
  if (/[，,：:]$/u.test(text) || /[，。；]/u.test(text)) return false;
  return (
    namesTable(text) ||
    line.align === "center" ||
    line.bold === true ||
    numberingLevel(text) > 0 ||
    line.level !== undefined
  );
}

/** A title too long for its line: the centred line above it, of the same size, and a rest that says little by itself (决算情况表). */
function titleStart(above: Paragraph | undefined, line: Paragraph): Paragraph | null {
  if (above?.align !== "center" || line.align !== "center" || above.page !== line.page) return null;
  if (Math.abs((above.size ?? 0) - (line.size ?? 0)) > 0.5 || above.bold !== line.bold) return null;
  const [start, rest] = [squeeze(above.text), squeeze(line.text)];
  if (rest.length > 6 || start.length < 10 || namesTable(start) || isCaption(start) || numberingLevel(start) === 1)
    return null;
  return { ...line, text: above.text.trim() + line.text.trim() };
}

/** How many paragraphs after a table are its notes: 注：… and the numbered lines that go on with it. */
export function noteCount(below: readonly Paragraph[]): number {
  if (below.length === 0 || !isNote(below[0]!.text)) return 0;
  let count = 1;
  const first = below[0]!;
  while (count < below.length && count < 12) {
    const line = below[count]!;
    const goesOn = /^\s*(\d{1,2}\s*[.、．)）]|[（(]\d{1,2}[）)]|[①-⑳])/u.test(line.text) && line.page === first.page;
    const sameSize =
      first.size !== undefined && line.size !== undefined && Math.abs(first.size - line.size) <= 0.05 * first.size;
    if (!goesOn || (first.size !== undefined && !sameSize) || line.bold === true) break;
    count++;
  }
  return count;
}
