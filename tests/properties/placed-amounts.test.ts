import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AmountColumn, exactAmount, placeAmounts } from "../../src/layout/plain/place.ts";

const money: AmountColumn = { kind: "money" };
/** 合计 and its parts. */
const COLUMNS: readonly AmountColumn[] = [{ kind: "money", sumOf: [1, 2, 3] }, money, money, money];

/** A table whose columns add up along the lines and whose lines add up to the first, some of its cells blank. */
const table = fc
  .array(fc.array(fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => {
    const lines = parts.map((line) => [line.reduce<number>((sum, part) => sum + (part ?? 0), 0), ...line]);
    const total = [0, 1, 2, 3].map((c) => lines.reduce((sum, line) => sum + (line[c] ?? 0), 0));
    return [total, ...lines].map((line) => line.map((value) => (value ? `${value}.00` : "")));
  });

/** Every way to put amounts under the columns, in order. */
function* ways(count: number, columns: number, from = 0): Generator<number[]> {
  if (count === 0) yield [];
  else
    for (let c = from; c <= columns - count; c++)
      for (const rest of ways(count - 1, columns, c + 1)) yield [c, ...rest];
}

const addsUp = (rows: readonly (readonly string[])[]): boolean => {
  const values = rows.map((row) => row.map((text) => exactAmount(text)));
  const along = values.every(([whole, ...parts]) => whole === parts.reduce((sum, part) => sum + part, 0n));
  const down = [0, 1, 2, 3].every((c) => values[0]![c] === values.slice(1).reduce((sum, row) => sum + row[c]!, 0n));
  return along && down;
};

describe("amounts whose blank neighbours were lost", () => {
  test("none stands under a head while another place fits the sums as well", () => {
    fc.assert(
      fc.property(table, (printed) => {
        const lines = printed.map((row) => ({ amounts: row.filter((text) => text !== "") }));
        const placed = placeAmounts(lines, COLUMNS, [{ whole: 0, parts: printed.map((_, r) => r).slice(1) }]);
        for (const [r, { cells, unplaced }] of placed.entries()) {
          expect([...cells.filter((text) => text !== ""), ...unplaced]).toHaveLength(lines[r]!.amounts.length);
          for (const [c, text] of cells.entries()) {
            if (text === "") continue;
            // what is placed is where it was printed …
            expect(text).toBe(printed[r]![c]);
            const i = cells.slice(0, c).filter((other) => other !== "").length;
            // … and no other way of its line, the others as printed, keeps all sums
            if (unplaced.length > 0) continue;
            for (const way of ways(lines[r]!.amounts.length, COLUMNS.length)) {
              if (way[i] === c) continue;
              const other = printed.map((row, k) =>
                k === r ? row.map((_, at) => lines[r]!.amounts[way.indexOf(at)] ?? "") : row,
              );
              expect(addsUp(other)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("one amount for two columns is nowhere, however usual one of them is", () => {
    expect(placeAmounts([{ amounts: ["250000"] }], [money, money])).toEqual([
      { cells: ["", ""], unplaced: ["250000"] },
    ]);
  });

  test("a full score is no money, and a rate is the quotient of its columns", () => {
    const columns: AmountColumn[] = [
      money,
      money,
      money,
      { kind: "weight" },
      { kind: "rate", of: 2, over: 1 },
      { kind: "score" },
    ];
    expect(placeAmounts([{ amounts: ["880", "880", "880", "10", "10"] }], columns)[0]!.cells).toEqual([
      "880",
      "880",
      "880",
      "10",
      "",
      "10",
    ]);
    expect(placeAmounts([{ amounts: ["90", "89.974", "89.974"], marked: false }], columns)[0]!.cells).toEqual([
      "90",
      "89.974",
      "89.974",
      "",
      "",
      "",
    ]);
  });
});
