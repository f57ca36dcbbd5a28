import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brokenRows } from "../../src/layout/plain/broken-rows.ts";
import { readLines } from "../../src/layout/plain/lines.ts";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const joined = (text: string): string[] | null =>
  brokenRows(readLines(text), 0)?.rows.map((row) => row.text.replace(/\s*[|｜]\s*/gu, "|")) ?? null;

describe("rows between bars that were broken over lines", () => {
  test("every row is made up to one number of bars; a row that fills all columns may lack the last", () => {
    expect(
      joined(
        "绩效目标表 | |||\n项目 名称 |\n古桥修缮 | ||\n一级指标 |\n二级指标 |\n三级指标 |\n指标值\n产出指标 |\n数量指标 |\n修缮数 |\n3座\n修缮长度 | 20米 | ||",
      ),
    ).toEqual([
      "绩效目标表||||",
      "项目 名称|古桥修缮|||",
      "一级指标|二级指标|三级指标|指标值",
      "产出指标|数量指标|修缮数|3座",
      "修缮长度|20米|||",
    ]);
  });
  test("rows that are whole, and cells of which nothing tells where a row ends, are left as they are", () => {
    expect(joined("项目 | 预算数 |\n基本支出 | 3 |\n项目支出 | 4 |")).toBeNull();
    expect(joined("项目 |\n预算数 |\n基本支出 |\n3 |\n项目支出 |\n4 |")).toBeNull();
  });
  test("random rows, broken anywhere between their cells, come back", () => {
    const cell = fc.stringMatching(/^[一-龥0-9]{1,6}$/u);
    const rows = fc
      .integer({ min: 3, max: 7 })
      .chain((width) =>
        fc.tuple(
          fc.constant(width),
          fc.array(fc.array(cell, { minLength: 1, maxLength: width - 2 }), { minLength: 4, maxLength: 8 }),
        ),
      );
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.boolean()), ([width, table], breaks) => {
        const text = table
          .map(
            (row) =>
              `${row
                .map((one) => `${one} |${breaks.next().value ? "\n" : " "}`)
                .join("")
                .trimEnd()} ${"|".repeat(width - row.length)}`,
          )
          .join("\n");
        const found = joined(text);
        const whole = table.map((row) => `${row.join("|")}|${"|".repeat(width - row.length)}`);
        if (found !== null) expect(found).toEqual(whole);
      }),
    );
  });
});

const indicators = async (text: string): Promise<string[]> => {
  const { records } = await read(sourceFile(text, "text", "form.text"));
  return records.flatMap((record) =>
    record.kind === "indicator"
      ? [[record.scope, record.level1, record.level2, record.level3, record.target, record.actual].join("|")]
      : [],
  );
};

describe("rows whose blank cells are left out, made up at their ends", () => {
  test("a cell that a column cannot hold moves no other: the line is read the one way it fits, or not at all", async () => {
    expect(
      await indicators(
        [
          "云岭区整体绩效目标表 | ||||||||",
          "一级指标 | 二级指标 | 三级指标 | 指标值类型 | 指标值 | 计量单位 | 指标解释 | 评分标准 | 备注 |",
          "产出指标 | 数量指标 | 鉴定件数 | 定量 | 28 | 件 | 考察鉴定工作的数量情况 | 酌情扣分 | |",
          "时效指标 | 工作安排时间 | 定量 | 按月安排 | 考察工作安排是否按时完成 | 酌情扣分 | |||",
          "效益指标 | 经济效益指标 | 酌情扣分 | ||||||",
          "社会效益指标 | 保证单位运转 | 定性 | 应保尽保 | % | 考察单位运转的保障范围 | 酌情扣分 | ||",
        ].join("\n"),
      ),
    ).toEqual([
      "|产出指标|数量指标|鉴定件数|28件|",
      "|产出指标|时效指标|工作安排时间||",
      "|效益指标|社会效益指标|保证单位运转|应保尽保%|",
    ]);
  });
  test("a kind of indicators is no first level where the second has a column", async () => {
    expect(
      await indicators(
        [
          "资金名称 |\n粮油奖励资金 | |||",
          "绩效指标 |\n一级指标 |\n二级指标 |\n三级指标 |\n指标值",
          "预期产出指标 |\n数量指标(或规模指标) |\n收储数量 |\n3万吨 | |",
          "质量指标 | 合格率 | ±3%以内 | ||",
        ].join("\n"),
      ),
    ).toEqual([
      "粮油奖励资金|预期产出指标|数量指标(或规模指标)|收储数量|3万吨|",
      "粮油奖励资金|预期产出指标|质量指标|合格率|±3%以内|",
    ]);
  });
});

test("a cell a line without any blank cell: counted out by its heads, one of whose brackets is lost", async () => {
  const cells =
    "项目名称/校舍维修/一级指标/二级指标/三级指标/年初目标值(A/实际完成值(B/产出指标/数量指标/维修校舍/8间/8间/质量指标/合格率/100%/98%/满意度指标/具体指标/教师满意度/≥95%/96%/具体指标/学生满意度/≥95%/97%/偏差大或/目标未完成/原因分析";
  expect(await indicators(cells.replaceAll("/", "\n\n"))).toEqual([
    "校舍维修|产出指标|数量指标|维修校舍|8间|8间",
    "校舍维修|产出指标|质量指标|合格率|100%|98%",
    "校舍维修|满意度指标|具体指标|教师满意度|≥95%|96%",
    "校舍维修|满意度指标|具体指标|学生满意度|≥95%|97%",
  ]);
});
