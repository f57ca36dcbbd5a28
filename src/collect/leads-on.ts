import { absolute, attribute, elements, type Page, rawText, textOf } from "./page.ts";

/** A page that shows less than so many characters says nothing: it only leads on. */
const EMPTY_CHARACTERS = 120;
/** A refresh later than this reloads a page that is read meanwhile. */
const REFRESH_SECONDS = 10;

/** `location = "…"`, `window.location.href='…'`, `location.replace("…")`, with the address written out. */
const LOCATION =
  /(?:^|[^\w.])(?:(?:window|self|top|parent|document)\.)*location(?:\.href)?\s*(?:=\s*|\.(?:replace|assign)\s*\(\s*)(["'])([^"'\\]+)\1\s*(?:[;)\n]|$)/u;

/** Where a page sends its reader without his doing; no script is run, only an address that is written out is followed. */
export type LeadsOn =
  | { readonly by: "refresh" | "location"; readonly address: URL }
  /** Only a script that sets a cookie gets past this page: that is left to a person. */
  | { readonly by: "challenge" }
  | null;

/** Reads `<meta http-equiv="refresh">`, and on a page that shows nothing a literal `location`. */
export function leadsOn(page: Page): LeadsOn {
  for (const meta of elements(page.root, "meta")) {
    if (attribute(meta, "http-equiv")?.toLowerCase() !== "refresh") continue;
    const [, seconds, url] =
      /^\s*(\d+)(?:\.\d*)?\s*[;,]\s*url\s*=\s*["']?([^"']+)/iu.exec(attribute(meta, "content") ?? "") ?? [];
    const address = url === undefined || Number(seconds) > REFRESH_SECONDS ? null : absolute(url, page.base);
    if (address !== null && address.href !== page.address.href) return { by: "refresh", address };
  }
  const scripts = [...elements(page.root, "script")].map(rawText).join("\n");
  // A list that a script draws shows nothing either.
  if (textOf(page.root).length > EMPTY_CHARACTERS || !elements(page.root, "a").next().done) return null;
  if (/<datastore\b|\bproxyUrl\b/u.test(scripts)) return null;
  if (/document\s*\.\s*cookie\s*=|__jsl_clearance/u.test(scripts)) return { by: "challenge" };
  const href = LOCATION.exec(scripts)?.[2];
  const address = href === undefined ? null : absolute(href, page.base);
  return address !== null && address.href !== page.address.href ? { by: "location", address } : null;
}
