import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, type WorkBook } from "@e965/xlsx";
import { expect, test } from "vitest";
import { exportStore } from "../../src/export/index.ts";
import { exportTables } from "../../src/export/table.ts";
import { writeXlsx } from "../../src/export/xlsx/index.ts";
import { HARD, exportStore as hardStore } from "../support/export-store.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

const folder = temporaryFolder();
const store = hardStore();
await exportStore(store, "xlsx", folder);
const path = join(folder, "mingzhang.xlsx");
const rowsOf = (book: WorkBook, sheet: string): Record<string, unknown>[] => utils.sheet_to_json(book.Sheets[sheet]!);

test("typed cells, codes as text, no formula anywhere, the dictionary last", () => {
  const book = read(readFileSync(path), { cellDates: true, UTC: true });
  expect(book.SheetNames.slice(0, 3)).toEqual(["文件", "收入支出", "“三公”经费"]);
  expect(book.SheetNames.at(-1)).toBe("字典");
  for (const name of book.SheetNames)
    for (const [address, cell] of Object.entries(book.Sheets[name]!))
      if (!address.startsWith("!")) expect(cell.f, `${name}!${address}`).toBeUndefined();
  const facts = rowsOf(book, "事实");
  expect(facts.find((row) => row.code === "2080505")).toMatchObject({
    amount_yuan: -5,
    item: "=4次",
    fiscal_year: 2024,
  });
  // Sixteen digits are more than a spreadsheet's number keeps.
  expect(facts.find((row) => row.concept === "revenue.total")).toMatchObject({
    amount_yuan: HARD.large,
    item: HARD.lines,
  });
  expect(rowsOf(book, "绩效指标")[0]).toMatchObject({ target: "=4次", target_value: 4, score: 9.5, met: true });
  const filled = rowsOf(book, "文件").map((row) => row.filled_on);
  expect(filled).toContainEqual(new Date("2025-03-01T00:00:00Z"));
});

test("the head stays in view; a table longer than a sheet goes on in the next, with its head", async () => {
  const small = join(folder, "small.xlsx");
  await writeXlsx(small, exportTables(store), 4);
  const book = read(readFileSync(small));
  expect(book.SheetNames.filter((name) => name.startsWith("事实"))).toEqual(["事实", "事实 2"]);
  expect([rowsOf(book, "事实").length, rowsOf(book, "事实 2").length]).toEqual([3, 2]);
  expect(rowsOf(book, "事实 2")[0]).toHaveProperty("concept");
  const raw = read(readFileSync(small), { bookFiles: true }) as WorkBook & {
    files?: Record<string, { content: Buffer }>;
  };
  const sheet = Object.entries(raw.files ?? {}).find(([name]) => name.includes("worksheets/sheet1"))?.[1];
  expect(String(sheet?.content)).toContain('state="frozen"');
});

test("LibreOffice reads it", (context) => {
  const { error } = spawnSync("soffice", ["--version"], { stdio: "ignore" });
  if (error) return context.skip("LibreOffice is not installed");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const args = [
    profile,
    "--headless",
    "--convert-to",
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
  ];
  spawnSync("soffice", [...args, "--outdir", folder, path], { stdio: "ignore", timeout: 50_000 });
  const facts = join(folder, "mingzhang-事实.csv");
  if (!existsSync(facts)) return context.skip("LibreOffice did not start");
  const text = readFileSync(facts, "utf8");
  expect(text).toContain("=4次");
  expect(text).toContain(HARD.large);
  expect(text).toContain("2080505");
});
