import type { Table } from "./table.ts";

/** How a table is written as CSV. */
export interface CsvOptions {
  /** Between cells; "," where not given. */
  readonly delimiter?: string;
  /** Between rows; "\n" where not given. */
  readonly newline?: string;
}

const allRows = ({ header, rows }: Table): readonly (readonly string[])[] => [...header, ...rows];

/** A table as CSV (RFC 4180): every text as printed, of merged cells the first holds it. */
export function toCsv(table: Table, { delimiter = ",", newline = "\n" }: CsvOptions = {}): string {
  const field = (text: string): string =>
    /["\r\n]/u.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return allRows(table)
    .map((row) => row.map(field).join(delimiter) + newline)
    .join("");
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (c) => ESCAPES[c]!).replaceAll("\n", "<br>");

/** A table as an HTML `table` with its spans; the header rows stand in `thead`, title and unit in `caption`. */
export function toHtml(table: Table): string {
  const rows: string[] = Array.from({ length: table.rowCount }, () => "");
  const cells = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, rowSpan, columnSpan, text } of cells) {
    const name = row < table.headerRows ? "th" : "td";
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ""}`;
    rows[row] += `<${name}${spans}>${escaped(text)}</${name}>`;
  }
  const part = (name: string, inside: readonly string[]): string[] =>
    inside.length === 0 ? [] : [`<${name}>`, ...inside.map((row) => `<tr>${row}</tr>`), `</${name}>`];
  const about = [table.title, table.unit].filter((text) => text !== null && text !== "").map((text) => escaped(text!));
  return [
    "<table>",
    ...(about.length > 0 ? [`<caption>${about.join(" · ")}</caption>`] : []),
    ...part("thead", rows.slice(0, table.headerRows)),
    ...part("tbody", rows.slice(table.headerRows)),
    "</table>",
    "",
  ].join("\n");
}

/** A table as a Markdown table below its title and unit. A header of several rows becomes one, its texts joined from the top down. */
export function toMarkdown(table: Table): string {
  const field = (text: string): string => text.replace(/[\\|]/gu, "\\$&").replace(/\s*\n\s*/gu, "<br>");
  const heads = Array.from({ length: table.columnCount }, (_, c) =>
    table.header
      .map((row) => row[c]!)
      .filter((text) => text !== "")
      .join("\n"),
  );
  const line = (texts: readonly string[]): string => `| ${texts.map(field).join(" | ")} |`;
  const about = [table.title, table.unit].filter((text) => text !== null && text !== "");
  return [
    ...(about.length > 0 ? [about.join(" · "), ""] : []),
    line(heads),
    line(heads.map(() => "---")),
    ...table.rows.map(line),
    "",
  ].join("\n");
}
