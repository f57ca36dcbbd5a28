import { parseFragment } from "parse5";
import { dayIn } from "../days.ts";
import { absolute, attribute, elements, type Page, rawText, textOf } from "../page.ts";
import { type Entry, type ListForm, NOTHING, wordsOf } from "./form.ts";

/**
 * Lists that a script draws from data inside the page.
 *
 * Looks like   `<script type="text/xml"><datastore><nextgroup>…</nextgroup><recordset><record><![CDATA[<li><a …>…]]></record>`
 * More pages   the address in `nextgroup` (`/module/web/jpage/dataproxy.jsp?page=1&…`), which answers with a datastore of its own;
 *              where there is no such address, `proxyUrl` and `ajaxParam` as the script literally names them
 * Articles     `/art/2023/8/15/art_1234_567890.html`; files `/module/download/downfile.jsp?classid=0&showname=…&filename=…`
 */
export const hanwebList: ListForm = (page) => {
  const stores = datastores(page);
  if (stores.length === 0) return NOTHING;
  const entries = stores.flatMap((store) => between(store, "record").flatMap((record) => entryOf(record, page.base)));
  const more = stores.flatMap((store) =>
    between(store, "nextgroup")
      .slice(0, 1)
      .flatMap((group) => linksIn(group, page.base)),
  );
  return { entries, more: more.length > 0 ? more : [...nextByNumber(page, stores), ...proxyOfScript(page)] };
};

function datastores(page: Page): string[] {
  const inScripts = [...elements(page.root, "script")].map(rawText).filter((text) => /<datastore\b/iu.test(text));
  if (inScripts.length > 0) return inScripts;
  // An answer of the proxy is a datastore as a whole.
  return /^\s*(?:<\?xml[^>]*>\s*)?<datastore\b/iu.test(page.text) ? [page.text] : [];
}

/** What stands between each tag of a name and its end. */
function between(text: string, name: string): string[] {
  const [, ...parts] = text.split(new RegExp(`<${name}>`, "iu"));
  const end = new RegExp(`</${name}>`, "iu");
  return parts.flatMap((part) => (end.test(part) ? [part.split(end)[0]!] : []));
}

const inner = (text: string): string => text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/gu, "");

function linksIn(markup: string, base: URL): URL[] {
  return [...elements(parseFragment(inner(markup)), "a")].flatMap((link) => {
    const href = attribute(link, "href");
    return (href !== undefined && absolute(href, base)) || [];
  });
}

function entryOf(record: string, base: URL): Entry[] {
  const tree = parseFragment(inner(record));
  for (const link of elements(tree, "a")) {
    const href = attribute(link, "href");
    const address = href === undefined ? null : absolute(href, base);
    if (address === null) continue;
    const shown = textOf(link);
    const beside = textOf(tree).replace(shown, " ");
    return [{ address, words: wordsOf(link, shown), listed: dayIn(beside)?.text ?? null, publisher: null }];
  }
  return [];
}

/** An answer that says how many pages there are, asked with `page=2`: the next is `page=3`. */
function nextByNumber(page: Page, stores: readonly string[]): URL[] {
  const pages = Number(/<totalpage>\s*(\d+)/iu.exec(stores[0]!)?.[1]);
  const number = Number(page.address.searchParams.get("page"));
  if (!Number.isInteger(number) || number < 1 || !(number < pages)) return [];
  const next = new URL(page.address);
  next.searchParams.set("page", String(number + 1));
  return [next];
}

/** `proxyUrl:'…'` and `ajaxParam:{webid:1,columnid:23,…}` of the script that draws the list, where they are written out. */
function proxyOfScript(page: Page): URL[] {
  for (const script of elements(page.root, "script")) {
    const text = rawText(script);
    const proxy = /\bproxyUrl\s*:\s*(['"])([^'"]+)\1/u.exec(text)?.[2];
    const parameters = /\bajaxParam\s*:\s*\{([^{}]*)\}/u.exec(text)?.[1];
    const [perPage, total] = [/\bperPage\s*:\s*(\d+)/u, /\btotalRecord\s*:\s*(\d+)/u].map((p) =>
      Number(p.exec(text)?.[1] ?? 0),
    );
    const address = proxy === undefined ? null : absolute(proxy, page.base);
    if (!address || parameters === undefined || total! <= perPage!) continue;
    address.searchParams.set("page", "1");
    for (const [, name, , quoted, bare] of parameters.matchAll(/['"]?(\w+)['"]?\s*:\s*(?:(['"])([^'"]*)\2|([\w.]+))/gu))
      address.searchParams.set(name!, quoted ?? bare!);
    return [address];
  }
  return [];
}
