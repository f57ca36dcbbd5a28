import { readFileSync } from "node:fs";
import { dataPath } from "./package-root.ts";

/** Characters in traditional spelling, each with the same in the standard spelling of the mainland. */
interface Table {
  readonly standard: ReadonlyMap<string, string>;
  readonly each: RegExp;
}

let table: Table | null = null;

/** Read once, when the first text that may need it comes. */
function spellings(): Table {
  if (table !== null) return table;
  const standard = new Map(
    readFileSync(dataPath("traditional-characters.tsv"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .slice(1)
      .map((line) => line.split("\t") as [string, string]),
  );
  table = { standard, each: new RegExp(`[${[...standard.keys()].join("")}]`, "gu") };
  return table;
}

/** The text in standard characters, place by place (審計署 → 审计署); texts without traditional ones come back as they are. */
export function simplified(text: string): string {
  const { standard, each } = spellings();
  return text.replace(each, (character) => standard.get(character) as string);
}
