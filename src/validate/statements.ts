import type { Source } from "../../schemas/index.ts";
import { squeeze } from "../lib/grid.ts";
import type { Section } from "../lib/section.ts";

/** One sentence of the prose, with the headings it stands under. */
export interface Sentence {
  readonly text: string;
  readonly page: number;
  readonly headings: readonly string[];
  /** Number of its paragraph, from 0: sentences of one paragraph speak of one thing. */
  readonly paragraph: number;
}

/** Sentences of all prose, in reading order; 。 and ； end one, a newline inside a paragraph does not. */
export function sentencesOf(sections: readonly Section[]): readonly Sentence[] {
  const out: Sentence[] = [];
  let paragraph = 0;
  for (const section of sections) {
    if (section.kind !== "prose") continue;
    for (const block of section.paragraphs) {
      const text = block.text.replace(/\s*\n\s*/g, "");
      for (const part of text.split(/(?<=[。；;!！])/u))
        if (part.trim() !== "")
          out.push({ text: part.trim(), page: block.page, headings: section.headings, paragraph });
      paragraph++;
    }
  }
  return out;
}

/** A place in the prose with a verbatim quote of at most 120 characters. */
export const quoted = (sentence: Pick<Sentence, "page">, quote: string): Source => ({
  page: sentence.page,
  bbox: null,
  table: null,
  row: null,
  col: null,
  quote: quote.slice(0, 120),
});

const folded = (text: string): string => squeeze(text.normalize("NFKC"));

/** Whether two quotes are of one statement: the same words, or one inside the other. */
export function sameStatement(a: Source, b: Source): boolean {
  if (a.table !== b.table || a.page !== b.page || a.quote === null || b.quote === null) return false;
  if (a.quote === b.quote) return true;
  const [x, y] = [folded(a.quote), folded(b.quote)];
  return x.length >= 4 && y.length >= 4 && (x.includes(y) || y.includes(x));
}

/**
 * Which sentence a quote stands in: the first on its page that contains it. A quote over several sentences belongs to none and is
 * compared by its words.
 */
export function statementFinder(sentences: readonly Sentence[]): (source: Source) => string | null {
  const pages = new Map<number, { readonly id: string; readonly text: string }[]>();
  sentences.forEach((s, i) => {
    const list = pages.get(s.page) ?? [];
    list.push({ id: `s${i}`, text: folded(s.text) });
    pages.set(s.page, list);
  });
  const known = new Map<string, string | null>();
  return (source) => {
    if (source.quote === null) return null;
    const key = `${source.page}|${source.quote}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const quote = folded(source.quote).replace(/[。；;]$/, "");
    const found = quote.length < 4 ? undefined : (pages.get(source.page) ?? []).find((s) => s.text.includes(quote));
    known.set(key, found?.id ?? null);
    return found?.id ?? null;
  };
}
