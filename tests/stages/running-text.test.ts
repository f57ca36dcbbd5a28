import { describe, expect, test } from "vitest";
import type { Grid } from "../../src/lib/layout.ts";
import { runningText } from "../../src/sections/running-text.ts";

const grid = (...rows: readonly (readonly string[])[]): Grid => ({
  kind: "grid",
  page: 1,
  box: null,
  rows: rows.length,
  cols: rows[0]?.length ?? 0,
  cells: rows.flatMap((row, r) => row.map((text, c) => ({ r, c, rs: 1, cs: 1, text, page: 1, box: null }))),
});
const SENTENCES =
  "清河县2022年三公经费决算情况说明如下。2022年全县三公经费支出决算90万元，比上年减少3万元。\n公务接待费支出20万元。";

describe("a table that only places text on the page", () => {
  test("is read as that text", () => {
    expect(runningText(grid(["", "", ""], [SENTENCES, "", ""]))?.map(({ text }) => text)).toEqual(
      SENTENCES.split("\n"),
    );
  });
  test("holds no data: a short cell or two in one row make it a table", () => {
    expect(runningText(grid(["项目", "决算数"], [SENTENCES, "20"]))).toBeNull();
    expect(runningText(grid(["单位：万元", ""], [SENTENCES, ""]))).toBeNull();
    expect(runningText(grid(["", ""]))).toBeNull();
  });
});
