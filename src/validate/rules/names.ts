import {
  codeKeepsItsName,
  headingsNameTheBody,
  listedComponentIsSpent,
  listedOnce,
  pathKeepsItsNames,
} from "../checks/names.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const TEXT = "部门预决算公开说明（财预〔2016〕143号）";
const LINES = [
  "t1 function.220.total@general_public actual 2023 45.00万元 item=自然资源支出",
  "t1 function.22001.total@general_public actual 2023 45.00万元 item=自然资源事务",
  "t1 function.2200199.total@general_public actual 2023 45.00万元 item=其他自然资源事务支出",
];

/** Names: of the body, of classification lines, of what a cost is made of. */
export const namesRules = defineRules([
  checkRule("doc-06-headings-name-the-reporting-body", ["标题中的单位是公开单位", "Headings name the reporting body"], {
    tolerance: "EX",
    severity: "warning",
    basis: TEXT,
    check: headingsNameTheBody,
    pass: ["document entity=清河市柳林区规划局", "heading 清河市柳林区规划局2023年度部门决算表", "text 表"],
    fail: ["document entity=清河市柳林区规划局", "heading 清河市规划局2023年度部门决算表", "text 表"],
  }),
  checkRule("xtb-08-code-keeps-its-name", ["同一科目编码名称一致", "A code keeps one name"], {
    tolerance: "EX",
    severity: "warning",
    basis: "政府收支分类科目",
    check: codeKeepsItsName,
    pass: [...LINES, "text 自然资源支出（220类）用于管理。"],
    fail: [...LINES, "text 国土海洋气象支出（220类）用于管理。"],
  }),
  checkRule(
    "xtb-17-line-keeps-its-names",
    ["文中类、款、项名称与表一致", "A line named in the prose carries the names of the table"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: "政府收支分类科目",
      check: pathKeepsItsNames,
      pass: [
        ...LINES,
        "n1 function@general_public actual 2023 45.00万元 item=自然资源支出/自然资源事务/其他自然资源事务支出",
      ],
      fail: [
        ...LINES,
        "n1 function@general_public actual 2023 45.00万元 item=自然资源支出/自然资源事务/其他国土资源事务支出",
      ],
    },
  ),
  checkRule(
    "nar-47-listed-component-is-not-zero",
    ["列举的经费内容在表中不为零", "A listed component is not zero in the table"],
    {
      tolerance: "EX",
      severity: "info",
      basis: TEXT,
      check: listedComponentIsSpent,
      pass: [
        "t1 economic.30103@general_public actual 2023 12.00万元 item=奖金",
        "text 人员经费120.00万元，主要包括基本工资、奖金。",
      ],
      fail: [
        "t1 economic.30103@general_public actual 2023 0.00万元 item=奖金",
        "text 人员经费120.00万元，主要包括基本工资、奖金。",
      ],
    },
  ),
  checkRule("nar-48-components-are-listed-once", ["列举的经费内容不重复", "Components are listed once"], {
    tolerance: "HE",
    severity: "info",
    basis: TEXT,
    check: listedOnce,
    pass: ["text 人员经费主要包括基本工资、津贴补贴。"],
    fail: ["text 人员经费主要包括基本工资、津贴补贴、基本工资。"],
  }),
]);
