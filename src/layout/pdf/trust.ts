import type { Box } from "../../../schemas/index.ts";
import type { Glyph } from "../../lib/page-content.ts";
import type { PageReading } from "./engine.ts";

/**
 * What can be made of a page's text layer: `text` is to be believed, `picture` has nothing but pictures (or outlines) to look at,
 * `garbled` has characters nobody can read as text. `blank` pages are printed empty.
 */
export type Verdict = "text" | "picture" | "garbled" | "blank";

/** Part of the characters that may be private-use, replaced or without Unicode value: bullets and tick boxes often are. */
const MOST_UNREADABLE = 0.1;
/** Part of the characters that may come from scripts no Chinese disclosure is written in. */
const MOST_FOREIGN = 0.3;
/** Part of the characters that may lie on top of their neighbour, or be wider than any character is. */
const MOST_MISPLACED = 0.5;
/** From this part of the page on, pictures are the page: a scan with a margin. */
const PICTURE_SHARE = 0.6;
/** A scan may carry this many real characters: a page number, the scanning program's own line. */
const STRAY_CHARACTERS = 60;
/** Shapes with curves: this many on a page without text are characters turned into outlines. */
const OUTLINES = 150;

/** Judges a page by what its engine noticed and by what stands on it. */
export function judge(page: PageReading): Verdict {
  const { drawn, invisible } = page.evidence;
  const pictures = coverage(page);
  if (pictures >= PICTURE_SHARE && (drawn <= STRAY_CHARACTERS || invisible > drawn)) return "picture";
  if (drawn <= STRAY_CHARACTERS / 4 && page.evidence.outlines >= OUTLINES) return "picture";
  if (drawn === 0) return page.pictures.length > 0 && pictures > 0.1 ? "picture" : "blank";
  return isGarbled(page) ? "garbled" : "text";
}

/** How badly a page reads, 0 (well) to 1: to choose between two engines' readings of it. */
export function unreadableShare(page: PageReading): number {
  if (page.glyphs.length === 0) return 1;
  let unreadable = 0;
  for (const { text } of page.glyphs) if (kindOf(text.codePointAt(0)!) !== "plain") unreadable++;
  return Math.min(1, Math.max(unreadable, page.evidence.unmapped) / page.glyphs.length);
}

function isGarbled({ glyphs, evidence }: PageReading): boolean {
  let unreadable = 0;
  let foreign = 0;
  let misplaced = 0;
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const kind = kindOf(glyph.text.codePointAt(0)!);
    if (kind === "unreadable") unreadable++;
    else if (kind === "foreign") foreign++;
    if (isMisplaced(glyph, before)) misplaced++;
    before = glyph;
  }
  const total = glyphs.length;
  return (
    Math.max(unreadable, evidence.unmapped) > Math.max(3, MOST_UNREADABLE * total) ||
    foreign > Math.max(3, MOST_FOREIGN * total) ||
    misplaced > Math.max(10, MOST_MISPLACED * total) ||
    isNoise(glyphs)
  );
}

/** So many Han characters say what a page is written in, and so large a part of them is ordinary on any page that is. */
const ENOUGH_HAN = 20;
const MOST_RARE = 0.4;

/**
 * Han characters taken at random: a font without a Unicode map, whose codes were read as characters. Those of GB 2312 make up nearly all
 * of any Chinese page, and a quarter of the ideographs there are.
 */
function isNoise(glyphs: readonly Glyph[]): boolean {
  let han = 0;
  let rare = 0;
  for (const { text } of glyphs) {
    const code = text.codePointAt(0)!;
    if (code < 0x3400 || code > 0xd7ff) continue;
    han++;
    if (!ordinaryHan().has(code)) rare++;
  }
  return han >= ENOUGH_HAN && rare > MOST_RARE * han;
}

let ordinary: ReadonlySet<number> | undefined;

/** The ideographs of GB 2312. */
function ordinaryHan(): ReadonlySet<number> {
  if (ordinary) return ordinary;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  ordinary = new Set([...new TextDecoder("gb18030").decode(new Uint8Array(bytes))].map((c) => c.codePointAt(0)!));
  return ordinary;
}

function isMisplaced({ box, size, run }: Glyph, before: Glyph | undefined): boolean {
  const width = box[2] - box[0];
  if (width <= 0 || width > 3 * size) return true;
  if (!before || before.run !== run || Math.abs(before.box[1] - box[1]) > 0.1 * size) return false;
  const room = before.box[2] - before.box[0];
  return Math.abs(box[0] - before.box[0]) < 0.3 * Math.min(width, room);
}

/** Private use and replacement are unreadable; scripts and accented letters that no disclosure is set in are foreign. */
function kindOf(code: number): "plain" | "foreign" | "unreadable" {
  if (code < 0x80) return "plain";
  if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code >= 0xf0000) return "unreadable";
  if (code >= 0x2000 && code <= 0x33ff) return "plain";
  if (code >= 0x3400 && code <= 0x9fff) return "plain";
  if (code >= 0xf900 && code <= 0xffef) return "plain";
  if (code >= 0x20000) return "plain";
  if (code === 0xb7 || code === 0xd7 || code === 0xf7 || code === 0xb1 || code === 0xb0 || code === 0xa5)
    return "plain";
  return code >= 0x370 && code <= 0x4ff ? "plain" : "foreign";
}

/** Part of the page its pictures cover, at most 1; strips of one scan add up. */
function coverage({ pictures, width, height }: PageReading): number {
  const area = pictures.reduce((sum, { box }) => sum + areaOf(box), 0);
  return Math.min(1, area / (width * height));
}

const areaOf = ([x0, y0, x1, y1]: Box): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
