import { describe, expect, test } from "vitest";
import { solveLines } from "../../src/layout/plain/form/lines.ts";
import { pairCells } from "../../src/layout/plain/form/pairs.ts";
import { wholeLevels } from "../../src/layout/plain/form/whole-levels.ts";
import { wordsOf } from "../../src/layout/plain/form/words.ts";

const ROLES = ["level1", "level2", "level3", "target", "actual", "weight", "score", "reason"] as const;
const solved = (...lines: string[]): (string | null)[] =>
  solveLines(
    lines.map((line) => line.split(" ")),
    ROLES,
  ).map((row) => row && `${row.cells.join("|")}${row.unsure.size > 0 ? ` ?${[...row.unsure].join(",")}` : ""}`);

describe("lines whose cells are known, blank cells lost", () => {
  test("levels are handed down, a blank reason is none", () => {
    expect(
      solved(
        "产出指标 数量指标 新建食堂 ≥6个 7个 20 20",
        "质量指标 验收合格率 100% 98% 20 18 一处返工",
        "返工率 ≤5% 3% 10 10",
      ),
    ).toEqual([
      "产出指标|数量指标|新建食堂|≥6个|7个|20|20|",
      "|质量指标|验收合格率|100%|98%|20|18|一处返工",
      "||返工率|≤5%|3%|10|10|",
    ]);
  });
  test("of too few cells those that fit under two heads are unsure", () => {
    expect(solved("产出指标 数量指标 新建食堂 6个 20 20")).toEqual(["产出指标|数量指标|新建食堂|6个|20|20|| ?3,4,5"]);
  });
  test("a sign says which of them is the target", () => {
    expect(solved("产出指标 数量指标 新建食堂 ≥6个 20 20")).toEqual(["产出指标|数量指标|新建食堂|≥6个|20|20|| ?4,5"]);
  });
  test("pieces of a broken name and names of empty groups are no lines", () => {
    expect(solved("产出指标 数量指标 新建食堂 6个 6个 20 20", "服务对象满意度指", "标")).toEqual([
      "产出指标|数量指标|新建食堂|6个|6个|20|20|",
      null,
      null,
    ]);
  });
});

describe("sums with a label each", () => {
  const pairs = (text: string): string[] =>
    pairCells(
      wordsOf(
        text.split("\n").map((line) => ({ text: line, gap: false, page: false })),
        0,
        99,
      ),
    ).map((row) => row.map((cell) => cell.text).join("|"));
  test("are read line by line, the unit beside them", () => {
    expect(pairs("资金情况（万元） 年度资金总额： 10\n其中：财政拨款 8\n其他资金 2")).toEqual([
      "资金情况（万元）",
      "年度资金总额：|10",
      "其中：财政拨款|8",
      "其他资金|2",
    ]);
  });
  test("the year's stand under the year's", () => {
    expect(pairs("项目资金总额 90 年度资金申请总额 30\n其中：当年财政拨款 30\n其中：财政资金 90")).toEqual([
      "项目资金总额|90|年度资金申请总额|30",
      "||其中：当年财政拨款|30",
      "其中：财政资金|90",
    ]);
  });
  test("two numbers behind a label, or one label twice on a line, have lost their heads", () => {
    expect(pairs("年度资金总额 10 9")).toEqual([]);
    expect(pairs("其中：财政资金 100 其中：财政资金 98")).toEqual([]);
  });
});

describe("names of levels that a narrow cell broke", () => {
  const whole = (...lines: string[]): string[] =>
    wholeLevels(
      wordsOf(
        lines.map((text) => ({ text, gap: false, page: false })),
        0,
        99,
        true,
      ),
    ).map(({ text }) => text);
  test("are one word again, over two lines and over three", () => {
    expect(whole("可持续影", "响指标", "馆藏目录更新", "服务对象", "满意度指", "标", "读者满意度")).toEqual([
      "可持续影响指标",
      "馆藏目录更新",
      "服务对象满意度指标",
      "读者满意度",
    ]);
  });
  test("what is no level's name stays on its lines", () => {
    expect(whole("馆藏目录", "更新指标", "数量指标", "指标")).toEqual(["馆藏目录", "更新指标", "数量指标", "指标"]);
  });
});
