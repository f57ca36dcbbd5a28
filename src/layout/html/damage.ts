import { undecoded } from "../../lib/damaged-text.ts";
import { ExtractionError } from "../../lib/errors.ts";

/** What a browser passes over without a word: characters that cannot be read, and the end of a page that is missing. */
export function pageDamage(source: string, where: string): ExtractionError[] {
  const missing = missingEnd(source);
  return [
    ...undecoded(source, where),
    ...(missing === "" ? [] : [new ExtractionError("damaged", missing, where === "" ? null : where)]),
  ];
}

function missingEnd(source: string): string {
  const last = (tag: RegExp): number => [...source.matchAll(tag)].at(-1)?.index ?? -1;
  if (/<html[\s>]/i.test(source) && !/<\/html/i.test(source)) return "the page stops before its end";
  return last(/<table[\s>]/gi) > last(/<\/table/gi) ? "the page stops in a table" : "";
}
