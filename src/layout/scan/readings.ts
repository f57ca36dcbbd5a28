import type { LineReader, OcrEngine, OcrModel } from "./engine.ts";
import { checked, compare, confirmed, hasNumber, pieces, settled, surerFirst, weakest } from "./guard.ts";
import { cropped, type GrayPicture } from "./picture.ts";
import type { Piece } from "./piece.ts";
import { placed } from "./places.ts";
import type { Prepared, PrintLine } from "./prepared-page.ts";
import { lookedAtAgain, needsSecondLook } from "./second-look.ts";
import { stack, unstack } from "./strips.ts";
import type { Region } from "./text-lines.ts";

/** Lines of a page read once, by the best reader the engine has. */
export const readOnce = (prepared: Prepared, lines: readonly PrintLine[], engine: OcrEngine): Promise<Piece[][]> =>
  besideStrokes(lines, (printed) =>
    engine.lines
      ? readByLine(prepared.straight, printed, engine.lines)
      : readBlocks(prepared, printed, engine, engine.models[0]!),
  );

/** Lines of a page with their numbers read twice, and a third time where the readings differ. */
export const readTwice = (prepared: Prepared, lines: readonly PrintLine[], engine: OcrEngine): Promise<Piece[][]> =>
  besideStrokes(lines, (printed) =>
    engine.lines ? lineThenBlocks(prepared, printed, engine, engine.lines) : blocksTwice(prepared, printed, engine),
  );

/** Dashes and dots need no engine: they were known by their shape. */
async function besideStrokes(
  lines: readonly PrintLine[],
  read: (lines: readonly PrintLine[]) => Promise<Piece[][]>,
): Promise<Piece[][]> {
  const printed = await read(lines.filter(({ strokes }) => strokes === undefined));
  let next = 0;
  return lines.map(({ strokes, x0, y0, x1, y1 }) =>
    strokes === undefined ? printed[next++]! : [{ text: strokes, box: [x0, y0, x1, y1], confidence: 100 }],
  );
}

/** A line less sure than this is read by the second model too, numbers or none; one less sure than the other after both is read alone. */
const SURE = 84;
const UNSURE = 72;

/**
 * The reader of lines first; its numbers again by the engine's usual model, and where these differ by its other one. Two that agree
 * settle a number. Words stay as the reader of lines read them; what it was unsure of may be a number too.
 */
async function lineThenBlocks(
  prepared: Prepared,
  lines: readonly Region[],
  engine: OcrEngine,
  reader: LineReader,
): Promise<Piece[][]> {
  const read = await readByLine(prepared.straight, lines, reader);
  const [standard, best] = engine.models;
  const wanted = (i: number): boolean => hasNumber(read[i]!) || needsSecondLook(read[i]!, lines[i]!);
  const again = await readSome(prepared, lines, engine, standard!, wanted);
  for (const [i, second] of again)
    read[i] = hasNumber(read[i]!) ? checked(read[i]!, second) : [...lookedAtAgain(read[i]!, second)];
  if (!best) return read;
  const third = await readSome(prepared, lines, engine, best, (i) => isDoubtful(read[i]!), true);
  for (const [i, further] of third) read[i] = confirmed(read[i]!, further);
  return read;
}

const isDoubtful = (line: readonly Piece[]): boolean => line.some((piece) => piece.alternatives !== undefined);

/** Lines with numbers, and those read badly, by both models; what is in doubt then once more, apart from its neighbours. */
async function blocksTwice(prepared: Prepared, lines: readonly Region[], engine: OcrEngine): Promise<Piece[][]> {
  const [standard, best] = engine.models;
  const read = await readBlocks(prepared, lines, engine, standard!);
  if (!best) return read;
  const again = await readSome(prepared, lines, engine, best, (i) => hasNumber(read[i]!) || weakest(read[i]!) < SURE);
  for (const [i, second] of again) {
    const [surer, other] = surerFirst(read[i]!, second);
    read[i] = compare(surer, other);
  }
  const wanted = read.map((line) => weakest(line) < UNSURE || isDoubtful(line));
  const [third, fourth] = await Promise.all([
    readSome(prepared, lines, engine, standard!, (i) => wanted[i]!, true),
    readSome(prepared, lines, engine, best, (i) => wanted[i]!, true),
  ]);
  for (const [i, apart] of third) {
    const [surer, other] = surerFirst(apart, fourth.get(i)!);
    if (weakest(read[i]!) < UNSURE && weakest(surer) > weakest(read[i]!)) read[i] = compare(surer, other);
    else read[i] = settled(read[i]!, [apart, fourth.get(i)!]);
  }
  return read;
}

/** Reads the lines asked for with one model. */
async function readSome(
  prepared: Prepared,
  lines: readonly Region[],
  engine: OcrEngine,
  model: OcrModel,
  wanted: (line: number) => boolean,
  alone = false,
): Promise<Map<number, Piece[]>> {
  const places = lines.map((_, i) => i).filter(wanted);
  const read = await readBlocks(
    prepared,
    places.map((i) => lines[i]!),
    engine,
    model,
    alone,
  );
  return new Map(places.map((i, k) => [i, read[k]!]));
}

/** Reads lines of print with one model, in stacks, as many at a time as the engine has lanes. */
async function readBlocks(
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

/** White or print around a line that is cut out with it, in pixels at 200 dpi. */
const AROUND = 3;

/** Reads every line as a picture of its own. */
async function readByLine(page: GrayPicture, lines: readonly Region[], reader: LineReader): Promise<Piece[][]> {
  const out: Piece[][] = lines.map(() => []);
  const cuts = lines.map((line) => cutOut(page, line));
  await Promise.all(
    reader.together(cuts.map(({ picture }) => picture)).map(async (places) => {
      const read = await reader.read(places.map((i) => cuts[i]!.picture));
      for (const [k, i] of places.entries()) {
        const { left, top } = cuts[i]!;
        const symbols = read[k]!.map(({ box: [x0, y0, x1, y1], ...symbol }) => ({
          ...symbol,
          box: [x0 + left, y0 + top, x1 + left, y1 + top] as const,
        }));
        out[i] = pieces(symbols);
      }
    }),
  );
  return out;
}

interface Cut {
  readonly picture: GrayPicture;
  readonly left: number;
  readonly top: number;
}

function cutOut(page: GrayPicture, line: Region): Cut {
  const left = Math.max(0, line.x0 - AROUND);
  const top = Math.max(0, line.y0 - AROUND);
  const width = Math.min(page.width, line.x1 + AROUND) - left;
  const height = Math.min(page.height, line.y1 + AROUND) - top;
  return { picture: cropped(page, left, top, width, height), left, top };
}
