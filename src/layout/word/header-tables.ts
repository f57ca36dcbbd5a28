import { EXACT_AMOUNT } from "../../../schemas/forms/numbers.ts";
import { squeeze } from "../../lib/grid.ts";
import type { Block } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import { descendants, elements, readXml, textOf, type XmlElement } from "../../lib/xml.ts";
import type { ZipMember } from "../../lib/zip-archive.ts";
import type { Relation } from "../relations.ts";
import { readBlocks } from "./blocks.ts";
import type { WordContext } from "./context.ts";

/** Figures that make a table in a page header one of the document's own; a letterhead has none. */
const LEAST_FIGURES = 2;

/** The page headers and footers `w:sectPr` names. */
const marginRelations = (section: XmlElement): string[] =>
  elements(section)
    .filter(({ name }) => name === "headerReference" || name === "footerReference")
    .flatMap(({ attributes }) => attributes.id ?? []);

/** What page headers and footers print where they hold a table of figures, once each, in the order the sections name them. */
export async function headerTables(
  sections: readonly XmlElement[],
  relations: ReadonlyMap<string, Relation>,
  members: ReadonlyMap<string, ZipMember>,
  context: WordContext,
): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const target of new Set(sections.flatMap(marginRelations).map((id) => relations.get(id)?.target ?? ""))) {
    const part = await members.get(target)?.read();
    const root = part && readXml(part, context.where);
    if (root && [...descendants(root, "tbl")].some(holdsFigures))
      append(
        blocks,
        elements(root).flatMap((element) => readBlocks(element, context)),
      );
  }
  return blocks;
}

const holdsFigures = (table: XmlElement): boolean =>
  [...descendants(table, "tc")].filter((cell) => EXACT_AMOUNT.test(squeeze(textOf(cell)))).length >= LEAST_FIGURES;
