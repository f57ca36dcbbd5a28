import { expect, test } from "vitest";
import { readForm } from "../support/performance.ts";

test("names only, no levels: 指标名称 with 计量单位, 指标性质 and 得分系数", () => {
  const form = readForm(`
项目名称 | 山洪灾害防治 | < | 业务主管部门 | 云岭区水利局 | < | < | < | <
项目资金（万元） | 年初预算 | 全年（调整）预算数 | 全年执行数 | 执行率 | 执行率权重 | 执行率得分 | < | <
年度总金额 | 120 | 100 | 95 | 95% | 10 | 9.5 | < | <
其中：财政拨款 | 120 | 100 | 95 | 95% | | | < | <
年度总体目标 | 年初绩效目标 | < | 全年（调整）绩效目标 | < | 全年完成情况 | < | < | <
^ | 建成预警站20处。 | < | | < | 建成21处。 | < | < | <
指标名称 | 计量单位 | 指标性质 | 指标值 | 调整后指标值 | 全年完成值 | 得分系数 | 指标权重 | 指标得分
预警站点 | 处 | ≥ | 20 | 20 | 21 | 100% | 50 | 50
发布及时率 | % | ≥ | 95 | 95 | 96 | 100% | 40 | 40
`);
  expect(form.facts.slice(0, 4)).toEqual([
    "[山洪灾害防治] funding.total initial_budget 本年 120 万元 «年度总金额»",
    "[山洪灾害防治] funding.total final_budget 本年 100 万元 «年度总金额»",
    "[山洪灾害防治] funding.total actual 本年 95 万元 «年度总金额»",
    "[山洪灾害防治] funding.total execution_rate 本年 95% % «年度总金额»",
  ]);
  expect(form.objectives).toEqual(["山洪灾害防治 | 建成预警站20处。 | 建成21处。"]);
  expect(form.indicators).toEqual([
    "– | – | 预警站点 | ≥20处 | 21 | 50 | 50 | –",
    "– | – | 发布及时率 | ≥95% | 96 | 40 | 40 | –",
  ]);
});

test("numbered objectives, money by 预算数（A） and 执行数（B）", () => {
  const form = readForm(`
项目名称 | 义务植树 | < | < | < | <
预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分×执行率）
^ | 年度财政资金总额 | 60 | 57 | 95% | 19
年度绩效目标1（80分） | 植树5万株。 | < | < | < | <
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B）
^ | 产出指标 | 数量指标 | 植树株数 | 5万株 | 5.2万株
总分 | 98 | < | < | < | <
偏差大或目标未完成原因分析 | 无 | < | < | < | <
`);
  expect(form.facts).toEqual([
    "[义务植树] funding.total initial_budget 本年 60 万元 «年度财政资金总额»",
    "[义务植树] funding.total actual 本年 57 万元 «年度财政资金总额»",
    "[义务植树] funding.total execution_rate 本年 95% % «年度财政资金总额»",
  ]);
  expect(form.objectives).toEqual(["义务植树 | 植树5万株。 | –"]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 植树株数 | 5万株 | 5.2万株 | – | – | –"]);
  expect(form.evaluations).toEqual(["义务植树 | 98 | – | –"]);
});

test("weights beside every level: the indicator's own is taken", () => {
  const form = readForm(`
部门（单位）名称 | 云岭区图书馆 | < | < | < | < | < | < | <
一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重 | 年度指标值 | 全年实际值 | 得分
产出指标 | 60 | 数量指标 | 30 | 新购图书 | 15 | 1万册 | 1.2万册 | 15
^ | ^ | ^ | ^ | 举办讲座 | 15 | 12场 | 11场 | 13.75
`);
  expect(form.indicators).toEqual([
    "产出指标 | 数量指标 | 新购图书 | 1万册 | 1.2万册 | 15 | 15 | –",
    "产出指标 | 数量指标 | 举办讲座 | 12场 | 11场 | 15 | 13.75 | –",
  ]);
});

test("指标值 split into 符号, 值 and 单位; 评价标准 split into grades", () => {
  const split = readForm(`
项目名称 | 防汛物资储备 | < | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | <
^ | ^ | ^ | ^ | 符号 | 值 | 单位（文字描述）
^ | 产出指标 | 数量指标 | 编织袋 | ≥ | 20000 | 条
`);
  expect(split.indicators).toEqual(["产出指标 | 数量指标 | 编织袋 | ≥20000条 | – | – | – | –"]);
  const graded = readForm(`
项目名称 | 防汛物资储备 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 评价标准 | < | <
^ | ^ | ^ | ^ | 优 | 良 | 差
产出指标 | 数量指标 | 编织袋 | 储备数量 | 2万条 | 1万条 | 不足1万条
`);
  expect(graded.indicators).toEqual(["产出指标 | 数量指标 | 编织袋 | – | – | – | – | –"]);
});

test("list of results: a score and a grade by project", () => {
  const form = readForm(`
序号 | 项目名称 | 预算数（万元） | 执行数（万元） | 执行率 | 自评得分 | 自评等级
1 | 古籍修复 | 30 | 29.5 | 98.33% | 97 | 优
2 | 社区书屋 | 20 | 12 | 60.00% | 82.5 | 良
合计 | < | 50 | 41.5 | 83.00% | |
`);
  expect(form.evaluations).toEqual(["古籍修复 | 97 | – | 优", "社区书屋 | 82.5 | – | 良"]);
  expect(form.facts[0]).toBe("[古籍修复] project.1 initial_budget 本年 30 万元 «古籍修复»");
  expect(form.facts.at(-1)).toBe("expenditure.project execution_rate 本年 83.00% % «合计»");
});

test("left and right block: the year's indicators stand at the right", () => {
  const form = readForm(`
项目名称 | 生态补水 | < | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 三级指标 | 指标值
^ | 产出指标 | 数量指标 | 三年补水量 | 900万方 | 年补水量 | 300万方
`);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 年补水量 | 300万方 | – | – | – | –"]);
});

test("a result in label and value, without indicators; 工作考核 in a project's name is no sheet of marks", () => {
  const form = readForm(
    `
项目名称： | 平安建设工作考核经费 | < | <
预算金额（元）： | 500000 | 预算执行金额（元）： | 480000
绩效等级： | 良 | 自评得分： | 88.5
主要问题： | 执行进度偏慢 | < | <
`,
    { title: "平安建设工作考核经费项目绩效自评表" },
  );
  expect(form.facts).toEqual([
    "[平安建设工作考核经费] funding.total initial_budget 本年 500000 元 «预算金额（元）»",
    "[平安建设工作考核经费] funding.total actual 本年 480000 元 «预算执行金额（元）»",
  ]);
  expect(form.evaluations).toEqual(["平安建设工作考核经费 | 88.5 | – | 良"]);
});

test("整体支出 beside 项目名称 is the whole department", () => {
  const form = readForm(`
项目名称 | 部门整体支出 | < | <
一级指标 | 二级指标 | 三级指标 | 得分
产出 | 数量 | 审结案件 | 50
总分 | < | < | 96
`);
  expect(form.evaluations).toEqual(["– | 96 | – | –"]);
});
