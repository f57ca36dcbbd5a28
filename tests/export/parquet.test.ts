import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { exportStore } from "../../src/export/index.ts";
import { unscaled } from "../../src/export/parquet.ts";
import { HARD, exportStore as hardStore } from "../support/export-store.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

const folder = temporaryFolder();
await exportStore(hardStore(), "parquet", folder);
const file = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(folder, `${name}.parquet`))).buffer;
const income = "SELECT amount_yuan, value, value_printed FROM read_parquet(?) WHERE concept = 'revenue.total'";

test("types: money DECIMAL(18, 2), codes text, dates dates", () => {
  const type = (name: string, table = "facts"): unknown => {
    const { converted_type, precision, scale, type } = parquetMetadata(file(table)).schema.find(
      (s) => s.name === name,
    )!;
    return [type, converted_type, precision, scale].filter((part) => part !== undefined).join(" ");
  };
  expect(type("amount_yuan")).toBe("INT64 DECIMAL 18 2");
  expect(type("value")).toBe("FIXED_LEN_BYTE_ARRAY DECIMAL 38 10");
  expect(type("code")).toBe("BYTE_ARRAY UTF8");
  expect(type("fiscal_year")).toBe("INT32");
  expect(type("filled_on", "documents")).toBe("INT32 DATE");
});

test("another reader gives the rows back", async () => {
  const rows = await parquetReadObjects({ file: file("facts") });
  expect(rows).toHaveLength(5);
  expect(rows.find((row) => row.concept === "revenue.total")).toMatchObject({
    item: HARD.lines,
    value_printed: HARD.large,
    fiscal_year: 2024,
    amount_exact: true,
    fund: null,
  });
  const [document] = await parquetReadObjects({ file: file("documents") }).then((all) =>
    all.filter((row) => row.filled_on !== null),
  );
  expect(document!.filled_on).toEqual(new Date("2025-03-01T00:00:00Z"));
});

test("money is the integer 分 of the store: the column read without its scale", async () => {
  const metadata = parquetMetadata(file("facts"));
  const column = metadata.schema.find(({ name }) => name === "amount_yuan")!;
  delete column.converted_type;
  delete column.logical_type;
  const rows = await parquetReadObjects({ file: file("facts"), metadata, columns: ["concept", "amount_yuan"] });
  expect(rows.find((row) => row.concept === "revenue.total")!.amount_yuan).toBe(9_007_199_254_740_993n);
});

test("DuckDB reads every digit", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(income.replace("?", `'${join(folder, "facts.parquet")}'`));
  expect(reader.columnTypes().map(String)).toEqual(["DECIMAL(18,2)", "DECIMAL(38,10)", "VARCHAR"]);
  expect(reader.getRows().map((row) => row.map(String))).toEqual([[HARD.large, `${HARD.large}00000000`, HARD.large]]);
});

test.each([
  ["-12.50", -125_000_000_000n],
  ["0", 0n],
  ["0.12345678901", null],
])("%s as DECIMAL(38, 10)", (text, expected) => {
  expect(unscaled(text)).toBe(expected);
});
