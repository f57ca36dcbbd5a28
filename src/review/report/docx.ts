import { zipSync } from "fflate";
import { xmlText } from "../../export/xlsx/cells.ts";
import type { Words } from "../words.ts";
import type { Listed } from "./data.ts";

/** English Metric Units: 914,400 an inch. Pictures are as wide as the text of an A4 page. */
const EMU_INCH = 914_400;
const TEXT_INCHES = 6.2;
const CROP_DPI = 130;
const EPOCH = new Date(1980, 0, 1);

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const paragraph = (text: string, bold = false, size = 21): string =>
  `<w:p><w:r><w:rPr>${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;

/** Width and height of a PNG or JPEG in points of its grid; null for anything else. */
function sizeOf(bytes: Uint8Array): readonly [number, number] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) === 0x89504e47) return [view.getUint32(16), view.getUint32(20)];
  // JPEG: from marker to marker until a frame header
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
  return null;
}

function drawing(id: number, bytes: Uint8Array): string {
  const [w, h] = sizeOf(bytes) ?? [CROP_DPI, CROP_DPI];
  const inches = Math.min(TEXT_INCHES, w / CROP_DPI);
  const [cx, cy] = [inches, (inches * h) / w].map((i) => Math.round(i * EMU_INCH));
  return `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="p${id}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="p${id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="p${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** The list of findings as a Word document (.docx): quotes, pages, pieces of the pages, decisions. */
export function listDocx(list: readonly Listed[], words: Words): Uint8Array {
  const media: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  const body: string[] = [paragraph(words.list, true, 32), paragraph(words.byHand)];
  let id = 0;
  for (const { heading, about, message, equation, sides, decisions, status } of list) {
    body.push(paragraph(heading, true, 24), paragraph(about), paragraph(message, true));
    if (equation) body.push(paragraph(`${words.equation}：${equation}`));
    for (const side of sides) {
      body.push(paragraph(`· ${side.words}（${side.place}）“${side.quote}”`));
      if (!side.picture || "address" in side.picture) continue;
      const name = `p${++id}.${side.picture.type === "image/png" ? "png" : "jpeg"}`;
      media[`word/media/${name}`] = side.picture.bytes;
      relations.push(
        `<Relationship Id="p${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}"/>`,
      );
      body.push(drawing(id, side.picture.bytes));
    }
    body.push(paragraph(`${words.status}：${status}`), ...decisions.map((decision) => paragraph(decision)));
  }
  const text = new TextEncoder();
  return zipSync(
    {
      "[Content_Types].xml": text.encode(CONTENT_TYPES),
      "_rels/.rels": text.encode(RELATIONS),
      "word/document.xml": text.encode(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body.join("")}</w:body></w:document>`,
      ),
      "word/_rels/document.xml.rels": text.encode(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
      ),
      ...media,
    },
    { mtime: EPOCH },
  );
}
