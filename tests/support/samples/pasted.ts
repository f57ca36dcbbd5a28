import sharp from "sharp";
import { pdfReader } from "../../../src/layout/pdf/index.ts";
import { openPdfium } from "../../../src/layout/pdf/pdfium.ts";
import { sourceFile } from "../source-file.ts";
import { sampleHtml } from "./html.ts";
import type { Sample } from "./model.ts";

/** Screens show a table at this many dots per inch, magnified; points around a table that are cut out with it. */
const DPI = 150;
const AROUND_PT = 1;

/** A one-page sample as HTML whose ruled tables are pictures, cut out of the printed sample. */
export async function pastedHtml(sample: Sample, pdf: Uint8Array): Promise<string> {
  const { pages } = await pdfReader()(sourceFile(pdf, "pdf"), {});
  const document = await openPdfium(pdf);
  const { width, height, rgba } = document.render(1, DPI);
  document.close();
  const pictures: string[] = [];
  for (const block of pages[0]!.blocks) {
    if (block.kind !== "grid" || !block.box) continue;
    const [x0, y0, x1, y1] = block.box.map((edge, i) =>
      Math.round(((edge + (i < 2 ? -AROUND_PT : AROUND_PT)) * DPI) / 72),
    );
    const png = await sharp(rgba, { raw: { width, height, channels: 4 } })
      .extract({ left: x0!, top: y0!, width: x1! - x0!, height: y1! - y0! })
      .flatten({ background: "#fff" })
      .png({ palette: true })
      .toBuffer();
    const shown = Math.round(((x1! - x0!) * 96) / DPI);
    pictures.push(`<p align="center"><img width="${shown}" src="data:image/png;base64,${png.toString("base64")}"></p>`);
  }
  return sampleHtml(sample).replace(/<table[\s\S]*?<\/table>/g, () => pictures.shift() ?? "");
}
