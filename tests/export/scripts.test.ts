import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { exportStore } from "../../src/export/index.ts";
import { stataNames } from "../../src/export/stata.ts";
import { exportTables } from "../../src/export/table.ts";
import { HARD, exportStore as hardStore } from "../support/export-store.ts";
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

/** The part of `load.do` about one table. */
const stataPart = (text: string, name: string): string =>
  text.split(/^(?=\* )/mu).find((part) => part.includes(`using "${name}.csv"`)) ?? "";

/** Words no variable of Stata may be called. */
const RESERVED =
  /^(?:_all|_b|byte|_coef|_cons|double|float|if|in|int|long|_n|_N|_pi|_pred|_rc|_skip|str\d+|strL|using|with)$/u;

describe("Stata", () => {
  test("names of at most 32 characters that Stata takes, each once", () => {
    for (const { columns } of tables) {
      const names = stataNames(columns);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/u);
        expect(name).not.toMatch(RESERVED);
      }
    }
  });

  test("every table with rows is loaded column by column: codes as strings, amounts as doubles, dates as dates", async () => {
    const [folder, text] = await written("stata", "load.do");
    for (const { name, columns } of tables) {
      const part = stataPart(text, name);
      const rows =
        readFileSync(join(folder, `${name}.csv`), "utf8")
          .trim()
          .split("\n").length - 1;
      expect(part === "", name).toBe(rows === 0);
      if (rows === 0) continue;
      const [, read, called] = /rename \((.*)\) \/\/\/\n {2}\((.*)\)/u.exec(part)!;
      expect(read!.split(" ")).toEqual(columns.map((_, n) => `v${n + 1}`));
      const from = called!.split(" ");
      expect(new Set(from).size).toBe(columns.length);
      for (const of of from) expect(of.length).toBeLessThanOrEqual(32);
      // Each is in the end called by its own name, and labelled.
      for (const name of stataNames(columns)) expect(part).toContain(`label variable ${name} `);
      // Quotes and continued lines are closed.
      expect(part.match(/`"/gu)?.length).toBe(part.match(/"'/gu)?.length);
      for (const line of part.split("\n")) if (line.endsWith("///")) expect(line).toMatch(/^(?:import|rename)/u);
    }
    const facts = stataPart(text, "facts");
    const columns = tables.find(({ name }) => name === "facts")!.columns;
    const strings = /stringcols\(([\d ]+)\)/u
      .exec(facts)![1]!
      .split(" ")
      .map((n) => columns[Number(n) - 1]!.name);
    expect(strings).toEqual(expect.arrayContaining(["code", "region_code", "item", "quote"]));
    expect(strings).not.toContain("precision_yuan");
    expect(facts).toContain("asdouble");
    expect(facts).toContain("recast double precision_yuan\nformat precision_yuan %20.2f");
    expect(facts).toContain('label variable amount_yuan `"金额；非金额为空（元）"\'');
    expect(stataPart(text, "documents")).toContain('generate double filled_on = daily(mz_date_11, "YMD")');
    expect(facts).toContain('save "facts.dta", replace');
  });

  test("a number that a double does not hold keeps its text; one that it holds has none", async () => {
    const [, text] = await written("stata", "load.do");
    const facts = stataPart(text, "facts");
    expect(facts).toContain("generate double amount_yuan = real(amount_yuan_printed)");
    expect(facts).toContain("generate double value = real(value_printed)");
    expect(facts).not.toContain("precision_yuan_printed");
    expect(stataPart(text, "sangong")).not.toContain("_printed");
  });
});

const hasR = spawnSync("Rscript", ["--version"]).status === 0;

describe("R", () => {
  test("columns.csv says what every column of every table is", async () => {
    const [folder] = await written("r", "load.R");
    const rows = parse(readFileSync(join(folder, "columns.csv"), "utf8"), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ table, column }) => `${table}.${column}`)).toEqual(
      tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
    );
    const printed = rows.filter((row) => row.table === "facts" && row.printed === "1").map(({ column }) => column);
    expect(printed).toEqual(["value", "amount_yuan"]);
  });

  // A plain "C" locale is what batch machines have.
  test.skipIf(!hasR).each(["C", "C.UTF-8"])(
    `load.R gives typed and labelled data frames and loses no digit (locale %s)${hasR ? "" : " (Rscript not installed: skipped)"}`,
    async (locale) => {
      const [folder] = await written("r", "load.R");
      const program = `
        source("load.R")
        facts <- mingzhang$facts
        one <- facts[which(facts$concept == "revenue.total"), ]
        show <- function(...) cat(enc2utf8(paste(...)), sep = "\n")
        show(length(mingzhang), nrow(facts), nrow(mingzhang$staffing))
        show(one$amount_yuan_printed, one$value_printed, is.numeric(facts$amount_yuan), sprintf("%.0f", one$amount_yuan))
        show(sprintf("%.2f", facts$amount_yuan[which(facts$code == "2080505")]), is.character(facts$code))
        show(one$item == "\\u7b2c\\u4e00\\u884c\\n\\u7b2c\\u4e8c\\u884c\\uff0c\\u6709\\"\\u5f15\\u53f7\\"")
        show(class(mingzhang$documents$filled_on), format(max(mingzhang$documents$filled_on, na.rm = TRUE)))
        show(class(facts$amount_exact), sum(is.na(facts$amount_exact)), is.na(one$fund))
        show(startsWith(attr(facts$amount_exact, "label"), "\\u91d1\\u989d\\u7cbe\\u786e"), attr(facts$page, "meaning"))
      `;
      const { stdout, stderr, status } = spawnSync("Rscript", ["-e", program], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, LC_ALL: locale },
      });
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout.trim().split("\n")).toEqual([
        `${tables.length} 5 0`,
        `${HARD.large} ${HARD.large} TRUE 90071992547410`,
        "-5.00 TRUE",
        "TRUE",
        "Date 2025-03-01",
        "logical 1 TRUE",
        "TRUE page, from 1",
      ]);
    },
  );
});
