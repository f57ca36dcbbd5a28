import { child, type XmlElement } from "../../lib/xml.ts";
import { numbers } from "./geometry.ts";

/** How an object is painted. `color` is 0xRRGGBB of its fill; null where it is see-through, patterned or of an unknown kind. */
export interface ObjectPaint {
  readonly fill: boolean;
  readonly stroke: boolean;
  readonly color: number | null;
}

/** Drawing parameters that refer to others are followed so far. */
const RELATIVES = 8;

/**
 * Whether an object is filled or stroked, and in what colour. Text is filled in black where nothing is said, a path is not filled, and
 * has no colour of its own (GB/T 33190, 文字对象 and 图形对象).
 */
export function paintOf(object: XmlElement, params: ReadonlyMap<string, XmlElement>): ObjectPaint {
  const isText = object.name === "TextObject";
  const fill = object.attributes.Fill === undefined ? isText : object.attributes.Fill === "true";
  const stroke = object.attributes.Stroke === undefined ? !isText : object.attributes.Stroke === "true";
  const color = fillOf(object, params);
  const whole = (object.attributes.Alpha ?? "255") === "255";
  return { fill, stroke, color: !whole || !fill ? null : color ? colorOf(color) : isText ? 0 : null };
}

function fillOf(object: XmlElement, params: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  let holder: XmlElement | undefined = object;
  for (let i = 0; holder && i < RELATIVES; i++) {
    const color = child(holder, "FillColor");
    if (color) return color;
    holder = params.get((i === 0 ? holder.attributes.DrawParam : holder.attributes.Relative) ?? "");
  }
  return undefined;
}

/** Of one to four parts: grey, RGB, CMYK. */
function colorOf(color: XmlElement): number | null {
  if ((color.attributes.Alpha ?? "255") !== "255" || color.attributes.Index !== undefined) return null;
  const parts = (color.attributes.Value ?? "")
    .split(/\s+/)
    .map((part) => (part.startsWith("#") ? `0x${part.slice(1)}` : part));
  const values = numbers(parts.join(" "));
  if (values.length === 1) return rgb(values[0]!, values[0]!, values[0]!);
  if (values.length === 3) return rgb(values[0]!, values[1]!, values[2]!);
  if (values.length !== 4) return null;
  const [c, m, y, k] = values.map((value) => 1 - value / 255) as [number, number, number, number];
  return rgb(255 * c * k, 255 * m * k, 255 * y * k);
}

const rgb = (r: number, g: number, b: number): number => (Math.round(r) << 16) | (Math.round(g) << 8) | Math.round(b);
