import type { HtmlElement } from "./nodes.ts";
import { attribute, declarations, declarationsOf, type Rules } from "./rules.ts";

/** What of a page's styling changes how it reads. `size` in points. */
export interface Style {
  readonly hidden: boolean;
  readonly align: "left" | "center" | "right" | null;
  readonly size: number;
  readonly bold: boolean;
  readonly pre: boolean;
  /** Above the line: `<sup>`, vertical-align: super. */
  readonly raised: boolean;
  /** Struck out: `<del>`, `<s>`, text-decoration: line-through. */
  readonly struck: boolean;
  /** Written in the colour of the ground it stands on, as far as the element's own attributes tell. */
  readonly inPaper: boolean;
  readonly color: string;
  readonly ground: string;
}

/** What a page without style sheets looks like. Size in points. */
export const PAGE_STYLE: Style = {
  ...{ hidden: false, align: null, size: 12, bold: false, pre: false, raised: false, struck: false },
  ...{ inPaper: false, color: "#000000", ground: "#ffffff" },
};

const HEADING_SIZES = [24, 18, 14, 12, 10, 8];
const FONT_SIZES = [7.5, 10, 12, 13.5, 18, 24, 36];
const NAMED_SIZES: Readonly<Record<string, number>> = {
  "xx-small": 7,
  "x-small": 7.5,
  small: 10,
  medium: 12,
  large: 13.5,
  "x-large": 18,
  "xx-large": 24,
};

/** How the element looks inside a parent that looks so: the tag's own way, then the sheets, then its attributes and `style`. */
export function styleOf(element: HtmlElement, parent: Style, rules: Rules): Style {
  const tag = element.tagName;
  const style = { ...parent };
  if (tag === "sup") style.raised = true;
  if (tag === "del" || tag === "s" || tag === "strike") style.struck = true;
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (heading) {
    style.size = HEADING_SIZES[Number(heading) - 1]!;
    style.bold = true;
  }
  if (tag === "b" || tag === "strong" || tag === "th") style.bold = true;
  if (tag === "center" || tag === "th") style.align = "center";
  if (tag === "table") style.align = null;
  if (tag === "pre") style.pre = true;
  const fontSize = tag === "font" ? Number(attribute(element, "size") ?? "NaN") : Number.NaN;
  if (fontSize >= 1 && fontSize <= 7) style.size = FONT_SIZES[fontSize - 1] ?? style.size;
  const align = tag === "table" ? undefined : attribute(element, "align");
  if (align !== undefined) apply(style, "text-align", align.toLowerCase(), parent);
  if (attribute(element, "hidden") !== undefined) style.hidden = true;
  const looks = declarations(element, rules);
  // Colours of a style sheet may stand on grounds it names elsewhere: only those of the element itself count.
  const own = new Set(attribute(element, "style") === undefined ? [] : looksOf(element));
  for (const [name, value] of looks) if (!COLOURS.has(name) || !own.has(name)) apply(style, name, value, parent);
  const before = { ...style };
  for (const [name, value] of looks) if (COLOURS.has(name) && own.has(name)) apply(style, name, value, parent);
  if (outOfSight(new Map(looks))) style.hidden = true;
  if (isLifted(new Map(looks)) && style.size < parent.size) style.raised = true;
  const color = tag === "font" ? attribute(element, "color") : undefined;
  if (color !== undefined) style.color = colourOf(color);
  const ground = attribute(element, "bgcolor");
  if (ground !== undefined) style.ground = colourOf(ground);
  if (attribute(element, "background") !== undefined) style.ground = "?";
  if (style.color !== before.color || style.ground !== before.ground || parent.color !== style.color)
    style.inPaper = style.color === style.ground && (style.color !== before.color || parent.inPaper);
  return style;
}

const COLOURS = new Set(["color", "background", "background-color", "background-image"]);
const looksOf = (element: HtmlElement): string[] => [...declarationsOf(attribute(element, "style")!).keys()];

/** Put where no screen reaches, or into a box without width or height that cuts what it holds. */
function outOfSight(looks: ReadonlyMap<string, string>): boolean {
  const far = (name: string): boolean => /^-\d{3,}(?:\.\d+)?(?:px|pt|em)$/.test(looks.get(name) ?? "");
  const none = (name: string): boolean => /^0(?:px|pt|em|%)?$/.test(looks.get(name) ?? "");
  return (
    far("text-indent") ||
    (/absolute|fixed/.test(looks.get("position") ?? "") && (far("left") || far("top") || far("right"))) ||
    /rect\(\s*(?:0|1px)/.test(looks.get("clip") ?? "") ||
    (looks.get("overflow") === "hidden" && (none("width") || none("height")) && !looks.has("min-height"))
  );
}

/** Moved up from the line it stands in. */
const isLifted = (looks: ReadonlyMap<string, string>): boolean =>
  looks.get("position") === "relative" &&
  (/^-\d/.test(looks.get("top") ?? "") || /^[1-9]/.test(looks.get("bottom") ?? ""));

/** A colour in one spelling; as written where that is unknown. */
function colourOf(value: string): string {
  const text = value.trim().toLowerCase();
  if (text === "white") return "#ffffff";
  if (text === "black") return "#000000";
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text);
  if (parts)
    return `#${parts
      .slice(1)
      .map((n) => Number(n).toString(16).padStart(2, "0"))
      .join("")}`;
  return text;
}

type Mutable = { -readonly [K in keyof Style]: Style[K] };

function apply(style: Mutable, name: string, value: string, parent: Style): void {
  if (name === "display") style.hidden = parent.hidden || value === "none";
  else if (name === "visibility") style.hidden = value === "hidden" || value === "collapse";
  else if (name === "mso-hide" && value === "all") style.hidden = true;
  else if (name === "text-align") {
    if (value === "center" || value === "right") style.align = value;
    else if (/^(left|start|justify)$/.test(value)) style.align = "left";
    else if (value === "end") style.align = "right";
  } else if (name === "font-weight") style.bold = /^bold|^[6-9]00$/.test(value);
  else if (name === "white-space") style.pre = value.startsWith("pre");
  else if (name === "font-size") {
    style.size = sizeOf(value, parent.size) ?? style.size;
    if (/^0+(?:\.0+)?(?:[a-z%]+)?$/.test(value)) style.hidden = true;
  } else if (name === "opacity" && /^0+(?:\.0+)?%?$/.test(value)) style.hidden = true;
  else if (name === "vertical-align") style.raised = value === "super" || value === "text-top";
  else if (/^text-decoration(-line)?$/.test(name)) style.struck ||= value.includes("line-through");
  else if (name === "color") {
    style.color = colourOf(value);
    if (/^(?:transparent|rgba\(.*[, /]0?\.?0+\)|#(?:[0-9a-f]{6}00|[0-9a-f]{3}0))$/.test(value)) style.hidden = true;
  } else if (name === "background-image") style.ground = value === "none" ? style.ground : "?";
  else if (name === "background-color" || name === "background")
    style.ground = /^(transparent|inherit|none|initial)$/.test(value) ? style.ground : colourOf(value);
}

/** CSS lengths in points. */
function sizeOf(value: string, inherited: number): number | null {
  if (value in NAMED_SIZES) return NAMED_SIZES[value]!;
  const match = /^([\d.]+)(pt|px|em|rem|%|cm|mm)$/.exec(value);
  if (!match) return null;
  const factor = { pt: 1, px: 0.75, em: inherited, rem: 12, "%": inherited / 100, cm: 28.35, mm: 2.835 }[match[2]!];
  const size = Number(match[1]) * factor!;
  return size > 0 ? Math.round(size * 100) / 100 : null;
}
