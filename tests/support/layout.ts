import type { Block, Cell, Grid, Layout, Page, Paragraph } from "../../src/lib/layout.ts";

/** Box-less paragraph; `title` is centred. */
export const line = (text: string, extra: Partial<Paragraph> = {}): Paragraph => ({
  kind: "paragraph",
  page: 1,
  box: null,
  text,
  ...extra,
});
export const title = (text: string): Paragraph => line(text, { align: "center", bold: true });

/**
 * A grid from rows of text: cells between bars, `text*rs×cs` for a merged one (as `gridText` prints it). Positions covered by a cell merged
 * from above are left out.
 */
export function textGrid(rows: string, extra: Partial<Grid> = {}): Grid {
  const lines = rows
    .trim()
    .split("\n")
    .map((row) => row.trim());
  const cells: Cell[] = [];
  const taken = new Set<string>();
  let cols = 0;
  lines.forEach((row, r) => {
    let c = 0;
    for (const part of row.split("|")) {
      while (taken.has(`${r},${c}`)) c++;
      const span = /\*(\d+)x(\d+)$/.exec(part);
      const [rs, cs] = span ? [Number(span[1]), Number(span[2])] : [1, 1];
      for (let y = r; y < r + rs; y++) for (let x = c; x < c + cs; x++) taken.add(`${y},${x}`);
      cells.push({ r, c, rs, cs, text: part.replace(/\*\d+x\d+$/, "").replace(/\//g, "\n"), page: 1, box: null });
      c += cs;
      cols = Math.max(cols, c);
    }
  });
  return { kind: "grid", page: 1, box: null, rows: lines.length, cols, cells, ...extra };
}

/** Pages of blocks as a layout; blocks get their page's number, grids fill their page down to the foot unless they have a box. */
export function layoutOf(...pages: readonly (readonly Block[])[]): Layout {
  return {
    file: {
      path: "t.pdf",
      name: "t.pdf",
      bytes: new Uint8Array(),
      sha256: "0".repeat(64),
      mediaType: "pdf",
      containers: [],
    },
    reader: "test",
    trouble: [],
    pages: pages.map(
      (blocks, i): Page => ({
        number: i + 1,
        width: 595,
        height: 842,
        from: "text",
        blocks: blocks.map((block) => placed(block, i + 1)),
      }),
    ),
  };
}

function placed(block: Block, page: number): Block {
  if (block.kind === "paragraph") return { ...block, page };
  const top = page === 1 ? 200 : 72;
  const step = (770 - top) / block.rows;
  const cells = block.cells.map((cell) => ({
    ...cell,
    page,
    box: cell.box ?? ([72, top + step * cell.r, 520, top + step * (cell.r + cell.rs)] as const),
  }));
  return { ...block, page, cells: cells as unknown as Cell[] };
}
