import { openPdfium } from "../../../src/layout/pdf/pdfium.ts";
import { pdfOfPictures, photographed, type Scanning } from "../scanned.ts";

/** Samples as they are when somebody scanned or photographed them; each says what the sample's golden records say. */
export const SCANS: readonly { readonly sample: string; readonly manner: string; readonly how: Scanning }[] = [
  { sample: "contradictions", manner: "150dpi", how: { dpi: 150 } },
  { sample: "contradictions", manner: "sealed", how: { dpi: 200, seal: 0.11, sealAt: [0.72, 0.235] } },
  { sample: "contradictions", manner: "upside-down", how: { dpi: 200, upsideDown: true } },
  { sample: "contradictions", manner: "photograph", how: { dpi: 200, tilt: 0.08, skew: 0.8 } },
  { sample: "sangong-columns", manner: "200dpi-askew", how: { dpi: 200, skew: 1.7 } },
  { sample: "henan-budget", manner: "300dpi", how: { dpi: 300, quality: 40 } },
];

/** A PDF of nothing but pictures of another PDF's pages. */
export async function scanOf(pdf: Uint8Array, how: Scanning): Promise<Uint8Array> {
  const pictures: Buffer[] = [];
  const document = await openPdfium(pdf);
  const { pages } = document;
  document.close();
  for (let page = 1; page <= pages; page++) pictures.push(await photographed(pdf, page, how));
  return pdfOfPictures(pictures);
}
