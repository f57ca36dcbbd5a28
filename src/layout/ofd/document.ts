import { ExtractionError } from "../../lib/errors.ts";
import { append } from "../../lib/long-lists.ts";
import { child, descendants, elements, textOf, type XmlElement } from "../../lib/xml.ts";
import type { Bounds } from "../pdf/frame.ts";
import { boundsOf } from "./geometry.ts";
import type { OfdPackage } from "./package.ts";
import type { PageResources } from "./page.ts";

/** A4 in millimetres: the page where a document states none. */
const USUAL_AREA: Bounds = [0, 0, 210, 297];
/** Annotations that are no part of what the page says. */
const NO_CONTENT = new Set(["Link", "Watermark"]);

/** A page by its id and its part. */
export interface OfdPagePlace {
  readonly id: string;
  readonly path: string;
}

/**
 * The root part of a document body: that of the version marked as current (GB/T 33190, Versions), else the body's own. Null where
 * there is none.
 */
export async function currentRoot(ofd: OfdPackage, body: XmlElement): Promise<string | null> {
  const own = child(body, "DocRoot");
  const version = elements(child(body, "Versions"), "Version").find(({ attributes }) => attributes.Current === "true");
  const at = version ? ofd.locate("", version.attributes.BaseLoc ?? "") : "";
  if (at !== "" && ofd.has(at)) {
    const root = child(await ofd.xml(at), "DocRoot");
    const path = root ? ofd.locate(at, textOf(root).trim()) : "";
    if (ofd.has(path)) return path;
  }
  return own ? ofd.locate("", textOf(own).trim()) : null;
}

/** The appearances of the annotations that are shown, by page id, each as a layer of its own. */
async function annotationsOf(ofd: OfdPackage, path: string, root: XmlElement): Promise<Map<string, XmlElement[]>> {
  const found = new Map<string, XmlElement[]>();
  const location = child(root, "Annotations");
  const at = location ? ofd.locate(path, textOf(location).trim()) : "";
  if (at === "" || !ofd.has(at)) return found;
  for (const page of elements(await ofd.xml(at), "Page")) {
    const file = child(page, "FileLoc");
    const place = file ? ofd.locate(at, textOf(file).trim()) : "";
    if (place === "" || !ofd.has(place)) continue;
    const shown = elements(await ofd.xml(place), "Annot").filter(
      ({ attributes }) => attributes.Visible !== "false" && !NO_CONTENT.has(attributes.Type ?? ""),
    );
    found.set(
      page.attributes.PageID ?? "",
      shown.flatMap((annotation) => {
        const appearance = child(annotation, "Appearance");
        // A block with a Boundary stands in it: its objects count from its corner.
        return appearance ? [{ name: "Layer", attributes: {}, children: [appearance] }] : [];
      }),
    );
  }
  return found;
}

/** A document of the package: its pages with what they refer to. */
export interface OfdDocument {
  readonly root: XmlElement;
  readonly pages: readonly OfdPagePlace[];
  /** Files of the images by resource id. */
  readonly media: ReadonlyMap<string, string>;
  page(place: OfdPagePlace): Promise<[area: Bounds, layers: XmlElement[], resources: PageResources]>;
}

/** Reads a document's structure and resources from its root part. */
export async function readDocument(ofd: OfdPackage, path: string, trouble: ExtractionError[]): Promise<OfdDocument> {
  /** A part that only serves the pages: they are read without it. */
  const lost = (error: unknown): null => {
    if (!(error instanceof ExtractionError)) throw error;
    trouble.push(error);
    return null;
  };
  const root = await ofd.xml(path, "Document");
  const common = child(root, "CommonData");
  const area = areaOf(child(common, "PageArea")) ?? USUAL_AREA;
  const boldFonts = new Set<string>();
  const drawParams = new Map<string, XmlElement>();
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
        const resources = await ofd.xml(at, "Res").catch(lost);
        if (!resources) continue;
        const folder = ofd.locate(at, `${resources.attributes.BaseLoc ?? "."}/x`);
        for (const font of descendants(resources, "Font"))
          if (font.attributes.Bold === "true" || /bold|heavy/i.test(font.attributes.FontName ?? ""))
            boldFonts.add(font.attributes.ID ?? "");
        for (const params of descendants(resources, "DrawParam")) drawParams.set(params.attributes.ID ?? "", params);
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
  const annotations = await annotationsOf(ofd, path, root);
  const layersOf = (page: XmlElement): XmlElement[] => elements(child(page, "Content"), "Layer");
  return {
    root,
    media,
    pages: elements(child(root, "Pages"), "Page").map((page) => ({
      id: page.attributes.ID ?? "",
      path: ofd.locate(path, page.attributes.BaseLoc ?? ""),
    })),
    async page({ id, path: at }) {
      const page = await ofd.xml(at, "Page");
      await addResources(page, at, ["PageRes"]);
      const below: XmlElement[] = [];
      const above: XmlElement[] = [];
      for (const template of elements(page, "Template")) {
        const location = templates.get(template.attributes.TemplateID ?? "");
        if (location === undefined) continue;
        const own = await ofd.xml(location, "Page").catch(lost);
        if (!own) continue;
        // A template names resources of its own, as a page does.
        await addResources(own, location, ["PageRes"]);
        append(template.attributes.ZOrder === "Foreground" ? above : below, layersOf(own));
      }
      const layers = [...below, ...layersOf(page), ...above, ...(annotations.get(id) ?? [])];
      return [areaOf(child(page, "Area")) ?? area, layers, { boldFonts, composites, drawParams }];
    },
  };
}

function areaOf(area: XmlElement | undefined): Bounds | null {
  const box = child(area, "PhysicalBox");
  const bounds = boundsOf(box ? textOf(box) : undefined);
  return bounds && bounds[2] > bounds[0] && bounds[3] > bounds[1] ? bounds : null;
}
