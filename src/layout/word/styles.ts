import { child, descendants, elements, type XmlElement } from "../../lib/xml.ts";

/** What a style or a paragraph's own properties say of how it looks. `size` in points. */
export interface Look {
  align?: "left" | "center" | "right";
  size?: number;
  bold?: boolean;
  hidden?: boolean;
  struck?: boolean;
  /** Above the line, as note marks are. */
  raised?: boolean;
  /** Below the line. */
  lowered?: boolean;
  /** In the colour of white paper. */
  white?: boolean;
  /** On a ground of its own: shading, a highlighter. */
  filled?: boolean;
  /** Outline level from 1. */
  level?: number;
  numbering?: { id: string; level: number | null };
}

/** The paragraph and character styles of a document, each with what it inherits. */
export interface StyleSheet {
  /** Look of the style, or of the default paragraph style where it is null or unknown. */
  paragraph(id: string | null): Look;
  character(id: string | null): Look;
  /** Whether a table style paints any of its cells. */
  paints(id: string | null): boolean;
}

/** A switch such as `<w:b/>`, `<w:b w:val="0"/>`; undefined where it is not stated. */
export function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(properties, name);
  if (!element) return undefined;
  return !/^(0|false|off|none)$/.test(element.attributes.val ?? "1");
}

/** What `w:pPr` says. */
export function paragraphLook(properties: XmlElement | undefined): Look {
  const look: Look = {};
  const justify = child(properties, "jc")?.attributes.val;
  if (justify === "center") look.align = "center";
  else if (justify === "right" || justify === "end") look.align = "right";
  else if (justify !== undefined) look.align = "left";
  const outline = Number(child(properties, "outlineLvl")?.attributes.val ?? "9");
  if (outline < 9) look.level = outline + 1;
  if (isFilled(child(properties, "shd"))) look.filled = true;
  const numbering = child(properties, "numPr");
  if (numbering) {
    const level = child(numbering, "ilvl")?.attributes.val;
    const id = child(numbering, "numId")?.attributes.val;
    if (id !== undefined) look.numbering = { id, level: level === undefined ? null : Number(level) };
  }
  return look;
}

/** Half points above the line from which a run stands there as a mark, not as part of its word. */
const LIFTED = 6;

/** Whether `w:shd` gives a ground other than the paper. */
export const isFilled = (shading: XmlElement | undefined): boolean =>
  shading !== undefined &&
  (!/^(auto|ffffff|)$/i.test(shading.attributes.fill ?? "") ||
    !/^(clear|nil|)$/.test(shading.attributes.val ?? "") ||
    (shading.attributes.themeFill !== undefined && shading.attributes.themeFill !== "background1"));

/** What `w:rPr` says. */
export function runLook(properties: XmlElement | undefined): Look {
  const look: Look = {};
  const half = Number(child(properties, "sz")?.attributes.val ?? "NaN");
  if (half > 0) look.size = half / 2;
  const bold = switched(properties, "b");
  if (bold !== undefined) look.bold = bold;
  const hidden = switched(properties, "vanish");
  if (hidden !== undefined) look.hidden = hidden;
  const struck = switched(properties, "strike") || switched(properties, "dstrike");
  if (struck || switched(properties, "strike") === false) look.struck = struck === true;
  const align = child(properties, "vertAlign")?.attributes.val;
  const lift = Number(child(properties, "position")?.attributes.val ?? "0");
  if (align !== undefined || lift >= LIFTED) look.raised = align === "superscript" || lift >= LIFTED;
  if (align !== undefined) look.lowered = align === "subscript";
  const color = child(properties, "color")?.attributes;
  if (color) look.white = /^ffffff$/i.test(color.val ?? "") || color.themeColor === "background1";
  const highlight = child(properties, "highlight")?.attributes.val;
  if (isFilled(child(properties, "shd")) || (highlight !== undefined && !/^(none|white)$/.test(highlight)))
    look.filled = true;
  return look;
}

/** Reads `word/styles.xml`; without it every paragraph looks the same. */
export function styleSheet(root: XmlElement | null): StyleSheet {
  const own = new Map<string, { look: Look; base: string | null }>();
  const painting = new Set<string>();
  let standard: string | null = null;
  for (const style of elements(root ?? undefined, "style")) {
    const id = style.attributes.styleId;
    if (id === undefined) continue;
    if (style.attributes.type === "table" && [...descendants(style, "shd")].some(isFilled)) painting.add(id);
    const look = { ...paragraphLook(child(style, "pPr")), ...runLook(child(style, "rPr")) };
    const heading = /^(?:heading|标题) ?([1-9])$/i.exec(child(style, "name")?.attributes.val ?? "");
    if (heading && look.level === undefined) look.level = Number(heading[1]);
    own.set(id, { look, base: child(style, "basedOn")?.attributes.val ?? null });
    if (style.attributes.type === "paragraph" && /^(1|true|on)$/.test(style.attributes.default ?? "")) standard = id;
  }
  const defaults = child(root ?? undefined, "docDefaults");
  const ground: Look = {
    size: 10,
    ...paragraphLook(child(child(defaults, "pPrDefault"), "pPr")),
    ...runLook(child(child(defaults, "rPrDefault"), "rPr")),
  };
  const known = new Map<string, Look>();
  const resolve = (id: string, seen: number): Look => {
    const cached = known.get(id);
    if (cached) return cached;
    const style = own.get(id);
    if (!style || seen > 20) return {};
    const look = { ...(style.base === null ? {} : resolve(style.base, seen + 1)), ...style.look };
    known.set(id, look);
    return look;
  };
  const paragraphs = new Map<string | null, Look>();
  return {
    paragraph(id) {
      const use = id !== null && own.has(id) ? id : standard;
      let look = paragraphs.get(use);
      if (!look) {
        look = { ...ground, ...(use === null ? {} : resolve(use, 0)) };
        paragraphs.set(use, look);
      }
      return look;
    },
    character: (id) => (id === null ? {} : resolve(id, 0)),
    paints(id) {
      for (let at = id, i = 0; at !== null && i < 20; i++, at = own.get(at)?.base ?? null)
        if (painting.has(at)) return true;
      return false;
    },
  };
}
