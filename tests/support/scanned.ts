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
  /** Where the seal's middle stands, as shares of width and height; a third down the middle where not said. */
  readonly sealAt?: readonly [number, number];
  readonly upsideDown?: boolean;
  /** Photographed from below: by how much the foot of the page is wider than its head, as a share. */
  readonly tilt?: number;
  readonly quality?: number;
}

/** A page of a PDF as a grey-brown JPEG of a scanner: off-white paper, uneven light, soft print. */
export async function photographed(pdf: Uint8Array, page: number, how: Scanning): Promise<Buffer> {
  const document = await openPdfium(pdf);
  const { width, height, rgba } = document.render(page, how.dpi);
  document.close();
  const svg = (content: string): Buffer =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`);
  const radius = (how.seal ?? 0) * width;
  const [sealX, sealY] = how.sealAt ?? [1 / 2, 1 / 3];
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
          `<g opacity="0.8" transform="translate(${sealX * width} ${sealY * height})"><circle r="${radius}" fill="none" stroke="#e03028" stroke-width="${radius / 10}"/><path d="${STAR}" transform="scale(${radius * 0.4})" fill="#e03028"/></g>`,
        ),
        blend: "multiply",
      },
    ])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) =>
      sharp(how.tilt ? tilted(data, info, how.tilt) : data, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer(),
    );
  const turned = sharp(flat).rotate((how.skew ?? 0) + (how.upsideDown ? 180 : 0), { background: "#efeee9" });
  return sharp(await turned.png().toBuffer())
    .resize({ width, height, fit: "cover" })
    .blur(0.5)
    .jpeg({ quality: how.quality ?? 60 })
    .toBuffer();
}

const STAR = `M${[...Array(5).keys()]
  .map((i) => ((i * 4 * Math.PI) / 5 - Math.PI / 2) as number)
  .map((turn) => `${Math.cos(turn).toFixed(3)} ${Math.sin(turn).toFixed(3)}`)
  .join("L")}Z`;

/** The desk a photographed page lies on. */
const DESK = [176, 168, 158] as const;

/** A page seen from its foot: a true perspective about its middle, three bytes a pixel. */
function tilted(data: Uint8Array, { width, height }: { width: number; height: number }, by: number): Uint8Array {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const depth = 0.9 * (1 + by * (y / height - 0.5));
      const sx = width / 2 + (x - width / 2) / depth;
      const sy = height / 2 + (y - height / 2) / depth;
      const inside = sx >= 0 && sy >= 0 && sx < width - 1 && sy < height - 1;
      const i = Math.floor(sy) * width + Math.floor(sx);
      const [fx, fy] = [sx % 1, sy % 1];
      const at = (k: number): number => data[3 * (i + (k >> 1) * width + (k & 1)) + channel]!;
      let channel = 0;
      for (; channel < 3; channel++)
        out[3 * (y * width + x) + channel] = inside
          ? (at(0) * (1 - fx) + at(1) * fx) * (1 - fy) + (at(2) * (1 - fx) + at(3) * fx) * fy
          : DESK[channel]!;
    }
  return out;
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
