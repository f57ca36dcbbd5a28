import { ENTRY, LEVEL_NAME, TOTAL_ENTRY } from "../../schemas/forms/cut-rows.ts";
import { squeeze } from "../lib/grid.ts";
import type { Cell } from "../lib/layout.ts";

/** The cells of one row, a column each (a merged cell stands at every column it covers), and the part of the table they belong to. */
export interface RowCover {
  readonly cells: readonly (Cell | undefined)[];
  readonly part: readonly Cell[];
}

/** The cells that cover `row`, a column each. */
export function coverOf(part: readonly Cell[], row: number, cols: number): RowCover {
  const cells = new Array<Cell | undefined>(cols).fill(undefined);
  for (const cell of part)
    if (cell.r <= row && cell.r + cell.rs > row) cells.fill(cell, cell.c, Math.min(cols, cell.c + cell.cs));
  return { cells, part };
}

const NUMBER = /^[-－—]*[\d,.]*%?$/u;
/** What only goes on: a per cent sign without its number, a mark no line begins with. */
const REST = /^%$|^[，。；、：）)]/u;
/** A text this long that ends without a full stop has not come to its end. */
const LONG_TEXT = 20;

/**
 * Whether the first row after a page break is the rest of the last row before it: the same cells, no number or entry of its own, and only
 * running text under text that fills its line.
 */
export function isCut(above: RowCover, below: RowCover): boolean {
  let goesOn = 0;
  let fresh = 0;
  let unfinished = false;
  let filled = false;
  let sure = false;
  let short = false;
  for (let c = 0; c < below.cells.length; c++) {
    const over = above.cells[c];
    const under = below.cells[c];
    if (!over || !under || (c > 0 && under === below.cells[c - 1])) continue;
    if (over.c !== under.c || over.cs !== under.cs) return false;
    const text = squeeze(under.text);
    const before = squeeze(over.text);
    if (text === "") continue;
    if (before !== "" && isRest(before, text)) {
      goesOn++;
      sure = true;
      continue;
    }
    if (NUMBER.test(text) || TOTAL_ENTRY.test(text)) return false;
    if (before === "") {
      fresh++;
      continue;
    }
    if (NUMBER.test(before) || (ENTRY.test(text) && ENTRY.test(before) && before.length < 2 * LONG_TEXT)) return false;
    // A long text may also end its paragraph just at the break; then another column must say that the row goes on.
    const long = before.length >= LONG_TEXT;
    if (long && !/[。；;！]$/u.test(before)) unfinished = true;
    else if (fillsLine(over, above.part)) filled = true;
    else if (!long) short = true;
    goesOn++;
  }
  if (!sure && (short || (!unfinished && (!filled || fresh > 0)))) return false;
  const filledAbove = new Set(above.cells.filter((cell) => cell && squeeze(cell.text) !== "")).size;
  return sure || unfinished || goesOn < filledAbove;
}

/** Whether a text can only be the rest of the one above: `≥85 | %`, `受汛期影响 | ，两个项目延期`, `满意 | 度指标`, `保障公路畅 | 通。`. */
const isRest = (before: string, text: string): boolean =>
  (/^\p{Script=Han}{1,3}。$/u.test(text) && before.length >= 8 && /\p{Script=Han}$/u.test(before)) ||
  (REST.test(text) && !/[%。；]$/u.test(before)) ||
  (/指标$/u.test(text) &&
    text.length <= 5 &&
    /^(?:产出|效益|满意|满意度|数量|质量|时效|成本|经济|社会|生态|可持续|服务|服务对象).{0,6}$/u.test(before) &&
    !before.includes("指标"));

/** Whether a cell's last line is about as long as lines get in its column: a wrapped text runs to the border. */
function fillsLine(cell: Cell, part: readonly Cell[]): boolean {
  let longest = 0;
  for (const other of part) {
    if (other.c !== cell.c || other.cs !== cell.cs) continue;
    for (const line of other.text.split("\n")) longest = Math.max(longest, printedWidth(line));
  }
  return printedWidth(cell.text.split("\n").at(-1)!) >= 0.8 * longest;
}

/** Width in half characters. */
const printedWidth = (text: string): number => text.length + (text.match(/[^ -~]/gu)?.length ?? 0);

/** Whether the break stands inside the name of a level: 产出指 | 标, 效益指标（30 | 分）. */
const isSplitLevel = (before: string, text: string): boolean =>
  before !== "" && text !== "" && LEVEL_NAME.test(before + text) && !LEVEL_NAME.test(before) && !LEVEL_NAME.test(text);

/**
 * Whether a cell goes on under the break as one merged cell: it was merged already, or its column is one of labels that reach over
 * several rows and are never left blank, or the break stands inside its text.
 */
export function reachesOver(over: Cell, under: Cell, above: RowCover, below: RowCover): boolean {
  const label = squeeze(over.text);
  if (isSplitLevel(label, squeeze(under.text))) return true;
  if (squeeze(under.text) !== "" || label === "" || NUMBER.test(label)) return false;
  if (over.rs > 1 || under.rs > 1) return true;
  return isLabelColumn(over.c, under, above.part) || isLabelColumn(over.c, under, below.part);
}

function isLabelColumn(column: number, except: Cell, part: readonly Cell[]): boolean {
  let merged = 0;
  for (const cell of part) {
    if (cell.c !== column || cell === except) continue;
    if (squeeze(cell.text) === "") return false;
    if (cell.rs > 1 && cell.cs === 1) merged++;
  }
  return merged > 0;
}
