import { utils, type WorkSheet, write } from "@e965/xlsx";
import type { Block, Grid, Layout } from "../../src/lib/layout.ts";

/** How many lines above a table go with it onto its sheet: title, form number, 部门 and 单位. */
const HEAD_LINES = 3;
const PRINTED_AMOUNT = /^-?\d{1,3}(,\d{3})*\.\d\d$|^-?\d+\.\d\d$/;

/** The tables of a document as a workbook, a sheet each: amounts as numbers with their format, heads and notes in rows of their own. */
export function workbookOf(layout: Layout): Uint8Array {
  const book = utils.book_new();
  const blocks = layout.pages.flatMap((page) => [...page.blocks]);
  blocks.forEach((block, i) => {
    if (block.kind !== "grid") return;
    const head = before(blocks, i).slice(-HEAD_LINES);
    const note = blocks[i + 1];
    const notes = note?.kind === "paragraph" && note.text.startsWith("注") ? [note.text] : [];
    utils.book_append_sheet(book, sheetOf(head, block, notes), `表${book.SheetNames.length + 1}`);
  });
  return new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
}

function before(blocks: readonly Block[], at: number): string[] {
  const lines: string[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const block = blocks[i]!;
    if (block.kind === "grid") break;
    lines.unshift(block.text);
  }
  return lines;
}

function sheetOf(head: readonly string[], grid: Grid, notes: readonly string[]): WorkSheet {
  const sheet: WorkSheet = {};
  const merges: string[] = [];
  const put = (r: number, c: number, text: string): void => {
    const number = PRINTED_AMOUNT.test(text);
    sheet[utils.encode_cell({ r, c })] = number
      ? { t: "n", v: Number(text.replaceAll(",", "")), z: text.includes(",") ? "#,##0.00" : "0.00" }
      : { t: "s", v: text };
  };
  const merge = (r: number, c: number, rs: number, cs: number): void => {
    if (rs * cs > 1) merges.push(utils.encode_range({ s: { r, c }, e: { r: r + rs - 1, c: c + cs - 1 } }));
  };
  let r = 0;
  for (const line of head) {
    const parts = line.split(/\s+/);
    // What stands apart on a line stands in cells apart: left, and at the right edge.
    for (const [i, part] of parts.entries()) put(r, i === 0 ? 0 : grid.cols - parts.length + i, part);
    if (parts.length === 1) merge(r, 0, 1, grid.cols);
    r++;
  }
  for (const cell of grid.cells) {
    if (cell.text !== "") put(r + cell.r, cell.c, cell.text);
    merge(r + cell.r, cell.c, cell.rs, cell.cs);
  }
  r += grid.rows;
  for (const note of notes) {
    put(r, 0, note);
    merge(r++, 0, 1, grid.cols);
  }
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r, c: grid.cols - 1 } });
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  return sheet;
}
