import { UNIT } from "../../../schemas/forms/captions.ts";
import { squeeze } from "../../lib/grid.ts";
import type { Block, Paragraph } from "../../lib/layout.ts";
import { child, descendants, elements, readXml, textOf, type XmlElement } from "../../lib/xml.ts";
import { openZip, PACKAGE_LIMITS } from "../../lib/zip-archive.ts";
import { relationsOf } from "../relations.ts";
import type { Sheet } from "./sheet-cells.ts";

/** What stands on a sheet outside its cells, by the sheet's name. */
export interface DrawnTexts {
  /** Lines in text boxes and shapes. */
  readonly boxes: ReadonlyMap<string, readonly string[]>;
  /** The unit a page header prints over the sheet. */
  readonly units: ReadonlyMap<string, string>;
}

/** Reads text boxes and page headers of a `.xlsx`. Throws ExtractionError where a part is damaged. */
export async function drawnTexts(bytes: Uint8Array, where: string): Promise<DrawnTexts> {
  const members = new Map((await openZip(bytes, PACKAGE_LIMITS, where)).map((m) => [m.name.replace(/^\//, ""), m]));
  const boxes = new Map<string, string[]>();
  const units = new Map<string, string>();
  const relations = await relationsOf(members, "xl/workbook.xml");
  const book = await members.get("xl/workbook.xml")?.read();
  for (const sheet of elements(child(book && readXml(book, where), "sheets"), "sheet")) {
    const name = sheet.attributes.name ?? "";
    const target = relations.get(sheet.attributes.id ?? "")?.target ?? "";
    const part = await members.get(target)?.read();
    if (!part) continue;
    const unit = unitOf(headerOf(new TextDecoder().decode(part)));
    if (unit !== null) units.set(name, unit);
    for (const { type, target: drawing } of (await relationsOf(members, target)).values()) {
      const drawn = type === "drawing" ? await members.get(drawing)?.read() : undefined;
      const lines = drawn ? [...descendants(readXml(drawn, where), "txBody")].flatMap(linesOf) : [];
      if (lines.length > 0) boxes.set(name, [...(boxes.get(name) ?? []), ...lines]);
    }
  }
  return { boxes, units };
}

const linesOf = (body: XmlElement): string[] =>
  elements(body, "p").flatMap((p) => [...descendants(p, "t")].map(textOf).join("").trim() || []);

/** What the first page's header of a worksheet holds, codes among it. */
const headerOf = (xml: string): string =>
  (/<(?:\w+:)?(?:odd|first)Header>([^<]*)</.exec(xml)?.[1] ?? "").replaceAll("&amp;", "&").replaceAll("&quot;", '"');

/** 单位：万元 in a page header; its codes (`&R`, `&"宋体"`, `&12`) are none of the text (ECMA-376 part 1, 18.3.1.46). */
function unitOf(header: string): string | null {
  const text = header.replace(/&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z])/g, " ");
  const found = UNIT.exec(squeeze(text))?.[0];
  return found !== undefined && /[:：]/u.test(found) ? found : null;
}

/** The same of sheets whose reader hands it over. */
export function drawnOf(sheets: readonly Pick<Sheet, "name" | "boxes" | "header">[]): DrawnTexts {
  const boxes = new Map<string, readonly string[]>();
  const units = new Map<string, string>();
  for (const { name, boxes: lines = [], header = "" } of sheets) {
    if (lines.length > 0) boxes.set(name, lines);
    const unit = unitOf(header);
    if (unit !== null) units.set(name, unit);
  }
  return { boxes, units };
}

/** A sheet's blocks with what stands outside its cells: the unit before them, where they name none, all other lines behind them. */
export function withDrawnTexts(blocks: readonly Block[], name: string, { boxes, units }: DrawnTexts): Block[] {
  const lines = boxes.get(name) ?? [];
  const line = (text: string, align: "left" | "right"): Paragraph => ({
    ...{ kind: "paragraph", page: 1, box: null, text, align, address: name },
  });
  const isUnit = (text: string): boolean => UNIT.test(squeeze(text)) && /[:：]/u.test(text);
  const drawn = [...lines.filter(isUnit), ...(units.get(name) === undefined ? [] : [units.get(name)!])];
  const stated = blocks.some((block) => block.kind === "paragraph" && isUnit(block.text));
  const first = blocks.findIndex(({ kind }) => kind === "grid");
  const above = stated || drawn.length === 0 || first < 0 ? [] : [line(drawn[0]!, "right")];
  const rest = lines.filter((text) => above.length === 0 || text !== drawn[0]);
  const at = Math.max(0, first);
  return [...blocks.slice(0, at), ...above, ...blocks.slice(at), ...rest.map((text) => line(text, "left"))];
}
