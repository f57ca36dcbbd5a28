import type { Glyph } from "../../lib/page-content.ts";

/** What a text object looks like, as far as it tells a watermark from text. */
export interface RunLook {
  /** Set neither level nor upright on the page. */
  readonly slanted: boolean;
  /** 0xRRGGBB; null where it is see-through or not of one colour. */
  readonly color: number | null;
}

/** Lighter than this (of 1) nobody sets text; white is told apart by its ground. */
const LIGHT = 0.5;
const NEARLY_WHITE = 0.97;
/** The same words so often on a page, lying over other words, are no text. */
const REPEATED = 3;
/** Shorter strings may well repeat: 0.00 in grey. */
const SHORTEST = 4;

/**
 * The text objects of a page that are its watermark: words or numbers set at a slant that are pale, repeated or lie over others; or pale level
 * ones that are repeated and lie over others. Heads turned by 45° are dark, stand once and free, and stay.
 */
export function watermarkRuns(glyphs: readonly Glyph[], looks: readonly RunLook[]): Set<number> {
  const odd = (run: number): boolean => looks[run]!.slanted || isPale(looks[run]!.color);
  const found = new Set<number>();
  const strings = stringsOf(glyphs.filter((glyph) => glyph.run !== undefined && odd(glyph.run)));
  if (strings.length === 0) return found;
  const counts = new Map<string, number>();
  for (const { text } of strings) counts.set(text, (counts.get(text) ?? 0) + 1);
  const text = new Placed(glyphs.filter((glyph) => glyph.run === undefined || !odd(glyph.run)));
  const lyingOver = new Set(strings.filter(({ glyphs }) => glyphs.some((g) => text.isUnder(g))).map((s) => s.text));
  for (const one of strings) {
    const { slanted, color } = looks[one.glyphs[0]!.run!]!;
    const times = counts.get(one.text)!;
    const over = lyingOver.has(one.text);
    const isWatermark = slanted
      ? isPale(color) || times > 1 || over
      : times >= REPEATED && over && one.text.length >= SHORTEST;
    if (isWatermark) for (const glyph of one.glyphs) found.add(glyph.run!);
  }
  return found;
}

function isPale(color: number | null): boolean {
  if (color === null) return true;
  const luma = (0.299 * (color >> 16) + 0.587 * ((color >> 8) & 255) + 0.114 * (color & 255)) / 255;
  return luma > LIGHT && luma < NEARLY_WHITE;
}

/** Characters that follow each other closely in one size: writers cut a string into as many text objects as it needs fonts. */
function stringsOf(glyphs: readonly Glyph[]): { text: string; glyphs: Glyph[] }[] {
  const out: { text: string; glyphs: Glyph[] }[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const near =
      before !== undefined &&
      Math.abs(before.size - glyph.size) < 0.5 &&
      Math.hypot(glyph.box[0] - before.box[0], glyph.box[1] - before.box[1]) < 2.2 * glyph.size;
    if (near) {
      out.at(-1)!.text += glyph.text;
      out.at(-1)!.glyphs.push(glyph);
    } else out.push({ text: glyph.text, glyphs: [glyph] });
    before = glyph;
  }
  return out;
}

const CELL_PT = 24;

/** The page's text, to be asked what lies under a character. */
class Placed {
  private readonly cells = new Map<string, Glyph[]>();

  constructor(glyphs: readonly Glyph[]) {
    for (const glyph of glyphs) {
      const key = this.key(glyph.box[0], glyph.box[1]);
      const held = this.cells.get(key);
      if (held) held.push(glyph);
      else this.cells.set(key, [glyph]);
    }
  }

  private key(x: number, y: number): string {
    return `${Math.floor(x / CELL_PT)} ${Math.floor(y / CELL_PT)}`;
  }

  isUnder({ box: [x0, y0, x1, y1] }: Glyph): boolean {
    for (let x = x0 - CELL_PT; x <= x1; x += CELL_PT)
      for (let y = y0 - CELL_PT; y <= y1; y += CELL_PT)
        for (const { box } of this.cells.get(this.key(x, y)) ?? [])
          if (box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0) return true;
    return false;
  }
}
