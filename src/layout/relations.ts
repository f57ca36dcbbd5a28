import { elements, readXml } from "../lib/xml.ts";
import type { ZipMember } from "../lib/zip-archive.ts";

/** What one part of an office package refers to: `type` is the last word of the relation's type, `target` a member's name. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Relations of a part by id; targets as member names. */
export async function relationsOf(
  members: ReadonlyMap<string, ZipMember>,
  part: string,
): Promise<Map<string, Relation>> {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/") + 1) : "";
  const member = members.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (!member) return relations;
  for (const relation of elements(readXml(await member.read(), member.name), "Relationship")) {
    if (relation.attributes.TargetMode === "External") continue;
    const target = relation.attributes.Target ?? "";
    relations.set(relation.attributes.Id ?? "", {
      type: (relation.attributes.Type ?? "").split("/").at(-1)!,
      target: target.startsWith("/") ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1),
    });
  }
  return relations;
}
