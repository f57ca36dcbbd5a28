import { child, elements, type XmlElement } from "../../lib/xml.ts";
import { formatNumber } from "./number-format.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Counts in plain decimals whatever the outer levels' formats (w:isLgl). */
  readonly decimal: boolean;
  /** Level after which it starts anew; 0 never, null after every higher one. */
  readonly restart: number | null;
  readonly style: string | null;
}

/** Gives the number Word prints before a paragraph: 一、 （二） 3. Counts as the paragraphs go by. */
export interface Numbering {
  /** The printed label, empty where none is printed. A style that numbers without naming its level is looked up by its id. */
  next(id: string, level: number | null, style: string | null): string;
}

/** Reads `word/numbering.xml`; null where the document numbers nothing. */
export function numberingOf(root: XmlElement | null): Numbering {
  const lists = new Map<string, Map<number, Level>>();
  for (const list of elements(root ?? undefined, "abstractNum"))
    lists.set(list.attributes.abstractNumId ?? "", levelsOf(elements(list, "lvl")));
  const instances = new Map<string, { list: string; levels: Map<number, Level>; restarts: Map<number, number> }>();
  for (const instance of elements(root ?? undefined, "num")) {
    const list = child(instance, "abstractNumId")?.attributes.val ?? "";
    const levels = new Map(lists.get(list) ?? []);
    const restarts = new Map<number, number>();
    for (const override of elements(instance, "lvlOverride")) {
      const at = Number(override.attributes.ilvl ?? "0");
      for (const [n, level] of levelsOf(elements(override, "lvl"))) levels.set(n, level);
      const start = child(override, "startOverride")?.attributes.val;
      if (start !== undefined) restarts.set(at, Number(start));
    }
    instances.set(instance.attributes.numId ?? "", { list, levels, restarts });
  }
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(id, stated, style) {
      const instance = instances.get(id);
      if (!instance) return "";
      const { levels, list, restarts } = instance;
      const byStyle = [...levels].find(([, l]) => style !== null && l.style === style)?.[0];
      const at = stated ?? byStyle ?? 0;
      const level = levels.get(at);
      if (!level) return "";
      const counter = counters.get(list) ?? [];
      counters.set(list, counter);
      const restart = restarts.get(at);
      if (restart !== undefined && !begun.has(`${id}/${at}`)) counter[at] = restart - 1;
      begun.add(`${id}/${at}`);
      counter[at] = (counter[at] ?? level.start - 1) + 1;
      for (let deeper = at + 1; deeper < counter.length; deeper++) {
        const rule = levels.get(deeper)?.restart ?? null;
        if (rule === null || at < rule) counter[deeper] = undefined;
      }
      const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const n = Number(digit) - 1;
        const of = levels.get(n);
        const value = counter[n] ?? of?.start ?? 1;
        return formatNumber(value, level.decimal && n !== at ? "decimal" : (of?.format ?? "decimal"));
      });
      return level.format === "bullet" || level.format === "none" ? "" : label;
    },
  };
}

function levelsOf(found: readonly XmlElement[]): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of found) {
    const value = (name: string): string | undefined => child(level, name)?.attributes.val;
    const legal = child(level, "isLgl");
    levels.set(Number(level.attributes.ilvl ?? "0"), {
      start: Number(value("start") ?? "0"),
      format: value("numFmt") ?? child(child(level, "AlternateContent"), "Choice")?.attributes.val ?? "decimal",
      text: value("lvlText") ?? "",
      decimal: legal !== undefined && !/^(0|false|off)$/.test(legal.attributes.val ?? "1"),
      restart: value("lvlRestart") === undefined ? null : Number(value("lvlRestart")),
      style: value("pStyle") ?? null,
    });
  }
  return levels;
}
