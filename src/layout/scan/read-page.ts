import type { PageContent } from "../../lib/page-content.ts";
import type { OcrEngine, OcrModel } from "./engine.ts";
import { withoutGhosts } from "./ghost-digits.ts";
import { compare, hasNumber, type Piece, pieces, settled, sureness, surerFirst, weakest } from "./guard.ts";
import { corrected, knownShare } from "./lexicon.ts";
import { percents } from "./percent.ts";
import { type GrayPicture, turned } from "./picture.ts";
import { placed } from "./places.ts";
import { type PagePicture, type Prepared, prepare, preparedPicture, scaled } from "./prepared-page.ts";
import { shaped } from "./shapes.ts";
import { pageNumber, spelled, spelledInCell } from "./spelling.ts";
import { stack, unstack } from "./strips.ts";
import type { Region } from "./text-lines.ts";

export type { PagePicture } from "./prepared-page.ts";

/** Which engine reads, and how often. */
export interface ScanOptions {
  readonly engine: OcrEngine;
  /** Read numbers a second time with another model where the engine has one. Default true. */
  readonly twice?: boolean;
}

/** A page read by looking at it: characters with boxes, ruling lines, and the lowest confidence of a line. */
export type ScannedPage = PageContent & { readonly confidence: number };

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
    glyphs: spelledLines(first, upright).flatMap((line, run) =>
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

/** The lines as printed: signs by their shape, marks by their neighbours, labels by the words of the forms, page numbers between dashes. */
function spelledLines(read: readonly (readonly Piece[])[], { lines, mask }: Prepared): Piece[][] {
  const out = read.map((line, i) => {
    const signed = percents(shaped(line, mask, lines[i]!), lines[i]!.cell === undefined);
    return spelled(withoutGhosts(signed, mask, lines[i]!));
  });
  const cells = new Map<number, number[]>();
  for (const [i, { cell, y0 }] of lines.entries()) {
    if (cell !== undefined) cells.set(cell, [...(cells.get(cell) ?? []), i]);
    else if (y0 > FOOT * mask.height) out[i] = pageNumber(out[i]!);
  }
  for (const places of cells.values()) {
    if (places.length === 1) out[places[0]!] = spelledInCell(out[places[0]!]!);
    const words = corrected(places.map((i) => out[i]!));
    for (const [k, i] of places.entries()) out[i] = words[k]!;
  }
  return out;
}

/** Page numbers stand below this share of a page's height. */
const FOOT = 0.85;

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

/** Share of characters known from forms above which a page stands the right way up, and how many lines tell. */
const UPRIGHT = 0.55;
const SAMPLE_LINES = 12;

/** Turns the page the way it reads: as it is, upside down or on its side, whichever gives most characters such papers are written with. */
async function makeUpright(gray: GrayPicture, page: PagePicture, engine: OcrEngine): Promise<Prepared> {
  const asIs = await prepare(gray, page);
  if (asIs.lines.length === 0) return asIs;
  let best = { known: await readability(asIs, engine), prepared: asIs };
  if (best.known >= UPRIGHT) return asIs;
  for (const quarter of [180, 90, 270]) {
    const other = await prepare(await turned(gray, quarter), page);
    const known = await readability(other, engine);
    if (known > best.known + 0.1) best = { known, prepared: other };
    if (best.known >= UPRIGHT) break;
  }
  return best.prepared;
}

/** An engine is as sure of print upside down (94 of 100), but what it reads there are words no paper has. */
async function readability(prepared: Prepared, engine: OcrEngine): Promise<number> {
  const { lines } = prepared;
  const step = Math.max(1, Math.floor(lines.length / SAMPLE_LINES));
  const sample = [...lines]
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .filter((_, i) => i % step === 0)
    .slice(0, SAMPLE_LINES);
  const read = (await readLines(prepared, sample, engine, engine.models[0]!)).flat();
  return knownShare(read);
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
