import { expect, test } from "vitest";
import { readForm } from "../support/performance.ts";

test("heads that stand over pairs of label and sum: budget, what came in, what was spent", () => {
  const { facts, objectives } = readForm(`
一、基本情况 | 项目名称 | 农村道路养护 | < | < | 实施（主管）单位 | 东溪市交通局 | <
二、预算执行情况 | 预算安排情况（调整后） | < | 资金到位情况 | < | 资金执行情况 | < | 预算执行进度
^ | 预算数： | 120.5 | 到位数： | 118.5 | 执行数： | 110.5 | 91.7%
^ | 其中：财政资金 | 100.5 | 其中：财政资金 | 98.5 | 其中：财政资金 | 90.5 | ^
三、目标完成情况 | 年度预期目标 | < | < | 具体完成情况 | < | < | 总体完成率
^ | 养护公路五十公里。 | < | < | 养护公路五十二公里。 | < | < | 100%
四、年度绩效指标完成情况 | 一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成指标值 | < | 自评得分
^ | 产出指标 | 数量指标 | 养护里程 | ≥50公里 | 52公里 | < | 20
`);
  expect(facts).toEqual([
    "[农村道路养护] funding.total final_budget 本年 120.5 万元 «预算数»",
    "[农村道路养护] funding.total actual 本年 110.5 万元 «执行数»",
    "[农村道路养护] funding.total execution_rate 本年 91.7% % «预算执行情况»",
    "[农村道路养护] funding.appropriation final_budget 本年 100.5 万元 «财政资金»",
    "[农村道路养护] funding.appropriation actual 本年 90.5 万元 «财政资金»",
  ]);
  expect(objectives).toEqual(["农村道路养护 | 养护公路五十公里。 | 养护公路五十二公里。"]);
});

test("tasks of the year with their money, duties beside the objective, a total by another name", () => {
  const { facts, objectives, evaluations } = readForm(`
部门名称 | < | 云岭区林草局 | < | < | < | <
部门总体目标 | 部门职责 | 负责森林草原保护。 | < | < | < | <
^ | 总体绩效目标 | 完成年度造林任务。 | < | < | < | <
任务名称 | 主要内容 | 批复金额（万元） | < | < | 实际支出金额（万元） | 预算执行率
^ | ^ | 总额 | 财政拨款 | 其他资金 | ^ | ^
人工造林 | 造林三千亩 | 80.00 | 60.00 | 20.00 | 76.00 | 95.00%
金额合计 | < | 80.00 | 60.00 | 20.00 | 76.00 | 95.00%
一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 造林面积 | ≥3000亩 | 3200亩 | 90 | 85
总评价得分 | < | < | < | < | 90 | 85
`);
  expect(facts).toEqual([
    "[人工造林] project.1 initial_budget 本年 80.00 万元 «人工造林»",
    "[人工造林] project.1 initial_budget 本年 60.00 万元 «人工造林»",
    "[人工造林] project.1 actual 本年 76.00 万元 «人工造林»",
    "[人工造林] project.1 execution_rate 本年 95.00% % «人工造林»",
    "funding.total initial_budget 本年 80.00 万元 «金额合计»",
    "funding.appropriation initial_budget 本年 60.00 万元 «金额合计»",
    "funding.total actual 本年 76.00 万元 «金额合计»",
    "funding.total execution_rate 本年 95.00% % «金额合计»",
  ]);
  expect(objectives).toEqual(["– | 完成年度造林任务。 | –"]);
  expect(evaluations).toEqual(["– | 85 | 90 | –"]);
});

test("names and weights below every level, in a third row of heads", () => {
  const { indicators } = readForm(`
评价指标 | < | < | < | < | < | 指标说明 | 评分标准 | 自评分
一级指标 | < | 二级指标 | < | 三级指标 | < | ^ | ^ | ^
名称 | 权重（%） | 名称 | 权重（%） | 名称 | 权重（%） | ^ | ^ | ^
履职效能 | 50 | 整体效能 | 50 | 产出指标完成情况 | 20 | 反映产出目标完成情况 | 按完成比例计分 | 19.5
^ | ^ | ^ | ^ | 预算资金支出率 | 30 | 反映支出进度 | 按支出率计分 | 29
合计 | 50 | | 50 | | 50 | | | 48.5
`);
  expect(indicators).toEqual([
    "履职效能 | 整体效能 | 产出指标完成情况 | – | – | 20 | 19.5 | –",
    "履职效能 | 整体效能 | 预算资金支出率 | – | – | 30 | 29 | –",
  ]);
});

test("two columns of budgets: the one not of the year's beginning is in force; of others none is known", () => {
  const form = (heads: string): readonly string[] =>
    readForm(`
项目名称 | < | 村寨亮化 | < | < | < | <
项目资金（万元） | | ${heads} | 年度执行数（B） | 执行率（B/A） | 得分
^ | 年度资金总额 | 200 | 180 | 171 | 95% | 9.5
一级指标 | 二级指标 | 三级指标 | 年初指标值 | 全年完成值 | 分值 | 得分
产出指标 | 数量指标 | 亮化村寨 | 15个 | 15个 | 90 | 90
`).facts;
  const rest = [
    "[村寨亮化] funding.total actual 本年 171 万元 «年度资金总额»",
    "[村寨亮化] funding.total execution_rate 本年 95% % «年度资金总额»",
  ];
  expect(form("年初预算数 | 年度预算数（A）")).toEqual([
    "[村寨亮化] funding.total initial_budget 本年 200 万元 «年度资金总额»",
    "[村寨亮化] funding.total final_budget 本年 180 万元 «年度资金总额»",
    ...rest,
  ]);
  expect(form("预算数 | 预算金额")).toEqual(rest);
});

test("the year's share beside the whole project's money and aim; long-term indicators above the year's", () => {
  const { facts, objectives, indicators } = readForm(`
项目名称 | < | 健身苑点更新 | < | < | <
项目资金（元） | < | 项目资金总额 | 3000000 | 年度资金申请总额 | 1250000
^ | < | 其中：财政资金 | 2900000 | 其中：当年财政拨款 | 1200000
项目绩效目标 | < | 项目总目标（2024年-2026年） | < | 年度总目标 | <
^ | < | 更新六十处。 | < | 更新二十处。 | <
长期绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值 | 备注
^ | 产出指标 | 数量指标 | 更新数量 | 60处 | 
年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值 | 备注
^ | 产出指标 | 数量指标 | 更新数量 | 20处 | 
`);
  expect(facts).toEqual([
    "[健身苑点更新] funding.total initial_budget 本年 1250000 元 «年度资金申请总额»",
    "[健身苑点更新] funding.appropriation initial_budget 本年 1200000 元 «当年财政拨款»",
  ]);
  expect(objectives).toEqual(["健身苑点更新 | 更新二十处。 | –"]);
  expect(indicators).toEqual(["产出指标 | 数量指标 | 更新数量 | 20处 | – | – | – | –"]);
});

test.each(["转移支付（项目）名称", "转移支付名称", "转移支付项目名称"])("the project named as %s", (name) => {
  const { objectives, indicators } = readForm(`
${name} | < | 灌区改造 | < | < | <
年度总体目标 | < | 改造灌区一处。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值
^ | 产出指标 | 数量指标 | 改造数量 | 1处 | 1处
`);
  expect(objectives).toEqual(["灌区改造 | 改造灌区一处。 | –"]);
  expect(indicators).toHaveLength(1);
});

test("a list that repeats a project's aim in every row states it once", () => {
  expect(
    readForm(`
项目名称 | 年度绩效目标 | 一级绩效指标 | 二级绩效指标 | 三级绩效指标 | 指标符号 | 指标值 | 指标单位
法律援助 | 办案三百件。 | 产出指标 | 数量指标 | 办案数 | ≥ | 300 | 件
法律援助 | 办案三百件。 | 产出指标 | 质量指标 | 结案率 | ≥ | 95 | %
`).objectives,
  ).toEqual(["法律援助 | 办案三百件。 | –"]);
});

test("what the sums are parted by is no part of their names", () => {
  expect(
    readForm(`
部门（单位）名称 | 东溪市监督所 | < | < | <
预算情况 | 部门预算总额（万元） | < | 685.3 | <
^ | 1、资金来源：（1）政府预算资金 | < | 680.3 | <
^ | （3）单位资金 | < | 5 | <
^ | 2、资金结构：（1）基本支出 | < | 600.3 | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值说明
产出指标 | 重点工作任务完成 | 检查完成率 | 100% | 已检查户数
`).facts,
  ).toEqual([
    "funding.total initial_budget 本年 685.3 万元 «部门预算总额（万元）»",
    "funding.appropriation initial_budget 本年 680.3 万元 «资金来源：（1）政府预算资金»",
    "funding.other initial_budget 本年 5 万元 «单位资金»",
    "funding.basic initial_budget 本年 600.3 万元 «资金结构：（1）基本支出»",
  ]);
});
