import type { Box } from "../../../schemas/index.ts";
import type { Grid, Page } from "../../lib/layout.ts";
import { pictureLibrary } from "../../lib/picture-library.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import type { Raster } from "./engine.ts";
import { openPdfium } from "./pdfium.ts";

/** Enough to read the print and to see which line a cell was cut at. */
const DRAW_DPI = 110;

/** Paints what was found over the page's picture: paragraphs green, cells orange, rows blue, columns red. PNG bytes. */
export async function drawPage(raster: Raster, page: Page): Promise<Uint8Array> {
  const { width, height, rgba } = raster;
  const shapes = page.blocks.map((block) =>
    block.kind === "grid" ? drawGrid(block, page) : block.box ? rectangle(block.box, "paragraph") : "",
  );
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${page.width} ${page.height}">
    <style>
      rect { fill: none } .paragraph { stroke: #2a9d3a; stroke-width: .6 }
      .grid { stroke: #7b2ff2; stroke-width: 1.6 } .cell { stroke: #f08c00; stroke-width: .8; fill: #f08c00; fill-opacity: .07 }
      .span { fill-opacity: .2 } .row { stroke: #1c5fd4; stroke-width: .5 } .column { stroke: #d4281c; stroke-width: .5 }
      text { font: 4px sans-serif; fill: #7b2ff2 }
    </style>${shapes.join("")}</svg>`;
  return pictureLibrary()(rgba, { raw: { width, height, channels: 4 } })
    .composite([{ input: Buffer.from(overlay) }])
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** The pages of a PDF that have blocks, one by one, each with what was found painted on it. */
export async function* drawPdf(
  file: SourceFile,
  pages: readonly Page[],
): AsyncGenerator<{ readonly page: number; readonly png: Uint8Array }> {
  const document = await openPdfium(file.bytes);
  try {
    for (const page of pages)
      if (page.blocks.length > 0)
        yield { page: page.number, png: await drawPage(document.render(page.number, DRAW_DPI), page) };
  } finally {
    document.close();
  }
}

function drawGrid(grid: Grid, page: Page): string {
  const [x0, y0, x1, y1] = grid.box ?? [0, 0, page.width, page.height];
  const cells = grid.cells.map(({ r, c, rs, cs, box }) => {
    if (!box) return "";
    const label = `<text x="${box[0] + 1}" y="${box[1] + 4.5}">${r},${c}</text>`;
    return rectangle(box, rs > 1 || cs > 1 ? "cell span" : "cell") + label;
  });
  return [
    ...(grid.box ? [rectangle(grid.box, "grid")] : []),
    ...cells,
    ...(grid.rowEdges ?? []).map((y) => `<path class="row" d="M${x0 - 4} ${y}H${x1 + 4}"/>`),
    ...(grid.edges ?? []).map((x) => `<path class="column" d="M${x} ${y0 - 4}V${y1 + 4}"/>`),
  ].join("");
}

const rectangle = ([x0, y0, x1, y1]: Box, kind: string): string =>
  `<rect class="${kind}" x="${x0}" y="${y0}" width="${Math.max(0, x1 - x0)}" height="${Math.max(0, y1 - y0)}"/>`;
