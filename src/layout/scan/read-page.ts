import type { PageContent, RuleLine } from "../../lib/page-content.ts";
import { latticeOf } from "../table/lattice.ts";
import { connectRules } from "../table/networks.ts";
import { joinRules } from "../table/rules.ts";
import type { OcrEngine, OcrModel } from "./engine.ts";
import { compare, hasNumber, type Piece, pieces } from "./guard.ts";
import { evenLight, type InkMask, inkMask } from "./ink.ts";
import { type GrayPicture, grayPicture, type RawPicture, resized, turned } from "./picture.ts";
import { type PixelRule, placeAt, rulingLines } from "./ruling-lines.ts";
import { skewOf } from "./skew.ts";
import { stack, unstack } from "./strips.ts";
import { type Region, textLines } from "./text-lines.ts";

/** Resolution pages are read at; finer ones are brought down to it, coarser ones stay. */
const DPI = 200;
const TOO_FINE = 260;

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
  const first = await readLines(straight, lines, engine, engine.models[0]!);
  const second = engine.models[1];
  if (twice && second) {
    const doubtful = lines.map((line, i) => ({ line, i })).filter(({ i }) => hasNumber(first[i]!));
    const again = await readLines(
      straight,
      doubtful.map(({ line }) => line),
      engine,
      second,
    );
    for (const [k, { i }] of doubtful.entries()) first[i] = compare(first[i]!, again[k]!);
  }
  const confidence = Math.min(100, ...first.filter((line) => line.length > 0).map(meanConfidence));
  return {
    number: page.number,
    width: page.width,
    height: straight.height * scale,
    glyphs: first.flatMap((line, run) =>
      line.map(({ text, box, alternatives }) => ({
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

const meanConfidence = (line: readonly Piece[]): number =>
  line.reduce((sum, { confidence }) => sum + confidence, 0) / line.length;

async function preparedPicture({ picture, width }: PagePicture): Promise<GrayPicture> {
  const gray = await grayPicture(picture);
  const dpi = (gray.width * 72) / width;
  return evenLight(dpi > TOO_FINE ? await resized(gray, (gray.width * DPI) / dpi) : gray);
}

/** Mean confidence above which a page stands the right way up, and how many lines tell. */
const UPRIGHT = 62;
const SAMPLE_LINES = 12;

/** Turns the page the way it reads: as it is, upside down or on its side, whichever the engine is surest of. */
async function makeUpright(gray: GrayPicture, page: PagePicture, engine: OcrEngine): Promise<Prepared> {
  const asIs = await prepare(gray, page);
  if (asIs.lines.length === 0) return asIs;
  let best = { sure: await sureness(asIs, engine), prepared: asIs };
  if (best.sure >= UPRIGHT) return asIs;
  for (const quarter of [180, 90, 270]) {
    const other = await prepare(await turned(gray, quarter), page);
    const sure = await sureness(other, engine);
    if (sure > best.sure + 5) best = { sure, prepared: other };
    if (best.sure >= UPRIGHT) break;
  }
  return best.prepared;
}

async function sureness({ straight, lines }: Prepared, engine: OcrEngine): Promise<number> {
  const step = Math.max(1, Math.floor(lines.length / SAMPLE_LINES));
  const sample = [...lines]
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .filter((_, i) => i % step === 0)
    .slice(0, SAMPLE_LINES);
  const read = (await readLines(straight, sample, engine, engine.models[0]!)).flat();
  return read.length === 0 ? 0 : meanConfidence(read);
}

async function prepare(gray: GrayPicture, page: PagePicture): Promise<Prepared> {
  const straight = await turned(gray, skewOf(inkMask(gray)));
  const dpi =
    (straight.width * 72) / (straight.width > straight.height === page.width > page.height ? page.width : page.height);
  const mask = inkMask(straight);
  const rules = rulingLines(inkMask(straight, true), dpi);
  erase(straight, mask, rules);
  return { straight, dpi, rules, lines: linesOfPrint(mask, rules, dpi) };
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
      found.push(...textLines(outside, cell, dpi));
      for (let y = cell.y0; y < cell.y1; y++) outside.ink.fill(0, y * mask.width + cell.x0, y * mask.width + cell.x1);
    }
  }
  found.push(...textLines(outside, { x0: 0, y0: 0, x1: mask.width, y1: mask.height }, dpi));
  return found;
}

/** Reads lines of print with one model, in stacks, as many at a time as the engine has lanes. */
async function readLines(
  picture: GrayPicture,
  lines: readonly Region[],
  engine: OcrEngine,
  model: OcrModel,
): Promise<Piece[][]> {
  const out: Piece[][] = lines.map(() => []);
  await Promise.all(
    stack(picture, lines).map(async (strip) => {
      const read = unstack(strip, await engine.read(strip.picture, model));
      for (const [index, symbols] of read) out[index] = pieces(symbols);
    }),
  );
  return out;
}
