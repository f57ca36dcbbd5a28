import type { Block, Grid, Paragraph } from "../../lib/layout.ts";
import { child, elements, type XmlElement } from "../../lib/xml.ts";
import { beyondLimits, type DraftCell, gridOf, MAX_COLUMNS } from "../draft-grid.ts";
import { onlyLaysOut, type ReadCell, unwrapped } from "../layout-table.ts";
import { printedSpaces } from "../printed-spaces.ts";
import type { WordContext } from "./context.ts";
import { isFilled, switched } from "./styles.ts";

/** Reads what stands in a cell: a block, or a table of its own. */
type ReadBlocks = (element: XmlElement, context: WordContext) => Block[];

/** A Word table: one grid with its spans, its nested tables after it; a table that only lays out prints its contents in order. */
export function readTable(table: XmlElement, context: WordContext, readBlocks: ReadBlocks): Block[] {
  const address = `table ${++context.count.table}`;
  const look = child(table, "tblPr");
  const painted =
    context.styles.paints(child(look, "tblStyle")?.attributes.val ?? null) || isFilled(child(look, "shd"));
  const cells: ReadCell[] = [];
  /** The cell that a vertical merge goes on, by the column it starts in. */
  let above = new Map<number, { at: number; cs: number }>();
  let r = 0;
  for (const row of rowsOf(table)) {
    const properties = child(row, "trPr");
    if (child(properties, "del") || switched(properties, "hidden")) continue;
    const next = new Map<number, { at: number; cs: number }>();
    let c = gridSkip(properties, "gridBefore");
    for (const cell of cellsOf(row)) {
      const properties = child(cell, "tcPr");
      if (child(properties, "cellDel")) continue;
      const cs = spanOf(child(properties, "gridSpan")?.attributes.val);
      const merge = child(properties, "vMerge");
      const goesOn = merge !== undefined && merge.attributes.val !== "restart";
      const upper = above.get(c);
      const filled = painted || isFilled(child(properties, "shd"));
      if (filled) context.ground++;
      const blocks = elements(cell).flatMap((e) => readBlocks(e, context));
      if (filled) context.ground--;
      if (goesOn && upper && upper.cs === cs) {
        const held = cells[upper.at]!;
        cells[upper.at] = { ...held, rs: r - held.r + 1, blocks: [...held.blocks, ...blocks] };
        next.set(c, upper);
      } else if (child(properties, "hMerge") && child(properties, "hMerge")!.attributes.val !== "restart" && c > 0) {
        const left = cells.at(-1)!;
        if (left.r === r) cells[cells.length - 1] = { ...left, cs: left.cs + cs, blocks: [...left.blocks, ...blocks] };
      } else {
        if (merge) next.set(c, { at: cells.length, cs });
        cells.push({ r, c, rs: 1, cs, blocks });
      }
      c += cs;
    }
    above = next;
    r++;
  }
  if (onlyLaysOut(cells)) return unwrapped(cells);
  const drafts: DraftCell[] = cells.map(({ blocks, ...place }) => ({
    ...place,
    text: blocks
      .filter((b): b is Paragraph => b.kind === "paragraph" && b.text !== "")
      .map((b) => printedSpaces(b.text, true))
      .join("\n"),
  }));
  const grid = gridOf(drafts, 1, address, (n) => context.trouble.push(beyondLimits(n, address)));
  const nested = cells.flatMap((cell) => cell.blocks.filter((b): b is Grid => b.kind === "grid"));
  return grid ? [grid, ...nested] : nested;
}

const gridSkip = (properties: XmlElement | undefined, name: string): number =>
  whole(child(properties, name)?.attributes.val, 0);

const spanOf = (value: string | undefined): number => Math.max(1, whole(value, 1));

/** A count as the document states it: a whole number within a table's width. */
function whole(value: string | undefined, otherwise: number): number {
  const stated = Number.parseInt(value ?? "", 10);
  return Number.isNaN(stated) ? otherwise : Math.max(0, Math.min(stated, MAX_COLUMNS));
}

/** Rows, also those inserted by a tracked change or held by a content control. */
function rowsOf(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((e) =>
    e.name === "tr" ? [e] : ["ins", "sdt", "sdtContent", "customXml"].includes(e.name) ? rowsOf(e) : [],
  );
}

function cellsOf(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((e) =>
    e.name === "tc" ? [e] : ["ins", "sdt", "sdtContent", "customXml"].includes(e.name) ? cellsOf(e) : [],
  );
}
