import { ExtractionError } from "../../lib/errors.ts";
import type { Attachment, EmbeddedPicture, Layout } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import type { PageContent } from "../../lib/page-content.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { child, elements, textOf, type XmlElement } from "../../lib/xml.ts";
import type { Bounds } from "../pdf/frame.ts";
import { assemblePages, type PageParts, pageParts } from "../table/index.ts";
import { currentRoot, readDocument } from "./document.ts";
import { type OfdPackage, openOfd } from "./package.ts";
import { type DrawnPicture, pageContent } from "./page.ts";

/** More pages than this are no disclosure. */
const PAGE_LIMIT = 5000;
/** A picture from this width in points is a pasted table or a scanned page, not a seal or a logo. */
const PICTURE_MIN_PT = 200;

/** A picture with so many characters on it is the scan beneath a text layer, already read. */
const COVERED_CHARACTERS = 10;

/**
 * Reads an `.ofd` (GB/T 33190): text objects, paths, images and annotations of each page of the current version with its templates, then tables and paragraphs as in a
 * PDF. A page that cannot be read is an entry in `trouble`. Throws ExtractionError `damaged`, `limit-exceeded`, `password`.
 */
export async function readOfd(file: SourceFile): Promise<Layout> {
  const ofd = await openOfd(file.bytes, file.path);
  if (!ofd.locked) return readPackage(file, ofd);
  const locked = new ExtractionError("password", "parts of the document are encrypted", file.path);
  const read = await readPackage(file, ofd).catch((error: unknown) => {
    if (error instanceof ExtractionError && error.code === "damaged") throw locked;
    throw error;
  });
  // What stands in the place of an encrypted part need not be what it says.
  return { ...read, trouble: [locked, ...read.trouble] };
}

async function readPackage(file: SourceFile, ofd: OfdPackage): Promise<Layout> {
  const root = await ofd.xml("OFD.xml", "OFD");
  const parts: PageParts[] = [];
  const pictures: EmbeddedPicture[] = [];
  const attachments: Attachment[] = [];
  const trouble: ExtractionError[] = [];
  for (const body of elements(root, "DocBody")) {
    const path = await currentRoot(ofd, body);
    if (path === null) continue;
    const document = await readDocument(ofd, path, trouble);
    for (const page of document.pages) {
      const number = parts.length + 1;
      if (number > PAGE_LIMIT) throw new ExtractionError("limit-exceeded", `more than ${PAGE_LIMIT} pages`, file.path);
      try {
        const drawn = pageContent(number, ...(await document.page(page)));
        if (drawn.unseen > 0) {
          const message = `${drawn.unseen} digits covered by something else or in the paper's colour were not read`;
          trouble.push(new ExtractionError("hidden-part", message, `page ${number}`));
        }
        parts.push(pageParts(drawn));
        const bare = drawn.pictures.filter(({ box }) => charactersOn(box, drawn) < COVERED_CHARACTERS);
        append(pictures, await picturesOf(bare, number, document.media, ofd));
      } catch (cause) {
        if (!(cause instanceof ExtractionError)) throw cause;
        trouble.push(new ExtractionError(cause.code, cause.message, `page ${number}`, cause));
        parts.push(pageParts({ number, width: 595, height: 842, glyphs: [], lines: [], pictures: [] }));
      }
    }
    append(attachments, await attachmentsOf(ofd, path, document.root));
  }
  if (parts.length === 0) throw new ExtractionError("damaged", "the document has no page", file.path);
  return {
    file,
    reader: "ofd",
    pages: assemblePages(parts, "ofd"),
    ...(pictures.length > 0 ? { pictures } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    trouble,
  };
}

const charactersOn = (box: Readonly<Bounds>, { glyphs }: PageContent): number =>
  glyphs.filter(({ box: [x0, y0, x1, y1] }) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return x > box[0] && x < box[2] && y > box[1] && y < box[3];
  }).length;

async function picturesOf(
  drawn: readonly DrawnPicture[],
  page: number,
  media: ReadonlyMap<string, string>,
  ofd: OfdPackage,
): Promise<EmbeddedPicture[]> {
  const pictures: EmbeddedPicture[] = [];
  for (const { box, resource } of drawn) {
    const name = media.get(resource);
    if (name === undefined || !ofd.has(name) || box[2] - box[0] < PICTURE_MIN_PT) continue;
    pictures.push({ bytes: await ofd.bytes(name), name, page, address: `page ${page}` });
  }
  return pictures;
}

/** Files attached to the document, by their places in the package. */
async function attachmentsOf(ofd: OfdPackage, path: string, root: XmlElement): Promise<Attachment[]> {
  const location = child(root, "Attachments");
  const at = location ? ofd.locate(path, textOf(location).trim()) : "";
  if (at === "" || !ofd.has(at)) return [];
  return elements(await ofd.xml(at, "Attachments"), "Attachment").map((attachment) => ({
    text: attachment.attributes.Name ?? "",
    href: ofd.locate(at, textOf(child(attachment, "FileLoc") ?? attachment).trim()),
  }));
}
