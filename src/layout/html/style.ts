import type { DefaultTreeAdapterTypes } from "parse5";

/** An element of a parsed page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
/** Any node of a parsed page: element, text, comment. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

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

interface Rule {
  readonly tag: string | null;
  readonly classes: readonly string[];
  readonly id: string | null;
  readonly weight: number;
  readonly declarations: ReadonlyMap<string, string>;
}

/** The page's own style sheets; rules for plain compounds (`p.title`, `#menu`), indexed by their rarest part. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

/** An attribute's value; undefined where the element has none. */
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;

/** Reads style sheets; rules inside @media and @page, and selectors with combinators, are left out. */
export function readRules(sheets: readonly string[]): Rules {
  const rules = new Map<string, Rule[]>();
  for (const sheet of sheets) {
    const css = withoutComments(sheet);
    let depth = 0;
    let start = 0;
    let selector = "";
    for (let i = 0; i < css.length; i++) {
      if (css[i] === ";" && depth === 0) start = i + 1;
      else if (css[i] === "{") {
        if (depth++ === 0) selector = css.slice(start, i).trim();
        if (depth === 1) start = i + 1;
      } else if (css[i] === "}" && depth > 0 && --depth === 0) {
        if (!selector.startsWith("@")) addRule(rules, selector, css.slice(start, i));
        start = i + 1;
      }
    }
  }
  return rules;
}

/** Each piece after a `/*` counts from its end mark on. */
const withoutComments = (sheet: string): string =>
  sheet
    .split("/*")
    .map((piece, i) => (i === 0 ? piece : piece.includes("*/") ? piece.slice(piece.indexOf("*/") + 2) : ""))
    .join("")
    .replace(/<!--|-->/g, "");

function addRule(rules: Map<string, Rule[]>, selectors: string, body: string): void {
  const declarations = declarationsOf(body);
  for (const selector of selectors.split(",")) {
    const match = /^([a-z][\w]*)?((?:[.#][\w-]+)*)$/i.exec(selector.trim());
    if (!match || match[0] === "") continue;
    const parts = match[2]!.match(/[.#][\w-]+/g) ?? [];
    const id = parts.find((p) => p.startsWith("#"))?.slice(1) ?? null;
    const classes = parts.filter((p) => p.startsWith(".")).map((p) => p.slice(1));
    const tag = match[1]?.toLowerCase() ?? null;
    const weight = (id === null ? 0 : 100) + classes.length * 10 + (tag === null ? 0 : 1);
    const key = id !== null ? `#${id}` : classes.length > 0 ? `.${classes[0]}` : tag!;
    const list = rules.get(key) ?? [];
    rules.set(key, list);
    list.push({ tag, classes, id, weight, declarations });
  }
}

function declarationsOf(body: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of body.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .replace(/!\s*important/i, "")
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

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
  for (const rule of matching(element, rules))
    for (const [name, value] of rule.declarations) apply(style, name, value, parent);
  const before = { ...style };
  const inline = attribute(element, "style");
  if (inline !== undefined) for (const [name, value] of declarationsOf(inline)) apply(style, name, value, parent);
  const color = tag === "font" ? attribute(element, "color") : undefined;
  if (color !== undefined) style.color = colourOf(color);
  const ground = attribute(element, "bgcolor");
  if (ground !== undefined) style.ground = colourOf(ground);
  if (attribute(element, "background") !== undefined) style.ground = "?";
  // Colours of a style sheet may stand on grounds it names elsewhere: only those of the element itself count.
  if (style.color !== before.color || style.ground !== before.ground || parent.color !== style.color)
    style.inPaper = style.color === style.ground && (style.color !== before.color || parent.inPaper);
  return style;
}

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

/** What the sheets and the element itself declare of a property; undefined where neither does. */
export function declared(element: HtmlElement, name: string, rules: Rules): string | undefined {
  const inline = declarationsOf(attribute(element, "style") ?? "").get(name);
  if (inline !== undefined) return inline;
  return matching(element, rules)
    .map((rule) => rule.declarations.get(name))
    .findLast((value) => value !== undefined);
}

function matching(element: HtmlElement, rules: Rules): Rule[] {
  const classes = (attribute(element, "class") ?? "").split(/\s+/).filter((c) => c !== "");
  const id = attribute(element, "id");
  const keys = [element.tagName, ...classes.map((c) => `.${c}`), ...(id === undefined ? [] : [`#${id}`])];
  return keys
    .flatMap((key) => rules.get(key) ?? [])
    .filter(
      (r) =>
        (r.tag === null || r.tag === element.tagName) &&
        (r.id === null || r.id === id) &&
        r.classes.every((c) => classes.includes(c)),
    )
    .sort((a, b) => a.weight - b.weight);
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
  else if (name === "color") style.color = colourOf(value);
  else if (name === "background-image") style.ground = value === "none" ? style.ground : "?";
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
