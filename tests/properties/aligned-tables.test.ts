import fc from "fast-check";
import { expect, test } from "vitest";
import { readAlignedTable } from "../../src/layout/plain/aligned/index.ts";
import { readLines } from "../../src/layout/plain/lines.ts";

const HEADS = ["合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"];
const LABELS = ["教育支出", "普通教育", "小学教育", "其他普通教育支出", "住房保障支出", "住房改革支出"];
const CODES = ["205", "20502", "2050202", "2050299", "221", "22102"];

const padded = (text: string, width: number, left: number): string =>
  (" ".repeat(Math.max(0, left)) + text).padEnd(width);
const centred = (text: string, width: number): string => padded(text, width, Math.floor((width - text.length) / 2));
const right = (text: string, width: number): string => padded(text, width, width - 1 - text.length);

/** A table as text that keeps the places of words: heads in the middle of their columns, amounts at the right of them. */
const table = fc.record({
  count: fc.integer({ min: 2, max: HEADS.length }),
  widths: fc.array(fc.integer({ min: 10, max: 18 }), { minLength: HEADS.length, maxLength: HEADS.length }),
  values: fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 9_999_999 }), { nil: null }), {
      minLength: HEADS.length - 1,
      maxLength: HEADS.length - 1,
    }),
    { minLength: 2, maxLength: CODES.length },
  ),
  sums: fc.boolean(),
  blank: fc.subarray([1, 2, 3, 4, 5]),
  cut: fc.integer({ min: 1, max: CODES.length }),
  shift: fc.integer({ min: -4, max: 4 }),
  feed: fc.boolean(),
});

const money = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;

test("no amount of a table laid out in text stands under another head than its own", () => {
  let read = 0;
  fc.assert(
    fc.property(table, ({ count, widths, values, sums, blank, cut, shift, feed }) => {
      const printed = values.map((row) => {
        const parts = row.slice(0, count - 1).map((value, c) => (blank.includes(c + 1) ? null : value));
        const whole = parts.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        return [sums ? whole : (row.at(-1) ?? 77), ...parts].map((value) => (value === null ? "" : money(value)));
      });
      const head =
        "科目编码".padEnd(10) +
        "科目名称".padEnd(14) +
        HEADS.slice(0, count)
          .map((text, c) => centred(text, widths[c]!))
          .join("");
      const lines = printed.map((row, r) => {
        const off = r >= cut ? shift : 0;
        return (
          CODES[r]!.padEnd(10) + LABELS[r]!.padEnd(14 + off) + row.map((text, c) => right(text, widths[c]!)).join("")
        );
      });
      if (feed && cut < lines.length) lines[cut] = `\f${lines[cut]!}`;
      const found = readAlignedTable(readLines([head, ...lines].join("\n")), 0);
      if (found === null) return;
      read++;
      const { grid } = found;
      const at = (r: number, c: number): string => grid.cells.find((cell) => cell.r === r && cell.c === c)?.text ?? "";
      const columns = Array.from({ length: grid.cols }, (_, c) => HEADS.indexOf(at(0, c)));
      for (let r = 1; r < grid.rows; r++)
        for (const [c, head] of columns.entries())
          if (head >= 0 && at(r, c) !== "") expect(at(r, c)).toBe(printed[CODES.indexOf(at(r, 0))]![head]);
    }),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(200);
});
