import { largest, smallest } from "../../lib/long-lists.ts";
import type { Glyph } from "../../lib/page-content.ts";
import { difference, differsLess, type Shape, shapeIn } from "./digit-shapes.ts";
import type { PageReading, PaintingPdfDocument } from "./engine.ts";
import { referenceDigits } from "./reference-digits.ts";

/** Height of a character in the picture that is looked at. */
const EM_PX = 32;
/** Digits stand this far above and below their baseline, in ems; below the em square's foot lies the baseline by its share. */
const ABOVE = 0.78;
const BELOW = 0.04;
const FOOT = 0.14;
/** A band of lines this high is painted for one font, and this many digits of each kind in it are compared. */
const BAND_PT = 36;
const SAMPLES = 3;
/** A digit that looks this much more like another one is called by a wrong name; so many of them make a font that lies. */
const CLEARLY = 1.3;
const FEWEST_WRONG = 2;
/** Fewer kinds of digits than this say too little; more fonts than this in one document are not looked at. */
const FEWEST_DIGITS = 3;
const MOST_FONTS = 8;
/** Bands painted for one font, and digits on a page that make a font of few kinds worth a look. */
const MOST_BANDS = 3;
const MANY_OF_A_KIND = 20;

/**
 * Compares what fonts draw for the digits with what their Unicode maps call them: a map may swap 3 and 8, and nothing in the text tells. Each
 * font of a document is looked at once, where it first shows enough digits: ten drawings against those of the standard fonts.
 */
export class DigitCheck {
  private readonly honest = new Set<number | string>();
  private readonly lying = new Set<number | string>();

  /** Whether the page's digits are not to be believed. */
  distrusts(page: PageReading, painting: PaintingPdfDocument): boolean {
    if ((page.evidence.inkedBlanks ?? 0) > 0) return true;
    const fonts = page.fonts ?? [];
    const byFont = new Map<number | string, Glyph[]>();
    for (const glyph of page.glyphs) {
      const font = glyph.run === undefined ? undefined : fonts[glyph.run];
      if (font === undefined || !/^[0-9]$/.test(glyph.text)) continue;
      if (this.lying.has(font)) return true;
      if (this.honest.has(font)) continue;
      const held = byFont.get(font);
      if (held) held.push(glyph);
      else byFont.set(font, [glyph]);
    }
    for (const [font, digits] of byFont) {
      if (this.honest.size + this.lying.size >= MOST_FONTS) return false;
      const bands = richestBands(digits);
      const kinds = new Set(bands.flat().map(({ text }) => text)).size;
      // A map that calls many characters by one digit leaves few kinds of them.
      if (kinds < FEWEST_DIGITS && digits.length < MANY_OF_A_KIND) continue;
      const wrong = bands.flatMap((band) => this.wrongIn(band, page, painting));
      if (new Set(wrong).size >= FEWEST_WRONG || (kinds < FEWEST_DIGITS && wrong.length >= FEWEST_WRONG)) {
        this.lying.add(font);
        return true;
      }
      this.honest.add(font);
    }
    return false;
  }

  /** The digits of a band that look clearly like others than they are called. */
  private wrongIn(digits: readonly Glyph[], page: PageReading, painting: PaintingPdfDocument): string[] {
    const size = digits[0]!.size;
    const top = smallest(digits.map(({ box }) => box[1]));
    const bottom = largest(digits.map(({ box }) => box[3]));
    const scale = EM_PX / size;
    const picture = painting.band(page.number, top, bottom, scale);
    const references = referenceDigits();
    const wrong: string[] = [];
    for (const { text, box } of digits) {
      const base = box[3] - FOOT * size;
      const shape = shapeIn(
        picture,
        Math.max(0, Math.floor(box[0] * scale)),
        Math.max(0, Math.floor((base - ABOVE * size - top) * scale)),
        Math.min(picture.width, Math.ceil(box[2] * scale)),
        Math.min(picture.height, Math.ceil((base + BELOW * size - top) * scale)),
      );
      if (shape && looksLikeAnother(shape, Number(text), references)) wrong.push(text);
    }
    return wrong;
  }
}

/** Whether a shape is clearly nearer to another digit than to the one it is called. */
function looksLikeAnother(shape: Shape, digit: number, references: readonly (readonly Shape[])[]): boolean {
  const own = smallest(references[digit]!.map((face) => difference(shape, face)));
  return references.some(
    (faces, other) => other !== digit && faces.some((face) => differsLess(shape, face, own / CLEARLY)),
  );
}

/** Bands of lines that together show as many kinds of a font's digits as there are: the richest first, then those that add to it. */
function richestBands(digits: readonly Glyph[]): Glyph[][] {
  const bands: Glyph[][] = [];
  let left = digits;
  while (bands.length < MOST_BANDS && left.length > 0) {
    const band = richestBand(left);
    const shown = new Set(band.map(({ text }) => text));
    if (band.length === 0) break;
    bands.push(band);
    left = left.filter(({ text }) => !shown.has(text));
  }
  return bands;
}

/** Of the digits of one font and size the band of lines with most kinds of them, a few of each kind. */
function richestBand(digits: readonly Glyph[]): Glyph[] {
  const sorted = [...digits].sort((a, b) => a.box[1] - b.box[1]);
  let best: Glyph[] = [];
  let kinds = 0;
  for (let start = 0; start < sorted.length; start += Math.max(1, Math.floor(sorted.length / 12))) {
    const first = sorted[start]!;
    const counts = new Map<string, number>();
    const band = sorted.slice(start, start + 400).filter((glyph) => {
      const near = glyph.box[3] <= first.box[1] + BAND_PT && Math.abs(glyph.size - first.size) < 0.5;
      if (!near) return false;
      const count = counts.get(glyph.text) ?? 0;
      counts.set(glyph.text, count + 1);
      return count < SAMPLES;
    });
    if (counts.size > kinds) [best, kinds] = [band, counts.size];
  }
  return best;
}
