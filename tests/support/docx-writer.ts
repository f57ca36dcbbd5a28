import { zipOf } from "./zip-writer.ts";

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps"';
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parts of a Word document beside its body, as XML without the outer element. */
export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
}

/** A `.docx` with this body (inner XML of `w:body`). */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  const wrap = (name: string, inner: string): string => `<?xml version="1.0"?><w:${name} ${W}>${inner}</w:${name}>`;
  const present = (["styles", "numbering", "footnotes", "header"] as const).filter((p) => parts[p] !== undefined);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return zipOf([
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "_rels/.rels", data: relations(relation("rId1", "officeDocument", "word/document.xml")) },
    { name: "word/document.xml", data: wrap("document", `<w:body>${body}</w:body>`) },
    {
      name: "word/_rels/document.xml.rels",
      data: relations(present.map((p, i) => relation(`rId${i + 1}`, p, `${p}.xml`)).join("")),
    },
    ...present.map((p) => ({ name: `word/${p}.xml`, data: wrap(p === "header" ? "hdr" : p, parts[p]!) })),
  ]);
}

/** A paragraph of one run. */
export const p = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A table cell; `properties` is the inside of `w:tcPr`. */
export const tc = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;

/** A table of rows of cells. */
export const tbl = (...rows: string[][]): string =>
  `<w:tbl><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;
