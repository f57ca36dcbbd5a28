/** One page of a PDF written by hand: its content stream, with fonts /F1 (Helvetica) and /F2 (a Song face, Unicode big-endian). */
export interface WrittenPage {
  readonly content: string;
  readonly box?: readonly [number, number, number, number];
  readonly rotate?: number;
  /** Further resource entries, e.g. `/XObject << /X1 9 0 R >>`. */
  readonly resources?: string;
  /** Further fonts: `/F3 6 0 R`. */
  readonly fonts?: string;
}

/** Han text as the hexadecimal string that /F2 takes. */
export const han = (text: string): string =>
  `<${[...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;

/** Objects 1–5 are catalogue, page tree and fonts; `extra` are numbered from 6; then two objects a page. */
export function writePdf(pages: readonly WrittenPage[], extra: readonly string[] = [], trailer = ""): Uint8Array {
  const first = 6 + extra.length;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor << /Type /FontDescriptor " +
      "/FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 >> " +
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    ...extra,
    ...pages.flatMap(({ content, box = [0, 0, 595, 842], rotate = 0, resources = "", fonts = "" }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(" ")}] /Rotate ${rotate} /Contents ${first + 2 * i + 1} 0 R ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R ${fonts} >> ${resources} >> >>`,
      stream("", content),
    ]),
  ];
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) body += `${String(at).padStart(10, "0")} 00000 n \n`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(body, (c) => c.charCodeAt(0));
}

/** A stream object: dictionary entries and the Latin-1 bytes. */
export const stream = (entries: string, content: string): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
