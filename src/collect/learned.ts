import { type CollectedRequest, publishedOn } from "../../schemas/collected.ts";
import { daysOf } from "./days.ts";
import { fileName, nameInAddress } from "./file-name.ts";
import type { Kind } from "./kind.ts";
import { type Page, textOf } from "./page.ts";
import { tagsOf, titleOf } from "./tags.ts";
import type { Task } from "./task.ts";

/** What a document is called, whose it is and when it came out: by its page, its article, its link, its address. */
export function learned(
  { role, words, listed, publisher, article }: Task,
  address: URL,
  disposition: string,
  kind: Kind,
  page: Page | null,
): Pick<CollectedRequest, "name" | "title" | "publisher" | "site" | "dates"> {
  // A file that is a page (a table that a program wrote) says nothing of the portal.
  const own = role === "attachment" ? null : page;
  const tags = own === null ? null : tagsOf(own);
  const title = own === null || tags === null ? (article?.title ?? words) : (titleOf(own, tags) ?? words);
  const dated = article !== undefined && publishedOn(article.dates) !== null;
  return {
    name: fileName(disposition, own === null ? words : title, address, kind),
    title,
    publisher: publisher ?? tags?.contentSource ?? article?.publisher ?? null,
    site: tags?.siteName ?? article?.site ?? address.hostname,
    dates: dated ? article.dates : daysOf(address, tags, own === null ? "" : textOf(own.root), listed),
  };
}

/** Office files that some programs write as pages: a table or their own marks make them files. */
const WRITTEN_AS_PAGE = /\.(?:docx?|xlsx?|wps|et|rtf|csv|txt)$/iu;

/** Whether a page stands where a file should: an error, a log-in, a front page told with 200. */
export const isNoFile = (page: Page, address: URL): boolean =>
  !(
    WRITTEN_AS_PAGE.test(nameInAddress(address)) &&
    (/<table[\s>]|urn:schemas-microsoft-com|mime-version:/iu.test(page.text) ||
      !/<(?:html|body|div|p)[\s>]/iu.test(page.text))
  );
