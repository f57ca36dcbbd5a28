import { child, descendants, elements, textOf, type XmlElement } from "../../lib/xml.ts";
import { type Look, runLook, type StyleSheet } from "./styles.ts";

/** What stands in one paragraph: its printed lines (a line break ends one), the boxes and pictures anchored in it. */
export interface Inline {
  readonly lines: string[];
  /** Size and weight of the longest run. */
  readonly look: Look;
  readonly boxes: XmlElement[];
  readonly pictures: InlinePicture[];
  /** Ids of the footnotes and endnotes called, as `footnote 2`. */
  readonly notes: string[];
  /** Embedded objects (a workbook shown as a picture). */
  readonly objects: number;
}

/** A picture by the relation that holds it. Extents in points, 0 where unknown. */
export interface InlinePicture {
  readonly relation: string;
  readonly width: number;
  readonly height: number;
}

/** Wrappers that only group what is printed. */
const TRANSPARENT = new Set([
  "ins",
  "moveTo",
  "hyperlink",
  "smartTag",
  "customXml",
  "sdtContent",
  "fldSimple",
  "dir",
  "bdo",
  "rubyBase",
  "ruby",
  "sdt",
  "oMath",
  "oMathPara",
]);

/** Check boxes and ticks of the symbol fonts, which print them from private places. */
const SYMBOLS: Record<string, string> = {
  f0fe: "☑",
  f052: "☑",
  f0fd: "☒",
  f054: "☒",
  f0a8: "□",
  f0a3: "□",
  f06f: "□",
  f071: "□",
  f0fc: "√",
  f050: "√",
  f0b3: "≥",
  f0a2: "≤",
};

/** The paragraph's content as printed: insertions kept, deletions and hidden text dropped, a field's result kept. */
export function inlineOf(paragraph: XmlElement, styles: StyleSheet, base: Look): Inline {
  const lines = [""];
  const runs: { look: Look; length: number }[] = [];
  const boxes: XmlElement[] = [];
  const pictures: InlinePicture[] = [];
  const notes: string[] = [];
  let objects = 0;
  const add = (text: string): void => {
    lines[lines.length - 1] += text;
  };

  const drawing = (element: XmlElement): void => {
    const found = [...descendants(element, "txbxContent")];
    boxes.push(...found.filter((box) => !found.some((other) => other !== box && contains(other, box))));
    const extent = descendants(element, "extent").next().value;
    const style = descendants(element, "shape").next().value?.attributes.style ?? "";
    const measure = (name: string): number =>
      Number(new RegExp(`(?:^|;)\\s*${name}:([\\d.]+)pt`).exec(style)?.[1] ?? "0");
    const width = extent ? Number(extent.attributes.cx) / 12_700 : measure("width");
    const height = extent ? Number(extent.attributes.cy) / 12_700 : measure("height");
    for (const blip of descendants(element, "blip"))
      if (blip.attributes.embed) pictures.push({ relation: blip.attributes.embed, width, height });
    for (const data of descendants(element, "imagedata"))
      if (data.attributes.id) pictures.push({ relation: data.attributes.id, width, height });
  };

  const run = (element: XmlElement): void => {
    const properties = child(element, "rPr");
    const look = {
      ...base,
      ...styles.character(child(properties, "rStyle")?.attributes.val ?? null),
      ...runLook(properties),
    };
    if (look.hidden) return;
    const before = lines.reduce((n, l) => n + l.length, 0);
    for (const part of elements(element)) {
      if (part.name === "t") add(symbolText(textOf(part)));
      else if (part.name === "tab" || part.name === "ptab") add("\t");
      else if (part.name === "br" || part.name === "cr") lines.push("");
      else if (part.name === "noBreakHyphen") add("-");
      else if (part.name === "sym") add(SYMBOLS[(part.attributes.char ?? "").toLowerCase()] ?? "");
      else if (part.name === "fldChar") add(checkBox(part));
      else if (part.name === "footnoteReference" || part.name === "endnoteReference")
        notes.push(`${part.name.replace("Reference", "")} ${part.attributes.id}`);
      else if (part.name === "drawing" || part.name === "pict") drawing(part);
      else if (part.name === "object") {
        objects++;
        drawing(part);
      } else if (part.name === "AlternateContent") chosen(part).forEach(drawing);
      else if (TRANSPARENT.has(part.name)) walk(part);
    }
    runs.push({ look, length: lines.reduce((n, l) => n + l.length, 0) - before });
  };

  const walk = (element: XmlElement): void => {
    for (const part of elements(element)) {
      if (part.name === "r") run(part);
      else if (part.name === "t") add(textOf(part));
      else if (TRANSPARENT.has(part.name)) walk(part);
      else if (part.name === "AlternateContent") chosen(part).forEach(drawing);
    }
  };
  walk(paragraph);
  const longest = runs.reduce((best, r) => (r.length > best.length ? r : best), { look: base, length: 0 });
  return { lines, look: longest.look, boxes, pictures, notes, objects };
}

/** Of the alternatives for old and new readers, the new one's content. */
export const chosen = (alternatives: XmlElement): XmlElement[] =>
  elements(child(alternatives, "Choice") ?? child(alternatives, "Fallback"));

function contains(outer: XmlElement, inner: XmlElement): boolean {
  for (const c of elements(outer)) if (c === inner || contains(c, inner)) return true;
  return false;
}

/** Private places of symbol fonts in ordinary text. */
const symbolText = (text: string): string =>
  /[\uf020-\uf0ff]/.test(text)
    ? text.replace(/[\uf020-\uf0ff]/g, (c) => SYMBOLS[c.charCodeAt(0).toString(16)] ?? "")
    : text;

/** A form's check box: it prints a box, ticked or not. */
function checkBox(field: XmlElement): string {
  const box = child(child(field, "ffData"), "checkBox");
  if (!box) return "";
  const state = child(box, "checked") ?? child(box, "default");
  return state && !/^(0|false|off)$/.test(state.attributes.val ?? "1") ? "☑" : "□";
}
