import { describe, expect, test } from "vitest";
import type { ColumnRole } from "../../schemas/forms/performance/heads.ts";
import { solveStream } from "../../src/layout/plain/form/stream.ts";
import type { Word } from "../../src/layout/plain/form/words.ts";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const said = async (text: string): Promise<string[]> => {
  const { records } = await read(sourceFile(text, "text", "form.text"));
  return records.flatMap((record): string[] => {
    if (record.kind === "indicator") {
      const { scope, level1, level2, level3, target, actual, weight, score, reason } = record;
      return [[scope, level1, level2, level3, target, actual, weight, score, reason].join("|")];
    }
    return record.kind === "fact" ? [[record.scope, record.concept, record.measure, record.value].join("|")] : [];
  });
};

/** A page saved a cell a line: a paragraph for every cell, one of a blank for a blank cell, cells broken over paragraphs. */
const paragraphs = (cells: string): string => cells.split(" / ").join("\n\n").replaceAll("_", " ");

const ROLES: readonly ColumnRole[] = ["level1", "level2", "level3", "target", "actual", "weight", "score", "reason"];
/** Cells of a block, `_` for a blank one. */
const cut = (cells: string): string[] | null => {
  const words: Word[] = [];
  let blanks = 0;
  for (const [line, text] of cells.split(" / ").entries()) {
    if (text === "_") blanks++;
    else {
      words.push({ text, before: "cell", line, page: false, blanks });
      blanks = 0;
    }
  }
  words.push({ text: "总分", before: "cell", line: 999, page: false, blanks });
  const block = solveStream(words, 0, words.length - 1, ROLES);
  return block?.rows.map((row) => row.cells.join("|")) ?? null;
};

describe("a cell a line, blank cells too", () => {
  test("every line is counted out by its cells, what is merged with the line above is left out", () => {
    expect(
      cut(
        "产出指标 / 数量指标 / 修缮祠堂 / _ / 3座 / 20 / _ / _ / 修缮古桥 / ≥2座 / 1座 / 20 / 10 / 汛期停工 / 质量指标 / 验收合格率 / 100% / 100% / 10 / 10 / _",
      ),
    ).toEqual([
      "产出指标|数量指标|修缮祠堂||3座|20||",
      "||修缮古桥|≥2座|1座|20|10|汛期停工",
      "|质量指标|验收合格率|100%|100%|10|10|",
    ]);
  });
  test("the name of a level over several lines; lines of a template", () => {
    expect(
      cut(
        "效益指标（20分） / 社会效益 / 指标 / 指标1 / _ / _ / _ / _ / _ / …… / _ / _ / _ / _ / _ / 生态效益指标 / 古树存活率 / 99% / 99% / 20 / 20 / 0",
      ),
    ).toEqual(["效益指标（20分）|社会效益指标|指标1|||||", "||……|||||", "|生态效益指标|古树存活率|99%|99%|20|20|0"]);
  });
  test("cells that can be counted out in no way, or in two, are no block", () => {
    expect(cut("产出指标 / 数量指标 / 修缮祠堂 / 3座 / 20 / 20 / _")).toBeNull();
    expect(cut("产出指标 / 数量指标 / 修缮 / 古桥 / 三座 / 三座 / 两座 / _ / _ / _")).toBeNull();
  });

  test("heads, funding and indicators of a page of paragraphs", async () => {
    const page = paragraphs(
      "云岭区项目支出绩效自评表 / （2022年度） / 项目名称 / 古桥修缮专项 / 主管部门 / 云岭区文旅局 / 项目资金\n(万元) / _ / 年初 / 预算数 / 全年 / 预算数 / 全年 / 执行数 / 分值 / 执行率 / 得分 / 年度资金总额 / 43.2 / 43.2 / 37.24 / 10 / 86% / 9 / 其中:当年财政拨款 / _ / 43.2 / 37.24 / _ / _ / _ / 一级指标 / 二级指标 / 三级指标 / 年度 / 指标值 / 实际 / 完成值 / 分值 / 得分 / 偏差原因分析及改进措施 / 产出指标 / 数量指标 / 指标1修缮古桥数 / 2 / 2 / 50 / 50 / _ / 指标2 / _ / _ / _ / _ / _ / 效益指标 / 社会效益 / 指标 / 指标1游客人次 / 9万 / _ / 40 / 30 / 暂未统计 / 总分 / 100 / 89",
    );
    expect(await said(page)).toEqual([
      "古桥修缮专项|funding.total|initial_budget|43.2",
      "古桥修缮专项|funding.total|final_budget|43.2",
      "古桥修缮专项|funding.total|actual|37.24",
      "古桥修缮专项|funding.total|execution_rate|86",
      "古桥修缮专项|funding.appropriation|final_budget|43.2",
      "古桥修缮专项|funding.appropriation|actual|37.24",
      "古桥修缮专项|产出指标|数量指标|指标1修缮古桥数|2|2|50|50|",
      "古桥修缮专项|效益指标|社会效益指标|指标1游客人次|9万||40|30|暂未统计",
    ]);
  });
});

test("a list of projects between bars, its merged cells left out and made up for at the end of the line", async () => {
  const list = [
    "| 部门预算项目绩效目标申报表（2023年度） | |||||||||",
    "| 单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 |",
    "| 820-云岭镇 | 969.00 | |||||||||",
    "| 820001-云岭镇政府 | 村组干部报酬 | 309.00 | 按时发放报酬 | 效益指标 | 社会效益指标 | 维护村组稳定 | ≥ | 95 | % | 10 |",
    "| 产出指标 | 时效指标 | 发放期限 | ≥ | 1 | 年 | 20 | ||||",
    "| 基层组织活动经费 | 660.00 | 开展组织活动 | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 95 | % | 10 | |",
    "| 产出指标 | 数量指标 | 行政村数量 | = | 11 | 个 | 10 | ||||",
  ].join("\n");
  expect(await said(list)).toEqual([
    "村组干部报酬|funding.total|initial_budget|309.00",
    "村组干部报酬|效益指标|社会效益指标|维护村组稳定|≥95%||10||",
    "村组干部报酬|产出指标|时效指标|发放期限|≥1年||20||",
    "基层组织活动经费|funding.total|initial_budget|660.00",
    "基层组织活动经费|满意度指标|服务对象满意度指标|群众满意度|≥95%||10||",
    "基层组织活动经费|产出指标|数量指标|行政村数量|=11个||10||",
  ]);
});

test("indicators that cannot be counted out take neither the fields nor the 资金 block above them away", async () => {
  const above =
    "项目支出绩效自评表 / （2023年度） / 项目名称 / 古桥修缮 / 主管部门 / 白鹭县文旅局 / 项目资金（万元） / _ / 年初预算数 / 全年预算数 / 全年执行数 / 分值 / 执行率 / 得分 / 年度资金总额 / 12.00 / 12.00 / 9.00 / 10 / 75% / 7.5 / 其中：当年财政拨款 / 12.00 / 12.00 / 9.00 / — / 75% / —";
  const heads = "一级指标 / 二级指标 / 三级指标 / 年度指标值 / 实际完成值 / 分值 / 得分";
  const lost = "产出指标 / 数量指标 / 修缮 / 古桥 / 三座 / 三座 / 两座 / _ / _ / _ / 总分 / 100 / 90";
  const found = await said(paragraphs(`${above} / ${heads} / ${lost}`));
  expect(found).toContain("古桥修缮|funding.total|actual|9.00");
  expect(found).toContain("古桥修缮|funding.appropriation|final_budget|12.00");
  expect(found.filter((line) => line.includes("产出"))).toEqual([]);
});
