import { raised as above } from "../../lib/note-marks.ts";
import { child, descendants, elements, readXml, type XmlElement } from "../../lib/xml.ts";
import type { ZipMember } from "../../lib/zip-archive.ts";
import { relationsOf } from "../relations.ts";
import { CHINESE_DATES } from "./number-format.ts";

/** What the reader behind does not hand over of an `.xlsx`, by sheet and address. */
export interface SheetExtras {
  /** Cells struck out as a whole, or printed in the paper's colour. */
  readonly gone: ReadonlySet<string>;
  /** Formats that are known by number alone. */
  readonly formats: ReadonlyMap<string, string>;
  /** Text as printed, where runs of it are struck out or raised. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether formulas stand on the sheet that no program has worked out. */
  readonly unsolved: boolean;
}

const NOTHING: SheetExtras = { gone: new Set(), formats: new Map(), texts: new Map(), unsolved: false };
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
  const shared = await sharedTexts(members.get(ofType("sharedStrings") ?? ""), where);
  for (const sheet of elements(child(book ?? undefined, "sheets"), "sheet")) {
    const member = members.get(relations.get(sheet.attributes.id ?? "")?.target ?? "");
    if (member) found.set(sheet.attributes.name ?? "", extrasOf(await member.read(), styles, shared));
  }
  return found;
}

interface SpecialStyles {
  readonly gone: ReadonlyMap<number, "struck" | "white">;
  readonly formats: ReadonlyMap<number, string>;
}

/** The cell formats that strike out or hide, and those whose number format is the language's own. */
function specialStyles(styles: XmlElement | null): SpecialStyles {
  const root = styles ?? undefined;
  const written = new Set(elements(child(root, "numFmts"), "numFmt").map((f) => Number(f.attributes.numFmtId)));
  const fonts = elements(child(root, "fonts"), "font");
  const fills = elements(child(root, "fills"), "fill").map(isFilled);
  const gone = new Map<number, "struck" | "white">();
  const formats = new Map<number, string>();
  elements(child(root, "cellXfs"), "xf").forEach((xf, i) => {
    const font = fonts[Number(xf.attributes.fontId ?? "0")];
    if (isOn(child(font, "strike"))) gone.set(i, "struck");
    else if (isWhite(child(font, "color")) && !fills[Number(xf.attributes.fillId ?? "0")]) gone.set(i, "white");
    const id = Number(xf.attributes.numFmtId ?? "0");
    if (!written.has(id) && CHINESE_DATES[id] !== undefined) formats.set(i, CHINESE_DATES[id]);
  });
  return { gone, formats };
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

/** Shared strings with struck-out or raised runs, by index. */
async function sharedTexts(member: ZipMember | undefined, where: string): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  if (!member) return texts;
  const bytes = await member.read();
  if (!RUNS.test(decoder.decode(bytes))) return texts;
  elements(readXml(bytes, where), "si").forEach((si, i) => {
    const text = printedRuns(si);
    if (text !== null) texts.set(i, text);
  });
  return texts;
}

const RUNS = /<(?:\w+:)?(?:strike|vertAlign)\b/;

/** The runs that are not struck out, raised digits as such; null where no run is either. */
function printedRuns(holder: XmlElement): string | null {
  let special = false;
  const text = elements(holder, "r").map((run) => {
    const look = child(run, "rPr");
    const raised = child(look, "vertAlign")?.attributes.val === "superscript";
    const struck = isOn(child(look, "strike"));
    special ||= raised || struck;
    const own = [...descendants(run, "t")].flatMap((t) => t.children.filter((c) => typeof c === "string")).join("");
    return struck ? "" : raised ? above(own) : own;
  });
  return special ? text.join("") : null;
}

function extrasOf(bytes: Uint8Array, styles: SpecialStyles, shared: ReadonlyMap<number, string>): SheetExtras {
  const xml = decoder.decode(bytes);
  const unsolved =
    /<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>\s*|<(?:\w+:)?v><\/(?:\w+:)?v>\s*)?<\/(?:\w+:)?c>/.test(
      xml,
    );
  const special = styles.gone.size + styles.formats.size + shared.size > 0 || RUNS.test(xml);
  if (!special) return unsolved ? { ...NOTHING, unsolved } : NOTHING;
  // What colours cells by rule may put a dark ground under white figures.
  const coloured = /<(?:\w+:)?(?:conditionalFormatting|tableParts)\b/.test(xml);
  const gone = new Set<string>();
  const formats = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const [, attributes = "", inner = ""] of xml.matchAll(CELL)) {
    const address = attribute(attributes, "r");
    if (address === null) continue;
    const style = Number(attribute(attributes, "s") ?? "0");
    const why = styles.gone.get(style);
    if (why === "struck" || (why === "white" && !coloured)) gone.add(address);
    const format = styles.formats.get(style);
    if (format !== undefined) formats.set(address, format);
    const type = attribute(attributes, "t");
    const text =
      type === "s"
        ? shared.get(Number(/<(?:\w+:)?v>(\d+)</.exec(inner)?.[1] ?? "-1"))
        : type === "inlineStr" && RUNS.test(inner)
          ? printedRuns(readXml(new TextEncoder().encode(inner.replace(/<(\/?)\w+:/g, "<$1")), address))
          : null;
    if (text !== undefined && text !== null) texts.set(address, text);
  }
  return { gone, formats, texts, unsolved };
}
