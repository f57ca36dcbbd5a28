import type { TextPiece } from "./paragraphs.ts";

/** The lines of one page, and how high the page is. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextPiece[];
}

/** `- 12 -`, `— 12 —`, `第 3 页 共 30 页`, `3/30`, `12`. */
const PAGE_NUMBER =
  /^[-－—–―·.\s]*(第\s*)?(\d{1,4}|[IVXivx]{1,6})(\s*页)?[-－—–―·.\s]*([,，/／]?\s*(共|总)?\s*\d{1,4}\s*页?)?[-－—–―·.\s]*$/u;
/** Lines that stand over every page of a printed table and yet belong to it. */
const CAPTION = /单位[:：]|表\s*$|^续|^注|^\d{4}年/u;
/** The part of a page's height in which headers and footers stand, and in which its last line, written as a page number, is one. */
const ZONE = 0.105;
const NUMBER_ZONE = 0.2;
/** A page number that is marked as one: dashes around it, 第…页. */
const MARKED = /[-—–－页/／]/u;

/**
 * Which lines are running headers, footers and page numbers: a page number at the foot or head, or words at the same height of most
 * pages. One set of line indices a page.
 */
export function runningLines(pages: readonly PageLines[]): Set<number>[] {
  const found = pages.map(() => new Set<number>());
  const repeated = new Map<string, [page: number, line: number][]>();
  pages.forEach((page, p) => {
    const edge = edgeLines(page);
    for (const i of edge) {
      const line = page.lines[i]!;
      const text = line.text.trim();
      if (PAGE_NUMBER.test(text)) found[p]!.add(i);
      else if (text.length <= 60 && !CAPTION.test(text)) {
        const key = `${text.replace(/\d+/g, "#").replace(/\s+/g, "")}|${Math.round(line.box[1] / 6)}`;
        const places = repeated.get(key);
        if (places) places.push([p, i]);
        else repeated.set(key, [[p, i]]);
      }
    }
  });
  for (const places of repeated.values()) {
    if (places.length < 3 || places.length < 0.4 * pages.length) continue;
    for (const [p, i] of places) found[p]!.add(i);
  }
  return found;
}

/** Lines in the head and foot zone. */
function edgeLines({ lines, height }: PageLines): number[] {
  const out: number[] = [];
  lines.forEach((line, i) => {
    const last = i === lines.length - 1;
    if (line.box[3] < height * ZONE || line.box[1] > height * (1 - ZONE)) out.push(i);
    else if (last && line.box[1] > height * (1 - NUMBER_ZONE) && MARKED.test(line.text) && PAGE_NUMBER.test(line.text))
      out.push(i);
  });
  return out;
}
