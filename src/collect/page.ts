import { isUtf8 } from "node:buffer";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { decodeHtml } from "../layout/html/decode.ts";
import { legacyQuery } from "./legacy-query.ts";

/** A node, an element of a page's tree. */
export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as it was sent: its text, its tree, and where its links start from. */
export interface Page {
  readonly address: URL;
  /** `<base href>`, else the address. */
  readonly base: URL;
  readonly text: string;
  readonly root: Node;
}

/** A page's bytes as text: by what the header names where that is no part of GB18030 or UTF-8, else by its marks and bytes. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const label = /charset\s*=\s*["']?([\w-]+)/iu.exec(contentType)?.[1]?.toLowerCase();
  if (label !== undefined && !/^(?:gb|utf-?8|iso-8859-1|latin1|us-ascii)/u.test(label))
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // A label that is unknown or untrue: the page itself tells more.
    }
  return decodeHtml(bytes);
}

/** Where pages name addresses. */
const LINKING = ["a", "iframe", "embed", "object", "img"] as const;
const ADDRESSES: ReadonlySet<string> = new Set(["href", "src", "data"]);

/** Opens a page. Never throws: a browser makes a tree of everything. */
export function openPage(bytes: Uint8Array, contentType: string, address: URL): Page {
  const text = decodePage(bytes, contentType);
  const root = parse(text);
  if (!isUtf8(bytes))
    for (const element of elements(root, ...LINKING))
      for (const attr of element.attrs) if (ADDRESSES.has(attr.name)) attr.value = legacyQuery(attr.value);
  const [base] = elements(root, "base");
  const href = base === undefined ? undefined : attribute(base, "href");
  return { address, base: (href !== undefined && absolute(href, address)) || address, text, root };
}

const childrenOf = (node: Node): readonly Node[] =>
  "childNodes" in node ? (node as DefaultTreeAdapterTypes.ParentNode).childNodes : [];

/** All nodes below, in the order of the page; without a recursion that a deep page could exhaust. */
function* below(node: Node): Generator<Node> {
  const waiting = [...childrenOf(node)].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    const children = childrenOf(next);
    for (let i = children.length; i-- > 0; ) waiting.push(children[i]!);
  }
}

/** Elements below, of the given names. */
export function* elements(node: Node, ...names: readonly string[]): Generator<Element> {
  for (const found of below(node)) if ("tagName" in found && names.includes(found.tagName)) yield found;
}

/** An attribute, trimmed; undefined where there is none or it is empty. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value.trim() || undefined;

/** What a reader sees below a node, white space as single spaces. */
export function textOf(node: Node): string {
  let text = "";
  for (const found of below(node)) {
    if (found.nodeName !== "#text") continue;
    const { parentNode, value } = found as DefaultTreeAdapterTypes.TextNode;
    if (!parentNode || !HIDDEN.has(parentNode.nodeName)) text += ` ${value}`;
  }
  return text.replace(/\s+/gu, " ").trim();
}
const HIDDEN: ReadonlySet<string> = new Set(["script", "style", "noscript", "title"]);

/** The text of scripts and of other elements whose text is not shown. */
export const rawText = (element: Element): string =>
  childrenOf(element)
    .map((node) => (node.nodeName === "#text" ? (node as DefaultTreeAdapterTypes.TextNode).value : ""))
    .join("");

/** The nearest element above of one of the names. */
export function above(element: Element, ...names: readonly string[]): Element | null {
  for (let node: Node | null = element.parentNode; node; node = "parentNode" in node ? (node.parentNode ?? null) : null)
    if ("tagName" in node && names.includes(node.tagName)) return node;
  return null;
}

/** A link's address; null where it leads to no page (a script, a mail address, nothing). Line breaks inside are the page's, not the address's. */
export function absolute(href: string, base: URL): URL | null {
  const clean = href.replace(/[\t\r\n]+/gu, "").replace(/\\/gu, "/");
  if (!URL.canParse(clean, base.href)) return null;
  const url = new URL(clean, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  return url;
}
