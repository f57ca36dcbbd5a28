import { createHash } from "node:crypto";
import type { Block, Grid, Layout } from "../../src/lib/layout.ts";
import type { MediaType, SourceFile } from "../../src/lib/source-file.ts";

/** Bytes or text as a source file of the given type. */
export function sourceFile(data: Uint8Array | string, mediaType: MediaType, name = `file.${mediaType}`): SourceFile {
  const bytes = typeof data === "string" ? Buffer.from(data) : data;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: name, name, bytes, sha256, mediaType, containers: [] };
}

/** All blocks of a layout, in order. */
export const blocksOf = (layout: Layout): Block[] => layout.pages.flatMap((page) => [...page.blocks]);

/** The paragraphs' texts, and for each grid its lines. */
export const printed = (layout: Layout): (string | string[])[] =>
  blocksOf(layout).map((block) => (block.kind === "paragraph" ? block.text : gridLines(block)));

/** A grid as a line per row: `text` of each cell that begins there, spans as `text[rows×cols]`, parted by ` | `. */
export function gridLines(grid: Grid): string[] {
  return Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map((cell) => cell.text.replaceAll("\n", "¶") + (cell.rs * cell.cs > 1 ? `[${cell.rs}×${cell.cs}]` : ""))
      .join(" | "),
  );
}

/** Every position of the grid is covered by exactly one cell. */
export function coversOnce(grid: Grid): boolean {
  const count = new Int32Array(grid.rows * grid.cols);
  for (const cell of grid.cells)
    for (let r = cell.r; r < cell.r + cell.rs; r++)
      for (let c = cell.c; c < cell.c + cell.cs; c++) {
        if (r >= grid.rows || c >= grid.cols) return false;
        count[r * grid.cols + c]!++;
      }
  return count.every((n) => n === 1);
}
