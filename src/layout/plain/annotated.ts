import { readFileSync } from "node:fs";
import { dataPath } from "../../lib/package-root.ts";

/** A character's reading behind it: 單(dān), 費(fèi). */
const READING = /(?<=\p{Script=Han})\([a-zü\u00e0-\u01dc\u1e3f]{1,6}\)/gu;
/** Fewer readings are words of the text. */
const FEWEST = 8;

let standard: ReadonlyMap<string, string> | null = null;

function standardForms(): ReadonlyMap<string, string> {
  standard ??= new Map(
    readFileSync(dataPath("traditional-characters.tsv"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .slice(1)
      .map((line) => line.split("\t") as [string, string]),
  );
  return standard;
}

/**
 * Pages that were put through a converter print traditional characters, many with their reading behind them: 財政撥款“三公”經(jīng)費(fèi). The
 * readings are no part of the text, and the characters are those of the standard that the page was published in. Other texts stay as they are.
 */
export function withoutReadings(text: string): string {
  if ((text.match(READING) ?? []).length < FEWEST) return text;
  const forms = standardForms();
  return [...text.replace(READING, "")].map((character) => forms.get(character) ?? character).join("");
}
