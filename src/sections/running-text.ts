import { squeeze } from "../lib/grid.ts";
import type { Grid, Paragraph } from "../lib/layout.ts";

/** A cell of data is shorter than this. */
const LONG = 40;

/**
 * Pages copied with the bars of a table that only placed things: no row holds more than one text, and every text is sentences. They are
 * read as if the table were not there; null for a table of data.
 */
export function runningText(grid: Grid): Paragraph[] | null {
  const full = grid.cells.filter((cell) => squeeze(cell.text) !== "");
  const rows = new Set(full.map((cell) => cell.r));
  if (full.length === 0 || rows.size < full.length || !full.every(({ text }) => isSentences(text))) return null;
  return full.flatMap(({ text, page, box, address }) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => ({ kind: "paragraph" as const, page, box, text: line, ...(address ? { address } : {}) })),
  );
}

const isSentences = (text: string): boolean => squeeze(text).length >= LONG && /[。；;]/u.test(text);
