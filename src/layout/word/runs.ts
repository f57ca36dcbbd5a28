import { append } from "../../lib/long-lists.ts";
import { lowered, raised } from "../../lib/note-marks.ts";
import { child, descendants, elements, textOf, type XmlElement } from "../../lib/xml.ts";
import { Fields } from "./fields.ts";
import { mathText } from "./math.ts";
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
  /** Relations of the workbooks and documents embedded in it. */
  readonly embedded: string[];
  /** Pieces of text that are struck out or in the paper's colour. */
  readonly gone: number;
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
]);

/** Points up to which print is a speck nobody reads. */
const SPECK = 1;
/** Check boxes, ticks and signs that fonts of symbols print from private places, by font and character. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { fe: "☑", fd: "☒", a8: "□", "6f": "□", "71": "□", fc: "√", fb: "×" },
  "wingdings 2": { "52": "☑", "54": "☒", a3: "□", "2a": "□", "50": "√", "4f": "×" },
  symbol: { b3: "≥", a3: "≤", b1: "±", b4: "×", b8: "÷", "2d": "-", b9: "≠", bb: "≈", b7: "·", "25": "%" },
};
/** What a private place most often means where no font is named. */
const ANY_FONT: Readonly<Record<string, string>> = {
  ...SYMBOLS["wingdings 2"],
  ...SYMBOLS.wingdings,
  ...{ b3: "≥", a2: "≤" },
};

/** The paragraph's content as printed: insertions kept, deletions and hidden text dropped, a field's result kept. */
export function inlineOf(paragraph: XmlElement, styles: StyleSheet, base: Look, ground = false): Inline {
  const lines = [""];
  const runs: { look: Look; length: number }[] = [];
  const boxes: XmlElement[] = [];
  const pictures: InlinePicture[] = [];
  const notes: string[] = [];
  const embedded: string[] = [];
  let objects = 0;
  let gone = 0;
  const add = (text: string): void => {
    if (fields.inInstruction) return;
    lines[lines.length - 1] += text;
    if (text !== "") fields.printed();
  };
  const fields = new Fields((text) => {
    if (!fields.inInstruction) lines[lines.length - 1] += text;
  });

  const drawing = (element: XmlElement): void => {
    const found = [...descendants(element, "txbxContent")];
    append(
      boxes,
      found.filter((box) => !found.some((other) => other !== box && contains(other, box))),
    );
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
    // White on a ground that is not the paper's is meant to be read.
    const unseen =
      look.struck === true || (look.size ?? 10) <= SPECK || (look.white === true && look.filled !== true && !ground);
    const before = lines.reduce((n, l) => n + l.length, 0);
    for (const part of elements(element)) {
      if (part.name === "t" && unseen) gone += /\S/.test(textOf(part)) ? 1 : 0;
      else if (part.name === "t") add(standing(symbolText(textOf(part)), look));
      else if (part.name === "tab" || part.name === "ptab") add("\t");
      else if (part.name === "br" || part.name === "cr") lines.push("");
      else if (part.name === "noBreakHyphen") add("-");
      else if (part.name === "sym") add(symbol(part.attributes.char ?? "", part.attributes.font ?? ""));
      else if (part.name === "fldChar") fields.mark(part);
      else if (part.name === "instrText") fields.instruction(textOf(part));
      else if (part.name === "footnoteReference" || part.name === "endnoteReference")
        notes.push(`${part.name.replace("Reference", "")} ${part.attributes.id}`);
      else if (part.name === "drawing" || part.name === "pict") drawing(part);
      else if (part.name === "object") {
        const held = descendants(part, "OLEObject").next().value?.attributes.id;
        if (held === undefined) objects++;
        else embedded.push(held);
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
      else if (part.name === "oMath" || part.name === "oMathPara") add(mathText(part));
      else if (TRANSPARENT.has(part.name)) walk(part);
      else if (part.name === "AlternateContent") chosen(part).forEach(drawing);
    }
  };
  walk(paragraph);
  const longest = runs.reduce((best, r) => (r.length > best.length ? r : best), { look: base, length: 0 });
  return { lines, look: longest.look, boxes, pictures, notes, objects, embedded, gone };
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
    ? text.replace(/[\uf020-\uf0ff]/g, (c) => symbol(c.charCodeAt(0).toString(16), ""))
    : text;

/** What a symbol font prints for a character: 00A3 and F0A3 are the same place. Fonts of text print the character itself. */
function symbol(code: string, font: string): string {
  const place = code.toLowerCase().slice(-2);
  const name = font.toLowerCase();
  const own = (SYMBOLS[name] ?? ANY_FONT)[place];
  if (own !== undefined) return own;
  const value = Number.parseInt(code, 16);
  const plain = String.fromCodePoint(value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value || 0x20);
  // Symbol has the digits and the signs of a number where text has them; its letters are Greek.
  if (name === "symbol") return /[\d.,()+%]/.test(plain) ? plain : "";
  return name === "" || /wingdings|webdings|dingbats|marlett/.test(name) ? "" : plain;
}

/** Digits above the line are marks of notes, digits below it are no digits of the number beside them. */
const standing = (text: string, look: Look): string =>
  look.raised ? raised(text) : look.lowered ? lowered(text) : text;
