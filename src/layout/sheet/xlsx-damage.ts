import { ExtractionError } from "../../lib/errors.ts";
import { child, elements, readXml, xmlRoot } from "../../lib/xml.ts";
import type { ZipMember } from "../../lib/zip-archive.ts";
import { relationsOf } from "../relations.ts";

/** A sheet or part that is missing, cut short or something else: the reader behind reads on without a word. */
export interface PartDamage {
  readonly where: string;
  readonly message: string;
}

const BOOK = "xl/workbook.xml";
/** What a part is called inside, by the relation that leads to it. */
const ROOTS: Readonly<Record<string, RegExp>> = {
  worksheet: /^worksheet$/,
  chartsheet: /^chartsheet$/,
  sharedStrings: /^sst$/,
  styles: /^styleSheet$/,
};

/** Every sheet the book names, and what all of them need, followed to its last element. */
export async function xlsxDamage(members: ReadonlyMap<string, ZipMember>, path: string): Promise<PartDamage[]> {
  const book = members.get(BOOK);
  if (!book) return [];
  const names = new Map(
    elements(child(readXml(await book.read(), path), "sheets"), "sheet").map(({ attributes }) => [
      attributes.id ?? "",
      attributes.name ?? "",
    ]),
  );
  const relations = await relationsOf(members, BOOK);
  const damage: PartDamage[] = [];
  const note = (where: string, message: string): void => void damage.push({ where, message });
  for (const [id, name] of names) if (!relations.has(id)) note(name, "the sheet is missing");
  for (const [id, { type, target }] of relations) {
    const root = ROOTS[type];
    if (!root) continue;
    const where = names.get(id) ?? target;
    const member = members.get(target);
    const wrong = member ? wrongWith(await member.read(), root, target) : `the part ${target} is missing`;
    if (wrong !== null) note(where, wrong);
  }
  return damage;
}

/** What is wrong with an XML part; null where nothing is. */
function wrongWith(bytes: Uint8Array, root: RegExp, target: string): string | null {
  try {
    const name = xmlRoot(bytes, target);
    return root.test(name) ? null : `the part ${target} is something else: ${name}`;
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    return `the part ${target} is damaged, what comes after is missing (${error.message})`;
  }
}
