const HAN = /(\p{Script=Han})/gu;

/**
 * Text as the search index holds it: NFKC, Han characters apart, so that a word of one or two characters (三公, 决算) is a phrase of
 * characters; everything else as the tokenizer splits it.
 */
export const spaced = (text: string): string => text.normalize("NFKC").replace(HAN, " $1 ");

/** Letters and digits: what the tokenizer keeps. */
const KEPT = /[\p{L}\p{N}]/u;

/**
 * What a person types as a question to the index: words apart by white space must all stand on the page, each as a phrase. Null
 * where nothing is left to look for.
 */
export function phrases(words: readonly string[]): string | null {
  const kept = words.filter((word) => KEPT.test(word));
  if (kept.length === 0) return null;
  return kept.map((word) => `"${spaced(word).replaceAll('"', " ").trim()}"`).join(" AND ");
}

/** `三公 接待费` → its words. */
export const wordsOf = (query: string): string[] => query.normalize("NFKC").split(/\s+/u).filter(Boolean);

/**
 * Finds a word in a line whatever marks stand between its characters (三公 in “三公”): where it begins and ends. Case is ignored.
 * Null where it is not there.
 */
export function findWord(line: string, word: string): { readonly from: number; readonly to: number } | null {
  const wanted = [...word.normalize("NFKC").toLowerCase()].filter((letter) => KEPT.test(letter));
  const letters: { readonly letter: string; readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (const printed of line) {
    const to = at + printed.length;
    for (const letter of printed.normalize("NFKC").toLowerCase())
      if (KEPT.test(letter)) letters.push({ letter, from: at, to });
    at = to;
  }
  for (let n = 0; n + wanted.length <= letters.length; n++)
    if (wanted.every((letter, k) => letters[n + k]!.letter === letter))
      return { from: letters[n]!.from, to: letters[n + wanted.length - 1]!.to };
  return null;
}
