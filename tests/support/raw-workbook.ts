import { zipOf } from "./zip-writer.ts";

/** What one cell of a hand-written workbook holds: XML inside `<c>`, with its style's index and type. */
export interface RawCell {
  readonly at: string;
  readonly style?: number;
  readonly type?: string;
  readonly xml: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** What stands in a worksheet beside its cells, and parts it brings along. */
export interface AroundCells {
  readonly before?: string;
  readonly after?: string;
  /** Attributes of rows, by number. */
  readonly rows?: Readonly<Record<string, string>>;
  readonly drawing?: string;
}

/** A `.xlsx` written part by part, as programs other than Excel write them. `styles` is the inside of its style sheet. */
export function rawWorkbook(cells: readonly RawCell[], styles: string, around: AroundCells = {}): Uint8Array {
  const rows = new Map<string, string>();
  for (const { at, style, type, xml } of cells) {
    const row = /\d+/.exec(at)![0];
    const attributes = `${style === undefined ? "" : ` s="${style}"`}${type === undefined ? "" : ` t="${type}"`}`;
    rows.set(row, `${rows.get(row) ?? ""}<c r="${at}"${attributes}>${xml}</c>`);
  }
  const data = [...rows].map(([r, inner]) => `<row r="${r}" ${around.rows?.[r] ?? ""}>${inner}</row>`).join("");
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zipOf([
    {
      name: "[Content_Types].xml",
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      data: `<Relationships xmlns="${PACKAGE}">${relation("officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships xmlns="${PACKAGE}">${relation("worksheet", "worksheets/sheet1.xml")}${relation("styles", "styles.xml")}</Relationships>`,
    },
    { name: "xl/styles.xml", data: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` },
    {
      name: "xl/worksheets/sheet1.xml",
      data: `<worksheet xmlns="${MAIN}">${around.before ?? ""}<sheetData>${data}</sheetData>${around.after ?? ""}</worksheet>`,
    },
    ...(around.drawing === undefined
      ? []
      : [
          {
            name: "xl/worksheets/_rels/sheet1.xml.rels",
            data: `<Relationships xmlns="${PACKAGE}">${relation("drawing", "../drawings/drawing1.xml")}</Relationships>`,
          },
          { name: "xl/drawings/drawing1.xml", data: around.drawing },
        ]),
  ]);
}

/** Words in a cell. */
export const words = (text: string): string => `<is><t xml:space="preserve">${text}</t></is>`;
