import { expect, test } from "vitest";
import { csv, textTable } from "../../src/cli/text-table.ts";
import { withoutFormula } from "../../src/lib/formula.ts";

test("Han characters take two columns", () => {
  expect(
    textTable(
      [
        ["单位", "2024"],
        ["白鹭县", "7.36"],
      ],
      new Set([1]),
    ),
  ).toBe("单位    2024\n白鹭县  7.36");
});

test.each([
  ["=4次", "'=4次"],
  ["+5%", "'+5%"],
  ["@合计", "'@合计"],
  ["-863.16万元", "'-863.16万元"],
  ["-863.16", "-863.16"],
  ["≥95%", "≥95%"],
  ["", ""],
])("%s in a CSV file is %s", (text, safe) => {
  expect(withoutFormula(text)).toBe(safe);
});

test("CSV quotes what needs it", async () => {
  expect(await csv([["a,b", '"', "=1"]])).toBe('"a,b","""",=1\n');
  expect(await csv([["a,b", '"', "=1"]], true)).toBe('\ufeff"a,b","""",\'=1\r\n');
});
