import type { TableRecord } from "../../schemas/index.ts";
import { messages } from "./language.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (c) => escapes[c]!);

/** The page of tables up to the first one. */
export const pageStart = (): string => `<!doctype html>
<meta charset="utf-8">
<title>mingzhang tables</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; margin: .3rem 0 2rem; }
td { border: 1px solid #999; padding: .1rem .4rem; white-space: pre-line; vertical-align: top; }
caption { text-align: left; font-weight: 600; white-space: nowrap; }
small { color: #666; font-weight: 400; }
</style>
`;

/** One table as HTML, with its spans; a cell's title says where it stands. */
export function tableHtml(file: string, number: number, table: TableRecord): string {
  const rows: string[][] = Array.from({ length: table.rows }, () => []);
  const cells = [...table.cells].sort((a, b) => a.r - b.r || a.c - b.c);
  for (const { r, c, rs, cs, text, page } of cells) {
    const spans = `${rs > 1 ? ` rowspan="${rs}"` : ""}${cs > 1 ? ` colspan="${cs}"` : ""}`;
    rows[r]?.push(`<td${spans} title="r${r} c${c} p${page}">${escaped(text)}</td>`);
  }
  const heading = [`${number}. ${table.title ?? ""}`, table.unit ?? "", file, messages.page(table.page)];
  return `<table>
<caption>${escaped(heading[0]!)} <small>${heading.slice(1).filter(Boolean).map(escaped).join(" · ")}</small></caption>
${rows.map((row) => `<tr>${row.join("")}</tr>`).join("\n")}
</table>
`;
}
