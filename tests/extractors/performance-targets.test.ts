import { expect, test } from "vitest";
import { readForm } from "../support/performance.ts";

test("form of targets: sums beside their labels are the initial budget, 中期 is left out", () => {
  const form = readForm(
    `
项目名称 | 湿地监测 | < | < | < | <
项目资金（万元） | 中期资金总额： | 90 | 年度资金总额： | 30 | <
^ | 其中：财政拨款 | 90 | 其中：财政拨款 | 28 | <
^ | 其他资金 | | 其他资金 | 2 | <
总体目标 | 中期目标（2023—2025年） | < | 年度目标 | < | <
^ | 三年建成监测网。 | < | 建成监测点10个。 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 | <
产出指标 | 数量指标 | 监测点 | ≥10个 | | <
`,
    { title: "项目支出绩效目标申报表" },
  );
  expect(form.facts.filter((line) => !line.includes(" 90 "))).toEqual([
    "[湿地监测] funding.total initial_budget 本年 30 万元 «年度资金总额»",
    "[湿地监测] funding.appropriation initial_budget 本年 28 万元 «财政拨款»",
    "[湿地监测] funding.other initial_budget 本年 2 万元 «其他资金»",
  ]);
  expect(form.facts.some((line) => line.includes(" 90 "))).toBe(false);
  expect(form.objectives).toEqual(["湿地监测 | 建成监测点10个。 | –"]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 监测点 | ≥10个 | – | – | – | –"]);
});

test("many projects in one table: name, money and objective are columns merged over the rows of a project", () => {
  const form = readForm(
    `
单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标属性 | 指标内容
石门县档案馆 | | | | | | | | |
档案数字化 | 完成馆藏数字化。 | 产出指标 | 数量指标 | 数字化卷数 | >= | 8000 | 卷 | 定量指标 | 当年完成数
^ | ^ | ^ | 质量指标 | 差错率 | <= | 1 | % | 定量指标 | 抽查结果
库房维护 | 库房安全。 | 产出指标 | 时效指标 | 维修及时性 | = | 及时 | | 定性指标 | 维修记录
`,
    { title: "项目支出绩效目标表" },
  );
  expect(form.readings.filter((r) => r.kind === "indicator").map((r) => r.scope)).toEqual([
    "档案数字化",
    "档案数字化",
    "库房维护",
  ]);
  expect(form.indicators).toEqual([
    "产出指标 | 数量指标 | 数字化卷数 | >=8000卷 | – | – | – | –",
    "产出指标 | 质量指标 | 差错率 | <=1% | – | – | – | –",
    "产出指标 | 时效指标 | 维修及时性 | =及时 | – | – | – | –",
  ]);
  expect(form.objectives).toEqual(["档案数字化 | 完成馆藏数字化。 | –", "库房维护 | 库房安全。 | –"]);
});

test("指标内容 names the indicator where no third level is printed", () => {
  const form = readForm(`
项目名称： | 古树保护 | < | <
年度绩效目标 | 保护古树120株。 | < | <
一级指标 | 二级指标 | 指标内容 | 指标值
产出指标 | 数量指标 | 挂牌古树 | 120株
指标1： | | 指标2： |
效益指标 | 生态效益指标 | …… |
`);
  expect(form.objectives).toEqual(["古树保护 | 保护古树120株。 | –"]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 挂牌古树 | 120株 | – | – | – | –"]);
});

test("目标值 of earlier years stands beside the year's", () => {
  const form = readForm(`
单位名称 | 河湾市图书馆 | < | < | < | <
年度绩效目标1 | 开放阅览。 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | < | <
^ | ^ | ^ | 前年 | 上年 | 预计当年实现
产出指标 | 数量指标 | 接待读者 | 5万人次 | 6万人次 | 7万人次
`);
  expect(form.objectives).toEqual(["– | 开放阅览。 | –"]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 接待读者 | 7万人次 | – | – | – | –"]);
});

test("columns in another order, target and score sheets without side labels", () => {
  const form = readForm(`
项目名称 | 排水管网清淤 | < | < | < | < | <
自评得分 | 92.5 | < | 自评等级 | 优秀 | < | <
分值 | 一级指标 | 二级指标 | 三级指标 | 自评得分 | 年初目标值（A） | 实际完成值（B）
40 | 产出指标 | 数量指标 | 清淤长度 | 38.5 | 60公里 | 58公里
`);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 清淤长度 | 60公里 | 58公里 | 40 | 38.5 | –"]);
  expect(form.evaluations).toEqual(["排水管网清淤 | 92.5 | – | 优"]);
});

test("the head of a form may stand as lines above its table", () => {
  const form = readForm(
    `
一级指标 | 二级指标 | 三级指标 | 指标性质 | 绩效度量单位 | 指标值
产出指标 | 数量指标 | 改造小区数 | ≥ | 个 | 12
`,
    {},
    { before: ["项目名称：老旧小区改造补助", "预算单位：云岭区住建局", "年度资金总额：500万元"] },
  );
  expect(form.readings.map((reading) => reading.scope)).toEqual(["老旧小区改造补助"]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 改造小区数 | ≥12个 | – | – | – | –"]);
});

test("项目总目标 beside 年度绩效目标 is no year's objective; 年度资金申请总额 is the project's sum", () => {
  const form = readForm(`
项目名称： | 智慧校园建设 | <
项目资金（元） | 年度资金申请总额： | 4,860,000
^ | 其中：财政资金 | 4,800,000
项目总目标 | 建成12所学校的智慧课堂。 | <
年度绩效目标 | 完成6所学校设备安装。 | <
一级指标 | 三级指标 | 指标目标值
产出指标 | 建设学校数 | ＝6所
`);
  expect(form.facts).toEqual([
    "[智慧校园建设] funding.total initial_budget 本年 4,860,000 元 «年度资金申请总额»",
    "[智慧校园建设] funding.appropriation initial_budget 本年 4,800,000 元 «财政资金»",
  ]);
  expect(form.objectives).toEqual(["智慧校园建设 | 完成6所学校设备安装。 | –"]);
});
