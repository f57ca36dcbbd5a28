import type { PageContent, RuleLine } from "../../lib/page-content.ts";
import { latticeOf } from "../table/lattice.ts";
import { connectRules } from "../table/networks.ts";
import { joinRules } from "../table/rules.ts";
import type { OcrEngine, OcrModel } from "./engine.ts";
import { compare, hasNumber, type Piece, pieces, settled, sureness, surerFirst, weakest } from "./guard.ts";
import { evenLight, type InkMask, inkMask } from "./ink.ts";
import { type GrayPicture, grayPicture, type RawPicture, resized, turned } from "./picture.ts";
import { placed } from "./places.ts";
import { type PixelRule, placeAt, rulingLines } from "./ruling-lines.ts";
import { skewOf } from "./skew.ts";
import { spelled } from "./spelling.ts";
import { stack, unstack } from "./strips.ts";
import { type Region, textLines } from "./text-lines.ts";

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

export interface ScanOptions {
  readonly engine: OcrEngine;
  /** Read numbers a second time with another model where the engine has one. Default true. */
  readonly twice?: boolean;
}

/** A page read by looking at it: characters with boxes, ruling lines, and the lowest confidence of a line. */
export type ScannedPage = PageContent & { readonly confidence: number };

/** A page made straight, and what was found on it before reading. */
interface Prepared {
  readonly straight: GrayPicture;
  /** Its ink, without the rules. */
  readonly mask: InkMask;
  readonly dpi: number;
  readonly rules: readonly PixelRule[];
  readonly lines: readonly Region[];
}

/**
 * Reads a picture of a page: light evened, seals seen through, turned straight, ruling lines found and erased, the lines of print in
 * every cell and outside read in stacks, numbers read twice. Throws ExtractionError (`damaged`, `ocr-failed`, `timeout`).
 */
export async function readPage(page: PagePicture, { engine, twice = true }: ScanOptions): Promise<ScannedPage> {
  const upright = await makeUpright(await preparedPicture(page), page, engine);
  const { straight, dpi, rules, lines } = upright;
  const scale = page.width / straight.width;
  const first = twice ? await readTwice(upright, engine) : await readLines(upright, lines, engine, engine.models[0]!);
  const confidence = Math.min(100, ...first.filter((line) => line.length > 0).map(sureness));
  return {
    number: page.number,
    width: page.width,
    height: straight.height * scale,
    glyphs: first.flatMap((line, run) =>
      spelled(line).map(({ text, box, alternatives }) => ({
        text,
        box: [box[0] * scale, lines[run]!.y0 * scale, box[2] * scale, lines[run]!.y1 * scale] as const,
        size: ((lines[run]!.y1 - lines[run]!.y0) * 72) / dpi,
        run,
        ...(alternatives ? { alternatives } : {}),
      })),
    ),
    lines: rules.map((rule) => scaled(rule, scale)),
    pictures: [],
    confidence: Math.round(confidence),
  } as ScannedPage;
}

const scaled = ({ direction, at, from, to, thickness }: PixelRule, scale: number): RuleLine => ({
  direction,
  at: at * scale,
  from: from * scale,
  to: to * scale,
  thickness: thickness * scale,
});

/** A line less sure than this is read by the second model too, numbers or none; one less sure than the other after both is read alone. */
const SURE = 84;
const UNSURE = 72;

/** Lines with numbers, and those read badly, by both models; what is in doubt then once more, apart from its neighbours. */
async function readTwice(prepared: Prepared, engine: OcrEngine): Promise<Piece[][]> {
  const { lines } = prepared;
  const [standard, best] = engine.models;
  const read = await readLines(prepared, lines, engine, standard!);
  if (!best) return read;
  const again = await readSome(prepared, engine, best, (i) => hasNumber(read[i]!) || weakest(read[i]!) < SURE);
  for (const [i, second] of again) {
    const [surer, other] = surerFirst(read[i]!, second);
    read[i] = compare(surer, other);
  }
  const doubtful = (i: number): boolean =>
    weakest(read[i]!) < UNSURE || read[i]!.some((piece) => piece.alternatives !== undefined);
  const wanted = lines.map((_, i) => doubtful(i));
  const [third, fourth] = await Promise.all([
    readSome(prepared, engine, standard!, (i) => wanted[i]!, true),
    readSome(prepared, engine, best, (i) => wanted[i]!, true),
  ]);
  for (const [i, apart] of third) {
    const [surer, other] = surerFirst(apart, fourth.get(i)!);
    if (weakest(read[i]!) < UNSURE && weakest(surer) > weakest(read[i]!)) read[i] = compare(surer, other);
    else read[i] = settled(read[i]!, [apart, fourth.get(i)!]);
  }
  return read;
}

/** Reads the lines asked for. */
async function readSome(
  prepared: Prepared,
  engine: OcrEngine,
  model: OcrModel,
  wanted: (line: number) => boolean,
  alone = false,
): Promise<Map<number, Piece[]>> {
  const places = prepared.lines.map((_, i) => i).filter(wanted);
  const read = await readLines(
    prepared,
    places.map((i) => prepared.lines[i]!),
    engine,
    model,
    alone,
  );
  return new Map(places.map((i, k) => [i, read[k]!]));
}

async function preparedPicture({ picture, width }: PagePicture): Promise<GrayPicture> {
  const gray = await grayPicture(picture);
  const dpi = (gray.width * 72) / width;
  return evenLight(dpi > TOO_FINE || dpi < TOO_COARSE ? await resized(gray, (gray.width * DPI) / dpi) : gray);
}

/** Mean confidence above which a page stands the right way up, and how many lines tell. */
const UPRIGHT = 62;
const SAMPLE_LINES = 12;

/** Turns the page the way it reads: as it is, upside down or on its side, whichever the engine is surest of. */
async function makeUpright(gray: GrayPicture, page: PagePicture, engine: OcrEngine): Promise<Prepared> {
  const asIs = await prepare(gray, page);
  if (asIs.lines.length === 0) return asIs;
  let best = { sure: await readability(asIs, engine), prepared: asIs };
  if (best.sure >= UPRIGHT) return asIs;
  for (const quarter of [180, 90, 270]) {
    const other = await prepare(await turned(gray, quarter), page);
    const sure = await readability(other, engine);
    if (sure > best.sure + 5) best = { sure, prepared: other };
    if (best.sure >= UPRIGHT) break;
  }
  return best.prepared;
}

async function readability(prepared: Prepared, engine: OcrEngine): Promise<number> {
  const { lines } = prepared;
  const step = Math.max(1, Math.floor(lines.length / SAMPLE_LINES));
  const sample = [...lines]
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .filter((_, i) => i % step === 0)
    .slice(0, SAMPLE_LINES);
  const read = (await readLines(prepared, sample, engine, engine.models[0]!)).flat();
  return sureness(read);
}

async function prepare(gray: GrayPicture, page: PagePicture): Promise<Prepared> {
  const straight = await turned(gray, skewOf(inkMask(gray)));
  const dpi =
    (straight.width * 72) / (straight.width > straight.height === page.width > page.height ? page.width : page.height);
  const mask = inkMask(straight);
  const rules = rulingLines(inkMask(straight, true), dpi);
  erase(straight, mask, rules);
  return { straight, mask, dpi, rules, lines: linesOfPrint(mask, rules, dpi) };
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

/** Lines of print cell by cell, then those outside tables. */
function linesOfPrint(mask: InkMask, rules: readonly PixelRule[], dpi: number): Region[] {
  const asLines = rules.map((rule) => scaled(rule, 72 / dpi));
  const { networks } = connectRules(joinRules(asLines, "h"), joinRules(asLines, "v"));
  const outside: InkMask = { ...mask, ink: Uint8Array.from(mask.ink) };
  const found: Region[] = [];
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
      found.push(...textLines(outside, cell, dpi));
      for (let y = cell.y0; y < cell.y1; y++) outside.ink.fill(0, y * mask.width + cell.x0, y * mask.width + cell.x1);
    }
  }
  found.push(...textLines(outside, { x0: 0, y0: 0, x1: mask.width, y1: mask.height }, dpi));
  return found;
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

/** Reads lines of print with one model, in stacks, as many at a time as the engine has lanes. */
async function readLines(
  { straight, mask }: Prepared,
  lines: readonly Region[],
  engine: OcrEngine,
  model: OcrModel,
  alone = false,
): Promise<Piece[][]> {
  const out: Piece[][] = lines.map(() => []);
  await Promise.all(
    stack(straight, lines, alone).map(async (strip) => {
      const read = unstack(strip, await engine.read(strip.picture, model));
      for (const [index, symbols] of read) out[index] = pieces(placed(symbols, mask, lines[index]!));
    }),
  );
  return out;
}
