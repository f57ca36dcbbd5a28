import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { ExtractionError } from "../../lib/errors.ts";
import type { Block, Layout } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { readNodes } from "./blocks.ts";
import type { HtmlContext } from "./context.ts";
import { pageDamage } from "./damage.ts";
import { decodeHtml } from "./decode.ts";
import { mhtmlIsBroken, mhtmlIsCut, mhtmlParts, partAt, type SavedPart } from "./mhtml.ts";
import type { HtmlElement, HtmlNode } from "./nodes.ts";
import { attribute, readRules } from "./rules.ts";
import { scriptTable, scriptTrouble } from "./script-table.ts";
import { PAGE_STYLE } from "./style.ts";

/** Frames inside frames are followed so far. */
const FRAME_DEPTH = 3;
/** Documents in a saved message. */
const ATTACHED = /^application\/(?:vnd\.(?!ms-officetheme)|pdf|msword|zip|x-rar|ofd)/;
/** A sheet that Excel keeps in a saved page without showing it. */
const HIDDEN_SHEET = /<x:Visible>\s*Sheet(?:Very)?Hidden/i;
/**
 * Reads a web page (or one saved whole as MHTML, with its frames) as a browser shows it, on one page. Links to office files are kept as
 * attachments, pictures inside the page for the OCR reader. What is struck out or hidden is told. Never throws: a browser shows
 * something of everything.
 */
export async function readHtml(file: SourceFile): Promise<Layout> {
  const parts = mhtmlParts(file.bytes);
  const trouble: ExtractionError[] = [];
  const context: HtmlContext = {
    trouble,
    rules: new Map(),
    parts: parts ?? [],
    base: parts?.[0]?.location ?? "",
    count: { block: 0, table: 0 },
    attachments: [],
    pictures: [],
    lists: new Map(),
    depth: 0,
    paper: true,
    strange: 0,
    gone: 0,
  };
  if (parts && mhtmlIsCut(file.bytes))
    trouble.push(new ExtractionError("damaged", "the last part of the saved page is missing", file.path));
  if (parts && mhtmlIsBroken(file.bytes))
    trouble.push(new ExtractionError("damaged", "a part of the saved page is not whole", file.path));
  for (const { type, name } of parts ?? [])
    if (ATTACHED.test(type))
      trouble.push(
        new ExtractionError("unsupported-format", `an attached file is not read (${name || type})`, file.path),
      );
  const blocks = readPage(parts?.[0]?.bytes ?? file.bytes, context, trouble, 0);
  if (context.gone > 0) {
    const message = `${context.gone} pieces of text struck out or in the paper's colour were not read`;
    trouble.push(new ExtractionError("hidden-part", message, file.path));
  }
  if (context.strange > 0) {
    const message = `${context.strange} pieces of text in characters that only a font of the page's own knows`;
    trouble.push(new ExtractionError("number-unreadable", message, file.path));
  }
  return {
    file,
    reader: parts ? "html (MHTML)" : "html",
    pages: [{ number: 1, width: 595, height: 842, from: "html", blocks }],
    ...(context.pictures.length > 0 ? { pictures: context.pictures } : {}),
    ...(context.attachments.length > 0 ? { attachments: context.attachments } : {}),
    trouble,
  };
}

/** One page, then the pages its frames show. */
function readPage(bytes: Uint8Array, context: HtmlContext, trouble: ExtractionError[], depth: number): Block[] {
  const source = decodeHtml(bytes);
  if (HIDDEN_SHEET.test(source)) {
    trouble.push(new ExtractionError("hidden-part", "a hidden sheet was not read", context.base));
    return [];
  }
  append(trouble, pageDamage(source, context.base));
  const document = parse(source);
  const sheets: string[] = [];
  const frames: string[] = [];
  /** Pages written into the page itself. */
  const within: string[] = [];
  let body: HtmlElement | null = null;
  let linked = false;
  const scripts: string[] = [];
  const waiting: HtmlNode[] = [...document.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    if (node.tagName === "style") sheets.push(node.childNodes.map(textIn).join(""));
    if (node.tagName === "script") scripts.push(node.childNodes.map(textIn).join(""));
    if (node.tagName === "link") linked ||= /stylesheet/i.test(attribute(node, "rel") ?? "");
    if (node.tagName === "body") body = node;
    if (node.tagName === "frame" || node.tagName === "iframe") {
      const own = attribute(node, "srcdoc");
      if (own !== undefined) within.push(own);
      else frames.push(attribute(node, "src") ?? "");
    }
    if (node.tagName !== "table") for (let i = node.childNodes.length; i-- > 0; ) waiting.push(node.childNodes[i]!);
  }
  context.rules = readRules(sheets);
  // Where a sheet of styles is out of reach, white text may well stand on a dark ground.
  context.paper =
    !linked && !sheets.some((sheet) => /@import|[\w\])]\s*[\s>+~]\s*[\w.#:[][^{}]*\{[^{}]*background/i.test(sheet));
  const root = body as HtmlElement | null;
  const blocks = root ? readNodes([root], PAGE_STYLE, context) : [];
  const place = context.base;
  for (const part of depth < FRAME_DEPTH ? shownIn(frames, source, context) : []) {
    context.base = part.location;
    append(blocks, readPage(part.bytes, context, trouble, depth + 1));
  }
  context.base = place;
  for (const page of depth < FRAME_DEPTH ? within : [])
    append(blocks, readPage(new TextEncoder().encode(page), context, trouble, depth + 1));
  if (!blocks.some((block) => block.kind === "grid")) {
    const written = scripts.flatMap((script) => scriptTable(script, context) ?? []);
    const told = scriptTrouble(scripts);
    if (written.length > 0) append(blocks, written);
    else if (told !== null) trouble.push(new ExtractionError("unsupported-format", told, place || null));
  }
  return blocks;
}

/** The parts that stand in a page's frames; of a saved workbook all its sheets, though one frame shows them in turn. */
function shownIn(frames: readonly string[], source: string, context: HtmlContext): SavedPart[] {
  const sheets = [...source.matchAll(/<x:WorksheetSource\s+HRef\s*=\s*["']?([^"'\s/>][^"'>]*)/gi)].map((m) => m[1]!);
  const named = [...sheets, ...frames.filter((src) => src !== "" && !/tabstrip/i.test(src))];
  const found = named.flatMap((src) => partAt(context.parts, src.replace(/\/$/, ""), context.base) ?? []);
  return [...new Set(found)].filter(({ type, location }) => type === "text/html" && location !== context.base);
}

const textIn = (node: HtmlNode): string =>
  node.nodeName === "#text" ? (node as DefaultTreeAdapterTypes.TextNode).value : "";
