import { child, textOf, type XmlElement } from "../../lib/xml.ts";
import { type Bounds, type Matrix, transformBounds } from "../pdf/frame.ts";
import type { RuleCollector } from "../pdf/rule-lines.ts";
import { boundsOf } from "./geometry.ts";

/** Stroke width in millimetres where none is stated. */
const USUAL_WIDTH_MM = 0.353;
/** Coordinates after each command of AbbreviatedData. */
const ARGUMENTS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/**
 * The ruling lines of a path object; `matrix` leads from its own space to the page. Returns the boxes of the filled shapes that are no lines.
 */
export function pathLines(
  object: XmlElement,
  matrix: Matrix,
  page: Readonly<Bounds>,
  rules: RuleCollector,
): readonly Bounds[] {
  const { attributes } = object;
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const paint = {
    fill: attributes.Fill === "true" && attributes.Alpha !== "0",
    stroke: attributes.Stroke !== "false" && attributes.Alpha !== "0",
    width: (Number(attributes.LineWidth ?? USUAL_WIDTH_MM) || 0) * scale,
  };
  const boxes: Bounds[] = [];
  let points: number[] = [];
  let curved = false;
  const close = (closed: boolean): void => {
    const box = rules.subpath(points, closed, curved, paint, page);
    if (box) boxes.push(box);
    points = [];
    curved = false;
  };
  const add = (x: number, y: number): void => {
    const [a, b, c, d, e, f] = matrix;
    points.push(a * x + c * y + e, b * x + d * y + f);
  };
  const data = child(object, "AbbreviatedData");
  const words = (data ? textOf(data) : "").match(/[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? [];
  for (let i = 0; i < words.length; ) {
    const command = words[i++]!.toUpperCase();
    const count = ARGUMENTS[command];
    if (count === undefined) continue;
    const values = words.slice(i, i + count).map(Number);
    i += count;
    if (command === "C") close(true);
    else {
      if (command === "M" || command === "S") close(false);
      else if (command !== "L") curved = true;
      const [x, y] = values.slice(-2);
      if (Number.isFinite(x) && Number.isFinite(y)) add(x!, y!);
    }
  }
  close(false);
  rules.frames(boxes, page);
  return paint.fill ? boxes : [];
}

/** The box around a path; null where it has no points. */
export function pathBounds(object: XmlElement, matrix: Matrix): Bounds | null {
  const data = child(object, "AbbreviatedData");
  const points = ((data ? textOf(data) : "").match(NUMBER) ?? []).map(Number);
  let box: Bounds | null = null;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];
  }
  return box && transformBounds(box, matrix);
}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** The box of an image object on the page. */
export const imageBox = (object: XmlElement, outer: Matrix): Bounds | null => {
  const box = boundsOf(object.attributes.Boundary);
  return box ? transformBounds(box, outer) : null;
};
