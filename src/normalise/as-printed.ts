import { simplified } from "../lib/traditional.ts";
import type { ContentRecord } from "./index.ts";

const LEFT_OUT = /[\s\u200b\ufeff|｜]/u;
const kept = (text: string): string => [...text].filter((char) => !LEFT_OUT.test(char)).join("");

/**
 * Labels and quotes of records in the characters the publisher wrote. A text in traditional characters is understood in the standard spelling, place by
 * place; `printed` is the text as it stands. What stands in it in two spellings, or not at all, stays as it was understood.
 */
export function asPrinted(printed: string): (record: ContentRecord) => ContentRecord {
  const own = kept(printed);
  const standard = simplified(own);
  if (standard === own || standard.length !== own.length) return (record) => record;
  const spelt = new Map<string, string>();
  const spelling = (text: string): string => {
    const known = spelt.get(text);
    if (known !== undefined) return known;
    const words = kept(text);
    const found = new Set<string>();
    for (
      let at = standard.indexOf(words);
      words !== "" && at >= 0 && found.size < 2;
      at = standard.indexOf(words, at + 1)
    )
      found.add(own.slice(at, at + words.length));
    const [only = words] = found.size === 1 ? found : [];
    const letters = [...only];
    let next = 0;
    const out = [...text].map((char) => (LEFT_OUT.test(char) ? char : (letters[next++] ?? char))).join("");
    spelt.set(text, out);
    return out;
  };
  return (record) => {
    if (record.kind !== "fact") return record;
    const quote = record.source.quote;
    return {
      ...record,
      item: record.item?.split("/").map(spelling).join("/") ?? null,
      source: quote === null ? record.source : { ...record.source, quote: spelling(quote) },
    };
  };
}
