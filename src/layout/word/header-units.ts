import { UNIT } from "../../../schemas/forms/captions.ts";
import { squeeze } from "../../lib/grid.ts";
import type { Block } from "../../lib/layout.ts";
import { descendants, elements, readXml, textOf, type XmlElement } from "../../lib/xml.ts";
import type { ZipMember } from "../../lib/zip-archive.ts";
import type { Relation } from "../relations.ts";

/** A section of a Word document: the blocks before `end`, and the relations of its page headers. */
export interface SectionStretch {
  readonly end: number;
  readonly headers: readonly string[];
}

/** The headers `w:sectPr` names. */
export const headerRelations = (section: XmlElement): string[] =>
  elements(section, "headerReference").flatMap((reference) => reference.attributes.id ?? []);

/** The unit line in each header that prints one (金额单位：万元), by relation. */
export async function headerUnits(
  stretches: readonly SectionStretch[],
  relations: ReadonlyMap<string, Relation>,
  members: ReadonlyMap<string, ZipMember>,
  where: string,
): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  for (const id of new Set(stretches.flatMap(({ headers }) => headers))) {
    const member = members.get(relations.get(id)?.target ?? "");
    if (!member) continue;
    for (const paragraph of descendants(readXml(await member.read(), where), "p")) {
      const unit = unitLine([...descendants(paragraph, "t")].map(textOf).join(""));
      if (unit !== null) units.set(id, unit);
    }
  }
  return units;
}

function unitLine(text: string): string | null {
  const found = UNIT.exec(squeeze(text))?.[0];
  return found !== undefined && /[:：]/u.test(found) ? found : null;
}

/**
 * A page header stands over every table of its section: its unit line is put before those tables that bring none of their own. A section
 * without headers has those of the section before.
 */
export function withHeaderUnits(
  blocks: readonly Block[],
  stretches: readonly SectionStretch[],
  units: ReadonlyMap<string, string>,
): Block[] {
  if (units.size === 0) return [...blocks];
  const out: Block[] = [];
  let at = 0;
  let inherited: string | undefined;
  for (const { end, headers } of stretches) {
    if (headers.length > 0) inherited = headers.map((id) => units.get(id)).find((unit) => unit !== undefined);
    let stated = false;
    for (const block of blocks.slice(at, end)) {
      if (block.kind === "paragraph") stated ||= unitLine(block.text) !== null;
      else {
        if (inherited !== undefined && !stated)
          out.push({ kind: "paragraph", page: 1, box: null, text: inherited, align: "right", address: "header" });
        stated = false;
      }
      out.push(block);
    }
    at = end;
  }
  return [...out, ...blocks.slice(at)];
}
