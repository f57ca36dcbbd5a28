import type { Block, Paragraph } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import { lowered, raised } from "../../lib/note-marks.ts";
import { gridOf } from "../draft-grid.ts";
import { plainBlocks } from "../plain/index.ts";
import { printedSpaces } from "../printed-spaces.ts";
import type { HtmlContext } from "./context.ts";
import { type DrawnRows, drawnRows } from "./drawn-rows.ts";
import { shownValue } from "./inputs.ts";
import { partAt } from "./mhtml.ts";
import type { HtmlElement, HtmlNode } from "./nodes.ts";
import { attribute, generated } from "./rules.ts";
import { type Style, styleOf } from "./style.ts";
import { readTable } from "./table.ts";

/** Never shown, or shown by a program that is not run here. */
const NOT_SHOWN = new Set("script style noscript template head iframe object xml rt rp".split(" "));

/** Elements that stand in the line; all others begin and end a line of their own. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark nobr o:p q rp rt ruby s samp small span strike strong st1:chsdate sub sup time tt u var wbr math mrow mn mo mi mtext msup msub".split(
    " ",
  ),
);
const inline = (tag: string): boolean => INLINE.has(tag) || tag.includes(":");

/** Elements nested deeper than this are not drawn by browsers either. */
const DEPTH_LIMIT = 500;

/** Files an office attaches to a page. */
const ATTACHMENT = /\.(pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z|jpe?g|png|tiff?)(?:[?#]|$)/i;

/** The content of nodes as blocks: what a browser shows, in order. */
export function readNodes(nodes: readonly HtmlNode[], style: Style, context: HtmlContext): Block[] {
  const blocks: Block[] = [];
  let line = "";
  let lineStyle = style;
  let longest = 0;
  let level: number | undefined;
  let label = "";

  const flush = (): void => {
    const text = printedSpaces(line, false);
    line = "";
    longest = 0;
    if (text === "") return;
    const paragraph: Paragraph = {
      kind: "paragraph",
      page: 1,
      box: null,
      text: label + text,
      size: lineStyle.size,
      address: `block ${++context.count.block}`,
      ...(lineStyle.bold ? { bold: true } : {}),
      align: lineStyle.align ?? "left",
      ...(level === undefined ? {} : { level }),
    };
    label = "";
    blocks.push(paragraph);
  };
  const print = (text: string, look: Style): void => {
    if (text === "") return;
    const shown = (look.pre ? text : collapse(text)).replaceAll("\u00ad", "");
    if (look.pre && shown.includes("\n")) {
      for (const [i, part] of shown.split("\n").entries()) {
        if (i > 0) flush();
        print(part, look);
      }
      return;
    }
    const length = shown.trim().length;
    if (length > longest) {
      longest = length;
      lineStyle = look;
    }
    line = joinText(line, shown);
  };

  const walk = (node: HtmlNode, parent: Style): void => {
    if (node.nodeName === "#text") {
      const { value } = node as { value: string };
      if (parent.struck || (parent.inPaper && context.paper)) context.gone += /\S/.test(value) ? 1 : 0;
      else {
        context.strange += /[\ue000-\uf8ff]/.test(value) ? 1 : 0;
        print(parent.raised ? raised(value) : value, parent);
      }
      return;
    }
    if (!("tagName" in node) || NOT_SHOWN.has(node.tagName)) return;
    const look = styleOf(node, parent, context.rules);
    if (look.hidden || context.depth >= DEPTH_LIMIT) return;
    context.depth++;
    print(generated(node, "before", context.rules), look);
    element(node, look);
    if (inline(node.tagName)) print(generated(node, "after", context.rules), look);
    context.depth--;
  };
  const element = (node: HtmlElement, look: Style): void => {
    const tag = node.tagName;
    if (tag === "br") flush();
    else if (tag === "table") {
      flush();
      append(blocks, readTable(node, look, context, readNodes));
    } else if (tag === "input" || tag === "select" || tag === "textarea") print(shownValue(node), look);
    else if (tag === "sup" && !look.struck) print(raised(textBelow(node)), look);
    else if (tag === "sub" && !look.struck) print(lowered(textBelow(node)), look);
    else if ((tag === "msup" || tag === "msub") && !look.struck) {
      const [base, mark] = node.childNodes.filter((child): child is HtmlElement => "tagName" in child);
      if (base) walk(base, look);
      if (mark) print(tag === "msup" ? raised(textBelow(mark)) : lowered(textBelow(mark)), look);
    } else if (tag === "bdo" && attribute(node, "dir")?.toLowerCase() === "rtl")
      print([...textBelow(node)].reverse().join(""), look);
    else if (tag === "pre" && printsTable(node)) {
      flush();
      append(
        blocks,
        plainBlocks(textBelow(node)).map((block): Block => ({ ...block, address: `block ${++context.count.block}` })),
      );
    } else if (tag === "img") addPicture(node, context);
    else if (inline(tag)) {
      if (tag === "a") addAttachment(node, context);
      for (const child of node.childNodes) walk(child, look);
    } else {
      flush();
      const heading = /^h([1-6])$/.exec(tag)?.[1];
      const before = level;
      if (heading) level = Number(heading);
      if (tag === "li") label = listLabel(node, context.lists);
      const rows = drawnRows(node, context.rules);
      for (const child of node.childNodes) {
        const begins = rows.find((some) => some.rows[0] === child);
        if (begins) grid(begins, look);
        else if (!rows.some((some) => some.rows.includes(child as HtmlElement))) walk(child, look);
      }
      flush();
      label = "";
      level = before;
    }
  };
  /** Rows of boxes that stand beside each other: a table in all but name. */
  const grid = ({ cells }: DrawnRows, look: Style): void => {
    flush();
    const drafts = cells.flatMap((row, r) =>
      row.map((cell, c) => ({ r, c, rs: 1, cs: 1, text: cellText(readNodes([cell], look, context)) })),
    );
    const drawn = gridOf(drafts, 1, `table ${++context.count.table}`);
    if (drawn) blocks.push(drawn);
  };
  for (const node of nodes) walk(node, style);
  flush();
  return blocks;
}

/** Runs of white space are one space; a line break in the source between Han characters is none. */
const collapse = (text: string): string =>
  text.replace(/[ \t\r\n\f]+/g, (space, at: number) =>
    /[\r\n]/.test(space) && HAN.test(text[at - 1] ?? "") && HAN.test(text[at + space.length] ?? "") ? "" : " ",
  );
const HAN = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

const joinText = (line: string, text: string): string =>
  line.endsWith(" ") && text.startsWith(" ") ? line + text.slice(1) : line + text;

const cellText = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? printedSpaces(block.text, true) : [])).join("\n");

/** The text below an element, for the name of a link. */
const textBelow = (node: HtmlNode): string =>
  node.nodeName === "#text"
    ? (node as { value: string }).value
    : "childNodes" in node
      ? node.childNodes.map(textBelow).join("")
      : "";

function addAttachment(link: HtmlElement, context: HtmlContext): void {
  const href = attribute(link, "href")?.trim() ?? "";
  if (ATTACHMENT.test(href)) context.attachments.push({ text: textBelow(link).replace(/\s+/g, " ").trim(), href });
}

/** Whether a text set as it is typed holds rows of a table: cells between tabs, bars or runs of blanks. */
const printsTable = (pre: HtmlElement): boolean => plainBlocks(textBelow(pre)).some((block) => block.kind === "grid");

/** Only pictures kept in the page itself; linked ones are not fetched. */
function addPicture(image: HtmlElement, context: HtmlContext): void {
  const kept = partAt(context.parts, attribute(image, "src") ?? "", context.base);
  if (kept?.type.startsWith("image/")) {
    context.pictures.push({ bytes: kept.bytes, name: kept.location, page: 1, address: `block ${context.count.block}` });
    return;
  }
  const data = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/.exec(attribute(image, "src") ?? "")?.[1];
  if (data === undefined) return;
  const bytes = new Uint8Array(Buffer.from(data, "base64"));
  const name = attribute(image, "alt") ?? "picture";
  context.pictures.push({ bytes, name, page: 1, address: `block ${context.count.block}` });
}

/** The number a browser prints before an item of an ordered list; the items come in order. */
function listLabel(item: HtmlElement, lists: Map<HtmlElement, number>): string {
  const list = item.parentNode;
  if (!list || !("tagName" in list) || list.tagName !== "ol") return "";
  const following = lists.get(list) ?? Number.parseInt(attribute(list, "start") ?? "1", 10);
  const stated = Number.parseInt(attribute(item, "value") ?? "", 10);
  const number = Number.isNaN(stated) ? following || 1 : stated;
  lists.set(list, number + 1);
  return `${number}. `;
}
