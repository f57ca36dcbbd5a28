import { raised } from "../../lib/note-marks.ts";
import { child, elements, textOf, type XmlElement } from "../../lib/xml.ts";

/** Properties of a formula's parts: they print nothing. */
const PROPERTIES = /Pr$/;

/** A formula on one line (ECMA-376 part 1, 22.1): a fraction as 实际/计划, powers above the line, brackets as they are drawn. */
export function mathText(element: XmlElement): string {
  return elements(element)
    .map((part) => {
      if (part.name === "t") return textOf(part);
      if (PROPERTIES.test(part.name)) return "";
      const inner = (name: string): string => {
        const found = child(part, name);
        return found ? mathText(found) : "";
      };
      if (part.name === "f") return `${inBrackets(inner("num"))}/${inBrackets(inner("den"))}`;
      if (part.name === "sSup") return inner("e") + raised(inner("sup"));
      if (part.name === "rad") return `√${inBrackets(inner("e"))}`;
      if (part.name === "d") {
        const looks = child(part, "dPr");
        const begin = child(looks, "begChr")?.attributes.val ?? "(";
        const end = child(looks, "endChr")?.attributes.val ?? ")";
        return begin + elements(part, "e").map(mathText).join("|") + end;
      }
      return mathText(part);
    })
    .join("");
}

/** A sum keeps its brackets under a stroke. */
const inBrackets = (text: string): string => (/[-+＋－−](?=.)/u.test(text.slice(1)) ? `(${text})` : text);
