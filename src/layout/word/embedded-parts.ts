import { ExtractionError } from "../../lib/errors.ts";
import type { Block, Layout } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import type { MediaType, SourceFile } from "../../lib/source-file.ts";
import { child, descendants, readXml } from "../../lib/xml.ts";
import { openZip, PACKAGE_LIMITS, type ZipMember } from "../../lib/zip-archive.ts";
import type { ReaderOf } from "../options.ts";
import type { Relation } from "../relations.ts";
import { compoundKind } from "./compound-kind.ts";
import type { EmbeddedPart, WordContext } from "./context.ts";

/** Documents inside documents inside documents end here. */
const DEPTH_LIMIT = 3;

/**
 * Puts what the parts in other formats print (altChunk: ECMA-376 part 1, 17.17.2.1; embedded workbooks and documents) in the place of their
 * stand-ins. Of a workbook the sheet that is shown counts. A part that cannot be read leaves the picture shown instead of it, and a trouble
 * entry where there is none.
 */
export async function withParts(
  blocks: readonly Block[],
  context: WordContext,
  relations: ReadonlyMap<string, Relation>,
  members: ReadonlyMap<string, ZipMember>,
  file: SourceFile,
  inner: ReaderOf,
): Promise<Block[]> {
  const read = new Map<string, readonly Block[]>();
  for (const [address, part] of context.parts) {
    const member = members.get(relations.get(part.relation)?.target ?? "");
    const found = await blocksOf(part, member, file, address, context, inner);
    if (found !== null) read.set(address, found);
    else if (part.pictures.length > 0)
      for (const picture of part.pictures) context.pictures.push({ ...picture, address });
    else context.trouble.push(new ExtractionError("unsupported-format", "an embedded object is not read", address));
  }
  const placed = new Set<string>();
  const out = blocks.flatMap((block): readonly Block[] => {
    const address = block.kind === "paragraph" && block.text === "" ? (block.address ?? "") : "";
    if (!context.parts.has(address)) return [block];
    placed.add(address);
    return read.get(address) ?? [];
  });
  // What stood inside a cell follows the document's own blocks.
  for (const [address, found] of read) if (!placed.has(address)) append(out, found);
  return out;
}

async function blocksOf(
  part: EmbeddedPart,
  member: ZipMember | undefined,
  file: SourceFile,
  address: string,
  context: WordContext,
  inner: ReaderOf,
): Promise<readonly Block[] | null> {
  if (!member || file.containers.length > DEPTH_LIMIT) return null;
  try {
    const bytes = await member.read();
    const mediaType = await kindOf(bytes, member.name);
    const reader = mediaType && (await inner(mediaType));
    if (mediaType === null || reader === null) return null;
    const whole = {
      ...file,
      bytes,
      mediaType,
      path: `${file.path}/${member.name}`,
      containers: [...file.containers, file.path],
    };
    const layout = await reader(whole, {});
    append(context.trouble, layout.trouble);
    const found = layout.pages.flatMap((page) => page.blocks).filter(await isShown(bytes, mediaType, file.path));
    return found.length > 0
      ? found.map((block): Block => ({ ...block, page: 1, address: `${address} ${block.address ?? ""}`.trim() }))
      : null;
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    if (part.pictures.length === 0) context.trouble.push(error);
    return null;
  }
}

/** What a part is, by its first bytes; null for what no document holds. */
async function kindOf(bytes: Uint8Array, name: string): Promise<MediaType | null> {
  const head = Buffer.from(bytes.subarray(0, 512)).toString("latin1").trimStart();
  if (head.startsWith("PK")) {
    const names = (await openZip(bytes, PACKAGE_LIMITS, name)).map((m) => m.name.replace(/^\//, ""));
    if (names.some((n) => n.startsWith("word/"))) return "docx";
    return names.some((n) => n.startsWith("xl/")) ? "xlsx" : null;
  }
  if (head.startsWith("\xd0\xcf\x11\xe0")) return compoundKind(bytes);
  if (head.startsWith("{\\rtf")) return "doc";
  if (/<(?:!doctype\s+html|html|body|table|div|p|meta|head)\b|mime-version:/i.test(head)) return "html";
  return /\.txt$/i.test(name) ? "text" : null;
}

/** Of a workbook the active sheet alone is drawn (`workbookView`, ECMA-376 part 1, 18.2.30). */
async function isShown(
  bytes: Uint8Array,
  mediaType: MediaType,
  where: string,
): Promise<(block: Layout["pages"][0]["blocks"][0]) => boolean> {
  if (mediaType !== "xlsx") return () => true;
  const member = (await openZip(bytes, PACKAGE_LIMITS, where)).find(({ name }) => /^\/?xl\/workbook\.xml$/.test(name));
  if (!member) return () => true;
  const book = readXml(await member.read(), where);
  const view = descendants(book, "workbookView").next().value;
  const active = Number(view?.attributes.activeTab ?? "0");
  const names = [...descendants(child(book, "sheets") ?? book, "sheet")].map((sheet) => sheet.attributes.name ?? "");
  const shown = names[active];
  return ({ address }) =>
    shown === undefined || address === undefined || address === shown || address.startsWith(`${shown}!`);
}
