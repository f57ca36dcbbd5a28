import { createHash } from "node:crypto";

/** One page of a PDF written by hand: its content stream, with fonts /F1 (Helvetica) and /F2 (a Song face, Unicode big-endian). */
export interface WrittenPage {
  readonly content: string;
  readonly box?: readonly [number, number, number, number];
  readonly rotate?: number;
  /** Further resource entries, e.g. `/XObject << /X1 9 0 R >>`. */
  readonly resources?: string;
  /** Further fonts: `/F3 6 0 R`. */
  readonly fonts?: string;
  /** Further entries of the page: `/Annots [6 0 R]`. */
  readonly entries?: string;
}

/** Han text as the hexadecimal string that /F2 takes. */
export const han = (text: string): string =>
  `<${[...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;

/** Objects 1–5 are catalogue, page tree and fonts; `extra` are numbered from 6; then two objects a page. */
export function writePdf(
  pages: readonly WrittenPage[],
  extra: readonly string[] = [],
  trailer = "",
  catalog = "",
): Uint8Array {
  const first = 6 + extra.length;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor << /Type /FontDescriptor " +
      "/FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 >> " +
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    ...extra,
    ...pages.flatMap(({ content, box = [0, 0, 595, 842], rotate = 0, resources = "", fonts = "", entries = "" }, i) => [
      `<< /Type /Page /Parent 2 0 R ${entries} /MediaBox [${box.join(" ")}] /Rotate ${rotate} /Contents ${first + 2 * i + 1} 0 R ` +
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

const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + s[i]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
    return byte ^ s[(s[i]! + s[j]!) & 255]!;
  });
}

/**
 * The one-page PDF with this content, encrypted (40 bits, standard handler) under a user password; with the empty one anybody can open
 * it, and office programs save many files so to forbid copying.
 */
export function writeLockedPdf(content: string, password: string): Uint8Array {
  const owner = Buffer.alloc(32, 0x41);
  const id = Buffer.alloc(16, 0x42);
  const padded = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const md5 = (...parts: Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const user = Buffer.from(rc4(key, PADDING));
  // the content stream of the first page is object 7
  const objectKey = md5(key, Buffer.from([7, 0, 0, 0, 0])).subarray(0, 10);
  const locked = Buffer.from(rc4(objectKey, Buffer.from(content, "latin1"))).toString("latin1");
  return writePdf(
    [{ content: locked }],
    [],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> >> ` +
      `/ID [<${id.toString("hex")}> <${id.toString("hex")}>]`,
  );
}
