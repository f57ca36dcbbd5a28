import { expect, test } from "vitest";
import { exampleDocument } from "../../src/validate/example.ts";
import { RULES, validate } from "../../src/validate/index.ts";

/** 10.98 + 21.69 + 1.08 = 33.75. */
const TABLE = [
  "t1 sangong.total actual 2023 38.75万元",
  "t1 sangong.overseas actual 2023 10.98万元",
  "t1 sangong.vehicle actual 2023 21.69万元",
  "t1 sangong.reception actual 2023 1.08万元",
];
const found = (lines: readonly string[], pages: readonly number[]) => {
  const { records, sections } = exampleDocument(lines);
  return validate(records, sections, RULES, new Set(pages)).findings.filter((f) => f.rule.startsWith("tpe-01-"));
};
/** Compact notation puts everything on page 1. */
const PICTURE = [1];

test("a sum over numbers read from a picture is a warning and says so", () => {
  expect(found(TABLE, []).map((f) => f.severity)).toEqual(["error"]);
  const [finding] = found(TABLE, PICTURE);
  expect(finding?.severity).toBe("warning");
  expect(finding?.message).toContain("可能是误读");
});

test("pages without a reading in the finding change nothing", () => {
  expect(found(TABLE, [7])).toEqual(found(TABLE, []));
});

test("numbers stated a second time keep their weight", () => {
  const again = TABLE.map((line, n) => line.replace("t1", `n${n + 1}`));
  const findings = found([...TABLE, ...again], PICTURE);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]).toMatchObject({ severity: "error" });
  expect(findings[0]?.message).not.toContain("可能是误读");
});

test("one number stated once is enough to doubt", () => {
  const again = TABLE.slice(1).map((line, n) => line.replace("t1", `n${n + 1}`));
  expect(found([...TABLE, ...again], PICTURE)[0]?.severity).toBe("warning");
});

test("amounts of lines add up to the line above them, rates do not", () => {
  const lines = (unit: string, sum: string) => [
    `t1 function.21303.total change${unit === "%" ? "_rate" : ""} 2024 ${sum}${unit}`,
    `t1 function.2130301.total change${unit === "%" ? "_rate" : ""} 2024 3.00${unit}`,
    `t1 function.2130305.total change${unit === "%" ? "_rate" : ""} 2024 4.00${unit}`,
    `t1 function.20805.total change${unit === "%" ? "_rate" : ""} 2024 7.00${unit}`,
    `t1 function.2080505.total change${unit === "%" ? "_rate" : ""} 2024 3.00${unit}`,
    `t1 function.2080506.total change${unit === "%" ? "_rate" : ""} 2024 4.00${unit}`,
  ];
  const broken = (printed: readonly string[]) => {
    const { records, sections } = exampleDocument(printed);
    return validate(records, sections, RULES, new Set()).findings.filter((f) => f.rule.startsWith("exp-04-"));
  };
  expect(broken(lines("万元", "9.00"))).toHaveLength(1);
  expect(broken(lines("%", "9.00"))).toEqual([]);
});
