import { cell, figure, label, row, type Sample } from "../model.ts";

/**
 * A short final account that contradicts itself three times: a total that is not its parts, a stated decrease that its own amounts do
 * not give, and a sentence that disagrees with the table. What is printed is gold, errors included; the findings are gold too.
 */
export const contradictions: Sample = {
  id: "contradictions",
  unit: "万元",
  year: 2023,
  document: {
    entity: "黄冈市黄州区老年活动中心",
    region: "421102",
    level: "county",
    fiscalYear: 2023,
    types: ["final_accounts"],
  },
  blocks: [
    { kind: "heading", level: 1, text: "黄冈市黄州区老年活动中心2023年度部门决算" },
    {
      kind: "table",
      title: "财政拨款“三公”经费支出决算表",
      caption: [["部门：黄冈市黄州区老年活动中心", "金额单位：万元"]],
      widths: [52, 24, 24],
      head: [row("项 目", "预算数", "决算数")],
      rows: (
        [
          ["合计", "14.00", "12.80", "sangong.total"],
          ["因公出国（境）费", "0.00", "0.00", "sangong.overseas"],
          ["公务用车购置及运行维护费", "11.00", "10.30", "sangong.vehicle"],
          ["其中：公务用车购置费", "0.00", "0.00", "sangong.vehicle_purchase"],
          ["公务用车运行维护费", "11.00", "10.30", "sangong.vehicle_operation"],
          ["公务接待费", "3.00", "2.60", "sangong.reception"],
        ] as const
      ).map(([name, budget, actual, concept]) =>
        row(
          name === "合计" ? cell(name) : label(name),
          figure(budget, `${concept} initial_budget`),
          figure(actual, `${concept} actual`),
        ),
      ),
    },
    { kind: "heading", level: 2, text: "“三公”经费支出决算情况说明" },
    {
      kind: "paragraph",
      text: "（一）公务用车运行维护费支出决算为9.80万元，年末公务用车保有量为3辆。",
      means: ["sangong.vehicle_operation actual =9.80", "sangong.vehicles_held count =3 unit=辆"],
    },
    {
      kind: "paragraph",
      text: "（二）公务接待费支出决算为2.60万元，比上年减少0.40万元，下降15.38%，国内公务接待24批次、210人次。",
      means: [
        "sangong.reception actual =2.60",
        "sangong.reception change =-0.40",
        "sangong.reception change_rate =-15.38 unit=%",
        "sangong.reception_batches count =24 unit=批次",
        "sangong.reception_persons count =210 unit=人次",
      ],
    },
    {
      kind: "records",
      records: [
        { kind: "finding", values: ["12.80", "10.30", "2.60"] },
        { kind: "finding", values: ["0.40", "2.60", "15.38"] },
        { kind: "finding", values: ["10.30", "9.80"] },
      ],
    },
  ],
};
