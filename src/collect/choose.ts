import { statedYear } from "../lib/stated-year.ts";
import { dayOfAddress } from "./days.ts";
import { isFile } from "./forms/files.ts";
import type { Entry } from "./forms/form.ts";

/** What is looked for. */
export interface Wanted {
  /** A link is taken where its words have one of these. */
  readonly words: readonly string[];
  /** Years that words may name, both included; null: any. */
  readonly years: { readonly from: number; readonly to: number } | null;
  /** Hosts that a person named: lists and articles are asked of no other. */
  readonly hosts: ReadonlySet<string>;
}

/** Words that the disclosures of this project have in their titles. */
export const USUAL_WORDS: readonly string[] = ["决算", "预算", "三公", "绩效"];

/** What an entry of a list is: something to take, something to leave with a reason, or (null) no line of the list at all. */
export type Choice =
  | { readonly take: "article" | "attachment" }
  | { readonly left: "no-words" | "other-year" | "other-host" | "another-list" }
  | null;

/** Whether an address is a list's own: the front of a column. */
const LIST = /(?:\/|\/(?:index|list|default)(?:_\d+)?\.\w+|\/col\/col\d+[^/]*)$/iu;
export const isListAddress = (address: URL): boolean => LIST.test(address.pathname) && address.search === "";

/** Whether an address is an article's, as portals number them by day. */
export const isArticleAddress = (address: URL): boolean =>
  dayOfAddress(address) !== null && !isListAddress(address) && !isFile(address);

/** Every year that words name: as digits, or the first one in Han. */
export function yearsIn(words: string): number[] {
  const digits = [...words.normalize("NFKC").matchAll(/(?<!\d)(20\d\d)(?!\d)/gu)].map(([year]) => Number(year));
  const stated = statedYear(words);
  return stated === null || digits.includes(stated) ? digits : [...digits, stated];
}

/** Chooses by the words of a link alone; what it leads to is not known yet. */
export function choose({ address, words, listed }: Entry, { words: wanted, years, hosts }: Wanted): Choice {
  const text = words.normalize("NFKC");
  // Without a date it is as likely a link of the page's frame.
  if (!wanted.some((word) => text.includes(word))) return listed === null ? null : { left: "no-words" };
  const named = yearsIn(words);
  if (years !== null && named.length > 0 && !named.some((year) => years.from <= year && year <= years.to))
    return { left: "other-year" };
  if (isFile(address)) return { take: "attachment" };
  if (!hosts.has(address.hostname)) return { left: "other-host" };
  return isListAddress(address) ? { left: "another-list" } : { take: "article" };
}
