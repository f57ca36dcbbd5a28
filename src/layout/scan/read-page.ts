import type { Glyph, PageContent } from "../../lib/page-content.ts";
import { push } from "../../lib/push.ts";
import { doubted } from "./cell-doubts.ts";
import { withoutDoubled } from "./doubled-digits.ts";
import type { OcrEngine, OcrQuirks } from "./engine.ts";
import { withoutGhosts } from "./ghost-digits.ts";
import { sureness } from "./guard.ts";
import { corrected } from "./lexicon.ts";
import { withoutNoteDigits } from "./note-digits.ts";
import { readUpright } from "./orientation.ts";
import { percents } from "./percent.ts";
import type { Piece } from "./piece.ts";
import { type PagePicture, type Prepared, type PrintLine, preparedPicture, scaled } from "./prepared-page.ts";
import { readOnce, readTwice } from "./readings.ts";
import { shaped } from "./shapes.ts";
import { numberedLabels, pageNumber, spelled, spelledInCell } from "./spelling.ts";
import { withFours } from "./torn-fours.ts";
import { isTorn } from "./torn-print.ts";
import { unclearParts, unreadLines } from "./unclear.ts";

export type { PagePicture } from "./prepared-page.ts";

/** Which engine reads, and how often. */
export interface ScanOptions {
  readonly engine: OcrEngine;
  /** Read numbers a second time with another model where the engine has one. Default true. */
  readonly twice?: boolean;
}

/** A page read by looking at it: characters with boxes, ruling lines, and how sure the reader is of the worst tenth of its lines (0–100). */
export type ScannedPage = PageContent & {
  readonly confidence: number;
  /** What of it cannot be made out, and what to do about it. */
  readonly unclear: readonly string[];
};

/**
 * Reads a picture of a page: light evened, seals seen through, turned straight, ruling lines found and erased, the lines of print in
 * every cell and outside read in stacks, numbers read twice. Throws ExtractionError (`damaged`, `ocr-failed`, `timeout`).
 */
export async function readPage(page: PagePicture, { engine, twice = true }: ScanOptions): Promise<ScannedPage> {
  const { prepared, read: asRead } = await readUpright(await preparedPicture(page), page, engine, (prepared) =>
    (twice ? readTwice : readOnce)(prepared, prepared.lines, engine),
  );
  const { straight, dpi, rules, lines } = prepared;
  const scale = page.width / straight.width;
  const torn = isTorn(prepared, asRead);
  const read = torn ? withFours(asRead, prepared) : asRead;
  const streaks = prepared.streaks.map(({ at, from, to }) => ({ at: at * scale, from: from * scale, to: to * scale }));
  const seen: PageContent = {
    number: page.number,
    width: page.width,
    height: straight.height * scale,
    glyphs: spelledLines(read, prepared, engine.quirks).flatMap((line, run) =>
      line.map(({ text, box, alternatives, asRead, confidence }) => ({
        text,
        box: [box[0] * scale, lines[run]!.y0 * scale, box[2] * scale, lines[run]!.y1 * scale] as const,
        size: ((lines[run]!.y1 - lines[run]!.y0) * 72) / dpi,
        run,
        confidence,
        ...(alternatives ? { alternatives } : {}),
        ...(asRead === undefined ? {} : { asRead }),
      })),
    ),
    lines: rules.map((rule) => scaled(rule, scale)),
    pictures: [],
  };
  const content = doubted(seen, { torn, streaks });
  const confidence = Math.round(worstTenth(read));
  return {
    ...content,
    glyphs: [...content.glyphs, ...unreadLines(prepared, read).map((i) => notRead(lines[i]!, i, scale))],
    confidence,
    unclear: unclearParts(content, prepared, read, torn, confidence),
  };
}

/** Print of a cell that was not read: a character nobody knows, in doubt. */
const notRead = ({ x0, y0, x1, y1 }: PrintLine, run: number, scale: number): Glyph => ({
  text: UNKNOWN,
  box: [x0 * scale, y0 * scale, x1 * scale, y1 * scale],
  size: (y1 - y0) * scale,
  run,
  confidence: 0,
  alternatives: [""],
});

/** What stands for print that was not read. */
const UNKNOWN = "□";

/** How sure the reader is of the line below which a tenth of the page's lines lie: one smudge does not make a page unreadable. */
function worstTenth(read: readonly (readonly Piece[])[]): number {
  const sure = read
    .filter((line) => line.length > 0)
    .map(sureness)
    .sort((a, b) => a - b);
  return sure[Math.floor(sure.length / 10)] ?? 100;
}

/**
 * The lines as printed: signs by their shape, marks by their neighbours, labels by the words of the forms, page numbers between dashes.
 * Per cent signs taken for digits are looked for in readings of blocks; a reader of lines may make no such mistake.
 */
function spelledLines(read: readonly (readonly Piece[])[], { lines, mask }: Prepared, quirks: OcrQuirks): Piece[][] {
  const out = read.map((line, i) => {
    const signed = withoutNoteDigits(shaped(line, mask, lines[i]!, quirks.comparisons), mask, lines[i]!);
    if (!quirks.percentAsDigit) return spelled(withoutDoubled(signed, lines[i]!));
    return spelled(withoutGhosts(percents(signed, lines[i]!.cell === undefined), mask, lines[i]!));
  });
  const cells = new Map<number, number[]>();
  for (const [i, { cell, y0 }] of lines.entries()) {
    if (cell !== undefined) push(cells, cell, i);
    else if (y0 > FOOT * mask.height) out[i] = pageNumber(out[i]!);
  }
  for (const places of cells.values()) {
    if (places.length === 1) out[places[0]!] = spelledInCell(out[places[0]!]!);
    const words = corrected(
      places.map((i) => out[i]!),
      quirks.twins,
    );
    for (const [k, i] of places.entries()) out[i] = words[k]!;
  }
  return numberedLabels(out);
}

/** Page numbers stand below this share of a page's height. */
const FOOT = 0.85;
