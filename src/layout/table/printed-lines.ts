import type { Box } from "../../../schemas/index.ts";
import type { Glyph } from "../../lib/page-content.ts";
import { givenToTheirLines, isOfTwoSizes, withRaisedMarks } from "./raised-marks.ts";

/** Characters printed on one line, from left to right. */
export interface PrintedLine {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  /** Size of most of its characters, in points. */
  readonly size: number;
  readonly bold: boolean;
}

/**
 * Sorts characters into lines, top to bottom. Characters of one line share their middle height; a superscript or a bracket of another
 * font still belongs to the line it stands in, a large character lying over small lines (a watermark) does not.
 */
export function printedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  if (glyphs.length === 0) return [];
  const order = glyphs.map((glyph) => ({ glyph, middle: (glyph.box[1] + glyph.box[3]) / 2 }));
  order.sort((a, b) => a.middle - b.middle);
  const open: { glyphs: Glyph[]; middle: number; size: number }[] = [];
  const done: Glyph[][] = [];
  for (const { glyph, middle } of order) {
    let home: (typeof open)[number] | undefined;
    for (let i = open.length - 1; i >= 0; i--) {
      const line = open[i]!;
      if (middle - line.middle > 2 * line.size + 4) {
        done.push(line.glyphs);
        open.splice(i, 1);
        continue;
      }
      const reach = 0.42 * Math.max(Math.min(line.size, glyph.size), 0.6 * Math.max(line.size, glyph.size));
      const kin = glyph.size <= line.size * 2.2 && line.size <= glyph.size * 2.2;
      if (kin && middle - line.middle <= reach) {
        if (!home || middle - line.middle < middle - home.middle) home = line;
      }
    }
    if (home) {
      home.glyphs.push(glyph);
      home.middle += (middle - home.middle) / home.glyphs.length;
      if (glyph.size > home.size) home.size = glyph.size;
    } else open.push({ glyphs: [glyph], middle, size: glyph.size });
  }
  for (const line of open) done.push(line.glyphs);
  const lines = isOfTwoSizes(glyphs) ? givenToTheirLines(done) : done;
  return lines.map(finished).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function finished(glyphs: Glyph[]): PrintedLine {
  glyphs.sort((a, b) => a.box[0] - b.box[0]);
  return lineOf(withRaisedMarks(glyphs));
}

/** A line from characters already in order. */
export function lineOf(glyphs: readonly Glyph[]): PrintedLine {
  let [x0, y0, x1, y1] = glyphs[0]!.box;
  let bold = 0;
  const sizes = new Map<number, number>();
  for (const { box, size, bold: heavy } of glyphs) {
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
    if (heavy) bold++;
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + 1);
  }
  let size = 0;
  let most = 0;
  for (const [value, count] of sizes) if (count > most) [size, most] = [value, count];
  return { glyphs, box: [x0, y0, x1, y1], size, bold: bold * 2 > glyphs.length };
}

/** What OCR says of characters: the confidence of its least sure one; nothing where none was read by OCR. */
export function leastSure(glyphs: readonly Glyph[]): { confidence?: number } {
  let least: number | undefined;
  for (const { confidence } of glyphs)
    if (confidence !== undefined && (least === undefined || confidence < least)) least = confidence;
  return least === undefined ? {} : { confidence: least };
}

const WORDLIKE = /[\p{Script=Latin}\p{N}.,%]$/u;
const WORDLIKE_START = /^[\p{Script=Latin}\p{N}]/u;

const HAN = /^\p{Script=Han}$/u;
/** Gaps, in character widths: between words, between Han characters set apart by a space, between what stands apart on a line. */
const WORD_GAP = 0.24;
const SPACE_GAP = 0.22;
const APART_GAP = 1.4;

/**
 * The text of a line. Between Latin words and numbers a printed gap is a space. Between Han characters it is one only outside tables, and
 * not where the whole line is set wide (因 公 出 国); a gap of more than a character separates what stands apart (部门：…　　单位：万元).
 */
export function lineText(glyphs: readonly Glyph[], insideCell: boolean): string {
  const spaced = !insideCell && !isSetWide(glyphs);
  let text = "";
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (before) {
      const gap = (glyph.box[0] - before.box[2]) / Math.min(before.size, glyph.size);
      if (gap > WORD_GAP && WORDLIKE.test(before.text) && WORDLIKE_START.test(glyph.text)) text += " ";
      else if (spaced && (gap > APART_GAP || (gap > SPACE_GAP && HAN.test(before.text) && HAN.test(glyph.text))))
        text += " ";
    }
    text += glyph.text;
    before = glyph;
  }
  return text;
}

/** Whether gaps between Han characters are the rule on a line rather than the exception. */
function isSetWide(glyphs: readonly Glyph[]): boolean {
  let pairs = 0;
  let gaps = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const before = glyphs[i - 1]!;
    const glyph = glyphs[i]!;
    if (!HAN.test(before.text) || !HAN.test(glyph.text)) continue;
    pairs++;
    if (glyph.box[0] - before.box[2] > SPACE_GAP * glyph.size) gaps++;
  }
  return gaps > 0.4 * pairs;
}

/** The smallest box around some boxes. */
export function around(boxes: readonly Readonly<Box>[]): Box {
  let [x0, y0, x1, y1] = boxes[0]!;
  for (const box of boxes) {
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
  }
  return [x0, y0, x1, y1];
}
