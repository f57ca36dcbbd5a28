import { raised as above } from "../../lib/note-marks.ts";
import { child, descendants, elements, readXml, type XmlElement } from "../../lib/xml.ts";
import type { ZipMember } from "../../lib/zip-archive.ts";
import { relationsOf } from "../relations.ts";
import { CHINESE_DATES } from "./number-format.ts";
import { type RuledLook, type RuledLooks, ruledLooks, rulesOf } from "./ruled-looks.ts";
import { type SheetView, sheetView } from "./sheet-view.ts";

/** What the reader behind does not hand over of an `.xlsx`, by sheet and address. */
export interface SheetExtras {
  /** Cells struck out as a whole, or printed in the paper's colour. */
  readonly gone: ReadonlySet<string>;
  /** Formats that are known by number alone. */
  readonly formats: ReadonlyMap<string, string>;
  /** Text as printed, where runs of it are struck out or raised. */
  readonly texts: ReadonlyMap<string, string>;
  /** Cells of which some runs are struck out or in the paper's colour. */
  readonly cut: ReadonlySet<string>;
  /** Whether formulas stand on the sheet that no program has worked out. */
  readonly unsolved: boolean;
  readonly view: SheetView;
  /** What rules (conditional formats) change of the numbers shown. */
  readonly rules: RuledLooks | null;
}

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
  const gone = new Map<number, "struck" | "white">();
  const formats = new Map<number, string>();
  const filled = new Set<number>();
  elements(child(root, "cellXfs"), "xf").forEach((xf, i) => {
    const font = fonts[Number(xf.attributes.fontId ?? "0")];
    if (isOn(child(font, "strike"))) gone.set(i, "struck");
    else if (isWhite(child(font, "color")) && !fills[Number(xf.attributes.fillId ?? "0")]) gone.set(i, "white");
    if (fills[Number(xf.attributes.fillId ?? "0")]) filled.add(i);
    const id = Number(xf.attributes.numFmtId ?? "0");
    if (!written.has(id) && CHINESE_DATES[id] !== undefined) formats.set(i, CHINESE_DATES[id]);
  });
  return { gone, formats, filled, ruled: ruledLooks(root, isWhite, isOn) };
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

/** A text with runs that are struck out, raised or white. */
interface PrintedText {
  readonly onPaper: string;
  /** On a ground that is not the paper's, white is meant to be read. */
  readonly onGround: string;
  /** Whether words of it are not to be seen on either. */
  readonly cut: { readonly onPaper: boolean; readonly onGround: boolean };
}

/** Shared strings with such runs, by index. */
async function sharedTexts(member: ZipMember | undefined, where: string): Promise<Map<number, PrintedText>> {
  const texts = new Map<number, PrintedText>();
  if (!member) return texts;
  const bytes = await member.read();
  if (!RUNS.test(decoder.decode(bytes))) return texts;
  elements(readXml(bytes, where), "si").forEach((si, i) => {
    const text = printedRuns(si);
    if (text !== null) texts.set(i, text);
  });
  return texts;
}

const RUNS = /<(?:\w+:)?(?:strike|vertAlign)\b|<(?:\w+:)?color\s[^>]*(?:"(?:FF)?FFFFFF"|theme="0"|indexed="[19]")/i;

/** The runs that are to be seen, raised digits as such; null where all runs are plain. */
function printedRuns(holder: XmlElement): PrintedText | null {
  let special = false;
  const cut = { onPaper: false, onGround: false };
  const shown = { onPaper: "", onGround: "" };
  for (const run of elements(holder, "r")) {
    const look = child(run, "rPr");
    const isRaised = child(look, "vertAlign")?.attributes.val === "superscript";
    const isStruck = isOn(child(look, "strike"));
    const white = isWhite(child(look, "color"));
    special ||= isRaised || isStruck || white;
    const own = [...descendants(run, "t")].flatMap((t) => t.children.filter((c) => typeof c === "string")).join("");
    const text = isRaised ? above(own) : own;
    if (!isStruck) shown.onGround += text;
    if (!isStruck && !white) shown.onPaper += text;
    cut.onGround ||= isStruck && own.trim() !== "";
    cut.onPaper ||= (isStruck || white) && own.trim() !== "";
  }
  return special ? { ...shown, cut } : null;
}

function extrasOf(bytes: Uint8Array, styles: SpecialStyles, shared: ReadonlyMap<number, PrintedText>): SheetExtras {
  const xml = decoder.decode(bytes);
  const unsolved =
    /<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>\s*|<(?:\w+:)?v><\/(?:\w+:)?v>\s*)?<\/(?:\w+:)?c>/.test(
      xml,
    );
  const gone = new Set<string>();
  const formats = new Map<string, string>();
  const texts = new Map<string, string>();
  const cut = new Set<string>();
  const extras = { gone, formats, texts, cut, unsolved, view: sheetView(xml), rules: rulesOf(xml, styles.ruled) };
  if (styles.gone.size + styles.formats.size + shared.size === 0 && !RUNS.test(xml)) return extras;
  // What colours cells by rule may put a dark ground under white figures.
  const coloured = /<(?:\w+:)?(?:conditionalFormatting|tableParts)\b/.test(xml);
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
    if (!text) continue;
    const on = coloured || styles.filled.has(style) ? "onGround" : "onPaper";
    texts.set(address, text[on]);
    if (text.cut[on]) cut.add(address);
  }
  return extras;
}
