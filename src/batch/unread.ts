import { WRITTEN_OUT } from "../../schemas/forms/numbers.ts";
import { INDICATOR_HEADS } from "../../schemas/forms/performance/heads.ts";
import { matrix, squeeze } from "../lib/grid.ts";
import { oneWidth } from "../lib/head-lexer.ts";
import type { Cell } from "../lib/layout.ts";
import { push } from "../lib/push.ts";
import type { TableSection } from "../lib/section.ts";
import { wholeMeaning } from "../lib/words.ts";
import type { Processed } from "../pipeline.ts";
import type { UnreadCell } from "../store/index.ts";
import { tableSections } from "./output.ts";

/** `96,282,213.44`, `－74.21`, `≥95%`, `3辆`, `7.36万元`, `年初预算数：7.36`: a cell that states a number. */
const STATES_NUMBER = /^(?:[^\d:]{1,20}:)?[-+−≥≤><=(]{0,2}\d[\d,]*(?:\.\d+)?\)?[%‰]?\p{Script=Han}{0,3}$/u;
/** Words right before a number with decimals: 超38.27, 减少约3.03万元. */
const BEHIND_WORDS = /^\p{Script=Han}{1,4}\d[\d,]*\.\d+[%‰]?\p{Script=Han}{0,3}$/u;
/** No head is longer. */
const LONGEST_HEAD = 24;
const YEAR = /^(?:19|20)\d\d年?度?$/u;
/** Columns and rows that only number the others. */
const NUMBERING = /^(?:行次|栏次|序号|编号|科目编码|功能分类科目编码|经济分类科目编码|类|款|项)$/u;

const plain = (text: string): string => squeeze(text.normalize("NFKC"));

/**
 * Cells with numbers that became no record, in printed order: everything an unclaimed table states, and of a claimed table what no
 * record points at. Years, codes and the numbering of rows and columns (行次, 栏次) state nothing.
 */
export function unreadCells(sections: readonly TableSection[], records: Processed["records"]): UnreadCell[] {
  const byTable = new Map<number, Processed["records"][number][]>();
  for (const record of records) {
    const { table } = record.source;
    if (table === null) continue;
    const known = byTable.get(table);
    if (known) known.push(record);
    else byTable.set(table, [record]);
  }
  return sections.flatMap((section) => unreadIn(section, byTable.get(section.table) ?? []));
}

/** How many numbers of a file became no record, in tables and in sentences. */
export const unreadCount = (processed: Pick<Processed, "sections" | "records" | "unread">): number =>
  unreadCells(tableSections(processed), processed.records).length + processed.unread.length;

function unreadIn({ table, grid }: TableSection, records: readonly Processed["records"][number][]): UnreadCell[] {
  const texts = new Map(grid.cells.map((cell) => [cell, plain(cell.text)]));
  const candidates = grid.cells.filter((cell) => {
    const text = texts.get(cell)!;
    return (STATES_NUMBER.test(text) || BEHIND_WORDS.test(text) || WRITTEN_OUT.test(text)) && !YEAR.test(text);
  });
  if (candidates.length === 0) return [];
  const cells = matrix(grid);
  const read = new Set<Cell>();
  const codes = new Map<number, string[]>();
  const declared = declaredColumns(grid.cells);
  for (const record of records) {
    const { row, col } = record.source;
    if (row === null) continue;
    const rowCells = cells[row] ?? [];
    // A fact stands in one cell; an indicator fills the columns whose heads are declared, an objective or a result its row.
    const covered =
      record.kind === "fact" && col !== null
        ? [rowCells[col]]
        : record.kind === "indicator"
          ? rowCells.filter((cell) => cell && (declared.size === 0 || declared.has(cell.c)))
          : rowCells;
    for (const cell of covered) if (cell) read.add(cell);
    if (record.kind === "fact" && record.code !== null) push(codes, row, record.code);
  }
  const numberingColumns = new Set<number>();
  const numberingRows = new Set<number>();
  for (const cell of grid.cells) {
    const text = texts.get(cell)!;
    if (!NUMBERING.test(text)) continue;
    // 栏次 heads the row of column numbers; 行次, 序号, 类 款 项 head columns.
    if (text === "栏次") for (let r = cell.r; r < cell.r + cell.rs; r++) numberingRows.add(r);
    else for (let c = cell.c; c < cell.c + cell.cs; c++) numberingColumns.add(c);
  }
  const numbering = new Set([...counting(candidates, texts, "r"), ...counting(candidates, texts, "c")]);
  return candidates
    .filter((cell) => {
      if (read.has(cell) || numbering.has(cell)) return false;
      const text = texts.get(cell)!;
      if (!/^\d+$/u.test(text)) return true;
      if (numberingColumns.has(cell.c) || numberingRows.has(cell.r)) return false;
      return !(codes.get(cell.r) ?? []).some((code) => code.includes(text));
    })
    .map(({ r, c, page, text }) => ({ table, r, c, page, text }));
}

/** Columns of an indicator block whose heads are declared: what stands in others is not read. */
function declaredColumns(cells: readonly Cell[]): Set<number> {
  const columns = new Set<number>();
  for (const { c, cs, text } of cells)
    if (text.length <= LONGEST_HEAD && wholeMeaning(oneWidth(squeeze(text)), INDICATOR_HEADS) !== null)
      for (let at = c; at < c + cs; at++) columns.add(at);
  return columns;
}

/** Cells that count 1, 2, 3 … along a row or a column: 行次 and 栏次 by another name. */
function counting(cells: readonly Cell[], texts: ReadonlyMap<Cell, string>, along: "r" | "c"): Set<Cell> {
  const across = along === "r" ? "c" : "r";
  const lines = new Map<number, Cell[]>();
  for (const cell of cells) {
    if (!/^\d{1,3}$/u.test(texts.get(cell)!)) continue;
    push(lines, cell[across], cell);
  }
  const found = new Set<Cell>();
  for (const line of lines.values()) {
    line.sort((a, b) => a[along] - b[along]);
    const first = Number(texts.get(line[0]!));
    if (line.length >= 3 && line.every((cell, n) => Number(texts.get(cell)) === first + n))
      for (const cell of line) found.add(cell);
  }
  return found;
}
