import type { Block, Grid, Paragraph } from "../../lib/layout.ts";
import { beyondLimits, type DraftCell, gridOf, MAX_COLUMNS } from "../draft-grid.ts";
import { onlyLaysOut, type ReadCell, unwrapped } from "../layout-table.ts";
import { printedSpaces } from "../printed-spaces.ts";
import type { HtmlContext } from "./context.ts";
import { attribute, type HtmlElement, type HtmlNode, type Style, styleOf } from "./style.ts";

/** Reads what stands in a cell. */
type ReadNodes = (nodes: readonly HtmlNode[], style: Style, context: HtmlContext) => Block[];

/** A `<table>`: its caption as a paragraph, then one grid; a table that only lays out gives its contents in order. */
export function readTable(table: HtmlElement, style: Style, context: HtmlContext, readNodes: ReadNodes): Block[] {
  const address = `table ${++context.count.table}`;
  const parts = childElements(table);
  const captions = parts.filter((p) => p.tagName === "caption").flatMap((p) => readNodes(p.childNodes, style, context));
  const cells: ReadCell[] = [];
  let r = 0;
  for (const group of groupsOf(table)) {
    const groupStyle = styleOf(group.element, style, context.rules);
    if (groupStyle.hidden) continue;
    const rows = group.rows.map((row) => ({ row, look: styleOf(row, groupStyle, context.rules) }));
    const shown = rows.filter(({ look }) => !look.hidden);
    /** By column: up to which row (not included) a cell from above reaches. */
    const reach: number[] = [];
    const end = r + shown.length;
    for (const { row, look } of shown) {
      let c = 0;
      for (const cell of childElements(row)) {
        if (cell.tagName !== "td" && cell.tagName !== "th") continue;
        const cellStyle = styleOf(cell, look, context.rules);
        if (cellStyle.hidden) continue;
        while ((reach[c] ?? 0) > r) c++;
        const cs = span(attribute(cell, "colspan"), MAX_COLUMNS);
        const asked = attribute(cell, "rowspan") === "0" ? end - r : span(attribute(cell, "rowspan"), end - r);
        const rs = Math.max(1, Math.min(asked, end - r));
        cells.push({ r, c, rs, cs, blocks: readNodes(cell.childNodes, cellStyle, context) });
        for (let k = c; k < c + cs; k++) reach[k] = r + rs;
        c += cs;
      }
      r++;
    }
  }
  if (onlyLaysOut(cells)) return [...captions, ...unwrapped(cells)];
  const drafts: DraftCell[] = cells.map(({ blocks, ...place }) => ({
    ...place,
    text: blocks
      .filter((b): b is Paragraph => b.kind === "paragraph")
      .map((b) => printedSpaces(b.text, true))
      .join("\n"),
  }));
  const nested = cells.flatMap((cell) => cell.blocks.filter((b): b is Grid => b.kind === "grid"));
  if (drafts.every((d) => d.text === "")) return [...captions, ...nested];
  const grid = gridOf(drafts, 1, address, (n) => context.trouble.push(beyondLimits(n, address)));
  return [...captions, ...(grid ? [grid] : []), ...nested];
}

const span = (value: string | undefined, most: number): number =>
  Math.max(1, Math.min(Number.parseInt(value ?? "1", 10) || 1, most));

const childElements = (element: HtmlElement): HtmlElement[] =>
  element.childNodes.filter((n): n is HtmlElement => "tagName" in n);

/** The row groups as shown: head first, foot last, whatever their order in the source. */
function groupsOf(table: HtmlElement): { element: HtmlElement; rows: HtmlElement[] }[] {
  const rank: Record<string, number> = { thead: 0, tbody: 1, tfoot: 2 };
  return childElements(table)
    .filter((e) => e.tagName in rank)
    .sort((a, b) => rank[a.tagName]! - rank[b.tagName]!)
    .map((element) => ({ element, rows: childElements(element).filter((e) => e.tagName === "tr") }));
}
