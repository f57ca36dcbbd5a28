import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Layout } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { type HtmlContext, readNodes } from "./blocks.ts";
import { decodeHtml } from "./decode.ts";
import { mhtmlPage } from "./mhtml.ts";
import { type HtmlElement, type HtmlNode, PAGE_STYLE, readRules, styleOf } from "./style.ts";

/**
 * Reads a web page (or one saved whole as MHTML) as a browser shows it, on one page. Links to office files are kept as attachments,
 * pictures inside the page for the OCR reader. Never throws: a browser shows something of everything.
 */
export async function readHtml(file: SourceFile): Promise<Layout> {
  const page = mhtmlPage(file.bytes) ?? file.bytes;
  const document = parse(decodeHtml(page));
  const sheets: string[] = [];
  let body: HtmlElement | null = null;
  const waiting: HtmlNode[] = [...document.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    if (node.tagName === "style") sheets.push(node.childNodes.map(sheetText).join(""));
    if (node.tagName === "body") body = node;
    if (node.tagName !== "table") for (let i = node.childNodes.length; i-- > 0; ) waiting.push(node.childNodes[i]!);
  }
  const context: HtmlContext = {
    rules: readRules(sheets),
    count: { block: 0, table: 0 },
    attachments: [],
    pictures: [],
    lists: new Map(),
    depth: 0,
  };
  const root = body as HtmlElement | null;
  const blocks = root ? readNodes(root.childNodes, styleOf(root, PAGE_STYLE, context.rules), context) : [];
  return {
    file,
    reader: page === file.bytes ? "html" : "html (MHTML)",
    pages: [{ number: 1, width: 595, height: 842, from: "html", blocks }],
    ...(context.pictures.length > 0 ? { pictures: context.pictures } : {}),
    ...(context.attachments.length > 0 ? { attachments: context.attachments } : {}),
    trouble: [],
  };
}

const sheetText = (node: HtmlNode): string =>
  node.nodeName === "#text" ? (node as DefaultTreeAdapterTypes.TextNode).value : "";
