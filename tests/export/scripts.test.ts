import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportStore } from "../../src/export/index.ts";
import { stataNames } from "../../src/export/stata.ts";
import { exportTables } from "../../src/export/table.ts";
import { exportStore as hardStore } from "../support/export-store.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

const store = hardStore();
const tables = exportTables(store);
const written = async (format: "datapackage" | "stata" | "r", name: string): Promise<[string, string]> => {
  const folder = temporaryFolder();
  await exportStore(store, format, folder);
  return [folder, readFileSync(join(folder, name), "utf8")];
};

test("Data Package: every field of every file, in the order of its columns", async () => {
  const [folder, text] = await written("datapackage", "datapackage.json");
  const { $schema, resources } = JSON.parse(text);
  expect($schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
  expect(resources).toHaveLength(tables.length);
  for (const { path, schema } of resources) {
    const head = readFileSync(join(folder, path), "utf8").split("\n")[0];
    expect(head).toBe(schema.fields.map((field: { name: string }) => field.name).join(","));
  }
  const fields = resources.find((r: { name: string }) => r.name === "functional_lines").schema.fields;
  const columnTypes = Object.fromEntries(
    fields.map((f: { name: string; columnType?: string }) => [f.name, f.columnType]),
  );
  expect(columnTypes).toMatchObject({
    amount_yuan: "value",
    fiscal_year: "date:fiscal-year",
    code: "functional-classification:generic:code",
    measure: "phase:id",
  });
});

test("Stata: names of at most 32 characters, each once; codes as strings; doubles", async () => {
  for (const { columns } of tables) {
    const names = stataNames(columns);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z][a-z0-9_]{0,31}$/u.test(name))).toBe(true);
  }
  const [, text] = await written("stata", "load.do");
  const facts = text.slice(text.indexOf('using "facts.csv"'));
  const strings = facts
    .match(/stringcols\(([\d ]+)\)/u)![1]!
    .split(" ")
    .map(Number);
  const columns = tables.find(({ name }) => name === "facts")!.columns;
  expect(strings).toContain(columns.findIndex(({ name }) => name === "code") + 1);
  expect(strings).not.toContain(columns.findIndex(({ name }) => name === "amount_yuan") + 1);
  expect(facts).toContain("asdouble");
  expect(facts).toContain("format amount_yuan %20.2f");
  expect(facts).toContain('label variable amount_yuan `"金额；非金额为空（元）"\'');
  expect(facts).toContain('save "facts.dta", replace');
});

test("R: a type and a label for every column", async () => {
  const [, text] = await written("r", "load.R");
  const facts = text.slice(text.indexOf("mingzhang$facts <-"));
  expect(facts).toContain('code = "character"');
  expect(facts).toContain('amount_yuan = "numeric"');
  expect(facts).toContain('amount_yuan = "金额；非金额为空（元）"');
  expect(text).toContain('filled_on = "Date"');
});
