import type { Glyph } from "../../lib/page-content.ts";
import { elements, textOf, type XmlElement } from "../../lib/xml.ts";
import { type Matrix, transformBounds } from "../pdf/frame.ts";
import { characterText } from "../radicals.ts";
import { numbers } from "./geometry.ts";

/** Han characters stand in their em square this far above and below the baseline. */
const ABOVE_BASELINE = 0.86;
const BELOW_BASELINE = 0.14;
/** Width of a letter or digit in ems where the next one's place does not tell. */
const NARROW = 0.5;
/** So many positions one `g` may repeat. */
const REPEAT_LIMIT = 100_000;
/** Weight from which a font counts as bold. */
const BOLD_WEIGHT = 600;

/** The characters of a text object in points; `matrix` leads from its own space to the page. */
export function* textGlyphs(object: XmlElement, matrix: Matrix, bold: boolean, run: number): Generator<Glyph> {
  const size = Number(object.attributes.Size ?? "0");
  if (!(size > 0)) return;
  const [a, b] = matrix;
  const printedSize = size * Math.hypot(a, b);
  const stretch = Number(object.attributes.HScale ?? "1") || 1;
  const heavy = bold || Number(object.attributes.Weight ?? "0") >= BOLD_WEIGHT;
  let x = 0;
  let y = 0;
  for (const code of elements(object, "TextCode")) {
    x = numbers(code.attributes.X)[0] ?? x;
    y = numbers(code.attributes.Y)[0] ?? y;
    const text = characters(textOf(code));
    const dx = deltas(code.attributes.DeltaX);
    const dy = deltas(code.attributes.DeltaY);
    let atX = x;
    let atY = y;
    for (const [i, character] of text.entries()) {
      const step = dx[i];
      const em = size * stretch * (isNarrow(character) ? NARROW : 1);
      const width = step !== undefined && step > 0 ? Math.min(step, size * stretch) : em;
      if (!/^\s*$/u.test(character)) {
        const own: [number, number, number, number] = [
          atX,
          atY - ABOVE_BASELINE * size,
          atX + width,
          atY + BELOW_BASELINE * size,
        ];
        const glyph = { box: transformBounds(own, matrix), size: printedSize, run };
        const printed = characterText(character.codePointAt(0)!);
        if (printed !== "") yield heavy ? { ...glyph, text: printed, bold: true } : { ...glyph, text: printed };
      }
      // Without a step the next character stands behind this one; with steps downwards alone it stands below.
      atX += step ?? (dy[i] === undefined ? em : 0);
      atY += dy[i] ?? 0;
    }
  }
}

/** Offsets between characters; `g 3 5.2` says 5.2 three times. */
function deltas(text: string | undefined): number[] {
  if (text === undefined) return [];
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const out: number[] = [];
  for (let i = 0; i < words.length && out.length < REPEAT_LIMIT; i++) {
    if (words[i] === "g") {
      const count = Math.min(Number(words[i + 1]) || 0, REPEAT_LIMIT);
      for (let k = 0; k < count; k++) out.push(Number(words[i + 2]) || 0);
      i += 2;
    } else out.push(Number(words[i]) || 0);
  }
  return out;
}

/** Characters, line breaks of a pretty-printed file left out. */
const characters = (text: string): string[] => [...(/^\s*\n|\n\s*$/.test(text) ? text.trim() : text)];

const isNarrow = (character: string): boolean => character.codePointAt(0)! < 0x2000;
