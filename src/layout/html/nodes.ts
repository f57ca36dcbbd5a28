import type { DefaultTreeAdapterTypes } from "parse5";

/** An element of a parsed page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
/** Any node of a parsed page: element, text, comment. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
