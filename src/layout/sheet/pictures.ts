import type { EmbeddedPicture } from "../../lib/layout.ts";
import { child, descendants, elements, readXml, type XmlElement } from "../../lib/xml.ts";
import { openZip, PACKAGE_LIMITS } from "../../lib/zip-archive.ts";
import { relationsOf } from "../relations.ts";

/** Rows and columns a picture must cover to be a pasted table or page and no seal. */
const MIN_ROWS = 6;
const MIN_COLUMNS = 2;
/** The same in points, for pictures anchored in one corner only. */
const MIN_WIDTH_PT = 200;
const MIN_HEIGHT_PT = 100;
const EMU_PER_PT = 12_700;

/** The large pictures on the sheets of a `.xlsx`, with the sheet as address. Throws ExtractionError where a part is damaged. */
export async function sheetPictures(
  bytes: Uint8Array,
  where: string,
  shown: ReadonlySet<string>,
): Promise<EmbeddedPicture[]> {
  const members = new Map((await openZip(bytes, PACKAGE_LIMITS, where)).map((m) => [m.name.replace(/^\//, ""), m]));
  const part = async (name: string | undefined): Promise<XmlElement | null> => {
    const member = name === undefined ? undefined : members.get(name);
    return member ? readXml(await member.read(), where) : null;
  };
  const book = await part("xl/workbook.xml");
  const sheets = await relationsOf(members, "xl/workbook.xml");
  const pictures: EmbeddedPicture[] = [];
  for (const sheet of elements(child(book ?? undefined, "sheets"), "sheet")) {
    const name = sheet.attributes.name ?? "";
    const target = sheets.get(sheet.attributes.id ?? "")?.target;
    if (target === undefined || !shown.has(name)) continue;
    const drawings = [...(await relationsOf(members, target)).values()].filter(({ type }) => type === "drawing");
    for (const { target: drawing } of drawings) {
      const media = await relationsOf(members, drawing);
      for (const anchor of elements((await part(drawing)) ?? undefined))
        if (isLarge(anchor))
          for (const blip of descendants(anchor, "blip")) {
            const member = members.get(media.get(blip.attributes.embed ?? "")?.target ?? "");
            if (member) pictures.push({ bytes: await member.read(), name: member.name, page: 1, address: name });
          }
    }
  }
  return pictures;
}

function isLarge(anchor: XmlElement): boolean {
  const at = (corner: string, name: string): number => {
    const value = child(child(anchor, corner), name);
    return Number(value?.children.find((c) => typeof c === "string") ?? "NaN");
  };
  if (anchor.name === "twoCellAnchor")
    return at("to", "row") - at("from", "row") >= MIN_ROWS && at("to", "col") - at("from", "col") >= MIN_COLUMNS;
  const extent = child(anchor, "ext")?.attributes;
  return Number(extent?.cx) >= MIN_WIDTH_PT * EMU_PER_PT && Number(extent?.cy) >= MIN_HEIGHT_PT * EMU_PER_PT;
}
