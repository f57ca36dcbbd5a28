import { dayIn } from "../days.ts";
import { above, absolute, attribute, type Element, elements, textOf } from "../page.ts";
import { type Entry, type ListForm, wordsOf } from "./form.ts";

/** Words of the link that leads to the next page. */
const NEXT: ReadonlySet<string> = new Set([
  "下一页",
  "下页",
  "后一页",
  "下一页>",
  "下一页>>",
  "下一页»",
  ">",
  ">>",
  "»",
]);
/** A line of a list is no longer than so many characters; what holds more is a part of the page. */
const LINE_CHARACTERS = 400;

/**
 * Links as they stand: `<li><a href="…" title="…">…</a><span>2023-08-15</span></li>`, lines of `<dd>`, `<p>` and of tables without heads.
 * The next page is where the link 下一页 leads.
 */
export const plainList: ListForm = (page) => {
  const entries: Entry[] = [];
  const more: URL[] = [];
  const scripted: string[] = [];
  // What holds a thousand links is read once, not a thousand times.
  const texts = new Map<Element, string>();
  const textOfLine = (line: Element): string => {
    const text = texts.get(line) ?? textOf(line);
    texts.set(line, text);
    return text;
  };
  for (const link of elements(page.root, "a")) {
    const href = attribute(link, "href");
    const address = href === undefined ? null : absolute(href, page.base);
    const shown = textOf(link);
    if (address === null) {
      if (/^javascript:/iu.test(href ?? "") || attribute(link, "onclick") !== undefined) scripted.push(shown);
      continue;
    }
    if (NEXT.has(shown.replace(/\s+/gu, ""))) {
      more.push(address);
      continue;
    }
    const words = wordsOf(link, shown);
    if (words === "") continue;
    const line = above(link, "li", "dd", "tr", "p");
    const beside = line === null ? "" : textOfLine(line);
    const isLine = beside.length <= LINE_CHARACTERS + shown.length;
    const listed = isLine ? (dayIn(beside.replace(shown, " "))?.text ?? null) : null;
    entries.push({ address, words, listed, publisher: null });
  }
  return { entries, more, scripted };
};
