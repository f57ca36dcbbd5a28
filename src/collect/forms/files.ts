import { nameInAddress } from "../file-name.ts";
import { absolute, attribute, elements, type Page, textOf } from "../page.ts";
import { wordsOf } from "./form.ts";

/** A file that an article links. */
export interface FileLink {
  readonly address: URL;
  readonly words: string;
}

const FILE = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z|rtf|csv)$/iu;
/** Programs that send the file a parameter names: `/module/download/downfile.jsp?classid=0&filename=….pdf`. */
const DOWNLOAD =
  /\/(?:downfile|download|downloadfile|filedownload|attachdownload|down)\w*\.(?:jsp|do|action|aspx?|php|shtml)$/iu;
const DOWNLOAD_PATH = /\/(?:attachment|attachments|downloads?)\/[^/]*\d[^/]*$/iu;

/** Whether an address is a file's: by its ending, by a parameter that names one, or by the program that sends it. */
export const isFile = (address: URL): boolean =>
  FILE.test(address.pathname) ||
  DOWNLOAD.test(address.pathname) ||
  FILE.test(nameInAddress(address)) ||
  (DOWNLOAD_PATH.test(address.pathname) && !/\.(?:s?html?|jsp)$/iu.test(address.pathname));

/**
 * The files of an article: its links to files, and files shown inside it (`<iframe>`, `<embed>`, `<object>`, also through a viewer that is
 * told `?file=…`). Each once, in the order of the page.
 */
export function filesOf(page: Page): FileLink[] {
  const files = new Map<string, FileLink>();
  const add = (href: string | undefined, words: string): void => {
    const address = href === undefined ? null : absolute(href, page.base);
    if (address === null) return;
    const viewed = /\/viewer\w*\.html?$/iu.test(address.pathname) ? address.searchParams.get("file") : null;
    const file = viewed === null ? address : absolute(viewed, address);
    if (file === null || !isFile(file) || file.href === page.address.href) return;
    const before = files.get(file.href);
    if (!before) files.set(file.href, { address: file, words });
    else if (before.words === "" && words !== "") files.set(file.href, { ...before, words });
  };
  for (const element of elements(page.root, "a", "iframe", "embed", "object"))
    if (element.tagName === "a") add(attribute(element, "href"), wordsOf(element, textOf(element)));
    else add(attribute(element, "src") ?? attribute(element, "data"), "");
  return [...files.values()];
}

/** Names that publishing systems give to what is put into an article; a page's own decoration is called otherwise. */
const PICTURE = /\d{8,}[^/]*\.(?:jpe?g|png|gif|bmp|tiff?)$/iu;

/** Pictures that were put into an article: pages of a scan, or photographs. Each once, in the order of the page. */
export function picturesOf(page: Page): URL[] {
  const pictures = new Map<string, URL>();
  for (const image of elements(page.root, "img")) {
    const source = attribute(image, "src");
    const address = source === undefined ? null : absolute(source, page.base);
    if (address !== null && PICTURE.test(address.pathname)) pictures.set(address.href, address);
  }
  return [...pictures.values()];
}
