import type { Block, Layout } from "../lib/layout.ts";
import { withoutNoteMarks } from "../lib/note-marks.ts";
import { ideographs } from "./radicals.ts";

/**
 * What every carrier's text goes through last, whatever it was read from: radicals of the Kangxi and supplement blocks (pasted out of
 * PDFs into text files, Word and sheets) become their ideographs, note marks behind numbers are taken off.
 */
export function asText(layout: Layout): Layout {
  return { ...layout, pages: layout.pages.map((page) => ({ ...page, blocks: page.blocks.map(block) })) };
}

const clean = (text: string): string => withoutNoteMarks(ideographs(text));

function block(one: Block): Block {
  if (one.kind === "grid") {
    const changed = one.cells.some((cell) => clean(cell.text) !== cell.text);
    return changed ? { ...one, cells: one.cells.map((cell) => ({ ...cell, text: clean(cell.text) })) } : one;
  }
  const text = clean(one.text);
  if (text === one.text) return one;
  const lines = one.lines?.map((line) => ({ ...line, text: clean(line.text) }));
  return { ...one, text, ...(lines ? { lines } : {}) };
}
