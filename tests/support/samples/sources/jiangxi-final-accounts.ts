import { cell, codeRows, figure, label, row, type Sample, type SampleTable } from "../model.ts";

/** 部门决算 with ten 公开 tables, the way cities of Jiangxi print them: 万元, 行次 and 栏次, fund tables before 三公. */
const BODY = "部门：九江市城市书房管理中心";
const caption = (number: string, unit = "万元"): string[][] => [
  [`公开 ${number} 表`],
  [BODY, "2024 年度", `金额单位：${unit}`],
];

const FUNCTIONS: readonly [string, string, string][] = [
  ["一、一般公共服务支出", "", ""],
  ["二、教育支出", "", ""],
  ["三、文化旅游体育与传媒支出", "276.50", "270.90"],
  ["四、社会保障和就业支出", "20.10", "20.10"],
  ["五、卫生健康支出", "9.40", "9.40"],
  ["六、住房保障支出", "12.00", "12.00"],
  ["七、其他支出", "", ""],
];
const plainName = (text: string): string => text.replace(/^[一二三四五六七]、/, "");

const REVENUES: readonly [string, string, string][] = [
  ["一、一般公共预算财政拨款收入", "312.40", "revenue.general_public actual"],
  ["二、政府性基金预算财政拨款收入", "", ""],
  ["三、国有资本经营预算财政拨款收入", "", ""],
  ["四、上级补助收入", "0.00", "revenue.superior actual"],
  ["五、事业收入", "0.00", "revenue.business actual"],
  ["六、经营收入", "0.00", "revenue.operating actual"],
  ["七、其他收入", "4.60", "revenue.other actual"],
];

const summary: SampleTable = {
  kind: "table",
  title: "收入支出决算总表",
  caption: caption("01"),
  widths: [30, 6, 14, 30, 6, 14],
  head: [
    row(cell("收入", 3), cell("支出", 3)),
    row("项 目", "行次", "金 额", "项目（按功能分类）", "行次", "金 额"),
    row("栏 次", "", "1", "栏 次", "", "2"),
  ],
  rows: [
    ...REVENUES.map(([name, amount, means], i) => {
      const [line, spent] = FUNCTIONS[i]!;
      return row(
        label(name),
        String(i + 1),
        means ? figure(amount, means) : cell(amount),
        label(line),
        String(i + 32),
        spent ? figure(spent, `function actual item=${plainName(line)}`) : cell(""),
      );
    }),
    row(
      "本年收入合计",
      "27",
      figure("317.00", "revenue.current actual"),
      "本年支出合计",
      "58",
      figure("318.00", "expenditure.current actual"),
    ),
    row(label("使用非财政拨款结余（含专用结余）"), "28", "", label("结余分配"), "59", ""),
    row(
      label("年初结转和结余"),
      "29",
      figure("3.00", "revenue.carryover actual"),
      label("年末结转和结余"),
      "60",
      figure("2.00", "expenditure.carryover actual"),
    ),
    row(
      "总计",
      "31",
      figure("320.00", "revenue.total actual"),
      "总计",
      "62",
      figure("320.00", "expenditure.total actual"),
    ),
  ],
  notes: ["注：本表反映本单位本年度的总收支和年末结转结余情况。"],
};

const CODES = [
  ["207", "文化旅游体育与传媒支出"],
  ["20701", "文化和旅游"],
  ["2070104", "图书馆"],
  ["208", "社会保障和就业支出"],
  ["20805", "行政事业单位养老支出"],
  ["2080505", "机关事业单位基本养老保险缴费支出"],
  ["2080506", "机关事业单位职业年金缴费支出"],
  ["210", "卫生健康支出"],
  ["21011", "行政事业单位医疗"],
  ["2101102", "事业单位医疗"],
  ["2101103", "公务员医疗补助"],
  ["221", "住房保障支出"],
  ["22102", "住房改革支出"],
  ["2210201", "住房公积金"],
] as const;
/** Amounts of each line: all funds (income), all funds (basic | project), general public budget (basic | project). */
const AMOUNTS: Record<string, readonly [string, string, string, string, string, string]> = {
  "207": ["275.50", "276.50", "186.50", "90.00", "270.90", "180.90"],
  "208": ["20.10", "20.10", "20.10", "", "20.10", "20.10"],
  "2080505": ["13.40", "13.40", "13.40", "", "13.40", "13.40"],
  "2080506": ["6.70", "6.70", "6.70", "", "6.70", "6.70"],
  "210": ["9.40", "9.40", "9.40", "", "9.40", "9.40"],
  "2101102": ["6.40", "6.40", "6.40", "", "6.40", "6.40"],
  "2101103": ["3.00", "3.00", "3.00", "", "3.00", "3.00"],
  "221": ["12.00", "12.00", "12.00", "", "12.00", "12.00"],
};
const amounts = (code: string): readonly string[] => AMOUNTS[code] ?? AMOUNTS[code.slice(0, 3)]!;
const lines = (values: (code: string) => readonly string[]): string =>
  CODES.map(([code, name]) => [code, name, ...values(code)].join("|")).join("\n");

const income: SampleTable = {
  kind: "table",
  title: "收入决算表",
  caption: caption("02"),
  widths: [11, 29, 10, 10, 10, 10, 10, 10],
  head: [
    row(
      cell("支出功能分类科目", 2),
      cell("本年收入合计", 1, 2),
      cell("财政拨款收入", 1, 2),
      cell("上级补助收入", 1, 2),
      cell("事业收入", 1, 2),
      cell("经营收入", 1, 2),
      cell("其他收入", 1, 2),
    ),
    row("科目编码", "科目名称"),
    row("栏次", "", "1", "2", "3", "4", "5", "6"),
  ],
  rows: [
    row(
      "",
      "合计",
      figure("317.00", "revenue.current actual"),
      figure("312.40", "revenue.appropriation actual"),
      figure("0.00", "revenue.superior actual"),
      figure("0.00", "revenue.business actual"),
      figure("0.00", "revenue.operating actual"),
      figure("4.60", "revenue.other actual"),
    ),
    ...codeRows(
      lines((code) => {
        const total = amounts(code)[0]!;
        return code.startsWith("207")
          ? [total, "270.90", "0.00", "0.00", "0.00", "4.60"]
          : [total, total, "0.00", "0.00", "0.00", "0.00"];
      }),
      ["function.{code}.revenue actual", "function.{code}.revenue_appropriation actual", null, null, null, null],
    ),
  ],
};

const spending: SampleTable = {
  kind: "table",
  title: "支出决算表",
  caption: caption("03"),
  widths: [11, 29, 10, 10, 10, 10, 10, 10],
  head: [
    row(
      cell("项 目", 2),
      cell("本年支出合计", 1, 2),
      cell("基本支出", 1, 2),
      cell("项目支出", 1, 2),
      cell("上缴上级支出", 1, 2),
      cell("经营支出", 1, 2),
      cell("对附属单位补助支出", 1, 2),
    ),
    row("支出功能分类科目编码", "科目名称"),
    row("栏次", "", "1", "2", "3", "4", "5", "6"),
  ],
  rows: [
    row(
      "",
      "合计",
      figure("318.00", "expenditure.current actual"),
      figure("228.00", "expenditure.basic actual"),
      figure("90.00", "expenditure.project actual"),
      "",
      "",
      "",
    ),
    ...codeRows(
      lines((code) => [amounts(code)[1]!, amounts(code)[2]!, amounts(code)[3]!, "", "", ""]),
      ["function.{code}.total actual", "function.{code}.basic actual", "function.{code}.project actual"],
    ),
  ],
};

const appropriation: SampleTable = {
  kind: "table",
  title: "财政拨款收入支出决算总表",
  caption: caption("04"),
  widths: [24, 6, 11, 25, 6, 9, 10, 9],
  head: [
    row(cell("收 入", 3), cell("支 出", 5)),
    row(
      "项 目",
      "行次",
      "金 额",
      "项目（按功能分类）",
      "行次",
      "合 计",
      "一般公共预算财政拨款",
      "政府性基金预算财政拨款",
    ),
    row("栏 次", "", "1", "栏 次", "", "2", "3", "4"),
  ],
  rows: [
    ...FUNCTIONS.map(([name, , spent], i) => {
      const left: (readonly [string, string])[] = [
        ["一、一般公共预算财政拨款", "312.40"],
        ["二、政府性基金预算财政拨款", ""],
        ["三、国有资本经营预算财政拨款", ""],
      ];
      const [source, amount] = left[i] ?? ["", ""];
      return row(
        label(source),
        String(i + 1),
        amount ? figure(amount, "revenue.general_public actual") : cell(""),
        label(name),
        String(i + 33),
        spent ? figure(spent, `function actual fund=appropriation item=${plainName(name)}`) : cell(""),
        spent ? figure(spent, `function actual fund=general_public item=${plainName(name)}`) : cell(""),
        "",
      );
    }),
    row(
      "本年收入合计",
      "27",
      figure("312.40", "revenue.appropriation actual"),
      "本年支出合计",
      "59",
      figure("312.40", "appropriation.expenditure.current actual"),
      figure("312.40", "general_public.expenditure actual"),
      "",
    ),
    row(label("年初财政拨款结转和结余"), "28", "", label("年末财政拨款结转和结余"), "60", "", "", ""),
    row(
      "总计",
      "32",
      figure("312.40", "appropriation.revenue.total actual"),
      "总计",
      "64",
      figure("312.40", "appropriation.expenditure.total actual"),
      figure("312.40", "appropriation.expenditure.total actual fund=general_public"),
      "",
    ),
  ],
};

const publicBudget: SampleTable = {
  kind: "table",
  title: "一般公共预算财政拨款支出决算表",
  caption: caption("05"),
  widths: [16, 42, 14, 14, 14],
  head: [
    row(cell("项 目", 2), cell("本年支出合计", 1, 2), cell("基本支出", 1, 2), cell("项目支出", 1, 2)),
    row("支出功能分类科目编码", "科目名称"),
    row("栏次", "", "1", "2", "3"),
  ],
  rows: [
    row(
      "",
      "合计",
      figure("312.40", "general_public.expenditure actual"),
      figure("222.40", "general_public.basic actual"),
      figure("90.00", "general_public.project actual"),
    ),
    ...codeRows(
      lines((code) => [amounts(code)[4]!, amounts(code)[5]!, amounts(code)[3]!]),
      [
        "function.{code}.total actual fund=general_public",
        "function.{code}.basic actual fund=general_public",
        "function.{code}.project actual fund=general_public",
      ],
    ),
  ],
};

const LANES = [
  ["301|工资福利支出|186.40", "302|商品和服务支出|26.00"],
  ["30101|基本工资|60.00", "30201|办公费|5.00"],
  ["30102|津贴补贴|12.50", "30205|水费|1.10"],
  ["30103|奖金|30.00", "30206|电费|2.40"],
  ["30107|绩效工资|41.20", "30207|邮电费|1.80"],
  ["30108|机关事业单位基本养老保险缴费|13.40", "30211|差旅费|2.60"],
  ["30109|职业年金缴费|6.70", "30217|公务接待费|0.90"],
  ["30110|职工基本医疗保险缴费|6.40", "30228|工会经费|3.20"],
  ["30111|公务员医疗补助缴费|3.00", "30231|公务用车运行维护费|2.00"],
  ["30112|其他社会保障缴费|1.20", "30239|其他交通费用|4.50"],
  ["30113|住房公积金|12.00", "30299|其他商品和服务支出|2.50"],
  ["303|对个人和家庭的补助|8.00", "310|资本性支出|2.00"],
  ["30302|退休费|8.00", "31002|办公设备购置|2.00"],
] as const;
const lane = (line: string): ReturnType<typeof row> => {
  const [code, name, amount] = line.split("|") as [string, string, string];
  return [cell(code), label(name), figure(amount, `economic.${code} actual fund=general_public code=${code}`)];
};

const basic: SampleTable = {
  kind: "table",
  title: "一般公共预算财政拨款基本支出决算表",
  caption: caption("06"),
  widths: [12, 26, 12, 12, 26, 12],
  head: [
    row(cell("人员经费", 3), cell("公用经费", 3)),
    row("经济分类科目编码", "科目名称", "金额", "经济分类科目编码", "科目名称", "金额"),
  ],
  rows: [
    ...LANES.map(([left, right]) => [...lane(left), ...lane(right)]),
    row(
      cell("人员经费合计", 2),
      figure("194.40", "expenditure.personnel actual fund=general_public"),
      cell("公用经费合计", 2),
      figure("28.00", "expenditure.public actual fund=general_public"),
    ),
  ],
};

const emptyFund: SampleTable = {
  kind: "table",
  title: "政府性基金预算财政拨款收入支出决算表",
  caption: caption("07"),
  head: [
    row(
      cell("项 目", 2),
      cell("年初结转和结余", 1, 2),
      cell("本年收入", 1, 2),
      cell("本年支出", 3),
      cell("年末结转和结余", 1, 2),
    ),
    row("科目编码", "科目名称", "小计", "基本支出", "项目支出"),
    row("栏次", "", "1", "2", "3", "4", "5", "6"),
  ],
  rows: [row("", "合计", "", "", "", "", "", ""), row("", "", "", "", "", "", "", "")],
  notes: ["注：本单位没有政府性基金预算财政拨款收入和支出，故本表无数据。"],
};

const emptyCapital: SampleTable = {
  kind: "table",
  title: "国有资本经营预算财政拨款支出决算表",
  caption: caption("08"),
  head: [
    row(cell("项 目", 2), cell("合 计", 1, 2), cell("基本支出", 1, 2), cell("项目支出", 1, 2)),
    row("科目编码", "科目名称"),
    row("栏次", "", "1", "2", "3"),
  ],
  rows: [row("", "合计", "", "", "")],
  notes: ["注：本单位没有国有资本经营预算财政拨款支出，故本表无数据。"],
};

const phases = (concept: string, ...values: string[]): ReturnType<typeof row> =>
  values.map((text, i) =>
    /\d/.test(text) ? figure(text, `${concept} ${["initial_budget", "final_budget", "actual"][i]}`) : cell(text),
  );
const counted = (concept: string, unit: string, text: string): ReturnType<typeof row> => [
  cell("---"),
  cell("---"),
  text === "" ? cell("") : figure(text, `${concept} count unit=${unit}`),
];

const sangong: SampleTable = {
  kind: "table",
  title: "财政拨款“三公”经费支出决算表",
  caption: caption("09"),
  widths: [46, 9, 15, 15, 15],
  head: [row("项 目", "行次", "年初预算数", "全年预算数", "决算数"), row("栏 次", "", "1", "2", "3")],
  rows: [
    row(label("一、“三公”经费支出"), "1", ...phases("sangong.total", "6.00", "6.00", "2.90")),
    row(label("1.因公出国（境）费"), "2", ...phases("sangong.overseas", "0.00", "0.00", "0.00")),
    row(label("2.公务用车购置及运行维护费"), "3", ...phases("sangong.vehicle", "4.00", "4.00", "2.00")),
    row(label("（1）公务用车购置费"), "4", ...phases("sangong.vehicle_purchase", "0.00", "0.00", "0.00")),
    row(label("（2）公务用车运行维护费"), "5", ...phases("sangong.vehicle_operation", "4.00", "4.00", "2.00")),
    row(label("3.公务接待费"), "6", ...phases("sangong.reception", "2.00", "2.00", "0.90")),
    row(label("（1）国内接待费"), "7", ...phases("sangong.reception_domestic", "---", "---", "0.90")),
    row(label("其中：外事接待费"), "8", "---", "---", ""),
    row(label("（2）国（境）外接待费"), "9", "---", "---", ""),
    row(label("二、相关统计数"), "10", "---", "---", "---"),
    row(label("1.因公出国（境）团组数（个）"), "11", ...counted("sangong.overseas_groups", "个", "")),
    row(label("2.因公出国（境）人次数（人）"), "12", ...counted("sangong.overseas_persons", "人", "")),
    row(label("3.公务用车购置数（辆）"), "13", ...counted("sangong.vehicles_purchased", "辆", "")),
    row(label("4.公务用车保有量（辆）"), "14", ...counted("sangong.vehicles_held", "辆", "1")),
    row(label("5.国内公务接待批次（个）"), "15", ...counted("sangong.reception_batches", "个", "12")),
    row(label("6.国内公务接待人次（人）"), "16", ...counted("sangong.reception_persons", "人", "86")),
  ],
};

const ASSETS: readonly [string, string, string][] = [
  ["一、车辆数合计（台、辆）", "1", "assets.vehicles"],
  ["1.副部（省）级及以上领导用车", "0", "assets.vehicles_leader"],
  ["2.主要负责人用车", "0", "assets.vehicles_main_leader"],
  ["3.机要通信用车", "0", "assets.vehicles_confidential"],
  ["4.应急保障用车", "0", "assets.vehicles_emergency"],
  ["5.执法执勤用车", "0", "assets.vehicles_law_enforcement"],
  ["6.特种专业技术用车", "1", "assets.vehicles_special"],
  ["7.离退休干部服务用车", "0", "assets.vehicles_retired"],
  ["8.其他用车", "0", "assets.vehicles_other"],
];
const assets: SampleTable = {
  kind: "table",
  title: "国有资产占用情况表",
  caption: [["公开 10 表"], [BODY, "2024 年度", "单位：台、辆、套"]],
  widths: [60, 15, 25],
  head: [row("项 目", "栏次", "决算数")],
  rows: [
    ...ASSETS.map(([name, count, concept], i) =>
      row(label(name), String(i + 1), figure(count, `${concept} count unit=辆`)),
    ),
    row(
      label("二、单价100万元（含）以上设备（不含车辆）（台、套）"),
      "10",
      figure("2", "assets.equipment count unit=台（套）"),
    ),
  ],
};

export const jiangxiFinalAccounts: Sample = {
  id: "jiangxi-final-accounts",
  unit: "万元",
  year: 2024,
  document: {
    entity: "九江市城市书房管理中心",
    region: "360400",
    level: "prefecture",
    fiscalYear: 2024,
    types: ["final_accounts"],
  },
  blocks: [
    { kind: "cover", lines: ["九江市城市书房管理中心", "2024 年度部门决算"] },
    { kind: "heading", level: 1, text: "第一部分 单位概况" },
    {
      kind: "paragraph",
      text: "九江市城市书房管理中心负责全市公共阅读空间的布局、图书配送和日常管理，设综合科、阅读推广科和设施科。",
    },
    { kind: "heading", level: 1, text: "第二部分 2024 年度部门决算表" },
    summary,
    { kind: "break" },
    income,
    { kind: "break" },
    spending,
    { kind: "break" },
    appropriation,
    { kind: "break" },
    publicBudget,
    { kind: "break" },
    basic,
    { kind: "break" },
    emptyFund,
    emptyCapital,
    { kind: "break" },
    sangong,
    { kind: "break" },
    assets,
    { kind: "heading", level: 1, text: "第三部分 2024 年度部门决算情况说明" },
    { kind: "heading", level: 2, text: "一、收入决算情况说明" },
    {
      kind: "paragraph",
      text: "本部门2024年度收入总计320.00万元，其中年初结转和结余3.00万元。本年收入合计317.00万元，较上年增加12.30万元，增长4.04%。",
      means: [
        "revenue.total actual =320.00",
        "revenue.carryover actual =3.00",
        "revenue.current actual =317.00",
        "revenue.current change =12.30",
        "revenue.current change_rate =4.04 unit=%",
      ],
    },
    { kind: "heading", level: 2, text: "二、支出决算情况说明" },
    {
      kind: "paragraph",
      text: "本年支出合计318.00万元，其中：基本支出228.00万元，占71.70%；项目支出90.00万元，占28.30%。",
      means: [
        "expenditure.current actual =318.00",
        "expenditure.basic actual =228.00",
        "expenditure.basic share =71.70 unit=%",
        "expenditure.project actual =90.00",
        "expenditure.project share =28.30 unit=%",
      ],
    },
    { kind: "heading", level: 2, text: "三、“三公”经费支出决算情况说明" },
    {
      kind: "paragraph",
      text: "2024年度“三公”经费支出全年预算数6.00万元，决算数2.90万元，完成全年预算的48.33%。其中：公务接待费决算数0.90万元，较上年减少0.35万元，下降28.00%，全年国内公务接待12批、86人次。",
      means: [
        "sangong.total final_budget =6.00",
        "sangong.total actual =2.90",
        "sangong.total execution_rate =48.33 unit=%",
        "sangong.reception actual =0.90",
        "sangong.reception change =-0.35",
        "sangong.reception change_rate =-28.00 unit=%",
        "sangong.reception_batches count =12 unit=批",
        "sangong.reception_persons count =86 unit=人次",
      ],
    },
  ],
};
