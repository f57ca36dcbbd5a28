import { child, elements, type XmlElement } from "../../lib/xml.ts";
import { columnAt } from "./formula.ts";

/** What a rule changes of a cell it applies to. */
export interface RuledLook {
  /** The number format shown instead of the cell's own. */
  readonly format?: string;
  /** Struck out, or in the paper's colour. */
  readonly gone?: boolean;
}

/** The looks that rules give the cells of a sheet; "unknown" where a rule's condition is not worked out here. */
export type RuledLooks = (column: number, row: number, value: number) => RuledLook | "unknown" | null;

/** A rule over some areas of a sheet; `holds` is null where its condition is not worked out. */
export interface Rule {
  readonly areas: readonly Area[];
  readonly holds: (value: number) => boolean | null;
  readonly look: RuledLook;
  readonly priority: number;
}
/** A block of cells, all four edges among them. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The differential formats of a workbook that change a number's format or take it out of sight, by index. */
export function ruledLooks(
  styles: XmlElement | undefined,
  isWhite: (color: XmlElement | undefined) => boolean,
  isOn: (flag: XmlElement | undefined) => boolean,
): ReadonlyMap<number, RuledLook> {
  const looks = new Map<number, RuledLook>();
  elements(child(styles, "dxfs"), "dxf").forEach((dxf, i) => {
    const format = child(dxf, "numFmt")?.attributes.formatCode;
    const font = child(dxf, "font");
    const gone = isOn(child(font, "strike")) || (isWhite(child(font, "color")) && !child(dxf, "fill"));
    if (format !== undefined) looks.set(i, { format });
    else if (gone) looks.set(i, { gone });
  });
  return looks;
}

const BLOCK = /<(?:\w+:)?conditionalFormatting\b([^>]*)>(.*?)<\/(?:\w+:)?conditionalFormatting>/gs;
const RULE = /<(?:\w+:)?cfRule\b([^>]*)(?:\/>|>(.*?)<\/(?:\w+:)?cfRule>)/gs;

/** The rules of a worksheet (ECMA-376 part 1, 18.3.1.10) that change what a number shows; null where there are none. */
export function rulesOf(xml: string, looks: ReadonlyMap<number, RuledLook>): RuledLooks | null {
  if (looks.size === 0 || !/<(?:\w+:)?conditionalFormatting\b/.test(xml)) return null;
  const rules: Rule[] = [];
  for (const [, block = "", inner = ""] of xml.matchAll(BLOCK)) {
    const areas = (stated(block, "sqref") ?? "").split(/\s+/).flatMap((text) => areaOf(text) ?? []);
    for (const [, attributes = "", body = ""] of inner.matchAll(RULE)) {
      const look = looks.get(Number(stated(attributes, "dxfId") ?? "-1"));
      if (!look || areas.length === 0) continue;
      const limits = [...body.matchAll(/<(?:\w+:)?formula>([^<]*)</g)].map(([, text]) => text!.trim());
      rules.push({
        areas,
        look,
        priority: Number(stated(attributes, "priority") ?? "0"),
        holds: condition(stated(attributes, "type") ?? "", stated(attributes, "operator") ?? "", limits),
      });
    }
  }
  return ruledBy(rules);
}

/** The looks that rules give, the first that holds deciding; null without rules. */
export function ruledBy(rules: readonly Rule[]): RuledLooks | null {
  if (rules.length === 0) return null;
  const sorted = [...rules].sort((a, b) => a.priority - b.priority);
  return (column, row, value) => {
    for (const { areas, holds, look } of sorted) {
      if (!areas.some((a) => column >= a.left && column <= a.right && row >= a.top && row <= a.bottom)) continue;
      const held = holds(value);
      if (held === true) return look;
      // A colour that may or may not be the paper's is looked at as the cell itself says.
      if (held === null && look.format !== undefined) return "unknown";
    }
    return null;
  };
}

/** Comparisons of the cell with numbers; null for every other kind of condition. */
function condition(type: string, operator: string, limits: readonly string[]): (value: number) => boolean | null {
  const numbers = limits.map((text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN));
  return type === "cellIs" ? comparison(operator, numbers) : () => null;
}

/** A comparison of a cell's number with one or two others, by its name in SpreadsheetML; never known without numbers. */
export function comparison(operator: string, numbers: readonly number[]): (value: number) => boolean | null {
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return () => null;
  const [first = 0, second = first] = numbers;
  const low = Math.min(first, second);
  const high = Math.max(first, second);
  const compare: Readonly<Record<string, (value: number) => boolean>> = {
    equal: (v) => v === first,
    notEqual: (v) => v !== first,
    lessThan: (v) => v < first,
    lessThanOrEqual: (v) => v <= first,
    greaterThan: (v) => v > first,
    greaterThanOrEqual: (v) => v >= first,
    between: (v) => v >= low && v <= high,
    notBetween: (v) => v < low || v > high,
  };
  return compare[operator] ?? (() => null);
}

function areaOf(text: string): Area | null {
  const [, c1, r1, c2 = c1, r2 = r1] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(text) ?? [];
  if (c1 === undefined) return null;
  return { left: columnAt(c1), top: Number(r1) - 1, right: columnAt(c2!), bottom: Number(r2) - 1 };
}

const stated = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
