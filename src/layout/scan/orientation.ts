import type { OcrEngine } from "./engine.ts";
import { sureness } from "./guard.ts";
import { knownShare } from "./lexicon.ts";
import { type GrayPicture, turned } from "./picture.ts";
import type { Piece } from "./piece.ts";
import { linesOnItsSide, type PagePicture, type Prepared, type PrintLine, prepare } from "./prepared-page.ts";
import { readOnce } from "./readings.ts";

/** A page the way up it reads, and its lines as read. */
interface Upright {
  readonly prepared: Prepared;
  readonly read: readonly (readonly Piece[])[];
}

/**
 * Reads a page the way up it stands: as it is, upside down or on its side. It is read as it lies first, since most pages lie as they stand;
 * where that reads badly a sample of it tells whether it reads better turned over.
 */
export async function readUpright(
  gray: GrayPicture,
  page: PagePicture,
  engine: OcrEngine,
  read: (prepared: Prepared) => Promise<Piece[][]>,
): Promise<Upright> {
  const { quarter, prepared } = await levelled(gray, page);
  const asIs = { prepared, read: await read(prepared) };
  const sample = sampleOf(prepared.lines);
  const known = readability(
    sample.map((i) => asIs.read[i]!),
    sample.map((i) => prepared.lines[i]!),
  );
  if (sample.length === 0 || (known.share >= UPRIGHT && known.telling)) return asIs;
  const over = await prepare(await turned(gray, quarter + 180), page);
  const lines = sampleOf(over.lines).map((i) => over.lines[i]!);
  const turnedOver = readability(await readOnce(over, lines, engine), lines);
  return turnedOver.share > known.share ? { prepared: over, read: await read(over) } : asIs;
}

/**
 * Lines of print on a page that stands or hangs are at least 2.4 times as long as high, on one that lies on its side 7.7 times at most (of
 * pages seen); of one page the first is always the longer, nearly twice at least. From this on no comparison is needed.
 */
const SURELY_LEVEL = 10;

/** The page turned so that its lines of print run across: as it is, or by a quarter. */
async function levelled(gray: GrayPicture, page: PagePicture): Promise<{ quarter: number; prepared: Prepared }> {
  const asIs = { quarter: 0, prepared: await prepare(gray, page) };
  const { lines } = asIs.prepared;
  if (lines.length === 0 || slenderness(lines) >= SURELY_LEVEL) return asIs;
  if (!runFurther(linesOnItsSide(asIs.prepared), lines)) return asIs;
  const other = { quarter: 90, prepared: await prepare(await turned(gray, 90), page) };
  return runFurther(other.prepared.lines, lines) ? other : asIs;
}

/** Lines so many times as long as high are words or amounts that run across; of a page on its side few seem so. */
const LONG = 4;
/** So many of them tell, whatever else stands on the page. */
const LONG_LINES = 8;

/** Whether some lines run across rather than others: a table full of single noughts is judged by the share of words and amounts. */
export function runFurther(some: readonly PrintLine[], others: readonly PrintLine[]): boolean {
  const long = (lines: readonly PrintLine[]): number => lines.filter((line) => longAsHigh(line) >= LONG).length;
  const [here, there] = [long(some), long(others)];
  if (Math.max(here, there) < LONG_LINES) return slenderness(some) > slenderness(others);
  return here * others.length > there * some.length;
}

/** How many times lines of print are longer than high, in the geometric mean: a black border along the page is one line of many. */
function slenderness(lines: readonly PrintLine[]): number {
  const sum = lines.reduce((total, line) => total + Math.log(longAsHigh(line)), 0);
  return Math.exp(sum / Math.max(1, lines.length));
}

/** A page that reads so well, and has words, stands the right way up: such pages reach 0.66 to 1, others 0 to 0.50. */
const UPRIGHT = 0.58;
const SAMPLE_LINES = 12;

/** Lines about so many times as long as high tell most for what reading them costs. */
const SAMPLE_LENGTH = 12;
const longAsHigh = ({ x0, y0, x1, y1 }: PrintLine): number => (x1 - x0) / (y1 - y0);
const unlikeSample = (line: PrintLine): number => Math.abs(Math.log(longAsHigh(line) / SAMPLE_LENGTH));

/** A line gives at least so many characters for its length in heights; upside down one engine finds hardly any. */
const CHARACTERS = 0.6;
/** From this share of known characters on words are words: names of places and bodies have others. */
const WORDS = 0.6;
/** Fewer letters than this tell nothing: a page of figures. */
const TELLING = 8;

/** The lines by which pages are judged: their places in the list. */
function sampleOf(lines: readonly PrintLine[]): number[] {
  return lines
    .map((_, i) => i)
    .filter((i) => lines[i]!.strokes === undefined)
    .sort((a, b) => unlikeSample(lines[a]!) - unlikeSample(lines[b]!))
    .slice(0, SAMPLE_LINES);
}

/**
 * How well lines read, 0–1, and whether words tell. One engine is as sure of print upside down (94 of 100), but reads words there no
 * paper has; another finds hardly a character there.
 */
function readability(
  read: readonly (readonly Piece[])[],
  lines: readonly PrintLine[],
): { share: number; telling: boolean } {
  const found = read.reduce((sum, line, i) => sum + howSurely(line, lines[i]!), 0) / Math.max(1, lines.length);
  const letters = read.flat().filter(({ text }) => /^\p{L}$/u.test(text));
  const telling = letters.length >= TELLING;
  return { share: telling ? found * Math.min(1, knownShare(letters) / WORDS) : found, telling };
}

/** How sure the reader is of a line, 0–1; of one for whose length it found few characters, less. */
function howSurely(read: readonly Piece[], line: PrintLine): number {
  const characters = read.reduce((sum, { text }) => sum + text.length, 0);
  return (sureness(read) / 100) * Math.min(1, characters / (CHARACTERS * longAsHigh(line)));
}
