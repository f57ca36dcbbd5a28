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

test("预算执行情况 over the labels of the lines is no head of figures; 非财政拨款 is other money", () => {
  const form = readForm(`
项目名称 | < | 粮食质量监测 | < | < | < | <
项目基本情况 | 1.项目年度目标完成情况 | 项目年度目标 | < | < | 年度目标完成情况 | <
^ | ^ | 采集样品60份。 | < | < | 采集60份。 | <
^ | 2.项目实施内容 | 按方案采样送检。 | < | < | < | <
预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 得分
^ | 总额 | 45.00 | 42.60 | 42.60 | 100.00% | 10
^ | 财政专户管理资金 | 0.00 | 0.00 | 0.00 | 0.00% | /
^ | 非财政拨款 | | 1.20 | 1.10 | |
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 得分
产出指标 | 数量指标 | 采集样品 | ≥60份 | 60份 | 90 | 90
合计 | < | < | < | < | 100 | 100
存在问题 | < | 样品分布不够均衡 | < | < | < | <
`);
  expect(form.facts.map((fact) => fact.split(" ").slice(1, 5).join(" "))).toEqual([
    "funding.total initial_budget 本年 45.00",
    "funding.total final_budget 本年 42.60",
    "funding.total actual 本年 42.60",
    "funding.total execution_rate 本年 100.00%",
    "funding.special_account initial_budget 本年 0.00",
    "funding.special_account final_budget 本年 0.00",
    "funding.special_account actual 本年 0.00",
    "funding.special_account execution_rate 本年 0.00%",
    "funding.other final_budget 本年 1.20",
    "funding.other actual 本年 1.10",
  ]);
  expect(form.objectives).toEqual(["粮食质量监测 | 采集样品60份。 | 采集60份。"]);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 采集样品 | ≥60份 | 60份 | 90 | 90 | –"]);
});

test("lines below the indicators are none of them; the total is printed in pairs, the grade in boxes", () => {
  const form = readForm(`
项目名称 | 边境管护 | < | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 说明
产出指标 | 数量指标 | 管护村 | 6个 | 5个 | 100 | 93.25 | 一个村跨年实施
其他需要说明事项 | < | < | 无 | < | < | < | <
总分 | 100 | 总分值 | 100 | 总得分 | 93.25 | 自评等级 | 优
`);
  expect(form.indicators).toEqual(["产出指标 | 数量指标 | 管护村 | 6个 | 5个 | 100 | 93.25 | 一个村跨年实施"]);
  expect(form.evaluations).toEqual(["边境管护 | 93.25 | 100 | 优"]);
  const boxes = readForm(`
部门名称 | 云岭区水务局 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 权重 | 得分
产出指标 | 数量指标 | 碧道 | 12公里 | 12公里 | 100 | 96.5
合计 | < | < | < | < | 100 | 96.5
自评等级 | < | 优☑  良□  中□  差□ | < | < | < | <
`);
  expect(boxes.indicators).toHaveLength(1);
  expect(boxes.evaluations).toEqual(["– | 96.5 | 100 | 优"]);
});

test("the score in the head of the form: 自评总分（分）", () => {
  const form = readForm(`
项目名称 | 免费开放 | < | 自评总分（分） | 98.62
指标名称 | 指标性质 | 指标值 | 全年完成值 | 指标得分
开放天数 | ≥ | 300 | 312 | 100
说明 | 无 | < | < | <
`);
  expect(form.indicators).toEqual(["– | – | 开放天数 | ≥300 | 312 | – | 100 | –"]);
  expect(form.evaluations).toEqual(["免费开放 | 98.62 | – | –"]);
});

test("an answer of a few words is no label; figures without a label of their own have that beside their heads", () => {
  const form = readForm(`
单位名称 | 黔山县市场监管局 | < | <
年度预算（万元） | 预算数 | 执行数 | 执行率
 | 1,860.50 | 1,812.44 | 97.42%
年度总体绩效目标 | 守住食品安全底线。 | < | <
总体绩效目标完成情况 | 年度目标全面完成。 | < | <
一级指标 | 二级指标 | 三级指标 | 目标值
产出指标 | 数量指标 | 抽检批次 | 450批次
`);
  expect(form.facts).toEqual([
    "funding.total initial_budget 本年 1,860.50 万元 «年度预算（万元）»",
    "funding.total actual 本年 1,812.44 万元 «年度预算（万元）»",
    "funding.total execution_rate 本年 97.42% % «年度预算（万元）»",
  ]);
  expect(form.objectives).toEqual(["– | 守住食品安全底线。 | 年度目标全面完成。"]);
});

test("合计 stands under 序号; 项目 before 绩效评价 names a project, a body before it does not", () => {
  const list = readForm(
    `
序号 | 项目名称 | 年初预算数 | 调整预算数 | 本年决算数 | 年末结转结余
合计 | | 131.00 | -6.00 | 125.15 | 4.05
1 | 法律援助 | 86.00 | -6.00 | 80.15 | 4.05
`,
    { title: "项目支出明细表" },
  );
  expect(list.facts[0]).toBe("expenditure.project initial_budget 本年 131.00 万元 «合计»");
  const grid = `
一级指标 | 二级指标 | 三级指标 | 分值 | 得分
决策 | 项目立项 | 立项依据充分性 | 5 | 5
`;
  const scopeIn = (title: string) =>
    readForm(grid, { title }).readings.map((reading) => ("scope" in reading ? reading.scope : null));
  expect(scopeIn("饮水工程养护项目绩效评价指标体系")).toEqual(["饮水工程养护"]);
  expect(scopeIn("云岭区水利局项目绩效评价指标体系")).toEqual([null]);
});

test("words of the objective above a blank head are no head; 年初目标 stands beside its text", () => {
  const form = readForm(
    `
项目名称 | 信号升级 | < | <
年度资金总额： | 300.00 | < | <
总体目标 | 年初目标 | < | 完成120处升级。
绩效指标 | 三级指标 | 二级指标 |
 | 升级路口 | 数量指标 | ≥120处
`,
    { title: "项目支出绩效目标申报表" },
  );
  expect(form.facts).toEqual(["[信号升级] funding.total initial_budget 本年 300.00 万元 «年度资金总额»"]);
});

test("objectives with their weight, each above indicators of its own", () => {
  const form = readForm(`
单位名称 | 湖阳区司法局 | < | < | < | <
年度目标1：（40分） | 办理行政复议案件。 | < | < | < | <
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B）
^ | 产出指标 | 质量指标 | 案件按期办结率 | 100% | 100%
年度目标2：（40分） | 完善公共法律服务体系。 | < | < | < | <
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B）
^ | 产出指标 | 数量指标 | 法律援助案件数 | ≥500件 | 534件
`);
  expect(form.objectives).toEqual(["– | 办理行政复议案件。 | –", "– | 完善公共法律服务体系。 | –"]);
  expect(form.indicators).toEqual([
    "产出指标 | 质量指标 | 案件按期办结率 | 100% | 100% | – | – | –",
    "产出指标 | 数量指标 | 法律援助案件数 | ≥500件 | 534件 | – | – | –",
  ]);
});

test.each([
  ["分值 | 指标值 | 实际完成值 | 得分及扣分原因", "20 | 3场 | 2场 | 18"],
  ["应得分 | 指标值 | 实绩 | 自评得分", "20 | 3场 | 2场 | 18"],
  ["分数 | 目标值 | 全年执行情况 | 得分", "20 | 3场 | 2场 | 18"],
  ["分值 | 目标值 | 完成值 | 自评分值", "20 | 3场 | 2场 | 18"],
  ["计算符号 | 指标值类型 | 目标值 | 完成值 | 完成百分比 | 分值 | 得分", "= | 数值 | 3场 | 2场 | 66.7% | 20 | 18"],
])("heads in other words: %s", (heads, row) => {
  const form = readForm(`
一级指标 | 二级指标 | 三级指标 | ${heads}
产出指标 | 数量指标 | 举办讲座 | ${row}
`);
  expect(form.indicators).toEqual([
    `产出指标 | 数量指标 | 举办讲座 | ${heads.startsWith("计算符号") ? "=" : ""}3场 | 2场 | 20 | 18 | –`,
  ]);
});

test("a total whose label is a picture is known by its sums, and by nothing else", () => {
  const form = (total: string) =>
    readForm(`
部门名称 | 云岭区档案馆 | < | < | < | < | <
年度预算申请（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
年度资金总额 | 120 | 100（调减20万） | 96.89 | 10 | 96.89% | 9
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出指标 | 数量指标 | 档案数字化 | 4万卷 | 4万卷 | 50 | 50
^ | 成本指标 | 总成本 | ≤100万元 | 96.89万元 | 40 | 39.5
 | < | < | < | < | ${total}
`);
  expect(form("100 | 98.5").evaluations).toEqual(["– | 98.5 | 100 | –"]);
  expect(form("100 | 98").evaluations).toEqual([]);
  expect(form("100 | 98.5").facts.slice(0, 2)).toEqual([
    "funding.total initial_budget 本年 120 万元 «年度资金总额»",
    "funding.total final_budget 本年 100 万元 «年度资金总额»",
  ]);
});

test("a full score behind the indicator's name is its weight where no column holds one", () => {
  const form = readForm(`
一级指标 | 二级指标 | 三级指标 | 得分
部门决策（25分） | 目标任务（10分） | 相关性（5分） | 5
^ | ^ | 明确性（5分） | 4
`);
  expect(form.indicators).toEqual([
    "部门决策（25分） | 目标任务（10分） | 相关性 | – | – | 5 | 5 | –",
    "部门决策（25分） | 目标任务（10分） | 明确性 | – | – | 5 | 4 | –",
  ]);
});

test("targets of the half year and of the year: 半年（程）目标值 | 全年（程）目标值", () => {
  const form = readForm(`
部门（单位）名称 | 云岭区档案馆 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 半年（程）目标值 | 全年（程）目标值
履职 | 档案管理 | 档案数字化 | 2万卷 | 4万卷
`);
  expect(form.indicators).toEqual(["履职 | 档案管理 | 档案数字化 | 4万卷 | – | – | – | –"]);
});
