import type { DocumentRecord, Finding, TableRecord } from "../../schemas/index.ts";
import type { TableSection } from "../lib/section.ts";
import type { Processed } from "../pipeline.ts";

/** Every record of a file in the contract's order: the document, its contents as printed, its findings. */
export function recordsOf(processed: Processed): (DocumentRecord | Processed["records"][number] | Finding)[] {
  return [processed.document, ...processed.records, ...processed.findings];
}

export const tableSections = (processed: Pick<Processed, "sections">): TableSection[] =>
  processed.sections.filter((section) => section.kind === "table");

/** A stitched table as the contract's `table` record. */
export function tableRecord({ grid, title, unit, pages }: TableSection): TableRecord {
  return {
    kind: "table",
    page: grid.page,
    pages: [...pages],
    bbox: grid.box,
    title,
    unit: unit?.text ?? null,
    rows: grid.rows,
    cols: grid.cols,
    cells: grid.cells.map(({ r, c, rs, cs, text, box, page }) => ({ r, c, rs, cs, text, bbox: box, page })),
  };
}
