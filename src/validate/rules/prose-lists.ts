import { listedChangesAddUp } from "../checks/listed-changes.ts";
import { changeRateOfAnything, listAddsUp, partWithinWhole } from "../checks/prose-lists.ts";
import { sharesOfOneWhole } from "../checks/shares.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const TEXT = "部门预决算公开说明（财预〔2016〕143号）";

/** Lists of the prose: parts and their total, shares and changes of one whole. */
export const proseLists = defineRules([
  checkRule(
    "nar-52-part-is-within-the-whole-named-before-it",
    ["“其中”的数不超过前面的总数", "A part named after 其中 is within the whole named before it"],
    {
      tolerance: "LE",
      severity: "error",
      basis: TEXT,
      premise: {
        zh: "“其中”紧接总数，两数同一计量单位，都不是增减额",
        en: "其中 follows the whole at once, both in one unit, neither a difference",
      },
      check: partWithinWhole,
      pass: ["text 全年培训经费共投入96.89万元，其中年初安排80.00万元。"],
      fail: ["text 全年培训经费共投入96.89万元，其中年初安排120.00万元。"],
    },
  ),
  checkRule("nar-53-list-adds-up-to-its-total", ["列举的各项之和等于总数", "The items of a list add up to its total"], {
    tolerance: "RE",
    severity: "warning",
    basis: TEXT,
    premise: {
      zh: "只差一个印错的数字，或三项以上只差千分之一，或各项多于总数，或列的是基本和项目支出（人员和公用经费）两项：列举不全的，不会如此",
      en: "one misprinted digit would mend it, three parts miss it by one in a thousand, the parts are more, or they are the two halves of anything (basic and project, personnel and public): a list that leaves items out falls short by any amount",
    },
    check: listAddsUp,
    pass: ["text 办公用房面积13369平方米，其中：本部大楼8013平方米，分部大楼5356平方米。"],
    fail: ["text 办公用房面积13459平方米，其中：本部大楼8013平方米，分部大楼5356平方米。"],
  }),
  checkRule(
    "nar-54-change-rate-of-any-amount",
    ["任何一项的增减% = 增减额 ÷ 上年数", "The change rate of any amount is its change over last year's"],
    {
      tolerance: "PC",
      severity: "error",
      basis: TEXT,
      premise: {
        zh: "本年数、增减额和比率在一句话里相连",
        en: "amount, change and rate follow one another in one sentence",
      },
      check: changeRateOfAnything,
      pass: ["text 年末资产总额66.13万元，比上年增加30.56万元，提高85.92%。"],
      fail: ["text 年末资产总额66.13万元，比上年增加30.56万元，提高58.92%。"],
    },
  ),
  checkRule("nar-60-shares-are-of-one-whole", ["一列占比同出一个总数", "The shares of a list are of one whole"], {
    tolerance: "PC",
    severity: "error",
    basis: TEXT,
    premise: {
      zh: "三项以上各有金额和占比，除一项外都合于前面同一个总数",
      en: "three or more amounts with their shares, all but one of them of one amount told before",
    },
    check: sharesOfOneWhole,
    pass: [shares("22.50")],
    fail: [shares("25.20")],
  }),
  checkRule(
    "nar-62-listed-changes-make-the-change",
    ["列举的各项增减额之和等于总的增减额", "The changes listed under a change add up to it"],
    {
      tolerance: "RE",
      severity: "error",
      basis: TEXT,
      premise: {
        zh: "增减额之后以“如下”“其中”起列，编号的各项都写明增减",
        en: "a numbered list follows the change, and every item tells its own",
      },
      check: listedChangesAddUp,
      pass: changes("18.59"),
      fail: changes("17.10"),
    },
  ),
]);

function shares(third: string): string {
  return `text 全年培训投入200.00万元，其中师资费90.00万元，占45.00%；场地费65.00万元，占32.50%；教材费45.00万元，占${third}%。`;
}

function changes(whole: string): readonly string[] {
  return [
    `text 基本支出较上年增加${whole}万元，增长17.2%。主要变动原因如下：`,
    "text 1.工资福利支出较上年增加18.67万元，原因是人员增资。",
    "text 2.商品和服务支出较上年减少0.08万元，原因是压缩办公费。",
    "text 3.对个人和家庭的补助较上年无增减。",
  ];
}
