import type { Box } from "../../../schemas/index.ts";
import { elements, type XmlElement } from "../../lib/xml.ts";
import { type Bounds, compose, IDENTITY, type Matrix } from "../pdf/frame.ts";
import { numbers, objectMatrix } from "./geometry.ts";
import { pathBounds } from "./path.ts";

/** How far the middle of a character may lie outside and still be seen. */
const SLACK_PT = 0.5;

/**
 * What an object's clips leave of it, as boxes on the page; all of them hold (GB/T 33190, 裁剪区). The areas of one clip add up. `matrix`
 * leads from the object's own space to the page.
 */
export function clipsOf(object: XmlElement, matrix: Matrix): Bounds[] {
  const clips = elements(object, "Clips").flatMap((holder) => elements(holder, "Clip"));
  return clips.flatMap((clip): Bounds[] => {
    const areas = elements(clip, "Area").flatMap((area) => areaBoxes(area, matrix));
    const [first, ...rest] = areas;
    return first ? [rest.reduce(union, first)] : [];
  });
}

function areaBoxes(area: XmlElement, matrix: Matrix): Bounds[] {
  const ctm = numbers(area.attributes.CTM);
  const inner = compose(ctm.length === 6 ? (ctm as unknown as Matrix) : IDENTITY, matrix);
  const boxes = elements(area, "Path").map((path) => pathBounds(path, objectMatrix(path.attributes, inner)));
  return boxes.filter((box) => box !== null);
}

const union = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Whether the middle of a character lies in a box. */
export function isInside([x0, y0, x1, y1]: Box, [a, b, c, d]: Readonly<Bounds>): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= a - SLACK_PT && x <= c + SLACK_PT && y >= b - SLACK_PT && y <= d + SLACK_PT;
}
