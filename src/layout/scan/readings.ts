import type { LineReader, OcrEngine, OcrModel } from "./engine.ts";
import { checked, compare, hasNumber, pieces, settled, surerFirst, weakest } from "./guard.ts";
import { cropped, type GrayPicture } from "./picture.ts";
import type { Piece } from "./piece.ts";
import { placed } from "./places.ts";
import type { Prepared, PrintLine } from "./prepared-page.ts";
import { lookedAtAgain, needsSecondLook } from "./second-look.ts";
import { stack, unstack } from "./strips.ts";
import type { Region } from "./text-lines.ts";
import { thinned } from "./thinned.ts";

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

/** A number the reader of lines is surer of than the first is read once; one it is less sure of than the second stays in doubt whatever others say. */
const SURE_NUMBER = 97;
const DOUBTFUL_NUMBER = 90;

const doubtedNumber = ({ text, confidence }: Piece): boolean => /\d/.test(text) && confidence < SURE_NUMBER;

/** A number is no surer than the sign before it: what looks like one may be the stroke of a seal. */
const asSureAsSigns = (line: readonly Piece[]): Piece[] =>
  line.map((piece, i) => {
    const sign = line[i - 1];
    if (!sign || sign.confidence >= piece.confidence || !/^[-－−+]$/u.test(sign.text) || !/^\d/.test(piece.text))
      return piece;
    return { ...piece, confidence: sign.confidence };
  });

/**
 * The reader of lines alone, where it is sure of a number; another number it reads again with its strokes thinned, and one in which the two
 * differ, or of which it is not sure at all, is in doubt. Words stay as it read them; what it cannot read the engine looks at, numbers or none.
 */
async function lineThenBlocks(
  prepared: Prepared,
  lines: readonly Region[],
  engine: OcrEngine,
  reader: LineReader,
): Promise<Piece[][]> {
  const read = (await readByLine(prepared.straight, lines, reader)).map(asSureAsSigns);
  if (prepared.uncleared) await readUncleared(read, prepared.uncleared, lines, reader);
  const places = lines.map((_, i) => i).filter((i) => read[i]!.some(doubtedNumber));
  const thin = await readByLine(
    prepared.straight,
    places.map((i) => lines[i]!),
    reader,
    thinned,
  );
  for (const [k, i] of places.entries()) {
    const again = checked(read[i]!, thin[k]!);
    read[i] = again.map((piece, n) => (doubtedNumber(piece) ? inDoubt(piece, prepared) : read[i]![n]!));
  }
  const wanted = (i: number): boolean => !hasNumber(read[i]!) && needsSecondLook(read[i]!, lines[i]!);
  const again = await readSome(prepared, lines, engine, engine.models[0]!, wanted);
  for (const [i, second] of again) read[i] = [...lookedAtAgain(read[i]!, second)];
  return read;
}

/** Where clearing the page took strokes with it, the line reads better as it was. */
async function readUncleared(
  read: Piece[][],
  uncleared: GrayPicture,
  lines: readonly Region[],
  reader: LineReader,
): Promise<void> {
  const places = lines.map((_, i) => i).filter((i) => weakest(read[i]!) < SURE_NUMBER);
  const before = await readByLine(
    uncleared,
    places.map((i) => lines[i]!),
    reader,
  );
  for (const [k, i] of places.entries()) {
    const [surer, other] = weakest(before[k]!) > weakest(read[i]!) ? [before[k]!, read[i]!] : [read[i]!, before[k]!];
    read[i] = hasNumber(surer) ? checked(surer, other) : [...surer];
  }
}

/** What lay over the page and was taken away may have taken a stroke with it: there nothing but the surest numbers are sure. */
function inDoubt(piece: Piece, { uncleared }: Prepared): Piece {
  if (piece.alternatives || (!uncleared && piece.confidence >= DOUBTFUL_NUMBER)) return piece;
  return { ...piece, alternatives: [piece.second ?? ""] };
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
async function readByLine(
  page: GrayPicture,
  lines: readonly Region[],
  reader: LineReader,
  seen: (line: GrayPicture) => GrayPicture = (line) => line,
): Promise<Piece[][]> {
  const out: Piece[][] = lines.map(() => []);
  const cuts = lines.map((line) => {
    const cut = cutOut(page, line);
    return { ...cut, picture: seen(cut.picture) };
  });
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
