import { attribute, type Element, type Page } from "../page.ts";

/** An entry of a list: where it leads, in what words, and what the list says beside it. */
export interface Entry {
  readonly address: URL;
  /** The link's title where it has one (shown words are often cut short), else its words. */
  readonly words: string;
  /** The day the list prints beside it, as printed; null where it prints none. */
  readonly listed: string | null;
  /** The body the list names; null where it names none. */
  readonly publisher: string | null;
}

/** What one form of list finds on a page. */
export interface ListReading {
  readonly entries: readonly Entry[];
  /** Further pages of the same list. */
  readonly more: readonly URL[];
  /** Words of links that lead somewhere only by a script. */
  readonly scripted?: readonly string[];
}

/** One manner in which portals print a list: a pure function of the page; nothing found where the page is of another form. */
export type ListForm = (page: Page) => ListReading;

export const NOTHING: ListReading = { entries: [], more: [] };

/** A link's words: its title, where that says as much as what is shown (which is often cut short), else what is shown. */
export function wordsOf(link: Element, shown: string): string {
  const title = attribute(link, "title") ?? "";
  return title.length >= shown.length || /(?:…|\.\.\.?)$/u.test(shown) ? title || shown : shown;
}
