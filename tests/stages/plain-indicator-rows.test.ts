import { describe, expect, test } from "vitest";
import { solveBlock } from "../../src/layout/plain/form/rows.ts";
import { wordsOf } from "../../src/layout/plain/form/words.ts";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import type { Grid } from "../../src/lib/layout.ts";

/** `|` sets lines apart at half a line's height, `/` at a whole one. */
const words = (text: string) => {
  const lines = text
    .split(/(?=[|/])/)
    .map((line) => ({ text: line.replace(/^[|/]/, ""), gap: !line.startsWith("|"), page: false }));
  return wordsOf(lines, 0, lines.length);
};
const cut = (text: string) =>
  solveBlock(words(text), ["level3", "target", "actual", "weight", "score", "reason"]).rows.map(({ cells, unsure }) =>
    cells.map((cell, c) => (unsure.has(c) ? `${cell}?` : cell)).join("|"),
  );

describe("cells of a row told apart by how their lines are filled", () => {
  test("a line that had room for the next word ends its cell", () => {
    expect(cut("素质提升/干部能力素质持续/提高|提高|10 10")).toEqual(["素质提升|干部能力素质持续提高|提高|10|10|"]);
    expect(cut("抽检食品/批次/≥450批/次|452|10 10")).toEqual(["抽检食品批次|≥450批次|452|10|10|"]);
  });
  test("a number broken off from its unit by a blank stays one value", () => {
    expect(cut("资金拨付/时间/≤15 个工/作日|12|10 10")).toEqual(["资金拨付时间|≤15个工作日|12|10|10|"]);
    expect(cut("发放资料 ≥5000 份 5600 10 10")).toEqual(["发放资料|≥5000份|5600|10|10|"]);
  });
  test("a reason goes on before the label of the next row", () => {
    expect(cut("参与率 ≥90% 85% 10 8/外出务工未能参/加，下一步加强/摸底。/发放宣传/资料数量|≥500 560 10 10")).toEqual([
      "参与率|≥90%|85%|10|8|外出务工未能参加，下一步加强摸底。",
      "发放宣传资料数量|≥500|560|10|10|",
    ]);
  });
  test("one value for two columns, one score for two, are unsure; a sign says that it is a target", () => {
    expect(cut("群众满意度 90% 10 10/到课率 ≥95% 10 10/培训期数 3期 3期 10")).toEqual([
      "群众满意度||90%?|10|10|",
      "到课率|≥95%||10|10|",
      "培训期数|3期|3期||10?|",
    ]);
  });
});

const rowsOf = (grid: Grid): string[] =>
  Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map((cell) => cell.text)
      .join("|"),
  );
const gridOf = (lines: readonly string[]): Grid => {
  const grid = plainBlocks(lines.join("\n")).find((block) => block.kind === "grid");
  if (grid?.kind !== "grid") throw new Error("no grid");
  return grid;
};

test("heads over 一级指标, sign and unit in columns of their own, words between the rows and the total", () => {
  const grid = gridOf([
    "项目名称 小康村管护",
    "主管部门 云岭区民宗局 实施单位 云岭区民宗局",
    "项目资金\n\n（万元）",
    "年初预算数 全年预算数 全年执行数 分值 执行率 得分",
    "年度资金总额 0 56.00 40.60 10 72.50% 7.25",
    "其中：当年财政拨款 0 56.00 40.60 72.50%",
    "年度总体目标",
    "预期目标 实际完成情况",
    "管护6个村。 管护5个村。",
    "指标性质 指标值 度量单位\n实际完成\n\n值\n分值 得分",
    "一级指标 二级指标 三级指标",
    "产出指标（90\n\n分）\n\n数量指标",
    "管护村\n\n庄\n≥ 6 个 5个 45 40",
    "时效指标 及时率 ≥ 95 % 96% 45 45",
    "其他需要说明事项 无",
    "总分 100 总得分 92.25 自评等级 优",
  ]);
  expect(rowsOf(grid).map((row) => row.replace(/\|+$/, ""))).toEqual([
    "项目名称|小康村管护",
    "主管部门|云岭区民宗局|实施单位|云岭区民宗局",
    "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
    "年度资金总额|0|56.00|40.60|10|72.50%|7.25",
    "其中：当年财政拨款|0|56.00|40.60||72.50%",
    "年度总体目标|预期目标|实际完成情况",
    "管护6个村。|管护5个村。",
    "绩效指标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分",
    "产出指标（90分）|数量指标|管护村庄|≥|6|个|5个|45|40",
    "时效指标|及时率|≥|95|%|96%|45|45",
    "其他需要说明事项|无",
    "总分|100|总得分|92.25|自评等级|优",
  ]);
});

test("序号 on a line of its own counts the row below it", () => {
  const grid = gridOf([
    "序号 项目名称 年初预算数 调整预算数 本年决算数",
    "合计 131.00 -6.00 125.15",
    "1\n法律援助补\n\n助经费\n86.00 -6.00 80.15",
    "2 人民调解专项 45.00 - 45.00",
  ]);
  expect(rowsOf(grid)).toEqual([
    "序号|项目名称|年初预算数|调整预算数|本年决算数",
    "合计||131.00|-6.00|125.15",
    "1|法律援助补助经费|86.00|-6.00|80.15",
    "2|人民调解专项|45.00|-|45.00",
  ]);
});

test("text saved from Word: a row of wide cells is not joined with the next", () => {
  const cells = (...texts: string[]) => `${texts.map((text) => `\t${text}`).join("\n")}\n`;
  const grid = gridOf([
    cells("序号", "任务名称", "预算数", "执行数", "执行率"),
    cells("1", "碧道建设", "1,200.00", "1,200.00", "100%"),
    cells("其他事项", "无"),
    cells("自评得分", "96.5", "自评等级", "优"),
    cells("存在问题", "无"),
    cells("总分", "100", "自评等级"),
  ]);
  expect(grid.rows).toBe(6);
});

test("rows with tabs: 成本指标 under 二级指标 and weights beside every level stand where they are printed", () => {
  const second = gridOf([
    "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分",
    "产出指标\t数量指标\t培训期数\t3期\t3期\t50\t50",
    "\t成本指标\t总成本\t≤80万元\t78万元\t50\t50",
  ]);
  expect(rowsOf(second)[2]).toBe("成本指标|总成本|≤80万元|78万元|50|50");
  const weights = gridOf([
    "一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t评分标准\t得分",
    "决策\t20\t项目立项\t10\t立项依据充分性\t5\t符合得分\t5",
    "\t\t\t\t立项程序规范性\t5\t符合得分\t4",
  ]);
  expect(rowsOf(weights)[1]).toBe("决策|20|项目立项|10|立项依据充分性|5|符合得分|5");
});

test("text saved from Word: an objective of several paragraphs does not end the form; a form is no ledger", () => {
  const cells = (...texts: string[]) => `${texts.map((text) => `\t${text}`).join("\n")}\n`;
  const grid = gridOf([
    cells("部门名称", "云岭区数据局"),
    cells("预算资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率"),
    cells("", "资金总额", "23.00", "24.56", "24.01", "97.76%"),
    cells("年度总体目标", "预期目标", "实际完成情况"),
    cells("", "1.归集数据1000万条以上。", "1.归集数据1260万条。\n\n2.新增数据企业15家，数据交易额2300万元。"),
    cells("一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"),
    cells("产出指标", "数量指标", "归集数据", "1000万条", "1260万条", "100", "98"),
    cells("总分", "100", "98"),
  ]);
  expect(grid.rows).toBe(8);
  expect(grid.cells.some((cell) => cell.r === 4 && cell.text.includes("2.新增数据企业15家"))).toBe(true);
  const columns = (r: number) => grid.cells.filter((cell) => cell.r === r && cell.text !== "").map((cell) => cell.c);
  expect(columns(2).slice(1)).toEqual(columns(1).slice(1));
});

test("rows with tabs: 自评总分 keeps its figures whatever heads them", () => {
  const grid = gridOf([
    "一级指标\t二级指标\t三级指标\t目标值\t完成值\t标准分\t自评分",
    "产出指标\t数量指标\t活动场次\t4场\t4场\t100\t95.4",
    "自评总分\t\t\t\t\t100\t95.4",
  ]);
  expect(rowsOf(grid)[2]).toBe("自评总分|||||100|95.4");
});

test("text saved from Word: the total reaches over the levels; 按支出性质分 may end with several paragraphs", () => {
  const cells = (...texts: string[]) => `${texts.map((text) => `\t${text}`).join("\n")}\n`;
  const grid = gridOf([
    cells("部门名称", "云岭区住房局"),
    cells("年度预算申请", "按收入性质分：100万元", "其中：\n\n基本支出：40.00万元\n\n项目支出：60.00万元"),
    cells("年度总体目标", "预期目标", "实际完成情况"),
    cells("", "改造小区46个。", "完成46个。"),
    cells("一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分"),
    cells("产出指标", "数量指标", "改造小区", "46个", "46个", "100", "98"),
    cells("自评总分", "100", "98"),
  ]);
  expect(grid.cells.find((cell) => cell.r === 1 && cell.c > 2)?.text).toContain("项目支出：60.00万元");
  expect(grid.cells.filter((cell) => cell.r === 6).map(({ text, c }) => [text, c])).toEqual([
    ["自评总分", 0],
    ["100", 5],
    ["98", 6],
  ]);
});

test("rows with tabs: heads repeated for the next objective stay over their columns", () => {
  const head = "年度绩效指标\t一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值";
  const grid = gridOf([
    head,
    "\t产出指标\t数量指标\t复议案件\t80件\t96件",
    "年度目标2\t完善法律服务。\t\t\t\t",
    head,
    "\t产出指标\t数量指标\t援助案件\t500件\t534件",
  ]);
  expect(rowsOf(grid)[3]).toBe(head.replaceAll("\t", "|"));
});

test("text saved from Word: rows left blank between the indicators repeat none of them; a picture ends no row", () => {
  const cells = (...texts: string[]) => `${texts.map((text) => `\t${text}`).join("\n")}\n`;
  const grid = gridOf([
    cells("一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"),
    cells("产出指标", "数量指标", "档案数字化", "4万卷", "4万卷", "50", "50"),
    cells("", "", "", "", "", "", ""),
    cells("", "质量指标", "差错率", "≤1%", "0.5%", "50", "48"),
    "\t[image: image1.png]\n\n\n\t100\n\t98\n",
  ]);
  expect(rowsOf(grid).map((row) => row.replace(/\|+$/, ""))).toEqual([
    "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
    "产出指标|数量指标|档案数字化|4万卷|4万卷|50|50",
    "",
    "质量指标|差错率|≤1%|0.5%|50|48",
    "|100|98",
  ]);
});

test("a line that can be none is a piece of the cells around it: it and those beside it stand apart, and what would inherit from them", () => {
  const { rows } = solveBlock(
    words(
      "产出指标 数量指标 修缮古桥 3 3 20 20/次 2 2 10 10/修缮祠堂 2 2 10 10/质量指标 合格率 100% 100% 5 5/效益指标 社会效益指标 知晓率 90% 91% 5 5",
    ),
    ["level1", "level2", "level3", "target", "actual", "weight", "score"],
  );
  expect(rows.map(({ cells, apart }) => (apart ? "apart" : cells.join("|")))).toEqual([
    "apart",
    "apart",
    "apart",
    "apart",
    "效益指标|社会效益指标|知晓率|90%|91%|5|5",
  ]);
});
