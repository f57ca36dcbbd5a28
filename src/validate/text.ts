import { squeeze } from "../lib/grid.ts";
import type { Context } from "./context.ts";
import { type Operand, operand } from "./operand.ts";
import { Exact } from "./quantity.ts";
import { quoted, type Sentence } from "./statements.ts";
import type { Told } from "./told.ts";

/** A heading, table title or caption line, with the page of the section it stands over. */
export interface Heading {
  readonly text: string;
  readonly page: number;
}

/** Every heading, title and caption line once, in reading order. */
export function headingsOf(context: Context): readonly Heading[] {
  const seen = new Set<string>();
  const out: Heading[] = [];
  const take = (text: string | null, page: number): void => {
    const line = squeeze(text ?? "");
    if (line === "" || seen.has(line)) return;
    seen.add(line);
    out.push({ text: line, page });
  };
  for (const section of context.sections) {
    const page = section.kind === "table" ? section.pages[0]! : (section.paragraphs[0]?.page ?? 1);
    for (const h of section.headings) take(h, page);
    if (section.kind === "table") {
      take(section.title, page);
      for (const line of section.caption) take(line.text, line.page);
    } else for (const p of section.paragraphs) if (p.text.length <= 60) take(p.text, p.page);
  }
  return out;
}

/** A number of the prose as an operand, with the words it stands in. */
export const stated = (
  sentence: Pick<Sentence, "page">,
  printed: string,
  unit: string | null,
  label: Told,
  quote: string,
): Operand => {
  const number = operand(printed.replaceAll(",", ""), unit, label, quoted(sentence, quote));
  // Whole things are counted, not rounded; areas are measured.
  const counted = number.kind !== "money" && number.kind !== "%" && !MEASURED.has(number.kind);
  return counted ? { ...number, half: new Exact(0) } : number;
};

const MEASURED: ReadonlySet<string> = new Set(["平方米", "公顷", "亩"]);
