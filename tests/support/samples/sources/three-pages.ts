import { cell, codeRows, figure, row, type Sample } from "../model.ts";

/**
 * 支出决算表 over three pages without a repeated header: what stands on the later pages can be read only with what stood on the first.
 * The figures are made so that every 类 is the sum of its 款, and the total the sum of all 类.
 */
const GROUPS: readonly (readonly [string, string, readonly (readonly [string, string, readonly string[]])[]])[] = [
  [
    "201",
    "一般公共服务支出",
    [
      [
        "20103",
        "政府办公厅（室）及相关机构事务",
        ["01|行政运行", "02|一般行政管理事务", "50|事业运行", "99|其他政府办公厅（室）及相关机构事务支出"],
      ],
      ["20106", "财政事务", ["01|行政运行", "08|财政委托业务支出"]],
      ["20131", "党委办公厅（室）及相关机构事务", ["01|行政运行", "05|专项业务"]],
    ],
  ],
  ["204", "公共安全支出", [["20406", "司法", ["04|基层司法业务", "05|普法宣传", "12|法治建设"]]]],
  ["205", "教育支出", [["20508", "进修及培训", ["03|培训支出"]]]],
  [
    "207",
    "文化旅游体育与传媒支出",
    [
      ["20701", "文化和旅游", ["04|图书馆", "09|群众文化", "14|文化和旅游管理事务"]],
      ["20703", "体育", ["07|体育场馆", "08|群众体育"]],
    ],
  ],
  [
    "208",
    "社会保障和就业支出",
    [
      ["20802", "民政管理事务", ["08|基层政权建设和社区治理", "99|其他民政管理事务支出"]],
      [
        "20805",
        "行政事业单位养老支出",
        ["01|行政单位离退休", "05|机关事业单位基本养老保险缴费支出", "06|机关事业单位职业年金缴费支出"],
      ],
      ["20808", "抚恤", ["01|死亡抚恤", "05|义务兵优待"]],
    ],
  ],
  [
    "210",
    "卫生健康支出",
    [
      ["21007", "计划生育事务", ["17|计划生育服务"]],
      ["21011", "行政事业单位医疗", ["01|行政单位医疗", "02|事业单位医疗", "03|公务员医疗补助"]],
    ],
  ],
  ["211", "节能环保支出", [["21103", "污染防治", ["01|大气", "02|水体"]]]],
  [
    "212",
    "城乡社区支出",
    [
      ["21201", "城乡社区管理事务", ["01|行政运行", "04|城管执法"]],
      ["21205", "城乡社区环境卫生", ["01|城乡社区环境卫生"]],
    ],
  ],
  [
    "213",
    "农林水支出",
    [
      ["21301", "农业农村", ["04|事业运行", "08|病虫害控制", "26|农村社会事业"]],
      ["21303", "水利", ["06|水利工程运行与维护", "14|防汛"]],
      ["21307", "农村综合改革", ["05|对村民委员会和村党支部的补助"]],
    ],
  ],
  ["221", "住房保障支出", [["22102", "住房改革支出", ["01|住房公积金", "03|购房补贴"]]]],
  [
    "224",
    "灾害防治及应急管理支出",
    [
      ["22401", "应急管理事务", ["06|安全监管"]],
      ["22402", "消防救援事务", ["04|消防应急救援"]],
    ],
  ],
];
const cents = (amount: number): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

/** Every line with its amounts in 1/100 万元: basic and project money by a plain rule, totals by addition. */
function build(): { lines: string; basic: number; project: number } {
  const lines: string[] = [];
  let basic = 0;
  let project = 0;
  let n = 0;
  for (const [code3, name3, groups] of GROUPS) {
    const sub: string[] = [];
    let [basic3, project3] = [0, 0];
    for (const [code5, name5, items] of groups) {
      const leaf: string[] = [];
      let [basic5, project5] = [0, 0];
      for (const item of items) {
        const [last, name] = item.split("|") as [string, string];
        n++;
        const runs = /运行|缴费|公积金|医疗|离退休|补助$|购房/.test(name);
        const b = runs ? 1000 + ((n * 7919) % 45000) : 0;
        const p = runs ? 0 : 500 + ((n * 6151) % 88000);
        leaf.push(`${code5}${last}|${name}|${cents(b + p)}|${b ? cents(b) : ""}|${p ? cents(p) : ""}|||`);
        basic5 += b;
        project5 += p;
      }
      sub.push(
        `${code5}|${name5}|${cents(basic5 + project5)}|${basic5 ? cents(basic5) : ""}|${project5 ? cents(project5) : ""}|||`,
        ...leaf,
      );
      basic3 += basic5;
      project3 += project5;
    }
    lines.push(
      `${code3}|${name3}|${cents(basic3 + project3)}|${basic3 ? cents(basic3) : ""}|${project3 ? cents(project3) : ""}|||`,
      ...sub,
    );
    basic += basic3;
    project += project3;
  }
  return { lines: lines.join("\n"), basic, project };
}

const { lines, basic, project } = build();

export const threePages: Sample = {
  id: "three-pages",
  unit: "万元",
  year: 2022,
  document: {
    entity: "宁波市海曙区鼓楼社会事务中心",
    region: "330203",
    level: "county",
    fiscalYear: 2022,
    types: ["final_accounts"],
  },
  blocks: [
    { kind: "heading", level: 1, text: "宁波市海曙区鼓楼社会事务中心2022年度部门决算" },
    {
      kind: "table",
      title: "支出决算表",
      caption: [["公开03表"], ["部门：宁波市海曙区鼓楼社会事务中心", "金额单位：万元"]],
      widths: [11, 31, 11, 11, 11, 9, 8, 8],
      repeatHead: false,
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
        row("功能分类科目编码", "科目名称"),
        row(cell("栏次", 2), "1", "2", "3", "4", "5", "6"),
      ],
      rows: [
        row(
          cell("合计", 2),
          figure(cents(basic + project), "expenditure.current actual"),
          figure(cents(basic), "expenditure.basic actual"),
          figure(cents(project), "expenditure.project actual"),
          "",
          "",
          "",
        ),
        ...codeRows(lines, [
          "function.{code}.total actual",
          "function.{code}.basic actual",
          "function.{code}.project actual",
        ]),
      ],
      notes: ["注：本表反映部门本年度各项支出情况。"],
    },
  ],
};
