import type { Box, TableRecord } from "../../schemas/index.ts";
import type { TableSection } from "./section.ts";

/** A box as records carry it: points to a hundredth; finer is noise of the engine. */
export const printedBox = (box: Box | null): Box | null =>
  box && (box.map((edge) => Math.round(edge * 100) / 100) as Box);

/** A stitched table as the contract's `table` record. Cells without a text are kept: the grid is whole. */
export function tableRecord({ grid, title, unit, pages }: TableSection): TableRecord {
  return {
    kind: "table",
    page: grid.page,
    pages: [...pages],
    bbox: printedBox(grid.box),
    title,
    unit: unit?.text ?? null,
    rows: grid.rows,
    cols: grid.cols,
    cells: grid.cells.map(({ r, c, rs, cs, text, box, page }) => ({
      r,
      c,
      rs,
      cs,
      text: text.normalize("NFC"),
      bbox: printedBox(box),
      page,
    })),
  };
}
