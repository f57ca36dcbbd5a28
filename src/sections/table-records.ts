import type { TableRecord } from "../../schemas/index.ts";
import type { Section } from "../lib/section.ts";

/** The table sections as records of kind `table`, in document order. Cells without a text are kept: the grid is whole. */
export function tableRecords(sections: readonly Section[]): TableRecord[] {
  const records: TableRecord[] = [];
  for (const section of sections) {
    if (section.kind !== "table") continue;
    const { grid } = section;
    records.push({
      kind: "table",
      page: grid.page,
      pages: [...section.pages],
      bbox: grid.box,
      title: section.title,
      unit: section.unit?.text ?? null,
      rows: grid.rows,
      cols: grid.cols,
      cells: grid.cells.map(({ r, c, rs, cs, text, box, page }) => ({
        r,
        c,
        rs,
        cs,
        text: text.normalize("NFC"),
        bbox: box,
        page,
      })),
    });
  }
  return records;
}
