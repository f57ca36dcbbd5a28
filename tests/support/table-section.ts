import type { Cell } from "../../src/lib/layout.ts";
import type { TableSection } from "../../src/lib/section.ts";

/**
 * A table as text: one row a line, cells between `|`, `<` continues the cell at the left, `^` the cell above, `⏎` breaks a line
 * inside a cell. A line `==` begins a new page. Shorter rows leave the rest of their places uncovered.
 */
export function tableSection(text: string, rest: Partial<TableSection> = {}): TableSection {
  let page = 1;
  const rows: { page: number; texts: string[] }[] = [];
  for (const line of text.trim().split("\n")) {
    if (line.trim() === "==") page++;
    else rows.push({ page, texts: line.split("|").map((t) => t.trim()) });
  }
  const owner: (Cell & { rs: number; cs: number })[][] = [];
  const cells: (Cell & { rs: number; cs: number })[] = [];
  rows.forEach(({ page, texts }, r) => {
    owner.push([]);
    texts.forEach((printed, c) => {
      const from = printed === "<" ? owner[r]?.[c - 1] : printed === "^" ? owner[r - 1]?.[c] : undefined;
      if (from) {
        from.rs = Math.max(from.rs, r - from.r + 1);
        from.cs = Math.max(from.cs, c - from.c + 1);
        owner[r]![c] = from;
        return;
      }
      const cell = { r, c, rs: 1, cs: 1, text: printed.replaceAll("⏎", "\n"), page, box: null };
      cells.push(cell);
      owner[r]![c] = cell;
    });
  });
  return {
    kind: "table",
    index: 0,
    headings: [],
    year: null,
    table: 1,
    title: null,
    unit: null,
    entity: null,
    caption: [],
    notes: [],
    grid: {
      kind: "grid",
      page: 1,
      box: null,
      rows: rows.length,
      cols: Math.max(...rows.map(({ texts }) => texts.length)),
      cells,
    },
    pages: Array.from({ length: page }, (_, i) => i + 1),
    ...rest,
  };
}
