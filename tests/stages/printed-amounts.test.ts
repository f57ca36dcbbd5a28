import { describe, expect, test } from "vitest";
import { layout } from "../../src/layout/index.ts";
import { readNumber } from "../../src/lib/amount.ts";
import { labelKey } from "../../src/lib/label.ts";
import { raised, withoutNoteMarks } from "../../src/lib/note-marks.ts";
import { isForeignMoney } from "../../src/lib/units.ts";
import { process } from "../../src/pipeline.ts";
import { printed, sourceFile } from "../support/source-file.ts";

describe("what hangs on a printed number is no digit of it", () => {
  test.each([
    ["9.00②", "9.00", null],
    ["3.35¹", "3.35", null],
    ["3.35¹万元", "3.35", "万元"],
    ["73.21%³", "73.21", "%"],
    ["↓3.03", "-3.03", null],
    ["23.87%↓", "-23.87", "%"],
    ["10.80↑", "10.80", null],
    ["减少1.20", "-1.20", null],
    ["增长5", "5", null],
    ["1'234'567.89", "1234567.89", null],
    ["'15.60", "15.60", null],
    ["38.27-", "-38.27", null],
    ["38.27[1]", "38.27", null],
    ["38.27注2", "38.27", null],
    ["38.27₁", "38.27", null],
    ["38\u00ad.27", "38.27", null],
    ["RMB 38.27万", "38.27", "万"],
    ["人民币38.27万元", "38.27", "万元"],
  ])("%s", (text, value, unit) => {
    expect(readNumber(text)).toEqual({ kind: "number", value, unit });
  });

  test("dollars are no 元, and a dash between numbers is no minus", () => {
    expect(["$38.27", "38.27-40", "38-"].map((text) => readNumber(text).kind)).toEqual([
      "unreadable",
      "unreadable",
      "number",
    ]);
    expect(readNumber("38-")).toMatchObject({ unit: "-" });
  });

  test("powers of ten and square metres keep what stands above the line", () => {
    expect(withoutNoteMarks("1.2×10⁴元，建筑面积30m²，共3项①办公")).toBe("1.2×10⁴元，建筑面积30m²，共3项①办公");
    expect(["1", "[2]", "（3）", "注1", "a", "1,2"].map(raised)).toEqual(["¹", "²", "³", "¹", "", "¹,²"]);
    expect(withoutNoteMarks("38.27¹,² 万元")).toBe("38.27 万元");
  });
});

test("money of other countries has its unit and no value in 元", async () => {
  expect(["万美元", "亿日元", "港币", "万元", "元", "公元"].map((unit) => isForeignMoney(unit))).toEqual([
    ...[true, true, true, false, false, false],
  ]);
  const page =
    "<p>某局2023年度部门决算</p><p>“三公”经费支出决算表</p><p>单位：万欧元</p><table><tr><th>项目</th><th>决算数</th></tr>" +
    "<tr><td>合计</td><td>3.35</td></tr><tr><td>因公出国（境）费</td><td>2.00</td></tr><tr><td>公务接待费</td><td>1.35</td></tr></table>";
  const { records } = await process(sourceFile(page, "html"));
  const facts = records.filter((record) => record.kind === "fact");
  expect(facts.map(({ value, unit, yuan }) => [value, unit, yuan])).toEqual([
    ["3.35", "万欧元", null],
    ["2.00", "万欧元", null],
    ["1.35", "万欧元", null],
  ]);
});

test("a sum accuses nobody where one of its parts cannot be read; the part is told", async () => {
  const page = (part: string) =>
    "<p>某局2023年度部门决算</p><p>支出决算表</p><p>单位：万元</p><table><tr><th>科目编码</th><th>科目名称</th><th>本年支出合计</th></tr>" +
    "<tr><td></td><td>合计</td><td>1234.56</td></tr><tr><td>213</td><td>农林水支出</td><td>1234.56</td></tr>" +
    "<tr><td>21303</td><td>水利</td><td>1234.56</td></tr>" +
    `<tr><td>2130301</td><td>行政运行</td><td>${part}</td></tr><tr><td>2130305</td><td>水利工程建设</td><td>400.00</td></tr></table>`;
  const wrong = await process(sourceFile(page("34.56"), "html"));
  expect(wrong.findings.some(({ severity }) => severity === "error")).toBe(true);
  for (const part of ["#REF!", "######", "8.3.4"]) {
    const { findings, trouble } = await process(sourceFile(page(part), "html"));
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(trouble.map(({ code }) => code)).toEqual(["number-unreadable"]);
  }
});

test("radicals become ideographs in every carrier", async () => {
  const { pages } = await layout(sourceFile("公务用⻋购置费3.35万元。\n⼀般公共预算。", "text"));
  expect(printed({ pages } as never).join("")).toContain("公务用车购置费");
  const web = await layout(sourceFile("<table><tr><td>公务用⻋</td><td>3.35①</td></tr></table>", "html"));
  expect(printed(web)).toEqual([["公务用车 | 3.35"]]);
});

test("a note mark behind a label is no part of it", () => {
  for (const printed of [
    "其中：公务用车购置费³",
    "公务用车购置费①",
    "公务用车购置费*",
    "公务用车购置费[2]",
    "1．公务用车购置费",
  ])
    expect(labelKey(printed), printed).toBe(printed.includes("[2]") ? "公务用车购置费[2]" : "公务用车购置费");
  expect(labelKey("绿化面积（m²）")).toBe("绿化面积(m2)");
});
