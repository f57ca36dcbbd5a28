import { append } from "../../lib/long-lists.ts";
import type { RuleLine } from "../../lib/page-content.ts";
import { latticeOf } from "../table/lattice.ts";
import { connectRules } from "../table/networks.ts";
import { joinRules } from "../table/rules.ts";
import { withoutBorders } from "./borders.ts";
import { evenLight, type InkMask, inkMask, onWhite, transposed } from "./ink.ts";
import { squared } from "./perspective.ts";
import { type GrayPicture, grayPicture, type RawPicture, resized, turned } from "./picture.ts";
import { type PixelRule, placeAt, rulingLines } from "./ruling-lines.ts";
import { withoutShowThrough } from "./show-through.ts";
import { skewOf } from "./skew.ts";
import { removeSpecks } from "./specks.ts";
import { rulesUnder } from "./streaked-rules.ts";
import { type Streak, streaksAcross } from "./streaks.ts";
import { strokesIn } from "./strokes.ts";
import { type Region, textLines } from "./text-lines.ts";
import { unbent } from "./unbend.ts";

/** Resolution pages are read at; finer ones are brought down to it, coarser ones stay. */
const DPI = 200;
const TOO_FINE = 260;
const TOO_COARSE = 170;

/** A page's picture and its size in points. */
export interface PagePicture {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly picture: RawPicture;
}

/** A line of print; `cell`: the running number of the cell it stands in; `strokes`: what it says where it is no more than dashes or dots. */
export interface PrintLine extends Region {
  readonly cell?: number;
  readonly strokes?: string;
}

/** A page made straight, and what was found on it before reading. */
export interface Prepared {
  readonly straight: GrayPicture;
  /** Its ink, without the rules. */
  readonly mask: InkMask;
  readonly dpi: number;
  readonly rules: readonly PixelRule[];
  readonly lines: readonly PrintLine[];
  /** White streaks down the page: they may have taken strokes of what they cross. */
  readonly streaks: readonly Streak[];
  /** The page before marks paler than its print were taken away (its back page, a watermark); null where there were none. */
  readonly uncleared: GrayPicture | null;
  /** Whether it did not lie flat and was drawn straight. */
  readonly bent: boolean;
}

/** The picture in grey, evenly lit, what surrounds the page taken away, at the resolution pages are read at. Throws ExtractionError `damaged`. */
export async function preparedPicture({ picture, width }: PagePicture): Promise<GrayPicture> {
  const gray = await grayPicture(picture);
  const dpi = (gray.width * 72) / width;
  const sized = dpi > TOO_FINE || dpi < TOO_COARSE ? await resized(gray, (gray.width * DPI) / dpi) : gray;
  return evenLight(withoutBorders(sized));
}

/** A rule in points. */
export const scaled = ({ direction, at, from, to, thickness }: PixelRule, scale: number): RuleLine => ({
  direction,
  at: at * scale,
  from: from * scale,
  to: to * scale,
  thickness: thickness * scale,
});

/** Makes a page straight, one photographed from the side square, and finds its rules and lines of print. */
export async function prepare(gray: GrayPicture, page: PagePicture): Promise<Prepared> {
  const level = await turned(gray, skewOf(inkMask(gray)));
  const dpi = (level.width * 72) / (level.width > level.height === page.width > page.height ? page.width : page.height);
  const seen = straightest(level, dpi);
  const { straight, rules: found } = withoutBackPage(seen, dpi);
  const streaks = streaksAcross(straight, found, dpi);
  const rules = [...found, ...rulesUnder(straight, found, streaks, dpi)];
  const mask = inkMask(straight);
  erase(straight, mask, rules);
  removeSpecks(mask, straight);
  const lines = linesOfPrint(mask, rules, dpi);
  const cleared = straight !== seen.straight;
  if (cleared) erase(seen.straight, { ...mask, ink: mask.ink.slice() }, rules);
  const uncleared = cleared ? onWhite(seen.straight) : null;
  return { straight: onWhite(straight), mask, dpi, rules, lines, streaks, uncleared, bent: seen.bent };
}

interface Straight {
  readonly straight: GrayPicture;
  readonly rules: readonly PixelRule[];
  readonly bent: boolean;
}

/** Length of all rules of a page. */
const ruled = ({ rules }: Straight): number => rules.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * A page as it is, set square where the frame of its table shows it leaning, drawn straight where its lines show that it did not lie flat:
 * that with the most rules on it, in inches. What looks like a leaning frame may be the side of a page that is bent.
 */
function straightest(level: GrayPicture, dpi: number): Straight {
  const mask = inkMask(level, true);
  const asIs: Straight = { straight: level, rules: wholeRules(mask, dpi), bent: false };
  const other = (straight: GrayPicture, bent: boolean): Straight =>
    straight === level ? asIs : { straight, rules: wholeRules(inkMask(straight, true), dpi), bent };
  const square = other(squared(level, mask), false);
  if (ruled(square) > ruled(asIs)) return square;
  const flat = other(unbent(level, mask), true);
  return ruled(flat) > ruled(asIs) ? flat : asIs;
}

/** Rules that show ink on less of their length than this, on average, are torn: then wider gaps, in pixels, lie within one. */
const TORN_RULES = 0.97;
const TORN_GAP = 6;
/** What wider gaps find counts where there is so much more of it. */
const MORE = 1.05;

/** The rules of a page; where its print is torn, put together over wider gaps, if that finds more of them. */
function wholeRules(mask: InkMask, dpi: number): PixelRule[] {
  const rules = rulingLines(mask, dpi);
  const shown = rules.reduce((sum, rule) => sum + printedShare(mask, rule), 0);
  if (shown >= TORN_RULES * rules.length) return rules;
  const wider = rulingLines(mask, dpi, TORN_GAP);
  const length = (some: readonly PixelRule[]): number => some.reduce((sum, { from, to }) => sum + to - from, 0);
  return length(wider) > MORE * length(rules) ? wider : rules;
}

/** A rule of the page itself is print on this share of its length, where marks from the back were taken away with what lies over it. */
const PRINTED = 0.35;

/** A page without what shines through it, or is printed pale across it, and the rules that are its own. */
function withoutBackPage(seen: Straight, dpi: number): Straight {
  const straight = withoutShowThrough(seen.straight);
  if (straight === seen.straight) return seen;
  const mask = inkMask(straight, true);
  const whole = { ...seen, straight, rules: seen.rules.filter((rule) => printedShare(mask, rule) >= PRINTED) };
  const left = { ...seen, straight, rules: rulingLines(mask, dpi) };
  return ruled(whole) > ruled(left) ? whole : left;
}

/** On what share of its length a rule shows ink. */
function printedShare({ width, height, ink }: InkMask, rule: PixelRule): number {
  let inked = 0;
  const [from, to] = [Math.max(0, Math.round(rule.from)), Math.round(rule.to)];
  for (let i = from; i < to; i++) {
    const at = Math.round(placeAt(rule, i));
    const [x, y] = rule.direction === "h" ? [i, at] : [at, i];
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) continue;
    const [place, step] = [y * width + x, rule.direction === "h" ? width : 1];
    if (ink[place] || ink[place - step] || ink[place + step]) inked++;
  }
  return inked / Math.max(1, to - from);
}

/** Paints ruling lines white, in the picture and in the mask. */
function erase(picture: GrayPicture, mask: InkMask, rules: readonly PixelRule[]): void {
  for (const rule of rules) {
    const reach = rule.thickness / 2 + 1.5;
    for (let i = Math.max(0, Math.floor(rule.from) - 2); i < rule.to + 2; i++) {
      const at = placeAt(rule, i);
      for (let a = Math.max(0, Math.round(at - reach)); a <= Math.round(at + reach); a++) {
        const [x, y] = rule.direction === "h" ? [i, a] : [a, i];
        if (x >= picture.width || y >= picture.height) continue;
        picture.pixels[y * picture.width + x] = 255;
        mask.ink[y * picture.width + x] = 0;
      }
    }
  }
}

/** What is narrower than this outside tables, in inches, is the end of a rule and no print. */
const STROKE = 0.025;

/** The lines of print a page has where it lies on its side. */
export const linesOnItsSide = ({ mask, rules, dpi }: Prepared): PrintLine[] =>
  linesOfPrint(
    transposed(mask),
    rules.map((rule) => ({ ...rule, direction: rule.direction === "h" ? "v" : "h" })),
    dpi,
  );

/** Lines of print cell by cell, then those outside tables. */
function linesOfPrint(mask: InkMask, rules: readonly PixelRule[], dpi: number): PrintLine[] {
  const asLines = rules.map((rule) => scaled(rule, 72 / dpi));
  const { networks } = connectRules(joinRules(asLines, "h"), joinRules(asLines, "v"));
  const outside: InkMask = { ...mask, ink: mask.ink.slice() };
  const found: PrintLine[] = [];
  let cells = 0;
  const pixel = (points: number): number => Math.round((points * dpi) / 72);
  for (const network of networks) {
    const lattice = latticeOf(network);
    if (!lattice || lattice.faces.length < 2) continue;
    for (const { r, c, rs, cs } of lattice.faces) {
      const cell: Region = {
        x0: Math.max(0, pixel(lattice.xs[c]!)),
        y0: Math.max(0, pixel(lattice.ys[r]!)),
        x1: Math.min(mask.width, pixel(lattice.xs[c + cs]!)),
        y1: Math.min(mask.height, pixel(lattice.ys[r + rs]!)),
      };
      clearRuleRemains(outside, cell, dpi);
      const number = cells++;
      for (const line of linesInCell(outside, cell, dpi)) found.push({ ...line, cell: number });
      for (let y = cell.y0; y < cell.y1; y++) outside.ink.fill(0, y * mask.width + cell.x0, y * mask.width + cell.x1);
    }
  }
  const free = textLines(outside, { x0: 0, y0: 0, x1: mask.width, y1: mask.height }, dpi);
  append(
    found,
    free.filter(({ x0, x1 }) => x1 - x0 >= STROKE * dpi),
  );
  return found;
}

/** Along a cell's sides remains of its rules are no print. */
const INSET = 0.015;

/** The lines of a cell; where it has none the strokes it says something with, or a thin figure. */
function linesInCell(mask: InkMask, cell: Region, dpi: number): Omit<PrintLine, "cell">[] {
  const lines = textLines(mask, cell, dpi);
  if (lines.length > 0) return lines;
  const inset = Math.round(INSET * dpi);
  const inner = { x0: cell.x0 + inset, y0: cell.y0 + inset, x1: cell.x1 - inset, y1: cell.y1 - inset };
  const strokes = strokesIn(mask, inner, dpi);
  return strokes ? [{ ...strokes, strokes: strokes.text }] : textLines(mask, inner, dpi, true);
}

/** Along the sides of cells higher than this, in inches, a column mostly inked is what is left of a rule. */
const HIGH_CELL = 0.6;
const RULE_REMAINS = 0.05;

/** A rule not quite straight leaves a thread along a high cell that would join all its lines into one. */
function clearRuleRemains({ width, ink }: InkMask, { x0, y0, x1, y1 }: Region, dpi: number): void {
  if (y1 - y0 < HIGH_CELL * dpi) return;
  const depth = Math.round(RULE_REMAINS * dpi);
  for (let d = 0; d < depth; d++)
    for (const x of [x0 + d, x1 - 1 - d]) {
      let inked = 0;
      for (let y = y0; y < y1; y++) inked += ink[y * width + x]!;
      if (inked * 4 < y1 - y0) continue;
      for (let y = y0; y < y1; y++) ink[y * width + x] = 0;
    }
}
