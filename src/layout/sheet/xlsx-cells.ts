import { child, descendants, elements, readXml, type XmlElement } from "../../lib/xml.ts";
import type { ZipMember } from "../../lib/zip-archive.ts";
import { relationsOf } from "../relations.ts";
import { CHINESE_DATES } from "./number-format.ts";
import { CellLooks, PLAIN, type Run, type RunLook } from "./printed-runs.ts";
import { type RuledLook, ruledLooks, rulesOf } from "./ruled-looks.ts";
import type { SheetExtras } from "./sheet-extras.ts";
import { sheetView } from "./sheet-view.ts";

const decoder = new TextDecoder();
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;
const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;

/** Reads them for every sheet of the package, by the sheet's name. Throws ExtractionError where a part is damaged. */
export async function xlsxExtras(
  members: ReadonlyMap<string, ZipMember>,
  where: string,
): Promise<Map<string, SheetExtras>> {
  const found = new Map<string, SheetExtras>();
  const part = async (name: string | undefined): Promise<XmlElement | null> => {
    const member = name === undefined ? undefined : members.get(name);
    return member ? readXml(await member.read(), where) : null;
  };
  const book = await part("xl/workbook.xml");
  const relations = await relationsOf(members, "xl/workbook.xml");
  const ofType = (type: string): string | undefined => [...relations.values()].find((r) => r.type === type)?.target;
  const styles = specialStyles(await part(ofType("styles")));
  const strings = members.get(ofType("sharedStrings") ?? "");
  const shared = await sharedTexts(strings, styles.looks.size === 0, where);
  for (const sheet of elements(child(book ?? undefined, "sheets"), "sheet")) {
    const member = members.get(relations.get(sheet.attributes.id ?? "")?.target ?? "");
    if (member) found.set(sheet.attributes.name ?? "", extrasOf(await member.read(), styles, shared));
  }
  return found;
}

interface SpecialStyles {
  /** Those struck out or white, on whatever ground. */
  readonly looks: ReadonlyMap<number, RunLook>;
  readonly formats: ReadonlyMap<number, string>;
  /** Those with a ground other than the paper. */
  readonly filled: ReadonlySet<number>;
  /** Differential formats of rules. */
  readonly ruled: ReadonlyMap<number, RuledLook>;
}

/** The cell formats that strike out or hide, and those whose number format is the language's own. */
function specialStyles(styles: XmlElement | null): SpecialStyles {
  const root = styles ?? undefined;
  const written = new Set(elements(child(root, "numFmts"), "numFmt").map((f) => Number(f.attributes.numFmtId)));
  const fonts = elements(child(root, "fonts"), "font");
  const fills = elements(child(root, "fills"), "fill").map(isFilled);
  const looks = new Map<number, RunLook>();
  const formats = new Map<number, string>();
  const filled = new Set<number>();
  elements(child(root, "cellXfs"), "xf").forEach((xf, i) => {
    const font = fonts[Number(xf.attributes.fontId ?? "0")];
    const look = { raised: false, struck: isOn(child(font, "strike")), white: isWhite(child(font, "color")) };
    if (look.struck || look.white) looks.set(i, look);
    if (fills[Number(xf.attributes.fillId ?? "0")]) filled.add(i);
    const id = Number(xf.attributes.numFmtId ?? "0");
    if (!written.has(id) && CHINESE_DATES[id] !== undefined) formats.set(i, CHINESE_DATES[id]);
  });
  return { looks, formats, filled, ruled: ruledLooks(root, isWhite, isOn) };
}

const isOn = (flag: XmlElement | undefined): boolean =>
  flag !== undefined && !/^(0|false|off)$/.test(flag.attributes.val ?? "1");
const isWhite = (color: XmlElement | undefined): boolean =>
  color !== undefined &&
  (/^(FF)?FFFFFF$/i.test(color.attributes.rgb ?? "") ||
    (color.attributes.theme === "0" && color.attributes.tint === undefined) ||
    /^[19]$/.test(color.attributes.indexed ?? ""));
const isFilled = (fill: XmlElement): boolean => {
  const pattern = child(fill, "patternFill");
  if (!pattern) return elements(fill).length > 0;
  return !/^none$/.test(pattern.attributes.patternType ?? "none") && !isWhite(child(pattern, "fgColor"));
};

const RUNS = /<(?:\w+:)?(?:strike|vertAlign)\b|<(?:\w+:)?color\s[^>]*(?:"(?:FF)?FFFFFF"|theme="0"|indexed="[19]")/i;

/** Shared strings in runs, by index, where a run or a cell is not plain. */
async function sharedTexts(
  member: ZipMember | undefined,
  cellsArePlain: boolean,
  where: string,
): Promise<Map<number, readonly Run[]>> {
  const texts = new Map<number, readonly Run[]>();
  if (!member) return texts;
  const bytes = await member.read();
  if (cellsArePlain && !RUNS.test(decoder.decode(bytes))) return texts;
  elements(readXml(bytes, where), "si").forEach((si, i) => {
    const runs = runsOf(si);
    if (runs.length > 0) texts.set(i, runs);
  });
  return texts;
}

/** The runs of a text; one without properties is printed as its cell (ECMA-376 part 1, 18.4.4). */
const runsOf = (holder: XmlElement): Run[] =>
  elements(holder, "r").map((run) => {
    const look = child(run, "rPr");
    return {
      text: [...descendants(run, "t")].flatMap((t) => t.children.filter((c) => typeof c === "string")).join(""),
      look: look
        ? {
            raised: child(look, "vertAlign")?.attributes.val === "superscript",
            struck: isOn(child(look, "strike")),
            white: isWhite(child(look, "color")),
          }
        : null,
    };
  });

function extrasOf(bytes: Uint8Array, styles: SpecialStyles, shared: ReadonlyMap<number, readonly Run[]>): SheetExtras {
  const xml = decoder.decode(bytes);
  const unsolved =
    /<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>\s*|<(?:\w+:)?v><\/(?:\w+:)?v>\s*)?<\/(?:\w+:)?c>/.test(
      xml,
    );
  const formats = new Map<string, string>();
  const cells = new CellLooks(/<(?:\w+:)?(?:conditionalFormatting|tableParts)\b/.test(xml));
  const extras = { ...cells.found, formats, unsolved, view: sheetView(xml), rules: rulesOf(xml, styles.ruled) };
  if (styles.looks.size + styles.formats.size + shared.size === 0 && !RUNS.test(xml)) return extras;
  for (const [, attributes = "", inner = ""] of xml.matchAll(CELL)) {
    const address = attribute(attributes, "r");
    if (address === null) continue;
    const style = Number(attribute(attributes, "s") ?? "0");
    const format = styles.formats.get(style);
    if (format !== undefined) formats.set(address, format);
    const type = attribute(attributes, "t");
    const runs =
      type === "s"
        ? (shared.get(Number(/<(?:\w+:)?v>(\d+)</.exec(inner)?.[1] ?? "-1")) ?? [])
        : type === "inlineStr" && inner.includes("rPr")
          ? runsOf(readXml(new TextEncoder().encode(inner.replace(/<(\/?)\w+:/g, "<$1")), address))
          : [];
    cells.add(address, styles.looks.get(style) ?? PLAIN, styles.filled.has(style), runs);
  }
  return extras;
}
