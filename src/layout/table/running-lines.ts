import type { TextPiece } from "./text-piece.ts";

/** The lines of one page, and how high the page is. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextPiece[];
}

/** `- 12 -`, `— 12 —`, `第 3 页 共 30 页`, `3/30`, `12`. */
const PAGE_NUMBER =
  /^[-－—–―·.\s]*(第\s*)?(\d{1,4}|[IVXivx]{1,6})(\s*页)?[-－—–―·.\s]*([,，/／]?\s*(共|总)?\s*\d{1,4}\s*页?)?[-－—–―·.\s]*$/u;
/** Lines that stand over every page of a printed table and yet belong to it: a unit line always, the others unless small and on most pages. */
const UNIT_LINE = /单位[:：]/u;
const CAPTION = /表\s*$|^续|^注|^\d{4}年/u;
/** Watermarks are set this many times larger than the text they lie over. */
const WATERMARK_SIZE = 1.8;
/** The part of a page's height in which headers and footers stand, and in which its last line, written as a page number, is one. */
const ZONE = 0.105;
const NUMBER_ZONE = 0.2;
/** A page number that is marked as one: dashes around it, 第…页. */
const MARKED = /[-—–－页/／]/u;

/**
 * Which lines are running headers, footers, page numbers or watermarks: a page number at the foot or head, or words at the same height of
 * most pages. One set of line indices a page.
 */
export function runningLines(pages: readonly PageLines[]): Set<number>[] {
  const found = pages.map(() => new Set<number>());
  const repeated = new Map<string, { places: [page: number, line: number][]; caption: boolean }>();
  pages.forEach((page, p) => {
    const usual = usualSize(page);
    page.lines.forEach((line, i) => {
      const text = line.text.trim();
      const atEdge = line.box[3] < page.height * ZONE || line.box[1] > page.height * (1 - ZONE);
      if (isPageNumber(text) && (atEdge || isMarkedFoot(page, i))) found[p]!.add(i);
      const large = line.size > WATERMARK_SIZE * usual;
      if ((!atEdge && !large) || text.length > 60 || UNIT_LINE.test(text)) return;
      const caption = CAPTION.test(text);
      // A title set larger than the text belongs to the table under it, however often it is printed.
      if (caption && line.size > 1.1 * usual) return;
      const key = `${text.replace(/\d+/g, "#").replace(/\s+/g, "")}|${Math.round(line.box[1] / 6)}`;
      const entry = repeated.get(key);
      if (entry) entry.places.push([p, i]);
      else repeated.set(key, { places: [[p, i]], caption });
    });
  });
  for (const { places, caption } of repeated.values()) {
    const share = places.length / pages.length;
    if (places.length < (caption ? 4 : 3) || share < (caption ? 0.6 : 0.4)) continue;
    for (const [p, i] of places) found[p]!.add(i);
  }
  return found;
}

const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text);

/** The last line of a page, low on it and marked as its number. */
function isMarkedFoot({ lines, height }: PageLines, i: number): boolean {
  const line = lines[i]!;
  return i === lines.length - 1 && line.box[1] > height * (1 - NUMBER_ZONE) && MARKED.test(line.text);
}

/** Size of most lines on a page, in points. */
function usualSize({ lines }: PageLines): number {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}
