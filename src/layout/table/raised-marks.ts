import { raised } from "../../lib/note-marks.ts";
import type { Glyph } from "../../lib/page-content.ts";

/** A mark is set smaller than the text it stands at by this much, and this much (of the text's size) above its foot. */
const SMALLER = 0.88;
const HIGHER = 0.2;
/** Further from the text than this (of its size) a small character is something else. */
const NEAR = 0.6;
const MARK = /^[\d①-⑳[\](（）)〔〕【】注*†‡a-z,，、]$/u;

/**
 * Small raised characters behind others on a line become the characters that stand there by themselves: 38.27 with a note mark is not
 * 38.271. Brackets and signs of a mark go. The line is in order from left to right.
 */
export function withRaisedMarks(line: readonly Glyph[]): readonly Glyph[] {
  if (line.length < 2 || !isOfTwoSizes(line)) return line;
  const out: Glyph[] = [];
  for (let i = 0; i < line.length; ) {
    const text = out.at(-1);
    let end = i;
    while (text && end < line.length && isRaised(line[end]!, text, end === i ? text : line[end - 1]!)) end++;
    if (end === i) {
      out.push(line[i++]!);
      continue;
    }
    const mark = raised(
      line
        .slice(i, end)
        .map((glyph) => glyph.text)
        .join(""),
    );
    if (mark !== "") out.push({ ...line[i]!, text: mark });
    i = end;
  }
  return out;
}

/** Whether some characters are set smaller than others, as marks are. */
export function isOfTwoSizes(line: readonly Glyph[]): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { size } of line) {
    if (size < least) least = size;
    if (size > most) most = size;
  }
  return least < SMALLER * most;
}

/** More characters than this are no marks of one line. */
const MOST_MARKS = 12;

/**
 * Marks set so high that their middle lies above the line: a line of nothing but small marks, each right behind a larger character it
 * overlaps in height, gives them to the lines of those. 38.27 with a 1 high behind it is not 138.27.
 */
export function givenToTheirLines(lines: readonly Glyph[][]): readonly Glyph[][] {
  const kept = lines.filter((marks) => {
    if (marks.length > MOST_MARKS || !marks.every((glyph) => glyph.confidence === undefined && MARK.test(glyph.text)))
      return true;
    const inOrder = [...marks].sort((a, b) => a.box[0] - b.box[0]);
    const homes: Glyph[][] = [];
    for (const [i, mark] of inOrder.entries()) {
      const before = inOrder[i - 1];
      const goesOn = before !== undefined && mark.box[0] - before.box[2] < NEAR * mark.size;
      const home = goesOn ? homes.at(-1) : lines.find((line) => line !== marks && line.some((g) => standsAt(mark, g)));
      if (!home) return true;
      homes.push(home);
    }
    for (const [i, mark] of inOrder.entries()) homes[i]!.push(mark);
    return false;
  });
  return kept.length === lines.length ? lines : kept;
}

/** Whether a mark stands high behind a larger character. */
const standsAt = (mark: Glyph, text: Glyph): boolean =>
  mark.size <= SMALLER * text.size &&
  mark.box[1] < text.box[1] &&
  mark.box[3] > text.box[1] &&
  mark.box[0] >= text.box[2] - 0.1 * text.size &&
  mark.box[0] - text.box[2] < NEAR * mark.size;

const isRaised = (glyph: Glyph, text: Glyph, before: Glyph): boolean =>
  glyph.confidence === undefined &&
  glyph.size <= SMALLER * text.size &&
  text.box[3] - glyph.box[3] >= HIGHER * text.size &&
  glyph.box[0] - before.box[2] < NEAR * text.size &&
  MARK.test(glyph.text);
