import { ExtractionError } from "../../lib/errors.ts";
import type { Attachment, EmbeddedPicture, Layout } from "../../lib/layout.ts";
import type { PageContent } from "../../lib/page-content.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { child, descendants, elements, textOf, type XmlElement } from "../../lib/xml.ts";
import type { Bounds } from "../pdf/frame.ts";
import { assemblePages, type PageParts, pageParts } from "../table/index.ts";
import { boundsOf } from "./geometry.ts";
import { type OfdPackage, openOfd } from "./package.ts";
import { type DrawnPicture, type PageResources, pageContent } from "./page.ts";

/** A4 in millimetres: the page where a document states none. */
const USUAL_AREA: Bounds = [0, 0, 210, 297];
/** More pages than this are no disclosure. */
const PAGE_LIMIT = 5000;
/** A picture from this width in points is a pasted table or a scanned page, not a seal or a logo. */
const PICTURE_MIN_PT = 200;

/** A picture with so many characters on it is the scan beneath a text layer, already read. */
const COVERED_CHARACTERS = 10;

/**
 * Reads an `.ofd` (GB/T 33190): text objects, paths and images of each page with its templates, then tables and paragraphs as in a
 * PDF. A page that cannot be read is an entry in `trouble`. Throws ExtractionError `damaged`, `limit-exceeded`, `password`.
 */
export async function readOfd(file: SourceFile): Promise<Layout> {
  const ofd = await openOfd(file.bytes, file.path);
  const root = await ofd.xml("OFD.xml");
  const parts: PageParts[] = [];
  const pictures: EmbeddedPicture[] = [];
  const attachments: Attachment[] = [];
  const trouble: ExtractionError[] = [];
  for (const body of elements(root, "DocBody")) {
    const location = child(body, "DocRoot");
    if (!location) continue;
    const path = ofd.locate("", textOf(location).trim());
    const document = await readDocument(ofd, path);
    for (const page of document.pages) {
      const number = parts.length + 1;
      if (number > PAGE_LIMIT) throw new ExtractionError("limit-exceeded", `more than ${PAGE_LIMIT} pages`, file.path);
      try {
        const drawn = pageContent(number, ...(await document.page(page)));
        parts.push(pageParts(drawn));
        const bare = drawn.pictures.filter(({ box }) => charactersOn(box, drawn) < COVERED_CHARACTERS);
        pictures.push(...(await picturesOf(bare, number, document.media, ofd)));
      } catch (cause) {
        if (!(cause instanceof ExtractionError)) throw cause;
        trouble.push(new ExtractionError(cause.code, cause.message, `page ${number}`, cause));
        parts.push(pageParts({ number, width: 595, height: 842, glyphs: [], lines: [], pictures: [] }));
      }
    }
    attachments.push(...(await attachmentsOf(ofd, path, document.root)));
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

interface OfdDocument {
  readonly root: XmlElement;
  readonly pages: readonly string[];
  /** Files of the images by resource id. */
  readonly media: ReadonlyMap<string, string>;
  page(path: string): Promise<[area: Bounds, layers: XmlElement[], resources: PageResources]>;
}

async function readDocument(ofd: OfdPackage, path: string): Promise<OfdDocument> {
  const root = await ofd.xml(path);
  const common = child(root, "CommonData");
  const area = areaOf(child(common, "PageArea")) ?? USUAL_AREA;
  const boldFonts = new Set<string>();
  const composites = new Map<string, XmlElement>();
  const media = new Map<string, string>();
  const addResources = async (
    holder: XmlElement | undefined,
    base: string,
    names: readonly string[],
  ): Promise<void> => {
    for (const name of names)
      for (const location of elements(holder, name)) {
        const at = ofd.locate(base, textOf(location).trim());
        if (!ofd.has(at)) continue;
        const resources = await ofd.xml(at);
        const folder = ofd.locate(at, `${resources.attributes.BaseLoc ?? "."}/x`);
        for (const font of descendants(resources, "Font"))
          if (font.attributes.Bold === "true" || /bold|heavy/i.test(font.attributes.FontName ?? ""))
            boldFonts.add(font.attributes.ID ?? "");
        for (const unit of descendants(resources, "CompositeGraphicUnit")) {
          const content = child(unit, "Content");
          if (content) composites.set(unit.attributes.ID ?? "", content);
        }
        for (const medium of descendants(resources, "MultiMedia")) {
          const location = child(medium, "MediaFile");
          if (location) media.set(medium.attributes.ID ?? "", ofd.locate(folder, textOf(location).trim()));
        }
      }
  };
  await addResources(common, path, ["PublicRes", "DocumentRes"]);
  const templates = new Map(
    elements(common, "TemplatePage").map((t) => [t.attributes.ID ?? "", ofd.locate(path, t.attributes.BaseLoc ?? "")]),
  );
  const layersOf = (page: XmlElement): XmlElement[] => elements(child(page, "Content"), "Layer");
  return {
    root,
    media,
    pages: elements(child(root, "Pages"), "Page").map((page) => ofd.locate(path, page.attributes.BaseLoc ?? "")),
    async page(at) {
      const page = await ofd.xml(at);
      await addResources(page, at, ["PageRes"]);
      const below: XmlElement[] = [];
      for (const template of elements(page, "Template")) {
        const location = templates.get(template.attributes.TemplateID ?? "");
        if (location !== undefined && ofd.has(location)) below.push(...layersOf(await ofd.xml(location)));
      }
      return [areaOf(child(page, "Area")) ?? area, [...below, ...layersOf(page)], { boldFonts, composites }];
    },
  };
}

function areaOf(area: XmlElement | undefined): Bounds | null {
  const box = child(area, "PhysicalBox");
  const bounds = boundsOf(box ? textOf(box) : undefined);
  return bounds && bounds[2] > bounds[0] && bounds[3] > bounds[1] ? bounds : null;
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
  return elements(await ofd.xml(at), "Attachment").map((attachment) => ({
    text: attachment.attributes.Name ?? "",
    href: ofd.locate(at, textOf(child(attachment, "FileLoc") ?? attachment).trim()),
  }));
}
