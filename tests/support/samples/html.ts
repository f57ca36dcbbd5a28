import type { Sample, SampleBlock, SampleCell, SampleTable } from "./model.ts";

const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");

const tableCell = ({ text, cs = 1, rs = 1, left, means }: SampleCell): string => {
  const spans = `${cs > 1 ? ` colspan="${cs}"` : ""}${rs > 1 ? ` rowspan="${rs}"` : ""}`;
  const align = left ? "left" : means ? "right" : "center";
  return `<td${spans} align="${align}">${escapeHtml(text)}</td>`;
};

function tableHtml(table: SampleTable): string {
  const rows = (part: readonly (readonly SampleCell[])[]): string =>
    part.map((cells) => `<tr>${cells.map(tableCell).join("")}</tr>`).join("\n");
  const columns = table.widths?.map((w) => `<col style="width:${w}%" width="${w}%">`).join("") ?? "";
  const caption = table.caption
    .map((parts) =>
      parts.length === 1
        ? `<p class="caption" align="right">${escapeHtml(parts[0]!)}</p>`
        : `<p class="caption split">${parts.map((part) => `<span>${escapeHtml(part)}</span>`).join("&emsp;&emsp;")}</p>`,
    )
    .join("\n");
  const head = table.repeatHead
    ? `<thead>${rows(table.head)}</thead><tbody>${rows(table.rows)}</tbody>`
    : `<tbody>${rows(table.head)}\n${rows(table.rows)}</tbody>`;
  return [
    `<p class="title" align="center"><b>${escapeHtml(table.title)}</b></p>`,
    caption,
    `<table class="${table.ruled === false ? "plain" : "ruled"}" ${table.ruled === false ? 'border="0"' : 'border="1"'} cellspacing="0"><colgroup>${columns}</colgroup>${head}</table>`,
    ...(table.notes ?? []).map((note) => `<p class="note">${escapeHtml(note)}</p>`),
  ].join("\n");
}

function blockHtml(block: SampleBlock): string {
  switch (block.kind) {
    case "cover":
      return `<div class="cover">${block.lines.map((line) => `<p align="center"><b>${escapeHtml(line)}</b></p>`).join("")}</div>`;
    case "heading":
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p class="text">${escapeHtml(block.text)}</p>`;
    case "break":
      return '<div class="break"></div>';
    case "records":
      return "";
    case "table":
      return tableHtml(block);
  }
}

/** A sample as one HTML page, in the look of a printed disclosure. */
export function sampleHtml(sample: Sample): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(sample.id)}</title>
<style>
@page { size: A4 ${sample.landscape ? "landscape" : "portrait"}; margin: 22mm 18mm; }
body { font-family: "Noto Serif CJK SC", serif; font-size: 10.5pt; line-height: 1.5; }
h1 { font-size: 16pt; text-align: center; } h2 { font-size: 12pt; }
.cover p { font-size: 20pt; margin: 24pt 0; } .cover { page-break-after: always; padding-top: 120pt; }
.title { font-size: 14pt; margin: 6pt 0 2pt; } .caption { font-size: 9pt; margin: 0; } .split { display: flex; justify-content: space-between; }
.text { text-indent: 2em; margin: 4pt 0; text-align: justify; } .note { font-size: 9pt; margin: 2pt 0; }
.break { page-break-before: always; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; } td { padding: 2pt 3pt; } tr { page-break-inside: avoid; }
table.ruled td { border: 0.75pt solid #000; } table.plain td { border: none; }
</style></head><body>
${sample.blocks.map(blockHtml).join("\n")}
</body></html>
`;
}
