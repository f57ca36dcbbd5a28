import { looksLikeAmount } from "../../lib/header.ts";
import type { HtmlElement, HtmlNode } from "./nodes.ts";
import { declared, type Rules } from "./rules.ts";

/** Rows that follow each other and the boxes in each: a table laid out without `<table>`. */
export interface DrawnRows {
  readonly rows: readonly HtmlElement[];
  readonly cells: readonly (readonly HtmlElement[])[];
}

/** So many rows of equally many boxes make a table. */
const FEWEST_ROWS = 3;
/** A box with more text than this is a column of a page, no cell. */
const LONGEST_CELL = 60;
const ROW_TAGS = new Set("div li ul ol dl section p span".split(" "));

/**
 * Runs of a box's children that are rows: each holds as many boxes as the next, which stand beside each other (flex, grid, table-cell,
 * inline-block, float), and amounts stand among them. Children of a grid with as many columns count as rows of it.
 */
export function drawnRows(holder: HtmlElement, rules: Rules): DrawnRows[] {
  const children = elementsOf(holder);
  if (children.length < FEWEST_ROWS) return [];
  const columns = gridColumns(holder, rules);
  if (columns > 1 && children.length >= FEWEST_ROWS * columns && children.length % columns === 0) {
    const cells = Array.from({ length: children.length / columns }, (_, r) =>
      children.slice(r * columns, (r + 1) * columns),
    );
    return isTable(cells) ? [{ rows: children, cells }] : [];
  }
  const found: DrawnRows[] = [];
  let run: { row: HtmlElement; cells: HtmlElement[] }[] = [];
  const close = (): void => {
    const cells = run.map((one) => one.cells);
    if (run.length >= FEWEST_ROWS && isTable(cells)) found.push({ rows: run.map(({ row }) => row), cells });
    run = [];
  };
  for (const child of children) {
    const cells = boxesOf(child, rules);
    if (cells === null || (run.length > 0 && run[0]!.cells.length !== cells.length)) close();
    if (cells) run.push({ row: child, cells });
  }
  close();
  return found;
}

const elementsOf = (element: HtmlElement): HtmlElement[] =>
  element.childNodes.filter((node): node is HtmlElement => "tagName" in node);

/** The boxes of a row that stand beside each other, or null where it is none. */
function boxesOf(row: HtmlElement, rules: Rules): HtmlElement[] | null {
  if (!ROW_TAGS.has(row.tagName)) return null;
  if (row.childNodes.some((node) => node.nodeName === "#text" && /\S/.test((node as { value: string }).value)))
    return null;
  const boxes = elementsOf(row);
  if (boxes.length < 2 || boxes.some((box) => box.tagName === "table")) return null;
  const display = declared(row, "display", rules) ?? "";
  const direction = declared(row, "flex-direction", rules) ?? "row";
  const besides =
    (/flex/.test(display) && direction.startsWith("row")) ||
    display === "table-row" ||
    gridColumns(row, rules) === boxes.length ||
    boxes.every(
      (box) =>
        /^(inline-block|table-cell|inline-flex)$/.test(declared(box, "display", rules) ?? "") ||
        /^(left|right)$/.test(declared(box, "float", rules) ?? ""),
    );
  return besides ? boxes : null;
}

/** Columns of a CSS grid: `120px 1fr 1fr`, `repeat(3, 1fr)`; 0 where it is none. */
function gridColumns(element: HtmlElement, rules: Rules): number {
  if (!/grid/.test(declared(element, "display", rules) ?? "")) return 0;
  const template = declared(element, "grid-template-columns", rules) ?? "";
  const spread = template.replace(
    /repeat\(\s*(\d{1,2})\s*,([^()]*(?:\([^()]*\))?[^()]*)\)/g,
    (_, times: string, one: string) => `${one} `.repeat(Number(times)),
  );
  return spread
    .replace(/\([^()]*\)/g, "")
    .split(/\s+/)
    .filter((part) => part !== "" && part !== "none").length;
}

const textOf = (node: HtmlNode): string =>
  node.nodeName === "#text"
    ? (node as { value: string }).value
    : "childNodes" in node
      ? node.childNodes.map(textOf).join("")
      : "";

/** Short boxes with an amount beside the first one in at least half of the rows. */
function isTable(cells: readonly (readonly HtmlElement[])[]): boolean {
  const texts = cells.map((row) => row.map((cell) => textOf(cell).trim()));
  if (texts.some((row) => row.some((text) => text.length > LONGEST_CELL))) return false;
  const rows = texts.filter((row) => row.slice(1).some((text) => looksLikeAmount(text)));
  return 2 * rows.length >= texts.length;
}
