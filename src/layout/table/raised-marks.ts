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

function isOfTwoSizes(line: readonly Glyph[]): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { size } of line) {
    if (size < least) least = size;
    if (size > most) most = size;
  }
  return least < SMALLER * most;
}

const isRaised = (glyph: Glyph, text: Glyph, before: Glyph): boolean =>
  glyph.confidence === undefined &&
  glyph.size <= SMALLER * text.size &&
  text.box[3] - glyph.box[3] >= HIGHER * text.size &&
  glyph.box[0] - before.box[2] < NEAR * text.size &&
  MARK.test(glyph.text);
