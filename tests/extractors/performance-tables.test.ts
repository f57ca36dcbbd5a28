import { expect, test } from "vitest";
import { readForm } from "../support/performance.ts";

test("base data: staff below their heads, cost lines in three years", () => {
  const form = readForm(`
财政供养人员情况（人） | 编制数 | < | 2023年实际在职人数 | < | 控制率 | <
^ | 46 | < | 41 | < | 89.13% | <
经费控制情况（万元） | 2022年决算数 | < | 2023年预算数 | < | 2023年决算数 | <
三公经费 | 12.5 | < | 13 | < | 11.08 | <
1、公务用车购置和维护经费 | 8 | < | 8 | < | 7.5 | <
其中：公车购置 | 0 | < | 0 | < | - | <
公车运行维护 | 8 | < | 8 | < | 7.5 | <
2、出国经费 | | < | | < | | <
3、公务接待 | 4.5 | < | 5 | < | 3.58 | <
项目支出： | 210 | < | 180 | < | 175 | <
1、业务工作经费 | 210 | < | 180 | < | 175 | <
公用经费 | 60 | < | 61 | < | 58 | <
其中：办公经费 | 20 | < | 20 | < | 18 | <
水费、电费、差旅费 | 9 | < | 9 | < | 8 | <
会议费、培训费 | 3 | < | 3 | < | 2 | <
政府采购金额 | —— | < | 40 | < | 38.2 | <
部门基本支出预算调整 | —— | < | 5 | < | 5 | <
楼堂馆所控制情况（2023年完工项目） | 批复规模（㎡） | 实际规模（㎡） | 规模控制率 | 预算投资（万元） | 实际投资（万元） | 投资概算控制率
^ | 1200 | 1180 | 98.3% | 900 | 880 | 97.8%
厉行节约保障措施 | 制定管理办法 | < | < | < | < | <
`);
  expect(form.extractor).toBe("performance/base-data");
  expect(form.facts.slice(0, 6)).toEqual([
    "staff.established count 2023 46 人 «编制数»",
    "staff.actual count 2023 41 人 «2023年实际在职人数»",
    "staff.control_rate share 2023 89.13% % «控制率»",
    "sangong.total actual 2022 12.5 万元 «三公经费»",
    "sangong.total initial_budget 2023 13 万元 «三公经费»",
    "sangong.total actual 2023 11.08 万元 «三公经费»",
  ]);
  const concepts = [...new Set(form.facts.map((line) => line.split(" ")[0]))];
  expect(concepts).toEqual([
    "staff.established",
    "staff.actual",
    "staff.control_rate",
    "sangong.total",
    "sangong.vehicle",
    "sangong.vehicle_purchase",
    "sangong.vehicle_operation",
    "sangong.reception",
    "expenditure.project",
    "project_operations",
    "expenditure.public",
    "office",
    "utilities_travel",
    "meetings_training",
    "procurement.total",
    "basic_expenditure_adjustment",
  ]);
  expect(form.facts).toHaveLength(3 + 10 * 3 + 3 * 2);
});

test("project details: each line a project, the sum 项目支出", () => {
  const form = readForm(
    `
项目名称 | 年初预算数 | 上年结转数 | 调整预算数 | 全年预算总数 | 本年决算数 | 本年结转和结余数
部门项目支出合计 | 100.00 | 5.00 | -2.00 | 103.00 | 99.00 | 4.00
年鉴编纂 | 60.00 | - | - | 60.00 | 58.00 | 2.00
办公设备 | 40.00 | 5.00 | -2.00 | 43.00 | 41.00 | 2.00
`,
    { unit: { text: "万元", from: "caption" } },
  );
  expect(form.facts.slice(0, 7)).toEqual([
    "expenditure.project initial_budget 本年 100.00 万元 «部门项目支出合计»",
    "expenditure.project carried_in 本年 5.00 万元 «部门项目支出合计»",
    "expenditure.project adjustment 本年 -2.00 万元 «部门项目支出合计»",
    "expenditure.project final_budget 本年 103.00 万元 «部门项目支出合计»",
    "expenditure.project actual 本年 99.00 万元 «部门项目支出合计»",
    "expenditure.project balance 本年 4.00 万元 «部门项目支出合计»",
    "[年鉴编纂] project.1 initial_budget 本年 60.00 万元 «年鉴编纂»",
  ]);
  expect(form.facts.at(-1)).toBe("[办公设备] project.2 balance 本年 2.00 万元 «办公设备»");
});

test("basic expenditure details and the savings on 三公", () => {
  const basic = readForm(`
项目名称 | 年初预算数 | 调整预算数 | 全年预算总数 | 本年决算数 | 本年结转和结余数
基本支出 | 50 | 1 | 51 | 50 | 1
1、工资福利支出 | 40 | 1 | 41 | 40 | 1
2、商品和服务支出 | 10 | - | 10 | 10 | -
`);
  expect(basic.facts[0]).toBe("expenditure.basic initial_budget 本年 50 万元 «基本支出»");
  expect(basic.facts.at(-1)).toBe("economic actual 本年 10 万元 «商品和服务支出»");
  const savings = readForm(`
项目名称 | 2022年决算数 | 2023年预算数 | 2023年决算数 | 费用节约额 | 节约率（%）
三公经费 | 10.00 | 12.00 | 11.00 | -1.00 | -10.00
2、公务用车购置及运行费 | 6.00 | 7.00 | 6.50 | -0.50 | -8.33
`);
  expect(savings.facts.slice(0, 6)).toEqual([
    "sangong.total actual 2022 10.00 万元 «三公经费»",
    "sangong.total initial_budget 2023 12.00 万元 «三公经费»",
    "sangong.total actual 2023 11.00 万元 «三公经费»",
    "sangong.total saving 本年 -1.00 万元 «三公经费»",
    "sangong.total saving_rate 本年 -10.00 % «三公经费»",
    "sangong.vehicle actual 2022 6.00 万元 «公务用车购置及运行费»",
  ]);
});

test("weighted scores: one result a project, the department's in the last line", () => {
  const form = readForm(`
项目名称 | 财政资金（万元） | 项目得分 | 资金占比 | 加权得分 | 备注
部门整体（基本支出） | 600.00 | 96.50 | 60.00% | 57.90 |
年鉴编纂 | 300.00 | 98.00 | 30.00% | 29.40 |
零星维修 | 60.00 | —— | 10.00% | —— | 结转
办公设备 | 40.00 | —— | ^ | —— | ^
总计 | 1,000.00 | —— | 100.00% | 97.30 |
`);
  expect(form.extractor).toBe("performance/weighted-scores");
  expect(form.evaluations).toEqual(["– | 96.50 | – | –", "年鉴编纂 | 98.00 | – | –", "– | 97.30 | – | –"]);
  expect(form.facts).toContain("[年鉴编纂] project.1 share 本年 30.00% % «年鉴编纂»");
  expect(form.facts).toContain("expenditure.current actual 本年 1,000.00 万元 «总计»");
  expect(form.facts.filter((line) => line.includes("10.00%"))).toEqual([]);
});

test("scores by group of indicators: only the sum is a result", () => {
  const form = readForm(
    `
评价项目 | 投入指标 | 过程指标 | 项目产出 | 项目效果 | 合计
权重 | 20 | 20 | 30 | 30 | 100
分值 | 20 | 18 | 30 | 27 | 95
得分率 | 100% | 90% | 100% | 90% | 95%
`,
    { headings: ["河湾市公路养护专项项目支出绩效评价报告"] },
  );
  expect(form.extractor).toBe("performance/group-scores");
  expect(form.evaluations).toEqual(["河湾市公路养护专项 | 95 | 100 | –"]);
});

test("a list of results: money, score and grade of each project, its sum without a score", () => {
  const form = readForm(`
序号 | 项目名称 | 预算数（万元） | 执行数（万元） | 执行率 | 自评得分 | 自评等级
1 | 年鉴编纂 | 300.00 | 294.00 | 98% | 97.5 | 优
2 | 零星维修 | 60.00 | 48.00 | 80% | 86 | 良
^ | 合计 | 360.00 | 342.00 | 95% | - | -
`);
  expect(form.extractor).toBe("performance/results-list");
  expect(form.evaluations).toEqual(["年鉴编纂 | 97.5 | – | 优", "零星维修 | 86 | – | 良"]);
  expect(form.facts).toContain("[零星维修] project.2 actual 本年 48.00 万元 «零星维修»");
  expect(form.facts).toContain("expenditure.project actual 本年 342.00 万元 «合计»");
});

test("the sheet that marks the evaluation work is known and yields nothing", () => {
  const form = readForm(
    `
考核内容 | 分值 | 评分标准 | 得分
自评报送 | 40 | 迟报扣分 | 40
总分 | 100 | | 96
`,
    { title: "绩效自评工作考核评分表" },
  );
  expect(form.extractor).toBe("performance/assessment");
  expect(form.readings).toEqual([]);
});
