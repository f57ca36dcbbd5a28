import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { negate, readNumber, shiftDecimal } from "../../src/lib/amount.ts";

const value = (printed: string) => {
  const number = readNumber(printed);
  return number.kind === "number" ? number.value : number.kind;
};

describe("printed numbers", () => {
  test.each([
    ["96,282,213.44", "96282213.44"],
    ["21.000", "21.000"],
    ["-74.2\n1", "-74.21"],
    ["－74.21", "-74.21"],
    ["−0.01", "-0.01"],
    ["△3.5", "-3.5"],
    ["（3.50）", "-3.50"],
    ["１２，３４５．６", "12345.6"],
    [".81", "0.81"],
    ["007.5", "7.5"],
    ["+12.5%", "12.5"],
    ["1 234.5", "1234.5"],
    ["-0.00", "0.00"],
    ["5 万元", "5"],
    ["￥1,000.00", "1000.00"],
  ])("%j is %s", (printed, expected) => expect(value(printed)).toBe(expected));

  test.each(["", "-", "—", "---", "——", "/", "－", "无", " \n", "…", "*"])("%j prints no number", (printed) =>
    expect(value(printed)).toBe("absent"),
  );

  test.each(["1.234.56", "1,23", "12,34,567", "3 5.6.7", "合计", "1,234,5", "12a3"])("%j is unreadable", (printed) =>
    expect(value(printed)).toBe("unreadable"),
  );

  test.each([
    ["35.2％", "%"],
    ["7.36万元", "万元"],
    ["2辆", "辆"],
    ["（3.50）万元", "万元"],
    ["12", null],
  ])("the unit of %j is %s", (printed, unit) => expect(readNumber(printed)).toMatchObject({ kind: "number", unit }));

  const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 4 }), fc.boolean());
  const plain = ([n, decimals, minus]: [bigint, number, boolean]): string => {
    const text = n.toString().padStart(decimals + 1, "0");
    const at = text.length - decimals;
    const out = decimals === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`;
    return minus && n !== 0n ? `-${out}` : out;
  };

  test("thousands separators, full-width digits and white space change nothing", () => {
    fc.assert(
      fc.property(digits, fc.constantFrom("plain", "wide", "broken"), (n, manner) => {
        const exact = plain(n);
        const grouped = exact.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));
        const printed =
          manner === "wide"
            ? grouped.replace(/[!-~]/g, (c: string) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
            : manner === "broken"
              ? [...grouped].join("\n")
              : grouped;
        expect(value(printed)).toBe(exact);
      }),
    );
  });

  test("amounts in 元 are exact at any size, there and back", () => {
    fc.assert(
      fc.property(digits, fc.constantFrom(0, 3, 4, 8), (n, power) => {
        const exact = plain(n);
        const shifted = shiftDecimal(exact, power);
        const scale = (text: string): bigint => {
          const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
          return BigInt(whole + fraction.padEnd(12, "0"));
        };
        expect(scale(shifted)).toBe(scale(exact) * 10n ** BigInt(power));
        expect(shifted.startsWith("-")).toBe(exact.startsWith("-"));
      }),
    );
  });

  test("a magnitude under 减少 goes below zero once", () => {
    expect(negate("5.50")).toBe("-5.50");
    expect(negate("-5.50")).toBe("-5.50");
    expect(negate("0.00")).toBe("0.00");
  });
});
