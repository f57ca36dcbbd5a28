import sharp from "sharp";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import { stream, type WrittenPage, writePdf } from "./write-pdf.ts";

/** How a page is photographed. */
export interface Scanning {
  readonly dpi: number;
  /** Degrees askew. */
  readonly skew?: number;
  /** A red seal over the middle of the page, as a share of its width. */
  readonly seal?: number;
  readonly upsideDown?: boolean;
}

/** A page of a PDF as a grey-brown JPEG of a scanner: off-white paper, uneven light, soft print. */
export async function photographed(pdf: Uint8Array, page: number, how: Scanning): Promise<Buffer> {
  const document = await openPdfium(pdf);
  const { width, height, rgba } = document.render(page, how.dpi);
  document.close();
  const svg = (content: string): Buffer =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`);
  const radius = (how.seal ?? 0) * width;
  const flat = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .flatten({ background: "#fff" })
    .composite([
      {
        input: svg(
          '<defs><linearGradient id="g"><stop offset="0" stop-color="#fbfaf6"/><stop offset="1" stop-color="#e4e2da"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>',
        ),
        blend: "multiply",
      },
      {
        input: svg(
          `<circle cx="${width / 2}" cy="${height / 3}" r="${radius}" fill="none" stroke="#e03028" stroke-width="${radius / 10}" opacity="0.8"/>`,
        ),
        blend: "multiply",
      },
    ])
    .png()
    .toBuffer();
  const turned = sharp(flat).rotate((how.skew ?? 0) + (how.upsideDown ? 180 : 0), { background: "#efeee9" });
  return sharp(await turned.png().toBuffer())
    .resize({ width, height, fit: "cover" })
    .blur(0.5)
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** A PDF of pages that are each one JPEG, after those given. */
export async function pdfOfPictures(
  jpegs: readonly Buffer[],
  before: readonly WrittenPage[] = [],
): Promise<Uint8Array> {
  const pictures: string[] = [];
  const pages: WrittenPage[] = [];
  for (const [i, jpeg] of jpegs.entries()) {
    const { width = 1, height = 1, channels } = await sharp(jpeg).metadata();
    const [w, h] = width > height ? [842, 595] : [595, 842];
    pictures.push(
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /Filter /DCTDecode ` +
          `/ColorSpace /${channels === 1 ? "DeviceGray" : "DeviceRGB"}`,
        jpeg.toString("latin1"),
      ),
    );
    pages.push({
      content: `${w} 0 0 ${h} 0 0 cm /P Do`,
      box: [0, 0, w, h],
      resources: `/XObject << /P ${6 + i} 0 R >>`,
    });
  }
  return writePdf([...before, ...pages], pictures);
}
