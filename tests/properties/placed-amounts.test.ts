import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeAmounts } from "../../src/layout/plain/drawn/ledger/missing-cells.ts";

/** Heads of declared forms of which the first is the sum of the others. */
const FORMS = [
  ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
  ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
  ["合计", "人员经费", "公用经费"],
] as const;

/** A table of coded lines under a 合计, in whole 元, every line filled in some of its columns. */
const tables = fc.constantFrom(...FORMS).chain((heads) =>
  fc.record({
    heads: fc.constant(heads),
    lines: fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: heads.length - 1, maxLength: heads.length - 1 }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
);

const text = (amount: number): string => `${amount}.00`;
const cents = (printed: string): number => (printed === "" ? 0 : Number(printed));

/** Every way to put a line's amounts under the heads so that the first column is the sum of the others. */
function* fits(amounts: readonly string[], columns: number): Iterable<string[]> {
  const choose = function* (from: number, i: number, cells: string[]): Iterable<string[]> {
    if (i === amounts.length) {
      const [whole, ...parts] = cells.map(cents);
      if (whole === parts.reduce((sum, part) => sum + part, 0)) yield [...cells];
      return;
    }
    for (let c = from; c < columns; c++) {
      cells[c] = amounts[i]!;
      yield* choose(c + 1, i + 1, cells);
      cells[c] = "";
    }
  };
  yield* choose(0, 0, new Array<string>(columns).fill(""));
}

describe("amounts of lines that lost their blank cells", () => {
  test("none stands under a head while another place fits the sums as well; what stands there is what was printed", () => {
    fc.assert(
      fc.property(tables, ({ heads, lines }) => {
        const printed = lines.map((line) => {
          const parts = line.map((amount) => amount ?? 0);
          return [parts.reduce((sum, part) => sum + part, 0), ...parts];
        });
        fc.pre(printed.every(([whole]) => whole! > 0));
        const total = heads.map((_, c) => printed.reduce((sum, line) => sum + line[c]!, 0));
        const filled = [total, ...printed].map((line) => line.map((amount) => (amount === 0 ? "" : text(amount))));
        const rows = filled.map((cells, r) => ({
          code: r === 0 ? null : `20${r}`,
          amounts: cells.filter((cell) => cell !== ""),
        }));
        const placed = placeAmounts(
          rows,
          heads.map((head) => [head]),
        );
        // all tables that print these amounts in these lines and keep every sum
        const ways = rows.map(({ amounts }) => [...fits(amounts, heads.length)]);
        const whole: string[][][] = [];
        const join = (r: number, chosen: string[][]): void => {
          if (whole.length > 400) return;
          if (r === rows.length) {
            const [sum, ...parts] = chosen;
            if (sum!.every((cell, c) => cents(cell) === parts.reduce((all, line) => all + cents(line[c]!), 0)))
              whole.push(chosen);
            return;
          }
          for (const way of ways[r]!) join(r + 1, [...chosen, way]);
        };
        join(0, []);
        for (const [r, { cells }] of placed.entries())
          for (const [c, cell] of cells.entries()) {
            if (cell === "") continue;
            expect(filled[r]![c]).toBe(cell);
            expect(whole.every((table) => table[r]![c] === cell)).toBe(true);
          }
      }),
      { numRuns: 150 },
    );
  });
});
