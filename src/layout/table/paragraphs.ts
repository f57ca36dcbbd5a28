import { ENDS_AS_TABLE, FORM_NUMBER } from "../../../schemas/forms/captions.ts";
import { type Doubt, type Paragraph, recognition } from "../../lib/layout.ts";
import type { Glyph } from "../../lib/page-content.ts";
import { around, leastSure, lineText, type PrintedLine } from "./printed-lines.ts";
import { LEADERS, type Margins, type TextPiece } from "./text-piece.ts";

/** A printed line outside tables as text. */
export function textPiece(line: PrintedLine): TextPiece {
  const { glyphs, box, size, bold } = line;
  let end = 0;
  while (end + 1 < glyphs.length && UNBREAKABLE.test(glyphs[end]!.text) && UNBREAKABLE.test(glyphs[end + 1]!.text))
    end++;
  return {
    text: lineText(glyphs, false),
    box,
    size,
    bold,
    firstWord: glyphs[end]!.box[2] - glyphs[0]!.box[0],
    ...leastSure(glyphs),
    ...doubtful(glyphs),
  };
}

function doubtful(glyphs: readonly Glyph[]): { doubts?: readonly Doubt[] } {
  const doubts = glyphs.flatMap(({ text, alternatives }) => (alternatives?.length ? [{ text, alternatives }] : []));
  return doubts.length > 0 ? { doubts } : {};
}

const UNBREAKABLE = /^[\p{Script=Latin}\p{N}.,%]+$/u;
/**
 * Joins printed lines to paragraphs. A paragraph ends where its last line leaves room for the next word, and begins where a line is
 * indented, changes its size or weight, or stands apart.
 */
export function paragraphs(page: number, lines: readonly TextPiece[], margins: Margins): Paragraph[] {
  const out: Paragraph[] = [];
  const pitch = usualPitch(lines);
  let current: TextPiece[] = [];
  for (const line of lines) {
    const before = current.at(-1);
    if (before && !continues(before, line, margins, pitch)) {
      out.push(paragraphOf(page, current, margins));
      current = [];
    }
    current.push(line);
  }
  if (current.length > 0) out.push(paragraphOf(page, current, margins));
  return out;
}

function usualPitch(lines: readonly TextPiece[]): number {
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const step = lines[i]!.box[3] - lines[i - 1]!.box[3];
    if (step > 0.8 * lines[i]!.size) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.3)] ?? 0;
}

function continues(before: TextPiece, line: TextPiece, margins: Margins, pitch: number): boolean {
  if (LEADERS.test(before.text) || LEADERS.test(line.text)) return false;
  // a title as long as the lines of its page, and the form's number below it
  if (ENDS_AS_TABLE.test(before.text.trim()) && FORM_NUMBER.test(line.text.replace(/\s/gu, ""))) return false;
  if (Math.abs(before.size - line.size) > 0.08 * before.size) return false;
  const step = line.box[3] - before.box[3];
  if (step < 0.5 * line.size) return false;
  if (step > Math.max(1.35 * pitch, 1.6 * line.size)) return false;
  if (alignOf(before, margins) !== "left" || alignOf(line, margins) === "right") return false;
  return (isFull(before, line, margins) || GOES_ON.test(line.text)) && !isIndented(line, margins);
}

/** 行政单位离退休⏎（项）。: a stop, or a word in brackets that a stop follows, begins no paragraph. */
const GOES_ON = /^(?:[，。；、）]|[（(]\p{Script=Han}[）)][，。；：、])/u;

/** Whether the next word would not have fitted after the line's end. */
export function isFull(line: TextPiece, next: TextPiece, margins: Margins): boolean {
  return margins.right - line.box[2] < next.firstWord + 0.6 * line.size;
}

/** Whether a line begins inside the body's left margin, as first lines do. */
export const isIndented = (line: TextPiece, margins: Margins): boolean => line.box[0] - margins.left > 1.2 * line.size;

/** A line is centred that stands in the middle of the page or of the body; one of the body's size must begin further in than first lines do. */
function alignOf({ box, size }: TextPiece, margins: Margins): "left" | "center" | "right" {
  const { left, right, page } = margins;
  const before = box[0] - left;
  const after = right - box[2];
  const middle = (box[0] + box[2]) / 2;
  const short = box[2] - box[0] < 0.5 * (right - left);
  const large = size > 1.15 * margins.size;
  const off = Math.min(Math.abs(middle - page / 2), Math.abs(middle - (left + right) / 2));
  if (off < (short ? 1.2 : 0.7) * size && (large || (before > 2.6 * size && after > 0.8 * size))) return "center";
  if (before > 0.4 * (right - left) && after < 4 * size) return "right";
  return "left";
}

function paragraphOf(page: number, lines: readonly TextPiece[], margins: Margins): Paragraph {
  const first = lines[0]!;
  let text = first.text;
  for (let i = 1; i < lines.length; i++) text = joinWrapped(text, lines[i]!.text);
  return {
    kind: "paragraph",
    page,
    box: around(lines.map((line) => line.box as [number, number, number, number])),
    text,
    lines: lines.map((line) => ({ text: line.text, box: line.box as [number, number, number, number] })),
    size: first.size,
    bold: lines.every((line) => line.bold),
    align: lines.length === 1 ? alignOf(first, margins) : "left",
    ...recognition(lines),
  };
}

/** Two wrapped lines as one: a space only between Latin words. A number broken over the line's end has none. */
export function joinWrapped(before: string, next: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(next) ? `${before} ${next}` : before + next;
}
