/** A sentence for readers in both languages. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** Words for readers; plain text says the same in both languages (an equation of printed numbers). */
export type Told = string | BothLanguages;

/** `told("文中", "in the prose")`. */
export const told = (zh: string, en: string): BothLanguages => ({ zh, en });

/** Plain text as a sentence of both languages. */
export const both = (words: Told): BothLanguages => (typeof words === "string" ? { zh: words, en: words } : words);
