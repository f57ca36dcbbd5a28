import { cell, codeRows, figure, label, row, type Sample } from "../model.ts";

/** Tables without a single line: only the alignment of their columns holds them together. */
export const unruled: Sample = {
  id: "unruled",
  unit: "元",
  year: 2021,
  document: {
    entity: "成都市温江区粮油质量检测站",
    region: "510115",
    level: "county",
    fiscalYear: 2021,
    types: ["final_accounts"],
  },
  blocks: [
    { kind: "heading", level: 1, text: "成都市温江区粮油质量检测站2021年度部门决算" },
    {
      kind: "table",
      title: "一般公共预算财政拨款支出决算表",
      ruled: false,
      caption: [["部门：成都市温江区粮油质量检测站", "金额单位：元"]],
      widths: [18, 40, 14, 14, 14],
      head: [row("科目编码", "科目名称", "合计", "基本支出", "项目支出")],
      rows: [
        ...codeRows(
          `
208|社会保障和就业支出|186420.00|186420.00|0.00
20805|行政事业单位养老支出|186420.00|186420.00|0.00
2080505|机关事业单位基本养老保险缴费支出|124280.00|124280.00|0.00
2080506|机关事业单位职业年金缴费支出|62140.00|62140.00|0.00
222|粮油物资储备支出|2438915.37|1638915.37|800000.00
22201|粮油物资事务|2438915.37|1638915.37|800000.00
2220150|事业运行|1638915.37|1638915.37|0.00
2220115|粮食质量安全监管|800000.00|0.00|800000.00
221|住房保障支出|93210.00|93210.00|0.00
22102|住房改革支出|93210.00|93210.00|0.00
2210201|住房公积金|93210.00|93210.00|0.00`,
          ["total", "basic", "project"].map((part) => `function.{code}.${part} actual fund=general_public`),
        ),
        row(
          "",
          cell("合计"),
          figure("2718545.37", "general_public.expenditure actual"),
          figure("1918545.37", "general_public.basic actual"),
          figure("800000.00", "general_public.project actual"),
        ),
      ],
    },
    { kind: "paragraph", text: "本站无政府性基金预算财政拨款支出，也无国有资本经营预算财政拨款支出。" },
    {
      kind: "table",
      title: "财政拨款“三公”经费支出决算表",
      ruled: false,
      caption: [["金额单位：元"]],
      widths: [52, 24, 24],
      head: [row("项目", "预算数", "决算数")],
      rows: (
        [
          ["合计", "32000.00", "21460.00", "sangong.total"],
          ["因公出国（境）费", "0.00", "0.00", "sangong.overseas"],
          ["公务接待费", "2000.00", "860.00", "sangong.reception"],
          ["公务用车购置及运行维护费", "30000.00", "20600.00", "sangong.vehicle"],
          ["其中：公务用车购置费", "0.00", "0.00", "sangong.vehicle_purchase"],
          ["公务用车运行维护费", "30000.00", "20600.00", "sangong.vehicle_operation"],
        ] as const
      ).map(([name, budget, actual, concept]) =>
        row(label(name), figure(budget, `${concept} initial_budget`), figure(actual, `${concept} actual`)),
      ),
    },
  ],
};
