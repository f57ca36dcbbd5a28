import type { Grid } from "../../lib/layout.ts";
import { append, largest } from "../../lib/long-lists.ts";
import { gridBlock, type PlainCell } from "./grid-block.ts";
import { ledgerRows } from "./ledger-rows.ts";
import type { Line } from "./lines.ts";

/** One run of cell lines without an empty line between: a row, or a piece of one. */
interface Piece {
  readonly cells: string[];
}

/**
 * A table as Word writes it into a text file: every cell on a line of its own behind a tab, further paragraphs of the cell on lines
 * without a tab, an empty line after the last cell of a row. Cells merged downwards are empty lines with a tab.
 * Returns the grid and the index of the first line after it.
 */
export function readWordTable(lines: readonly Line[], start: number): { grid: Grid; next: number } {
  const pieces: Piece[] = [];
  let at = start;
  let picture = false;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.cell) {
      const text = PICTURE.test(line.text) ? "" : line.text;
      // the empty paragraphs of a picture end no row
      if (pieces.length === 0 || (line.gap && !picture)) pieces.push({ cells: [text] });
      else pieces.at(-1)!.cells.push(text);
      picture = PICTURE.test(line.text);
      at++;
      continue;
    }
    const more = continuation(lines, at);
    if (more === 0) break;
    const { cells } = pieces.at(-1)!;
    for (let k = 0; k < more; k++) cells.push(`${cells.pop()!}\n${lines[at + k]!.text}`);
    at += more;
  }
  const isForm = pieces.some(({ cells }) => cells.some((text) => /^一级指标$/.test(text.replace(/\s+/g, ""))));
  const ledger = isForm ? null : ledgerRows(pieces.map((piece) => piece.cells));
  return { grid: gridBlock(ledger ?? mergeDown(spread(join(pieces), isForm)), lines[start]!.number), next: at };
}

/** What converters write where a picture stands. */
const PICTURE = /^\[image: [^\]]*\]$/u;
/** 绩效指标 may be written downwards before 一级指标. */
const INDICATOR_HEAD = 8;
/** Longest run of lines that may be further paragraphs of one cell. */
const CELL_PARAGRAPHS = 60;
/** Letters of a label written downwards (绩⏎效⏎指⏎标) or its weight note: short lines that stay in the cell even before an empty line. */
const SHORT_LINE = 8;
/** Lines that stand below a table, never in it. */
const BELOW_TABLE =
  /^(附件|附表|填表人|说明[：:]|备?注[：:]|第[一二三四五六七八九十]+部分|公开\s*\d+\s*表|(?:金额)?单位[：:]\s*(?:万|千|亿)?元|(?:编制|填报|预算|公开)?(?:单位|部门)(?:名称)?[：:])|^\S{4,40}(?:预算|决算|总|明细|情况)表$/u;

const NEXT_ROW = /^(?:一级指标|预期目标|实际完成情况|年度(?:总体)?(?:绩效)?目标)$/;

/** 年度总体目标 and 按支出性质分 end with a text of several paragraphs; the heads of the form's next part follow. */
function formFollows(lines: readonly Line[], at: number): boolean {
  for (let k = at; k < at + INDICATOR_HEAD && k < lines.length; k++)
    if (lines[k]!.cell && NEXT_ROW.test(lines[k]!.text.replace(/\s+/g, ""))) return true;
  return false;
}

/** How many lines from `at` continue the cell before them; 0 where the table has ended. */
function continuation(lines: readonly Line[], at: number): number {
  for (let k = 0; k < CELL_PARAGRAPHS && at + k < lines.length; k++) {
    const line = lines[at + k]!;
    if (line.cell)
      return line.gap && lines.slice(at, at + k).some((l) => l.text.length > SHORT_LINE) && !formFollows(lines, at + k)
        ? 0
        : k;
    if (BELOW_TABLE.test(line.text)) return 0;
  }
  return 0;
}

/**
 * An empty paragraph at a cell's end looks like a row's end: two pieces that make up one full row are one. Not where the first is as long
 * as the row above it, or as another row that begins with words: then it is a row of wide cells.
 */
function join(pieces: readonly Piece[]): string[][] {
  const width = largest(pieces.map((piece) => piece.cells.length));
  const rows: string[][] = [];
  let open = false;
  for (const { cells } of pieces) {
    const last = rows.at(-1);
    if (open && last && last.length + cells.length === width && !isWhole(rows) && !opensRow(cells)) {
      append(last, cells);
      open = false;
    } else {
      rows.push([...cells]);
      open = cells.length < width;
    }
  }
  return rows;
}

/** A field of a form, with its value beside it. */
const FIELD = /(?:名称|单位|部门|负责人|类别|属性|等级|结论)(?:[（(].{1,8}[)）])?$/;

function isWhole(rows: readonly (readonly string[])[]): boolean {
  const last = rows.at(-1)!;
  const before = rows.slice(0, -1);
  if (before.at(-1)?.length === last.length) return true;
  const first = last[0]!.replace(/\s+/g, "");
  if (TOTAL_ROW.test(first) || (last.length % 2 === 0 && FIELD.test(first))) return true;
  return last[0]!.trim() !== "" && before.some((row) => row.length === last.length && row[0]!.trim() !== "");
}

/** A cell merged with the one above, then words: a row begins here. */
const opensRow = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells[0]!.trim() === "" && cells[1]!.trim() !== "";

const TOTAL_ROW = /^(?:合计|总计|小计|(?:自评|评价|绩效|项目|综合)?总分|得分合计)$/;
const BLANK_OR_NUMBER = /^[\s\u3000]*[-—\d.,%]*[\s\u3000]*$/;

/** Rows with fewer cells than the widest have cells that cover several columns; they are spread as such forms are drawn. */
function spread(rows: readonly (readonly string[])[], isForm: boolean): PlainCell[][] {
  const width = largest(rows.map((row) => row.length));
  return rows.map((cells) => {
    const spare = width - cells.length;
    if (spare === 0 || cells.length === 1) return cells.map((text) => ({ text, cs: 1 + spare }));
    const figures = cells.slice(1).every((text) => BLANK_OR_NUMBER.test(text));
    const isTotal = TOTAL_ROW.test(cells[0]!.replace(/\s+/g, ""));
    // 总分 | 100 | 98 below seven columns of indicators: 总分 reaches over five of them
    if (isForm && figures && (isTotal || cells[0]!.trim() === ""))
      return cells.map((text, i) => ({ text, cs: 1 + (i === 0 ? spare : 0) }));
    // label | value | value …: the columns behind the label are shared out evenly
    if (spare % (cells.length - 1) === 0)
      return cells.map((text, i) => ({ text, cs: i === 0 ? 1 : 1 + spare / (cells.length - 1) }));
    // 总分 | 100 | 99.69 | : the numbers stand under the last columns
    // 合计 | 1,280.00 | 1,217.45: 合计 reaches over 序号 and 项目名称
    const total = figures && (cells.length < width / 2 || isTotal);
    return cells.map((text, i) => ({ text, cs: 1 + (i === (total ? 0 : 1) ? spare : 0) }));
  });
}

/** How many cells at a row's beginning are blank. */
const leadOf = (row: readonly PlainCell[]): number => row.findIndex(({ text }) => text.trim() !== "");

/**
 * Word prints a cell merged downwards once and leaves the cells below it empty: empty cells at a row's beginning belong to the cell above it.
 * A row that is all empty has as many of them as any filled row of its length; its other cells are its own.
 */
function mergeDown(rows: readonly (readonly PlainCell[])[]): PlainCell[][] {
  const leads = new Map<number, number>();
  for (const row of rows) leads.set(row.length, Math.max(leads.get(row.length) ?? 0, leadOf(row)));
  const out: { text: string; cs: number; rs: number }[][] = [];
  /** The cell that stands over each column, while it may still grow. */
  const above: ({ text: string; cs: number; rs: number } | undefined)[] = [];
  for (const row of rows) {
    const kept: { text: string; cs: number; rs: number }[] = [];
    const own = leadOf(row);
    const lead = own < 0 ? leads.get(row.length)! : own;
    let column = 0;
    let leading = true;
    for (const [i, { text, cs = 1 }] of row.entries()) {
      const over = above[column];
      leading &&= i < lead && over !== undefined && over.cs === cs;
      if (leading && over) over.rs++;
      else {
        const cell = { text, cs, rs: 1 };
        kept.push(cell);
        for (let c = column; c < column + cs; c++) above[c] = c === column && text.trim() !== "" ? cell : undefined;
      }
      column += cs;
    }
    out.push(kept);
  }
  return out;
}
