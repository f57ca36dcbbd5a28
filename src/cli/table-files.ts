import type { TableRecord } from "../../schemas/index.ts";
import type { ExportTable } from "../export/table.ts";

/** A table's texts row by row; of merged cells the first holds the text, the others are empty. */
export function textRows({ rows, cols, cells }: TableRecord): string[][] {
  const grid = Array.from({ length: rows }, () => Array.from({ length: cols }, () => ""));
  for (const { r, c, text } of cells) if (grid[r] !== undefined && c < cols) grid[r][c] = text;
  return grid;
}

const escaped = (text: string): string => text.replace(/\|/gu, "\\|").replace(/\s*\n\s*/gu, "<br>");

/** A table as Markdown below its title, unit and page. */
export function tableMarkdown(number: number, table: TableRecord, place: string): string {
  const [head = [], ...body] = textRows(table);
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
  const about = [table.unit, place].filter(Boolean).join(" · ");
  return [
    `### ${number}. ${table.title ?? ""}`.trimEnd(),
    "",
    about,
    "",
    line(head),
    line(head.map(() => "---")),
    ...body.map(line),
    "",
    "",
  ].join("\n");
}

/** A table as a worksheet: its first row heads the columns, numbers stay as they are printed. */
export function worksheet(number: number, table: TableRecord): ExportTable {
  const [head = [], ...body] = textRows(table);
  const title = `${number} ${table.title ?? ""}`.trim();
  return {
    name: String(number),
    title: [title, title],
    row: ["每行一行", "one row"],
    columns: head.map((name) => ({ name, type: "text", note: [name, name] })),
    rows: () => body,
  };
}
