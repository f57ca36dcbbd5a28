import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import {
  type Table,
  type TablesOptions,
  type TableTrouble,
  tables,
  toCsv,
  toHtml,
  toMarkdown,
} from "../../src/tables/index.ts";
import { stream, writePdf } from "../support/write-pdf.ts";

const sample = (name: string): string => join(packageRoot, "samples", name);
const long = sample("three-pages/three-pages.pdf");
async function all(file: string | Uint8Array, options?: TablesOptions): Promise<Table[]> {
  const found: Table[] = [];
  for await (const table of tables(file, options)) found.push(table);
  return found;
}

test("a table over three pages is one, with its title, unit, header and the part on each page", async () => {
  const [table, ...others] = await all(new Uint8Array(readFileSync(long)));
  expect(others).toEqual([]);
  expect(table).toMatchObject({
    number: 1,
    title: "支出决算表",
    unit: "万元",
    headerRows: 3,
    rowCount: 79,
    columnCount: 8,
  });
  expect(table!.rows[0]!.slice(0, 4)).toEqual(["合计", "", "15377.22", "4310.58"]);
  expect(table!.cells[0]).toMatchObject({ row: 0, column: 0, columnSpan: 2, text: "项目", page: 1 });
  expect(table!.parts.map(({ page, firstRow, lastRow }) => [page, firstRow, lastRow])).toEqual([
    [1, 0, 31],
    [2, 32, 69],
    [3, 70, 78],
  ]);
});

test("pages choose the tables that touch them", async () => {
  expect(await all(long, { pages: [3, 9] })).toHaveLength(1);
  expect(await all(long, { pages: [4, 9] })).toEqual([]);
});

test("a misspelt or senseless setting is an error", async () => {
  await expect(all(long, { engin: "pdfjs" } as TablesOptions)).rejects.toMatchObject({ name: "ZodError" });
  await expect(all(long, { pages: [2, 1] })).rejects.toMatchObject({ name: "ZodError" });
});

test("what cannot be read is told, never passed over", async () => {
  await expect(all(sample("no such.pdf"))).rejects.toMatchObject({ code: "not-found" });
  await expect(all(new TextEncoder().encode("单位：万元"))).rejects.toMatchObject({ code: "unsupported-format" });
  const scan = sample("contradictions/contradictions.150dpi.scan.pdf");
  await expect(all(scan)).rejects.toMatchObject({ code: "unsupported-format", where: "page 1" });
  const told: TableTrouble[] = [];
  expect(await all(scan, { onTrouble: (trouble) => void told.push(trouble) })).toEqual([]);
  expect(told[0]).toMatchObject({ code: "unsupported-format", where: "page 1" });
});

test("a picture beside text is a warning, no error", async () => {
  const words = "BT /F1 10 Tf 72 780 Td (Final accounts of the department for the year 2023, see the next page) Tj ET";
  const bytes = writePdf(
    [{ content: `${words}\nq 300 0 0 200 100 300 cm /P Do Q`, resources: "/XObject << /P 6 0 R >>" }],
    [stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x80")],
  );
  const warnings: Error[] = [];
  const listen = (warning: Error): void => void warnings.push(warning);
  process.on("warning", listen);
  expect(await all(bytes)).toEqual([]);
  await new Promise(setImmediate);
  process.off("warning", listen);
  expect(warnings).toMatchObject([{ name: "TablesWarning", code: "unsupported-format" }]);
  const told: TableTrouble[] = [];
  await all(bytes, { onTrouble: (trouble) => void told.push(trouble) });
  expect(told).toMatchObject([{ code: "unsupported-format", where: "page 1" }]);
});

const box = null;
const cell = (row: number, column: number, text: string, columnSpan = 1) => ({
  row,
  column,
  rowSpan: 1,
  columnSpan,
  text,
  page: 1,
  box,
});
const small: Table = {
  number: 1,
  title: "Wages <net>",
  unit: null,
  headerRows: 1,
  header: [["a|b", ""]],
  rows: [['say "x"', "1,5\n2"]],
  rowCount: 2,
  columnCount: 2,
  cells: [cell(1, 1, "1,5\n2"), cell(0, 0, "a|b", 2), cell(1, 0, 'say "x"')],
  notes: [],
  parts: [],
};

test("CSV quotes what must be quoted", () => {
  expect(toCsv(small)).toBe('a|b,\n"say ""x""","1,5\n2"\n');
  expect(toCsv(small, { delimiter: ";", newline: "\r\n" })).toBe('a|b;\r\n"say ""x""";"1,5\n2"\r\n');
});

test("HTML keeps the spans and escapes the texts", () => {
  expect(toHtml(small).split("\n")).toEqual([
    "<table>",
    "<caption>Wages &lt;net&gt;</caption>",
    "<thead>",
    '<tr><th colspan="2">a|b</th></tr>',
    "</thead>",
    "<tbody>",
    "<tr><td>say &quot;x&quot;</td><td>1,5<br>2</td></tr>",
    "</tbody>",
    "</table>",
    "",
  ]);
});

test("Markdown keeps a table's lines on one line each", () => {
  expect(toMarkdown(small)).toBe('Wages <net>\n\n| a\\|b |  |\n| --- | --- |\n| say "x" | 1,5<br>2 |\n');
});
