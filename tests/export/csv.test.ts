import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportStore } from "../../src/export/index.ts";
import { HARD, exportStore as hardStore } from "../support/export-store.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { hasPython, withPython } from "../support/python.ts";

const store = hardStore();

/** Rows as Python's csv module reads them. */
function readByPython(path: string): Record<string, string>[] {
  const program =
    "import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline='')))))";
  const { stdout, status } = spawnSync("python3", ["-c", program, path], { encoding: "utf8" });
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

test.skipIf(!hasPython)(withPython("Python reads the CSV back: text with lines and quotes, every digit"), async () => {
  const folder = temporaryFolder();
  await exportStore(store, "csv", folder);
  const facts = readByPython(join(folder, "facts.csv"));
  expect(facts).toHaveLength(5);
  const income = facts.find((row) => row.concept === "revenue.total");
  expect(income).toMatchObject({
    entity: "白鹭县档案馆",
    region_code: "430212",
    item: HARD.lines,
    value: HARD.large,
    amount_yuan: HARD.large,
    kind: "money",
    amount_exact: "1",
    fund: "",
  });
  expect(facts.find((row) => row.code === "2080505")).toMatchObject({ amount_yuan: "-5.00", item: "=4次" });
});

test.skipIf(!hasPython)(
  withPython("for Excel: a mark, CRLF, and nothing that becomes a formula; numbers stay"),
  async () => {
    const folder = temporaryFolder();
    await exportStore(store, "csv", folder, { excel: true });
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".csv"))) {
      const text = readFileSync(join(folder, name), "utf8");
      expect(text.startsWith("\ufeff"), name).toBe(true);
      expect(text.replace(/"[^"]*"/gu, "").replaceAll("\r\n", ""), name).not.toContain("\n");
      for (const row of readByPython(join(folder, name)))
        for (const field of Object.values(row)) expect(field, name).not.toMatch(/^[=+@]|^-(?!\d+(\.\d+)?$)/u);
    }
    expect(readByPython(join(folder, "indicators.csv"))[0]).toMatchObject({
      target: "'=4次",
      target_value: "4",
      met: "1",
    });
    const rate = readByPython(join(folder, "facts.csv")).find((row) => row.measure === "change_rate");
    expect(rate).toMatchObject({ value: "-12.50", kind: "percent", amount_yuan: "" });
  },
);

test("JSON Lines: decimals as text, flags as flags", async () => {
  const folder = temporaryFolder();
  await exportStore(store, "jsonl", folder);
  const facts = readFileSync(join(folder, "facts.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(facts.find((row) => row.concept === "revenue.total")).toMatchObject({
    value: HARD.large,
    amount_yuan: HARD.large,
    fiscal_year: 2024,
    amount_exact: true,
    fund: null,
  });
});
