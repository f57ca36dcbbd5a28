import { ExtractionError } from "../../lib/errors.ts";
import type { Block, EmbeddedPicture, Layout } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { child, elements, readElements, readXml, type XmlElement } from "../../lib/xml.ts";
import { openZip, PACKAGE_LIMITS, type ZipMember } from "../../lib/zip-archive.ts";
import type { ReaderOf } from "../options.ts";
import { type Relation, relationsOf } from "../relations.ts";
import { readBlocks } from "./blocks.ts";
import type { WordContext } from "./context.ts";
import { withParts } from "./embedded-parts.ts";
import { headerTables } from "./header-tables.ts";
import { headerRelations, headerUnits, type SectionStretch, withHeaderUnits } from "./header-units.ts";
import { numberingOf } from "./numbering.ts";
import { styleSheet } from "./styles.ts";
import { withTabbedRows } from "./tabbed-rows.ts";

/** Width and height in points that make an embedded picture worth reading: a pasted table or page, not a seal or a logo. */
const PICTURE_MIN_WIDTH_PT = 200;
const PICTURE_MIN_HEIGHT_PT = 100;

/** Parts in other formats are told, not read. */
const nobody: ReaderOf = async () => null;

/**
 * Reads a `.docx`: body paragraphs and tables in order on one page (Word keeps no pages), numbers of numbered headings restored,
 * headers and footers left out but for tables of figures in them and the unit a header prints over every table, notes at the end, embedded workbooks and parts in other
 * formats where they stand, by the readers `inner` gives. Throws ExtractionError `damaged`, `limit-exceeded`, `password`.
 */
export async function readDocx(file: SourceFile, inner: ReaderOf = nobody): Promise<Layout> {
  const members = new Map(
    (await openZip(file.bytes, PACKAGE_LIMITS, file.path)).map((m) => [m.name.replace(/^\//, ""), m]),
  );
  const main = await mainPart(members, file.path);
  const relations = await relationsOf(members, main);
  const trouble: ExtractionError[] = [];
  const part = async (type: string): Promise<XmlElement | null> => {
    const target = [...relations.values()].find((r) => r.type === type)?.target;
    if (target === undefined) return null;
    const element = await members
      .get(target)
      ?.read()
      .then((bytes) => readXml(bytes, file.path));
    if (element?.name === type) return element;
    const why = element ? `the part ${target} is no ${type} but ${element.name}` : `the package lacks ${target}`;
    trouble.push(new ExtractionError("damaged", why, file.path));
    return null;
  };
  const context: WordContext = {
    styles: styleSheet(await part("styles")),
    numbering: numberingOf(await part("numbering")),
    where: file.path,
    count: { block: 0, table: 0 },
    notes: [],
    pictures: [],
    trouble,
    parts: new Map(),
    tabbed: new Map(),
    ground: 0,
    gone: 0,
  };
  let blocks: Block[] = [];
  let hasBody = false;
  const stretches: SectionStretch[] = [];
  const margins: XmlElement[] = [];
  readElements(await members.get(main)!.read(), 2, file.path, (element, parents) => {
    if (parents[0] === "document" && element.name === "background") context.ground++;
    if (parents[0] !== "document" || parents[1] !== "body") return;
    hasBody = true;
    append(blocks, readBlocks(element, context));
    const section = element.name === "sectPr" ? element : child(child(element, "pPr"), "sectPr");
    if (section) {
      stretches.push({ end: blocks.length, headers: headerRelations(section) });
      margins.push(section);
    }
  });
  if (!hasBody) trouble.push(new ExtractionError("damaged", `the part ${main} holds no body of a document`, file.path));
  blocks = withHeaderUnits(blocks, stretches, await headerUnits(stretches, relations, members, file.path));
  blocks = withTabbedRows(blocks, context.tabbed);
  append(blocks, await headerTables(margins, relations, members, context));
  for (const kind of ["footnote", "endnote"]) {
    const notes = context.notes.some((n) => n.startsWith(kind)) ? await part(`${kind}s`) : null;
    for (const note of elements(notes ?? undefined, kind))
      if (context.notes.includes(`${kind} ${note.attributes.id}`))
        append(
          blocks,
          elements(note).flatMap((e) => readBlocks(e, context)),
        );
  }
  if (context.gone > 0) {
    const message = `${context.gone} pieces of text struck out or in the paper's colour were not read`;
    context.trouble.push(new ExtractionError("hidden-part", message, file.path));
  }
  blocks = await withParts(blocks, context, relations, members, file, inner);
  const pictures = await picturesOf(context, relations, members);
  return {
    file,
    reader: "docx",
    pages: [{ number: 1, width: 595, height: 842, from: "office", blocks }],
    ...(pictures.length > 0 ? { pictures } : {}),
    trouble: context.trouble,
  };
}

async function mainPart(members: ReadonlyMap<string, ZipMember>, where: string): Promise<string> {
  const root = await relationsOf(members, "");
  const named = [...root.values()].find((r) => r.type === "officeDocument")?.target;
  for (const name of [named, "word/document.xml"]) if (name !== undefined && members.has(name)) return name;
  throw new ExtractionError("damaged", "the package has no main document", where);
}

async function picturesOf(
  context: WordContext,
  relations: ReadonlyMap<string, Relation>,
  members: ReadonlyMap<string, ZipMember>,
): Promise<EmbeddedPicture[]> {
  const pictures: EmbeddedPicture[] = [];
  for (const picture of context.pictures) {
    if (picture.width < PICTURE_MIN_WIDTH_PT || picture.height < PICTURE_MIN_HEIGHT_PT) continue;
    const member = members.get(relations.get(picture.relation)?.target ?? "");
    if (!member) continue;
    if (/\.(emf|wmf)$/i.test(member.name)) {
      context.trouble.push(
        new ExtractionError("unsupported-format", `a drawing is not looked at (${member.name})`, picture.address),
      );
      continue;
    }
    try {
      pictures.push({ bytes: await member.read(), name: member.name, page: 1, address: picture.address });
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      context.trouble.push(error);
    }
  }
  return pictures;
}
