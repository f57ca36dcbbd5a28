import { largest } from "../lib/long-lists.ts";
import type { CoverageRow, CoverageStatus } from "../store/index.ts";

/** Fill of a field by its status: told apart by lightness too. */
const COLOUR: Record<CoverageStatus, string> = {
  published: "#2e7d5b",
  superseded: "#7fb8a0",
  late: "#e9b44c",
  unreadable: "#8c6bb1",
  missing: "#e8e4df",
};
const ORDER = ["published", "superseded", "late", "unreadable", "missing"] as const satisfies readonly CoverageStatus[];

/** Pixels. */
const CELL = 26;
const HEAD = 64;
const FONT = 13;
const GAP = 16;

/** Words of the picture, in the caller's language. */
export interface MapWords {
  readonly title: string;
  readonly status: Readonly<Record<CoverageStatus, string>>;
  readonly kind: (kind: string) => string;
  readonly scope: Readonly<Record<"department" | "office" | "unit", string>>;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? FONT : FONT * 0.6), 0);

/** A picture of what is held (SVG): bodies as rows, year and kind as columns, the status as colour. */
export function coverageMap(rows: readonly CoverageRow[], words: MapWords): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const years = [...new Set(rows.map(({ fiscalYear }) => fiscalYear))].sort();
  const labelOf = ({ label, scope }: CoverageRow): string => (scope ? `${label}（${words.scope[scope]}）` : label);
  const labels = [...new Set(rows.map(labelOf))];
  const columns = kinds.flatMap((kind) => years.map((year) => `${kind}/${year}`));
  const left = Math.ceil(Math.max(80, largest(labels.map(widthOf)))) + GAP;
  const xOf = (n: number): number => left + n * CELL + Math.floor(n / years.length) * (GAP / 2);
  const yOf = (n: number): number => HEAD + n * CELL;
  const legend = yOf(labels.length) + GAP;
  const legendWidth = ORDER.reduce((x, s) => x + CELL + GAP * 2 + widthOf(words.status[s]) + FONT * 3, GAP);
  const width = Math.ceil(Math.max(xOf(columns.length) + GAP, legendWidth, widthOf(words.title) + GAP * 2));
  const parts: string[] = [text(GAP / 2, 20, words.title, "start", true)];
  for (const [k, kind] of kinds.entries()) parts.push(text(xOf(k * years.length), 40, words.kind(kind), "start"));
  for (const [n, column] of columns.entries())
    parts.push(text(xOf(n) + CELL / 2, HEAD - 6, column.slice(-2), "middle"));
  const rowOf = new Map(labels.map((label, n) => [label, n]));
  const columnOf = new Map(columns.map((column, n) => [column, n]));
  for (const [n, label] of labels.entries()) parts.push(text(left - 8, yOf(n) + 18, label, "end"));
  for (const row of rows) {
    const [x, y] = [xOf(columnOf.get(`${row.kind}/${row.fiscalYear}`)!), yOf(rowOf.get(labelOf(row))!)];
    const title = `${labelOf(row)} ${row.fiscalYear} ${words.kind(row.kind)}: ${words.status[row.status]}`;
    parts.push(
      `<rect x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${CELL - 2}" rx="3" fill="${COLOUR[row.status]}"><title>${escaped(title)}</title></rect>`,
    );
  }
  let x = GAP / 2;
  for (const status of ORDER) {
    const name = `${words.status[status]} ${rows.filter((row) => row.status === status).length}`;
    parts.push(`<rect x="${x}" y="${legend}" width="18" height="18" rx="3" fill="${COLOUR[status]}"/>`);
    parts.push(text(x + 24, legend + 14, name, "start"));
    x += 24 + Math.ceil(widthOf(name)) + GAP;
  }
  const height = legend + 18 + GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif" font-size="${FONT}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

const text = (x: number, y: number, words: string, anchor: "start" | "middle" | "end", bold = false): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ""} fill="#222">${escaped(words)}</text>`;

/** The same picture as PNG, twice as fine. */
export async function coveragePng(svg: string): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  return sharp(Buffer.from(svg), { density: 144 }).png().toBuffer();
}
