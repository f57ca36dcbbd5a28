import { attribute, elements, type Page, rawText, textOf } from "./page.ts";

/** What a government page says of itself in its `<meta>` tags, as printed. */
export interface PageTags {
  readonly siteName: string | null;
  readonly siteIdCode: string | null;
  readonly columnName: string | null;
  readonly articleTitle: string | null;
  readonly pubDate: string | null;
  readonly contentSource: string | null;
}

/** The tags SiteName, SiteIDCode, ColumnName, ArticleTitle, PubDate and ContentSource, in whatever case they are written. */
export function tagsOf(page: Page): PageTags {
  const tags = new Map<string, string>();
  for (const meta of elements(page.root, "meta")) {
    const [name, content] = [attribute(meta, "name")?.toLowerCase(), attribute(meta, "content")];
    if (name !== undefined && content !== undefined && !tags.has(name)) tags.set(name, content);
  }
  const tag = (name: string): string | null => tags.get(name) ?? null;
  return {
    siteName: tag("sitename"),
    siteIdCode: tag("siteidcode"),
    columnName: tag("columnname"),
    articleTitle: tag("articletitle"),
    pubDate: tag("pubdate"),
    contentSource: tag("contentsource"),
  };
}

/** The page's title: its tag, its one first heading, its `<title>`; null where it has none. */
export function titleOf(page: Page, tags: PageTags): string | null {
  if (tags.articleTitle !== null) return tags.articleTitle;
  for (const name of ["h1", "title"])
    for (const element of elements(page.root, name)) {
      const text = name === "title" ? rawText(element).replace(/\s+/gu, " ").trim() : textOf(element);
      if (text !== "") return text;
    }
  return null;
}
