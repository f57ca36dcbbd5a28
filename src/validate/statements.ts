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
      const lines = block.text.split("\n");
      const text =
        lines.length === 1
          ? block.text
          : lines
              .map((line, i) => (i === 0 ? line.trimEnd() : i < lines.length - 1 ? line.trim() : line.trimStart()))
              .join("");
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

/** The sentences of one page run together, with where each begins: a search walks on from the last find. */
interface PageText {
  text: string;
  readonly starts: number[];
  readonly ids: string[];
  last: number;
}

/**
 * Which sentence a quote stands in: the first on its page that contains it. Facts come in reading order, so the search goes on from the
 * last find and only then from the start. A quote over several sentences belongs to none and is compared by its words.
 */
export function statementFinder(sentences: readonly Sentence[]): (source: Source) => string | null {
  const pages = new Map<number, PageText>();
  sentences.forEach((s, i) => {
    const page = pages.get(s.page) ?? { text: "", starts: [], ids: [], last: 0 };
    page.starts.push(page.text.length);
    page.ids.push(`s${i}`);
    page.text += `${folded(s.text)}\n`;
    pages.set(s.page, page);
  });
  const known = new Map<string, string | null>();
  return (source) => {
    if (source.quote === null) return null;
    const key = `${source.page}|${source.quote}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = locate(pages.get(source.page), folded(source.quote).replace(/[。；;]$/, ""));
    known.set(key, found);
    return found;
  };
}

function locate(page: PageText | undefined, quote: string): string | null {
  if (!page || quote.length < 4) return null;
  const ahead = page.text.indexOf(quote, page.last);
  const at = ahead >= 0 ? ahead : page.text.indexOf(quote);
  if (at < 0) return null;
  let [low, high] = [0, page.starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (page.starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  page.last = page.starts[low]!;
  return page.ids[low]!;
}
