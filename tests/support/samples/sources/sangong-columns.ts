import { cell, figure, row, type Sample } from "../model.ts";

/** 财政拨款“三公”经费支出决算表 with its items in columns, budget and final account of each beside one another, and the sentences below. */
export const sangongColumns: Sample = {
  id: "sangong-columns",
  landscape: true,
  unit: "万元",
  year: 2023,
  document: {
    entity: "杭州市临安区农村公路养护中心",
    region: "330112",
    level: "county",
    fiscalYear: 2023,
    types: ["final_accounts"],
  },
  blocks: [
    { kind: "heading", level: 1, text: "杭州市临安区农村公路养护中心2023年度部门决算" },
    {
      kind: "table",
      title: "财政拨款“三公”经费支出决算表",
      caption: [["部门：杭州市临安区农村公路养护中心", "金额单位：万元"]],
      head: [
        row(cell("预算数", 6), cell("决算数", 6)),
        ...[0].map(() =>
          [0, 1].flatMap(() => [
            cell("合计", 1, 2),
            cell("因公出国（境）费", 1, 2),
            cell("公务用车购置及运行维护费", 3),
            cell("公务接待费", 1, 2),
          ]),
        ),
        [0, 1].flatMap(() => row("小计", "公务用车购置费", "公务用车运行维护费")),
      ],
      rows: [
        row(
          figure("38.50", "sangong.total initial_budget"),
          figure("0.00", "sangong.overseas initial_budget"),
          figure("36.00", "sangong.vehicle initial_budget"),
          figure("18.00", "sangong.vehicle_purchase initial_budget"),
          figure("18.00", "sangong.vehicle_operation initial_budget"),
          figure("2.50", "sangong.reception initial_budget"),
          figure("35.42", "sangong.total actual"),
          figure("0.00", "sangong.overseas actual"),
          figure("33.90", "sangong.vehicle actual"),
          figure("17.30", "sangong.vehicle_purchase actual"),
          figure("16.60", "sangong.vehicle_operation actual"),
          figure("1.52", "sangong.reception actual"),
        ),
      ],
    },
    { kind: "heading", level: 2, text: "“三公”经费支出决算情况说明" },
    {
      kind: "paragraph",
      text: "2023年度“三公”经费财政拨款支出预算为38.50万元，支出决算为35.42万元，完成预算的92.00%。",
      means: [
        "sangong.total initial_budget =38.50",
        "sangong.total actual =35.42",
        "sangong.total execution_rate =92.00 unit=%",
      ],
    },
    {
      kind: "paragraph",
      text: "（一）公务用车购置及运行维护费支出决算为33.90万元，其中：公务用车购置费17.30万元，购置公务用车1辆；公务用车运行维护费16.60万元，年末公务用车保有量为9辆。",
      means: [
        "sangong.vehicle actual =33.90",
        "sangong.vehicle_purchase actual =17.30",
        "sangong.vehicles_purchased count =1 unit=辆",
        "sangong.vehicle_operation actual =16.60",
        "sangong.vehicles_held count =9 unit=辆",
      ],
    },
    {
      kind: "paragraph",
      text: "（二）公务接待费支出决算为1.52万元，比上年减少0.38万元，下降20.00%，国内公务接待21批次、168人次。",
      means: [
        "sangong.reception actual =1.52",
        "sangong.reception change =-0.38",
        "sangong.reception change_rate =-20.00 unit=%",
        "sangong.reception_batches count =21 unit=批次",
        "sangong.reception_persons count =168 unit=人次",
      ],
    },
    { kind: "paragraph", text: "（三）2023年度无因公出国（境）安排，与上年持平。" },
  ],
};
