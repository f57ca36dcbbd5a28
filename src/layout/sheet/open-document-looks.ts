import { raised } from "../../lib/note-marks.ts";
import { child, descendants, elements, textOf, type XmlElement } from "../../lib/xml.ts";
import { comparison } from "./ruled-looks.ts";

/** What the styles of an OpenDocument file say of a cell, a run or a sheet by the style's name. */
export interface OpenDocumentLooks {
  /** Struck out, or in the colour of the paper. */
  isGone(style: string | undefined): boolean;
  isRaised(style: string | undefined): boolean;
  isBold(style: string | undefined): boolean;
  isHiddenTable(style: string | undefined): boolean;
  /** Whether negatives are told from others by a colour of their number format. */
  coloursNegatives(style: string | undefined): boolean;
  /** What a condition of the style makes of a number: takes it out of sight, or shows it in another format than the cell's own. */
  ruled(style: string | undefined, value: number): "gone" | "reformatted" | null;
  /** What the page header over a sheet of this style prints. */
  header(style: string | undefined): string;
}

interface Look {
  parent?: string;
  struck?: boolean;
  white?: boolean;
  filled?: boolean;
  raised?: boolean;
  bold?: boolean;
  hidden?: boolean;
  format?: string;
  master?: string;
  conditions?: readonly { readonly holds: (value: number) => boolean | null; readonly style: string }[];
}

/** Styles beyond this many parents are followed no further. */
const PARENTS = 20;

/** Reads the styles of all parts; later parts (the content's automatic styles) come first where names meet. */
export function openDocumentLooks(roots: readonly XmlElement[]): OpenDocumentLooks {
  const looks = new Map<string, Look>();
  const coloured = new Set<string>();
  const headers = new Map<string, string>();
  const maps = new Map<string, string[]>();
  for (const root of roots) {
    for (const master of elements(child(root, "master-styles"), "master-page")) {
      const header = child(master, "header");
      if (header && header.attributes.display !== "false")
        headers.set(master.attributes.name ?? "", [...descendants(header, "p")].map(textOf).join(" "));
    }
    for (const holder of [child(root, "styles"), child(root, "automatic-styles")])
      for (const style of elements(holder)) {
        const name = style.attributes.name ?? "";
        if (style.name === "style") looks.set(name, lookOf(style));
        if (/-style$/.test(style.name)) {
          if (child(style, "text-properties")?.attributes.color !== undefined) coloured.add(name);
          maps.set(
            name,
            elements(style, "map").map((m) => m.attributes["apply-style-name"] ?? ""),
          );
        }
      }
  }
  const inherited = <K extends keyof Look>(style: string | undefined, key: K): Look[K] | undefined => {
    let name = style;
    for (let i = 0; name !== undefined && i < PARENTS; i++) {
      const look = looks.get(name);
      if (look?.[key] !== undefined) return look[key];
      name = look?.parent;
    }
    return undefined;
  };
  return {
    isGone: (style) =>
      inherited(style, "struck") === true ||
      (inherited(style, "white") === true && inherited(style, "filled") !== true),
    isRaised: (style) => inherited(style, "raised") === true,
    isBold: (style) => inherited(style, "bold") === true,
    isHiddenTable: (style) => inherited(style, "hidden") === true,
    coloursNegatives(style) {
      const format = inherited(style, "format");
      return format !== undefined && [format, ...(maps.get(format) ?? [])].some((name) => coloured.has(name));
    },
    ruled(style, value) {
      for (const { holds, style: applied } of inherited(style, "conditions") ?? []) {
        const look = looks.get(applied) ?? {};
        const reformats = look.format !== undefined && look.format !== inherited(style, "format");
        const held = holds(value);
        if (held === null ? reformats : held && reformats) return "reformatted";
        const whiteOnPaper = look.white === true && look.filled !== true && inherited(style, "filled") !== true;
        if (held === true) return look.struck === true || whiteOnPaper ? "gone" : null;
      }
      return null;
    },
    header: (style) => headers.get(inherited(style, "master") ?? "") ?? "",
  };
}

function lookOf(style: XmlElement): Look {
  const text = child(style, "text-properties")?.attributes ?? {};
  const cell = child(style, "table-cell-properties")?.attributes ?? {};
  const table = child(style, "table-properties")?.attributes ?? {};
  const { "parent-style-name": parent, "data-style-name": format } = style.attributes;
  const line = text["text-line-through-style"] ?? text["text-line-through-type"];
  const ground = cell["background-color"] ?? text["background-color"];
  return {
    ...(parent === undefined ? {} : { parent }),
    ...(format === undefined ? {} : { format }),
    ...(line === undefined ? {} : { struck: line !== "none" }),
    ...(text.color === undefined ? {} : { white: /^#ffffff$/i.test(text.color) }),
    ...(ground === undefined ? {} : { filled: !/^(transparent|#ffffff)$/i.test(ground) }),
    ...(text["text-position"] === undefined ? {} : { raised: /^(super|[1-9]\d*%)/.test(text["text-position"]) }),
    ...(text["font-weight"] === undefined ? {} : { bold: text["font-weight"] === "bold" }),
    ...(style.attributes["master-page-name"] === undefined ? {} : { master: style.attributes["master-page-name"] }),
    ...(elements(style, "map").length === 0 ? {} : { conditions: elements(style, "map").map(conditionOf) }),
    ...(table.display === undefined ? {} : { hidden: table.display === "false" }),
  };
}

const OPERATORS: Readonly<Record<string, string>> = {
  "=": "equal",
  "!=": "notEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
};

/** A condition of a style (OpenDocument 1.2 part 1, 16.3): comparisons of the cell with numbers are worked out. */
function conditionOf(map: XmlElement): { holds: (value: number) => boolean | null; style: string } {
  const text = map.attributes.condition ?? "";
  const [, operator, limit] = /^cell-content\(\)\s*(!=|[<>]=?|=)\s*(-?[\d.]+)$/.exec(text) ?? [];
  const [, not, from, to] = /^cell-content-is-(not-)?between\((-?[\d.]+),\s*(-?[\d.]+)\)$/.exec(text) ?? [];
  const holds =
    operator === undefined
      ? comparison(not === undefined ? "between" : "notBetween", from === undefined ? [] : [Number(from), Number(to)])
      : comparison(OPERATORS[operator]!, [Number(limit)]);
  return { holds, style: map.attributes["apply-style-name"] ?? "" };
}

/** The printed text of a paragraph: blanks and breaks spelled out, struck-out runs and notes left out, raised digits as such. */
export function printedText(paragraph: XmlElement, looks: OpenDocumentLooks): string {
  return paragraph.children
    .map((part) => {
      if (typeof part === "string") return part.replace(/\s+/g, " ");
      if (part.name === "s") return " ".repeat(Math.min(100, Number(part.attributes.c ?? "1") || 1));
      if (part.name === "tab") return "\t";
      if (part.name === "line-break") return "\n";
      if (part.name === "annotation" || part.name === "note" || part.name === "ruby-text") return "";
      const style = part.attributes["style-name"];
      if (part.name === "span" && looks.isGone(style)) return "";
      const text = printedText(part, looks);
      return part.name === "span" && looks.isRaised(style) ? raised(text) : text;
    })
    .join("");
}
