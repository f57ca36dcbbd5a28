import { ExtractionError } from "../../lib/errors.ts";
import type { Block, Paragraph } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import { child, elements, type XmlElement } from "../../lib/xml.ts";
import { printedSpaces } from "../printed-spaces.ts";
import type { WordContext } from "./context.ts";
import { chosen, type InlinePicture, inlineOf } from "./runs.ts";
import { paragraphLook } from "./styles.ts";
import { tabbedCells } from "./tabbed-rows.ts";
import { readTable } from "./table.ts";

/** Groups that print their content in place. */
const GROUPS = new Set(["ins", "moveTo", "customXml", "smartTag", "sdtContent", "sdt", "txbxContent"]);

/** One block-level element of a body, cell or text box, as the blocks it prints. */
export function readBlocks(element: XmlElement, context: WordContext): Block[] {
  if (element.name === "p") return readParagraph(element, context);
  if (element.name === "tbl") return readTable(element, context, readBlocks);
  if (element.name === "AlternateContent") return chosen(element).flatMap((e) => readBlocks(e, context));
  if (element.name === "altChunk") return [standIn(element.attributes.id ?? "", [], context)];
  return GROUPS.has(element.name) ? elements(element).flatMap((e) => readBlocks(e, context)) : [];
}

/**
 * A paragraph with its number restored. A line break inside ends a line that stands for itself, as on paper: each becomes a
 * paragraph of its own. Text boxes anchored in it follow it.
 */
function readParagraph(element: XmlElement, context: WordContext): Block[] {
  const properties = child(element, "pPr");
  const style = child(properties, "pStyle")?.attributes.val ?? null;
  const base = { ...context.styles.paragraph(style), ...paragraphLook(properties) };
  const inline = inlineOf(element, context.styles, base, context.ground > 0);
  const address = `block ${++context.count.block}`;
  const blocks: Block[] = [];
  const printed = inline.lines.map((l) => l.trim());
  if (base.numbering && base.numbering.id !== "0" && printed.some((l) => l !== "")) {
    const label = context.numbering.next(base.numbering.id, base.numbering.level, style);
    const first = printed.findIndex((l) => l !== "");
    // The number of a list beside a figure is no part of it.
    if (!FIGURE.test(printed[first]!)) printed[first] = joinLabel(label, printed[first]!);
  }
  for (const line of printed) {
    const text = printedSpaces(line, false);
    if (text === "") continue;
    const paragraph: Paragraph = {
      kind: "paragraph",
      page: 1,
      box: null,
      text,
      address,
      ...(inline.look.size === undefined ? {} : { size: inline.look.size }),
      ...(inline.look.bold ? { bold: true } : {}),
      align: base.align ?? "left",
      ...(base.level === undefined ? {} : { level: base.level }),
    };
    blocks.push(paragraph);
  }
  const cells = printed.length === 1 ? tabbedCells(printed[0]!) : null;
  if (cells) context.tabbed.set(address, cells);
  append(context.notes, inline.notes);
  context.gone += inline.gone;
  if (inline.embedded.length > 0)
    append(
      blocks,
      inline.embedded.map((relation) => standIn(relation, inline.pictures, context)),
    );
  else for (const picture of inline.pictures) context.pictures.push({ ...picture, address });
  if (inline.objects > 0 && inline.pictures.length === 0)
    context.trouble.push(new ExtractionError("unsupported-format", "an embedded object is not read", address));
  // A text box may be filled: what is white in it is meant to be read.
  context.ground++;
  for (const box of inline.boxes) append(blocks, readBlocks(box, context));
  context.ground--;
  return blocks;
}

/** The empty paragraph in the place of a part in another format. */
function standIn(relation: string, pictures: readonly InlinePicture[], context: WordContext): Paragraph {
  const address = `block ${++context.count.block}`;
  context.parts.set(address, { relation, pictures });
  return { kind: "paragraph", page: 1, box: null, text: "", align: "left", address };
}

/** A number and nothing else. */
const FIGURE = /^[-−(（]?[\d,，]+(?:\.\d+)?[)）%％]?$/u;
/** `1.` before `2023年` must not become 1.2023. */
const joinLabel = (label: string, text: string): string =>
  /[\d.．]$/.test(label) && /^\d/.test(text) ? `${label} ${text}` : label + text;
