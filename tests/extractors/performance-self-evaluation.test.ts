import { expect, test } from "vitest";
import { readForm } from "../support/performance.ts";

test("model form of a project: money in rows and columns, merged levels, 总分", () => {
  const form = readForm(`
项目名称 | < | 城区桥梁养护 | < | < | < | < | < | <
主管部门 | < | 河湾市交通局 | < | 实施单位 | 河湾市公路站 | < | < | <
项目资金（万元） | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | < | 1,120.50 | 1,100.00 | 990.00 | 10 | 90.00% | 9
^ | 其中：当年财政拨款 | < | 1,000.00 | 1,000.00 | 890.00 | — | | —
^ | 上年结转资金 | < | 120.50 | 100.00 | 100.00 | — | | —
^ | 其他资金 | < | | - | | — | | —
年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < | <
^ | 养护桥梁12座，⏎消除隐患。 | < | < | 养护桥梁13座。 | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标⏎（50分） | 数量指标 | 养护桥梁⏎座数 | ≥12座 | 13座 | 20 | 20 |
^ | ^ | ^ | 巡查次数 | ≥4次 | 3次 | 10 | 8 | 雨季停工
^ | ^ | 质量指标 | 验收合格率 | 100% | 100% | 20 | 20 |
^ | 效益指标（30分） | 社会效益指标 | | | | | |
^ | ^ | 可持续影响指标 | 通行能力 | 提升 | 提升 | 30 | 30 |
总分 | < | < | < | < | < | 100 | 97 |
`);
  expect(form.extractor).toBe("performance/self-evaluation");
  expect(form.facts).toEqual([
    "[城区桥梁养护] funding.total initial_budget 本年 1,120.50 万元 «年度资金总额»",
    "[城区桥梁养护] funding.total final_budget 本年 1,100.00 万元 «年度资金总额»",
    "[城区桥梁养护] funding.total actual 本年 990.00 万元 «年度资金总额»",
    "[城区桥梁养护] funding.total execution_rate 本年 90.00% % «年度资金总额»",
    "[城区桥梁养护] funding.appropriation initial_budget 本年 1,000.00 万元 «当年财政拨款»",
    "[城区桥梁养护] funding.appropriation final_budget 本年 1,000.00 万元 «当年财政拨款»",
    "[城区桥梁养护] funding.appropriation actual 本年 890.00 万元 «当年财政拨款»",
    "[城区桥梁养护] funding.carryover initial_budget 本年 120.50 万元 «上年结转资金»",
    "[城区桥梁养护] funding.carryover final_budget 本年 100.00 万元 «上年结转资金»",
    "[城区桥梁养护] funding.carryover actual 本年 100.00 万元 «上年结转资金»",
  ]);
  expect(form.objectives).toEqual(["城区桥梁养护 | 养护桥梁12座，消除隐患。 | 养护桥梁13座。"]);
  expect(form.indicators).toEqual([
    "产出指标（50分） | 数量指标 | 养护桥梁座数 | ≥12座 | 13座 | 20 | 20 | –",
    "产出指标（50分） | 数量指标 | 巡查次数 | ≥4次 | 3次 | 10 | 8 | 雨季停工",
    "产出指标（50分） | 质量指标 | 验收合格率 | 100% | 100% | 20 | 20 | –",
    "效益指标（30分） | 可持续影响指标 | 通行能力 | 提升 | 提升 | 30 | 30 | –",
  ]);
  expect(form.evaluations).toEqual(["城区桥梁养护 | 97 | 100 | –"]);
});

test("form of a whole department: label and sum packed in one cell, grades beside the score", () => {
  const form = readForm(`
市级预算部门（单位）名称 | < | < | 河湾市粮食局 | < | < | < | < | <
年度预算申请（万元） | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | < | 300 | 320.4 | 310 | 10 | 96.75% | 9.68
^ | 按收入性质分： | < | < | < | 按支出性质分： | < | < | <
^ | 其中：  一般公共预算：310 | < | < | < | 其中：基本支出：250.5 | < | < | <
^ | 政府性基金拨款：0 | < | < | < | 项目支出：59.5 | < | < | <
^ | 其他资金： | < | < | < | | < | < | <
年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < | <
^ | 守住储备。 | < | < | 已完成 | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度完成值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标 | 数量指标 | 储备粮轮换量 | ≥2万吨 | 2.1万吨 | 90 | 88 |
总分 | < | < | < | < | < | 100 | 97.68 |
自评等级 | < | < | < | < | < | ☑优 □良 □中 □差 | < | <
`);
  expect(form.facts).toEqual([
    "funding.total initial_budget 本年 300 万元 «年度资金总额»",
    "funding.total final_budget 本年 320.4 万元 «年度资金总额»",
    "funding.total actual 本年 310 万元 «年度资金总额»",
    "funding.total execution_rate 本年 96.75% % «年度资金总额»",
    "funding.general_public actual 本年 310 万元 «一般公共预算»",
    "funding.basic actual 本年 250.5 万元 «基本支出»",
    "funding.government_fund actual 本年 0 万元 «政府性基金拨款»",
    "funding.project actual 本年 59.5 万元 «项目支出»",
  ]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 储备粮轮换量 | ≥2万吨 | 2.1万吨 | 90 | 88 | –"]);
  expect(form.evaluations).toEqual(["– | 97.68 | 100 | 优"]);
});

test("指标性质, 指标值 and 度量单位 are columns; an unfilled score is no result", () => {
  const form = readForm(`
项目名称 | 51000021R0001-社区养老补助
主管部门 | 东坪县民政局 | 实施单位 | 东坪县民政局
预算执行情况（10分） | 单位：元
资金 | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分
总额 | 238,900.00 | 251,890.00 | 251,890.00 | 100.00% | 10 |
其中：财政资金 | 238,900.00 | 251,890.00 | 251,890.00 | 100.00% | / | /
单位资金 | 0.00 | 0.00 | 0.00 | 0.00% | / | /
绩效指标（90分）
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因
产出指标 | 数量指标 | 服务老人 | ≥ | 300 | 人 | 312 | 60 | |
| 质量指标 | 服务记录 | 定性 | 完整 | | 完整 | 10 | |
效益指标 | 社会效益指标 | 就近养老 | 正向 | 改善 | / | 改善 | 20 | |
合计 | 100 | |
`);
  expect(form.facts.slice(0, 4)).toEqual([
    "[51000021R0001-社区养老补助] funding.total initial_budget 本年 238,900.00 元 «总额»",
    "[51000021R0001-社区养老补助] funding.total final_budget 本年 251,890.00 元 «总额»",
    "[51000021R0001-社区养老补助] funding.total actual 本年 251,890.00 元 «总额»",
    "[51000021R0001-社区养老补助] funding.total execution_rate 本年 100.00% % «总额»",
  ]);
  expect(form.facts).toHaveLength(12);
  expect(form.indicators).toEqual([
    "产出指标 | 数量指标 | 服务老人 | ≥300人 | 312 | 60 | – | –",
    "产出指标 | 质量指标 | 服务记录 | 定性完整 | 完整 | 10 | – | –",
    "效益指标 | 社会效益指标 | 就近养老 | 改善 | 改善 | 20 | – | –",
  ]);
  expect(form.evaluations).toEqual([]);
});

test("indicator system: 评价标准 is no target, the project stands in the title, the grade in its own line", () => {
  const form = readForm(
    `
绩效指标 | < | < | < | 指标解释 | 评价标准 | 评价得分
一级指标 | 二级指标 | 三级指标 | 权重值 | ^ | ^ | ^
投入指标(20分) | 项目立项(10分) | 立项合规性 | 5 | 立项过程是否合规 | 符合得满分 | 5
^ | ^ | 目标合理性 | 5 | 目标是否清晰 | 清晰得满分，否则扣分 | 4.5
过程指标(80分) | 业务管理 | 制度健全性 | 90 | 制度是否健全 | 每缺一项扣1分 | 81
项目总得分 | < | < | < | 90.5 | < | <
主管部门(单位)评价等级 | < | < | < | 良 | < | <
^ | < | < | < | 优(90以上)良(75-89)合格(60-74)差(60以下) | < | <
`,
    { title: "2023年度河湾市交通局农村公路养护专项绩效评价指标体系" },
    { entity: "河湾市交通局" },
  );
  expect(form.indicators).toEqual(
    [
      "投入指标（20分） | 项目立项（10分） | 立项合规性 | – | – | 5 | 5 | –",
      "投入指标（20分） | 项目立项（10分） | 目标合理性 | – | – | 5 | 4.5 | –",
      "过程指标（80分） | 业务管理 | 制度健全性 | – | – | 90 | 81 | –",
    ].map((line) =>
      line.replaceAll("（20分）", "(20分)").replaceAll("（10分）", "(10分)").replaceAll("（80分）", "(80分)"),
    ),
  );
  expect(form.evaluations).toEqual(["农村公路养护专项 | 90.5 | – | 良"]);
  expect(form.readings.every((r) => r.scope === "农村公路养护专项")).toBe(true);
});

test("pairs of label and sum: 预算数 and 执行数 each with its parts below", () => {
  const form = readForm(`
项目名称 | 校园饮水改造 | < | <
预算执行情况（万元） | 预算数： | 80 | 执行数： | 76.5
^ | 其中-财政拨款： | 60 | 其中-财政拨款： | 56.5
^ | 其它资金： | 20 | 其它资金： | 20
年度目标完成情况 | 预期目标 | < | 实际完成目标 | <
^ | 改造学校6所。 | < | 改造学校6所，全部验收。 | <
一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成指标值
产出指标 | 数量指标 | 改造学校数 | 6所 | 6所
`);
  expect(form.facts).toEqual([
    "[校园饮水改造] funding.total initial_budget 本年 80 万元 «预算数»",
    "[校园饮水改造] funding.total actual 本年 76.5 万元 «执行数»",
    "[校园饮水改造] funding.appropriation initial_budget 本年 60 万元 «财政拨款»",
    "[校园饮水改造] funding.appropriation actual 本年 56.5 万元 «财政拨款»",
    "[校园饮水改造] funding.other initial_budget 本年 20 万元 «其它资金»",
    "[校园饮水改造] funding.other actual 本年 20 万元 «其它资金»",
  ]);
  expect(form.objectives).toEqual(["校园饮水改造 | 改造学校6所。 | 改造学校6所，全部验收。"]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 改造学校数 | 6所 | 6所 | – | – | –"]);
});

test("two forms in one grid stay apart, a repeated head does not", () => {
  const form = readForm(`
项目支出名称 | 消防水源建设 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 自评得分
产出指标 | 数量指标 | 新建消火栓 | ≥40个 | 41个 | 50
==
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 自评得分
 | | 维修消火栓 | ≥90个 | 95个 | 45
总分 | < | < | < | < | 95
项目支出名称 | 消防宣传 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 自评得分
产出指标 | 数量指标 | 宣传场次 | ≥8场 | 8场 | 98
总分 | < | < | < | < | 98
`);
  expect(form.indicators).toEqual([
    "产出指标 | 数量指标 | 新建消火栓 | ≥40个 | 41个 | – | 50 | –",
    "产出指标 | 数量指标 | 维修消火栓 | ≥90个 | 95个 | – | 45 | –",
    "产出指标 | 数量指标 | 宣传场次 | ≥8场 | 8场 | – | 98 | –",
  ]);
  expect(form.evaluations).toEqual(["消防水源建设 | 95 | – | –", "消防宣传 | 98 | – | –"]);
});

const SYSTEM = `
一级指标 | 二级指标 | 三级指标 | 分值 | 得分
产出 | 产出数量 | 养护里程 | 100 | 96
总分 | < | < | 100 | 96
`;

test("an untitled indicator system is named by the lines before it", () => {
  const titled = readForm(
    SYSTEM,
    {},
    { before: ["无", "2023年度河湾市交通局农村公路养护专项", "绩效评价指标体系"], entity: "河湾市交通局" },
  );
  expect(titled.evaluations).toEqual(["农村公路养护专项 | 96 | 100 | –"]);
  const split = readForm(SYSTEM, { title: "绩效评价指标体系", headings: ["2023年度农村公路养护专项"] });
  expect(split.evaluations).toEqual(["农村公路养护专项 | 96 | 100 | –"]);
  const led = readForm(SYSTEM, {}, { before: ["运用评分标准，我局2023年度农村公路养护专项绩效自评得分如下表："] });
  expect(led.evaluations).toEqual(["农村公路养护专项 | 96 | 100 | –"]);
  const whole = readForm(SYSTEM, { title: "部门整体支出绩效评价指标体系", headings: ["农村公路养护专项"] });
  expect(whole.evaluations).toEqual(["– | 96 | 100 | –"]);
});

test("a form whose indicators stand in another table still states its money", () => {
  const form = readForm(
    `
项目名称 | 消防水源建设 | < | <
项目资金（万元） | 全年预算数 | 全年执行数 | 执行率
年度资金总额 | 20 | 18 | 90%
`,
    { title: "项目支出绩效自评表" },
  );
  expect(form.facts[0]).toBe("[消防水源建设] funding.total final_budget 本年 20 万元 «年度资金总额»");
  expect(form.facts).toHaveLength(3);
});

test("unmerged cells: blank places between the heads, heads of two rows that are not merged down", () => {
  const form = readForm(`
项目名称 | 古村道路修缮 | | | | |
年度总体目标 | 预期目标 | | | 实际完成情况 | |
 | 修缮道路3公里。 | | | 修缮3.2公里。 | |
绩效指标 | | | | 指标解释 | 评价标准 | 评价得分
一级指标 | 二级指标 | 三级指标 | 权重值 | | |
产出（60分） | 数量 | 修缮里程 | 60 | 是否足额 | 足额得满分 | 58
项目总得分 | 97 | | | | |
`);
  expect(form.objectives).toEqual(["古村道路修缮 | 修缮道路3公里。 | 修缮3.2公里。"]);
  expect(form.indicators).toEqual(["产出（60分） | 数量 | 修缮里程 | – | – | 60 | 58 | –"]);
  expect(form.evaluations).toEqual(["古村道路修缮 | 97 | – | –"]);
});
