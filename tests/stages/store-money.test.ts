import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactInteger, fenIn, fenOf, quantumFen, yuanIn } from "../../src/store/money.ts";

describe("money is exact", () => {
  test.each([
    ["73600", 7_360_000n, true],
    ["-8631600", -863_160_000n, true],
    ["0.01", 1n, true],
    ["0.005", 0n, false],
    ["0.015", 2n, false],
    ["270610000000000", 27_061_000_000_000_000n, true],
  ])("%s 元 is %s 分", (yuan, fen, exact) => {
    expect(fenOf(yuan)).toEqual({ fen, exact });
  });

  test("what no column holds is kept as text only", () => {
    expect(fenOf("999999999999999999999")).toBeNull();
    expect(exactInteger("999999999999999999999")).toBeNull();
  });

  test.each([
    ["7.36", "万元", 10_000n],
    ["7", "万元", 1_000_000n],
    ["96282213.44", "元", 1n],
    ["1.234567", "万元", 1n],
    ["1.2345678", "万元", 0n],
    ["3", "辆", null],
    ["3", null, null],
    ["9.5", "分", null],
  ])("%s %s is printed to %s 分", (value, unit, quantum) => {
    expect(quantumFen(value, unit)).toBe(quantum);
  });

  test.each([
    ["9.5", "分", null],
    ["7.36", "万元", "73600"],
    ["1.24", "万亿元", "1240000000000"],
    ["95", "%", null],
  ])("%s %s is %s 元: 分 are points of a score", (value, unit, yuan) => {
    expect(yuanIn(value, unit)).toBe(yuan);
  });

  test("分 into a unit and back loses nothing", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.constantFrom("元", "千元", "万元", "亿元"),
        (fen, unit) => {
          const power = { 元: 2, 千元: 5, 万元: 6, 亿元: 10 }[unit]!;
          const { int, scale } = exactInteger(fenIn(fen, unit)) ?? { int: 0n, scale: 0 };
          expect(int * 10n ** BigInt(power - Math.min(power, scale))).toBe(
            fen * 10n ** BigInt(Math.max(0, scale - power)),
          );
        },
      ),
    );
  });
});
