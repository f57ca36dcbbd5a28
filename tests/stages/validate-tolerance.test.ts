import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operand } from "../../src/validate/operand.ts";
import { compareAtMost, compareRate, compareSame, compareSum } from "../../src/validate/tolerance.ts";

const source = { page: 1, bbox: null, table: null, row: null, col: null, quote: null };
const yuan = (printed: string, unit = "万元") => operand(printed, unit, "", source);

describe("tolerance from the printed precision", () => {
  test("a sum of rounded parts may be off by half a step each", () => {
    expect(compareSum(yuan("14.66"), [yuan("9.78"), yuan("4.89")]).verdict).toBe("rounding");
    expect(compareSum(yuan("170.88"), [yuan("157.53"), yuan("13.36")]).verdict).toBe("rounding");
    expect(compareSum(yuan("90.00"), [yuan("31.39"), yuan("0.06"), yuan("58.55")]).verdict).toBe("agree");
    expect(compareSum(yuan("31.23"), [yuan("28.91"), yuan("1.58"), yuan("0.00")]).verdict).toBe("differ");
  });

  test("two printings of one amount agree to half a step of the coarser", () => {
    expect(compareSame(yuan("208.8"), yuan("2087959.00", "元")).verdict).toBe("rounding");
    expect(compareSame(yuan("201.50"), yuan("2087959.00", "元")).verdict).toBe("differ");
    expect(compareSame(yuan("9628.22"), yuan("96282213.44", "元")).verdict).toBe("rounding");
  });

  test("a percentage is held against the interval of its quotient; truncation is rounding", () => {
    const rate = (p: string, n: string, d: string) => compareRate(yuan(p, "%"), yuan(n), yuan(d))?.verdict;
    expect(rate("58.54", "1.17", "2.00")).toBe("rounding");
    expect(rate("98.87", "459.62", "464.85")).toBe("agree");
    expect(rate("110.9", "15.59", "14.06")).toBe("agree");
    expect(rate("123", "1.04", "0.84")).toBe("rounding");
    expect(rate("113.0", "526.43", "464.85")).toBe("differ");
    expect(rate("43", "1.71", "3.00")).toBe("differ");
    expect(compareRate(yuan("0", "%"), yuan("0.48"), yuan("0"))).toBeNull();
  });

  test("a part does not exceed its whole beyond half a step", () => {
    expect(compareAtMost([yuan("150.51"), yuan("73.37"), yuan("138.06")], yuan("361.94")).verdict).toBe("agree");
    expect(compareAtMost([yuan("363.17"), yuan("93.18"), yuan("188.50")], yuan("401.51")).verdict).toBe("differ");
  });

  test("rounding parts never makes a finding", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (parts) => {
        const total = parts.reduce((a, b) => a + b, 0);
        const wan = (y: number) => yuan((Math.round(y / 100) / 100).toFixed(2));
        expect(compareSum(wan(total), parts.map(wan)).verdict).not.toBe("differ");
      }),
    );
  });
});
