import { SaxesParser } from "saxes";
import { ExtractionError } from "./errors.ts";

/** An element: local name and attributes without their prefixes, children in order; text nodes are strings. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Deeper nesting than this is an attack, not a document. */
const DEPTH_LIMIT = 400;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * Reads XML element by element: every element at `depth` (the root is 0) is handed over whole once it closes, so that a long
 * document is never held as one tree. A DOCTYPE is refused and no entity beyond XML's own five is expanded.
 * Throws ExtractionError `damaged`; what was handed over before stays good.
 */
export function readElements(
  bytes: Uint8Array,
  depth: number,
  where: string,
  take: (element: XmlElement, parents: readonly string[]) => void,
  opened: (name: string) => void = () => {},
): void {
  const parser = new SaxesParser();
  const open: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [];
  const refuse = (message: string, cause?: unknown): never => {
    throw new ExtractionError("damaged", message, where, cause);
  };
  parser.on("error", (error) => refuse(`the XML is damaged: ${error.message.slice(0, 120)}`, error));
  parser.on("doctype", () => refuse("the XML declares a document type"));
  parser.on("opentag", (tag) => {
    if (open.length >= DEPTH_LIMIT) refuse("the XML is nested too deeply");
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value as string;
    open.push({ name: local(tag.name), attributes, children: [] });
    opened(local(tag.name));
  });
  const addText = (text: string): void => {
    if (open.length > depth) open.at(-1)!.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop()!;
    if (open.length > depth) open.at(-1)!.children.push(element);
    else if (open.length === depth)
      take(
        element,
        open.map((o) => o.name),
      );
  });
  const text = decodeXml(bytes);
  for (let at = 0; at < text.length; at += 1 << 16) parser.write(text.slice(at, at + (1 << 16)));
  parser.close();
}

/** The name of the outermost element of XML that is sound to its end. Throws ExtractionError `damaged`. */
export function xmlRoot(bytes: Uint8Array, where: string): string {
  let root = "";
  // Nothing stands so deep: nothing is kept.
  readElements(
    bytes,
    DEPTH_LIMIT + 1,
    where,
    () => {},
    (name) => {
      root ||= name;
    },
  );
  return root;
}

/** A whole XML part as one tree, for the small ones: styles, numbering, relations. */
export function readXml(bytes: Uint8Array, where: string): XmlElement {
  let root: XmlElement | null = null;
  readElements(bytes, 0, where, (element) => {
    root = element;
  });
  if (!root) throw new ExtractionError("damaged", "the XML has no element", where);
  return root;
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 100));
  return new TextDecoder(/encoding=["']gb/i.test(head) ? "gb18030" : "utf-8").decode(bytes);
}

/** The element children, all or of one name. */
export const elements = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).filter((c): c is XmlElement => typeof c !== "string" && (!name || c.name === name));

/** The first child of the name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((c): c is XmlElement => typeof c !== "string" && c.name === name);

/** All elements of the name below, in document order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const c of elements(element)) {
    if (c.name === name) yield c;
    yield* descendants(c, name);
  }
}

/** The text directly and deeply inside. */
export const textOf = (element: XmlElement): string =>
  element.children.map((c) => (typeof c === "string" ? c : textOf(c))).join("");
