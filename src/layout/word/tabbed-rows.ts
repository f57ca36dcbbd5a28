import type { Block } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import { gridOf } from "../draft-grid.ts";
import { printedSpaces } from "../printed-spaces.ts";

/** Rows and columns from which paragraphs set with tabs are a table; a table of contents has two columns. */
const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;

/** The cells of a line that tabs part; null for any other line. */
export function tabbedCells(line: string): string[] | null {
  const cells = line.trim().split("\t");
  return cells.length >= LEAST_COLUMNS ? cells.map((cell) => printedSpaces(cell, true)) : null;
}

/**
 * Paragraphs that follow each other and are parted by as many tabs each, figures in most of them, are a table in all but name: one grid.
 * `tabbed` holds their cells by the block's address.
 */
export function withTabbedRows(blocks: readonly Block[], tabbed: ReadonlyMap<string, readonly string[]>): Block[] {
  if (tabbed.size < LEAST_ROWS) return [...blocks];
  const out: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const rows: (readonly string[])[] = [];
    for (let end = at; end < blocks.length; end++) {
      const block = blocks[end]!;
      const cells = block.kind === "paragraph" ? tabbed.get(block.address ?? "") : undefined;
      if (!cells || (rows.length > 0 && cells.length !== rows[0]!.length)) break;
      rows.push(cells);
    }
    const figures = rows.filter((row) => row.slice(1).some((text) => /^[-−(（]?\d[\d,，.]*[)）%％]?$/u.test(text)));
    const drafts = rows.flatMap((row, r) => row.map((text, c) => ({ r, c, rs: 1, cs: 1, text })));
    const whole = rows.length >= LEAST_ROWS && figures.length * 2 > rows.length;
    const grid = whole ? gridOf(drafts, 1, blocks[at]!.address ?? "") : null;
    append(out, grid ? [grid] : blocks.slice(at, at + Math.max(1, rows.length)));
    at += Math.max(1, rows.length);
  }
  return out;
}
