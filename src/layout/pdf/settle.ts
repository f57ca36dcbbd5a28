import type { Box } from "../../../schemas/index.ts";
import { ExtractionError, isPassing, UnseenPicture } from "../../lib/errors.ts";
import { smallest } from "../../lib/long-lists.ts";
import type { Glyph, PageContent } from "../../lib/page-content.ts";
import type { LayoutOptions } from "../options.ts";
import type { EmbeddedPicture, PageReading, PaintingPdfDocument, Raster } from "./engine.ts";
import { pictureRegions } from "./picture-regions.ts";
import { judge } from "./trust.ts";

/** A page that must be looked at, or a picture standing on it: its size in points and, on demand, what it looks like. */
export interface PageToLookAt {
  readonly number: number;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  render(dpi: number): Raster;
  /** The pictures on it as stored: for a scan usually one, better than any rendering of it. */
  pictures(): EmbeddedPicture[];
}

type Seen = PageContent & {
  readonly confidence?: number;
  /** What of it cannot be made out. */
  readonly unclear?: readonly string[];
};

/** What the PDF reader leaves to others. All may reject with ExtractionError. */
export interface PdfReaderHooks {
  /** Reads a page by looking at it (OCR). */
  readonly ocrPage?: (page: PageToLookAt) => Promise<Seen>;
  /** Reads a picture on a page of text; null where it holds neither table nor text (a photograph, a chart). */
  readonly ocrPicture?: (picture: PageToLookAt) => Promise<Seen | null>;
}

/** One page's content, where it came from and what could not be read on it. */
export interface ReadPage {
  readonly content: PageContent;
  readonly from: "text" | "ocr";
  /** How sure the reader is of what it looked at, 0–100. */
  readonly confidence?: number;
  readonly trouble: readonly ExtractionError[];
}

interface Sight {
  /** How many pages the document has. */
  readonly pages: number;
  /** Null where no engine can paint the document. */
  readonly painting: PaintingPdfDocument | null;
  readonly options: LayoutOptions;
  readonly hooks: PdfReaderHooks;
  /** Its fonts draw other digits than their Unicode maps say. */
  readonly distrusted?: boolean;
}

/** A page's text where it is to be believed, with the pictures on it; otherwise what is seen when it is looked at. */
export async function settle(reading: PageReading | ExtractionError, number: number, sight: Sight): Promise<ReadPage> {
  const where = `page ${number}`;
  if (reading instanceof ExtractionError)
    return {
      content: emptyPage(number),
      from: "text",
      trouble: [new ExtractionError(reading.code, reading.message, where)],
    };
  const { ocr = "auto", onPage } = sight.options;
  const judged = judge(reading);
  const verdict = judged === "text" && sight.distrusted === true ? "garbled" : judged;
  const content = contentOf(reading);
  if (verdict === "blank") return { content, from: "text", trouble: [] };
  if (verdict === "text" && ocr !== "always") {
    const page = await withPictures(content, where, sight);
    const { unseen } = reading.evidence;
    if (unseen === 0) return page;
    const message = `${unseen} digits covered by something else or in the paper's colour were not read`;
    return { ...page, trouble: [...page.trouble, new ExtractionError("hidden-part", message, where)] };
  }
  const said = whyLookedAt(verdict, reading);
  const { painting, hooks } = sight;
  if (ocr === "never" || !hooks.ocrPage || !painting)
    return {
      content,
      from: "text",
      trouble: [new ExtractionError("unsupported-format", `${said}; it was not looked at`, where)],
    };
  try {
    const { confidence, unclear = [], ...seen } = await hooks.ocrPage(wholePage(content, sight.pages, painting));
    onPage?.(number, sight.pages);
    const trouble = unclear.map((message) => new ExtractionError("page-unclear", message, where));
    return { content: seen, from: "ocr", ...(confidence === undefined ? {} : { confidence }), trouble };
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    return {
      content,
      from: "text",
      trouble: [new ExtractionError(failureOf(error), `${said}; ${error.message}`, where, error)],
    };
  }
}

/** Why looking failed; what may pass, and what is missing on this machine, stay what they are. */
const failureOf = (error: ExtractionError): ExtractionError["code"] =>
  isPassing(error) || error.code === "missing-program" ? error.code : "ocr-failed";

function whyLookedAt(verdict: "text" | "picture" | "garbled", { evidence }: PageReading): string {
  if (verdict === "garbled") return "the page's characters have no readable text";
  if (verdict === "text") return "the page was to be looked at";
  return evidence.invisible > 0
    ? "the page is a picture over text that another program recognised"
    : "the page is a picture";
}

/** A page of text with what the pictures on it show, each in its place. */
async function withPictures(content: PageContent, where: string, sight: Sight): Promise<ReadPage> {
  const { painting, pages, options, hooks } = sight;
  const trouble: ExtractionError[] = [];
  const sure: number[] = [];
  let { glyphs, lines } = content;
  for (const region of pictureRegions(content)) {
    const told = (code: ExtractionError["code"], message: string, cause?: unknown): void => {
      trouble.push(new ExtractionError(code, `a picture on the page ${message}`, where, cause));
    };
    if (options.ocr === "never" || !hooks.ocrPicture || !painting) {
      trouble.push(new UnseenPicture(where));
      continue;
    }
    try {
      const seen = await hooks.ocrPicture(partOfPage(wholePage(content, pages, painting), region));
      options.onPage?.(content.number, pages);
      if (seen === null) told("unsupported-format", "holds neither a table nor text");
      else {
        const runs = glyphs.reduce((most, { run }) => Math.max(most, run ?? 0), 0);
        const placed = inPlace(seen, region, runs);
        glyphs = [...glyphs, ...placed.glyphs];
        lines = [...lines, ...placed.lines];
        if (seen.confidence !== undefined) sure.push(seen.confidence);
        for (const message of seen.unclear ?? []) told("page-unclear", `cannot be made out whole: ${message}`);
      }
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      told(failureOf(error), `could not be read: ${error.message}`, error);
    }
  }
  const confidence = sure.length > 0 ? { confidence: smallest(sure) } : {};
  return { content: { ...content, glyphs, lines }, from: "text", ...confidence, trouble };
}

const wholePage = (
  { number, width, height }: PageContent,
  pages: number,
  painting: PaintingPdfDocument,
): PageToLookAt => ({
  number,
  pages,
  width,
  height,
  render: (dpi) => painting.render(number, dpi),
  pictures: () => painting.pictures(number),
});

/** A part of a page as if it were a page. */
function partOfPage(page: PageToLookAt, [x0, y0, x1, y1]: Box): PageToLookAt {
  return {
    ...page,
    width: x1 - x0,
    height: y1 - y0,
    render: (dpi) => {
      const { width, height, rgba } = page.render(dpi);
      const scale = width / page.width;
      const left = Math.max(0, Math.round(x0 * scale));
      const top = Math.max(0, Math.round(y0 * scale));
      const part = {
        width: Math.min(width - left, Math.round((x1 - x0) * scale)),
        height: Math.min(height - top, Math.round((y1 - y0) * scale)),
      };
      const cut = new Uint8Array(part.width * part.height * 4);
      for (let y = 0; y < part.height; y++) {
        const from = ((top + y) * width + left) * 4;
        cut.set(rgba.subarray(from, from + part.width * 4), y * part.width * 4);
      }
      return { ...part, rgba: cut };
    },
    pictures: () =>
      page.pictures().flatMap((picture): EmbeddedPicture[] => {
        const [a, b, c, d] = picture.box;
        const inside = a < x1 && c > x0 && b < y1 && d > y0;
        return inside ? [{ ...picture, box: [a - x0, b - y0, c - x0, d - y0] }] : [];
      }),
  };
}

/** What was seen in a picture, in the page's coordinates; its runs of characters are numbered after those of the text. */
function inPlace(seen: PageContent, [x0, y0, , y1]: Box, runs: number): Pick<PageContent, "glyphs" | "lines"> {
  // a picture may be shown stretched in height
  const stretch = seen.height > 0 ? (y1 - y0) / seen.height : 1;
  return {
    glyphs: seen.glyphs.map((glyph): Glyph => {
      const [a, b, c, d] = glyph.box;
      const box: Box = [a + x0, b * stretch + y0, c + x0, d * stretch + y0];
      return { ...glyph, box, run: runs + 1 + (glyph.run ?? 0) };
    }),
    lines: seen.lines.map((line) =>
      line.direction === "h"
        ? { ...line, at: line.at * stretch + y0, from: line.from + x0, to: line.to + x0 }
        : { ...line, at: line.at + x0, from: line.from * stretch + y0, to: line.to * stretch + y0 },
    ),
  };
}

const contentOf = ({ number, width, height, glyphs, lines, pictures }: PageReading): PageContent => ({
  number,
  width,
  height,
  glyphs,
  lines,
  pictures,
});

const emptyPage = (number: number): PageContent => ({
  number,
  width: 595,
  height: 842,
  glyphs: [],
  lines: [],
  pictures: [],
});
