import type { Box } from "../../../schemas/index.ts";
import type { Glyph, PageContent, Picture } from "../../lib/page-content.ts";
import { elements, type XmlElement } from "../../lib/xml.ts";
import { type Bounds, compose, type Matrix } from "../pdf/frame.ts";
import { Ground } from "../pdf/ground.ts";
import { RuleCollector } from "../pdf/rule-lines.ts";
import { type RunLook, watermarkRuns } from "../pdf/watermarks.ts";
import { clipsOf, isInside } from "./clips.ts";
import { boundsOf, numbers, objectMatrix, POINTS_PER_MM } from "./geometry.ts";
import { paintOf } from "./paint.ts";
import { imageBox, pathLines } from "./path.ts";
import { textGlyphs } from "./text.ts";

/** A picture drawn on a page, by the id of its resource. */
export interface DrawnPicture extends Picture {
  readonly resource: string;
}

/** A page's content with the resources of its pictures. */
export interface DrawnPage extends PageContent {
  readonly pictures: readonly DrawnPicture[];
  /** Digits nobody sees: covered, or in the colour of their ground. */
  readonly unseen: number;
}

/** What the page's objects refer to. */
export interface PageResources {
  /** Ids of the bold fonts. */
  readonly boldFonts: ReadonlySet<string>;
  /** Composite objects by id: drawings used in several places. */
  readonly composites: ReadonlyMap<string, XmlElement>;
  /** Sets of drawing parameters by id. */
  readonly drawParams: ReadonlyMap<string, XmlElement>;
}

/** Text whose baseline climbs more than this (5°) is set at a slant. */
const SLANT = 0.09;
/** Composite objects inside composite objects end here. */
const DEPTH_LIMIT = 8;
/** The same character this near to itself, in parts of its size, was printed twice to look bold. */
const OVERPRINT = 0.15;

/** The objects of a page (its templates' first) as characters, ruling lines and pictures, in points. `area` is its physical box in mm. */
export function pageContent(
  number: number,
  area: Readonly<Bounds>,
  layers: readonly XmlElement[],
  resources: PageResources,
): DrawnPage {
  const scale = POINTS_PER_MM;
  const ground: Matrix = [scale, 0, 0, scale, -area[0] * scale, -area[1] * scale];
  const width = (area[2] - area[0]) * scale;
  const height = (area[3] - area[1]) * scale;
  const rules = new RuleCollector();
  const pictures: DrawnPicture[] = [];
  const glyphs = new Overprints();
  const under = new Ground();
  const looks: RunLook[] = [];
  const texts: { readonly glyph: Glyph; readonly order: number; readonly color: number | null }[] = [];
  let order = 0;

  const draw = (object: XmlElement, outer: Matrix, depth: number): void => {
    const { attributes } = object;
    if (attributes.Visible === "false" || depth > DEPTH_LIMIT) return;
    order++;
    if (object.name === "TextObject") {
      const paint = paintOf(object, resources.drawParams);
      if (attributes.Alpha === "0" || (!paint.fill && !paint.stroke)) return;
      const matrix = objectMatrix(attributes, outer);
      const clips = clipsOf(object, matrix);
      const bold = resources.boldFonts.has(attributes.Font ?? "");
      const [a, b] = [Math.abs(matrix[0]), Math.abs(matrix[1])];
      looks.push({ slanted: Math.min(a, b) > SLANT * Math.max(a, b), color: paint.color });
      for (const glyph of textGlyphs(object, matrix, bold, looks.length - 1))
        if (clips.every((clip) => isInside(glyph.box, clip))) texts.push({ glyph, order, color: paint.color });
    } else if (object.name === "PathObject") {
      const filled = pathLines(object, objectMatrix(attributes, outer), [0, 0, width, height], rules);
      const { color } = paintOf(object, resources.drawParams);
      for (const box of filled) under.add({ box, order, color, opaque: color !== null && filled.length === 1 });
    } else if (object.name === "ImageObject") {
      const box = imageBox(object, outer);
      if (box) under.add({ box: [...box], order, color: null, opaque: false });
      if (box) pictures.push({ box, resource: attributes.ResourceID ?? "" });
    } else if (object.name === "CompositeObject") {
      const composite = resources.composites.get(attributes.ResourceID ?? "");
      const inner = objectMatrix(attributes, outer);
      for (const part of composite ? elements(composite) : []) draw(part, inner, depth + 1);
    } else if (object.name === "Appearance") {
      const [x, y] = boundsOf(attributes.Boundary) ?? [0, 0];
      for (const part of elements(object)) draw(part, compose([1, 0, 0, 1, x, y], outer), depth + 1);
    } else for (const part of elements(object)) draw(part, outer, depth + 1);
  };
  for (const layer of layers) {
    const ctm = numbers(layer.attributes.CTM);
    for (const object of elements(layer))
      draw(object, ctm.length === 6 ? compose(ctm as unknown as Matrix, ground) : ground, 0);
  }
  let unseen = 0;
  for (const { glyph, order, color } of texts) {
    const [x0, y0, x1, y1] = glyph.box;
    if (!under.hides(x0, y0, x1, y1, order, color)) glyphs.add(glyph);
    else if (/\d/.test(glyph.text)) unseen++;
  }
  const watermark = watermarkRuns(glyphs.seen, looks);
  const seen = glyphs.seen.filter(({ run }) => !watermark.has(run!));
  return { number, width, height, glyphs: seen, lines: rules.lines, pictures, unseen };
}

/** Takes each visible character once. */
class Overprints {
  readonly seen: Glyph[] = [];
  private readonly places = new Map<string, Box[]>();

  add(glyph: Glyph): void {
    const near = OVERPRINT * glyph.size;
    const [x, y] = glyph.box;
    const cell = (dx: number, dy: number): string =>
      `${glyph.text} ${Math.floor(x / 4) + dx} ${Math.floor(y / 4) + dy}`;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of this.places.get(cell(dx, dy)) ?? [])
          if (Math.abs(other[0] - x) < near && Math.abs(other[1] - y) < near) return;
    const here = this.places.get(cell(0, 0));
    if (here) here.push(glyph.box);
    else this.places.set(cell(0, 0), [glyph.box]);
    this.seen.push(glyph);
  }
}
