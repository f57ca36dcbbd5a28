import type { Block, Grid, Paragraph } from "../../lib/layout.ts";
import { beyondLimits, type DraftCell, gridOf, MAX_COLUMNS } from "../draft-grid.ts";
import { onlyLaysOut, type ReadCell, unwrapped } from "../layout-table.ts";
import { printedSpaces } from "../printed-spaces.ts";
import type { HtmlContext } from "./context.ts";
import type { HtmlElement, HtmlNode } from "./nodes.ts";
import { attribute, generated } from "./rules.ts";
import { type Style, styleOf } from "./style.ts";

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
    const visible = rows.filter(({ look }) => !look.hidden);
    /** By column: up to which row (not included) a cell from above reaches. */
    const reach: number[] = [];
    const end = r + visible.length;
    for (const { row, look } of visible) {
      let c = 0;
      for (const cell of childElements(row)) {
        if (cell.tagName !== "td" && cell.tagName !== "th") continue;
        const cellStyle = styleOf(cell, look, context.rules);
        if (cellStyle.hidden) continue;
        while ((reach[c] ?? 0) > r) c++;
        const cs = span(attribute(cell, "colspan"), MAX_COLUMNS);
        const asked = attribute(cell, "rowspan") === "0" ? end - r : span(attribute(cell, "rowspan"), end - r);
        const rs = Math.max(1, Math.min(asked, end - r));
        const blocks = withGenerated(readNodes(cell.childNodes, cellStyle, context), cell, context);
        cells.push({ r, c, rs, cs, blocks });
        for (let k = c; k < c + cs; k++) reach[k] = r + rs;
        c += cs;
      }
      r++;
    }
  }
  const shown = withoutColumns(cells, collapsedColumns(table, style, context));
  if (onlyLaysOut(shown)) return [...captions, ...unwrapped(shown)];
  const drafts: DraftCell[] = shown.map(({ blocks, ...place }) => ({
    ...place,
    text: blocks
      .filter((b): b is Paragraph => b.kind === "paragraph")
      .map((b) => printedSpaces(b.text, true))
      .join("\n"),
  }));
  const nested = shown.flatMap((cell) => cell.blocks.filter((b): b is Grid => b.kind === "grid"));
  if (drafts.every((d) => d.text === "")) return [...captions, ...nested];
  const grid = gridOf(drafts, 1, address, (n) => context.trouble.push(beyondLimits(n, address)));
  return [...captions, ...(grid ? [grid] : []), ...nested];
}

const span = (value: string | undefined, most: number): number =>
  Math.max(1, Math.min(Number.parseInt(value ?? "1", 10) || 1, most));

/** A cell's content with what a style sheet prints around it. */
function withGenerated(blocks: readonly Block[], cell: HtmlElement, context: HtmlContext): Block[] {
  const [before, after] = [generated(cell, "before", context.rules), generated(cell, "after", context.rules)];
  return blocks.map((block, i): Block => {
    if (block.kind !== "paragraph") return block;
    const text = `${i === 0 ? before : ""}${block.text}${i === blocks.length - 1 ? after : ""}`;
    return { ...block, text };
  });
}

/** Columns that `<col>` takes out of sight (CSS 2.2, 17.5.5). */
function collapsedColumns(table: HtmlElement, style: Style, context: HtmlContext): ReadonlySet<number> {
  const columns = new Set<number>();
  let at = 0;
  for (const part of childElements(table)) {
    if (part.tagName !== "colgroup") continue;
    const groupHidden = styleOf(part, style, context.rules).hidden;
    const cols = childElements(part).filter(({ tagName }) => tagName === "col");
    for (const col of cols.length > 0 ? cols : [part]) {
      const hidden = groupHidden || styleOf(col, style, context.rules).hidden;
      const end = at + span(attribute(col, "span"), MAX_COLUMNS);
      for (; at < end; at++) if (hidden) columns.add(at);
    }
  }
  return columns;
}

/** The cells without the columns named; what reaches over one of them is as much narrower. */
function withoutColumns(cells: readonly ReadCell[], gone: ReadonlySet<number>): ReadCell[] {
  if (gone.size === 0) return [...cells];
  const before = (c: number): number => [...gone].filter((column) => column < c).length;
  return cells.flatMap((cell) => {
    const c = cell.c - before(cell.c);
    const cs = cell.c + cell.cs - before(cell.c + cell.cs) - c;
    return cs > 0 ? [{ ...cell, c, cs }] : [];
  });
}

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
