import { describe, expect, test } from "vitest";
import { withoutPersonsIn } from "../../src/layout/persons.ts";
import type { Grid } from "../../src/lib/layout.ts";
import { withoutPersons } from "../../src/lib/persons.ts";
import { layoutOf, line, textGrid } from "../support/layout.ts";

describe("names and numbers of persons", () => {
  test.each([
    ["填表人：王小明", "填表人：***"],
    ["填表人（签字）：王小明    联系电话：13800001234", "填表人（签字）：***    联系电话：***********"],
    ["项目负责人： 欧阳 小红 ，填报日期：2024年3月5日", "项目负责人： ** ** ，填报日期：2024年3月5日"],
    ["联系人：赵一、钱二；电话：0731-81234567", "联系人：**、**；电话：****-********"],
    ["联系人及联系电话：孙三 13912345678", "联系人及联系电话：** ***********"],
    ["填 表 人：李 四", "填 表 人：* *"],
    ["填报人 周五五 审核人 吴六", "填报人 *** 审核人 吴六"],
    ["经办人 诸葛小明 身份证号 11010519491231002X", "经办人 **** 身份证号 ******************"],
    ["填表人 上官小红 联系电话 13800001234", "填表人 **** 联系电话 ***********"],
    ["负责人签字 王小明 身份证号 11010519491231002X", "负责人签字 *** 身份证号 ******************"],
    ["联系电话 81234567", "联系电话 ********"],
    ["请拨打 13800001234 咨询", "请拨打 *********** 咨询"],
    ["身份证号 11010519491231002X", "身份证号 ******************"],
    ["公民 11010519491231002X 申请", "公民 ****************** 申请"],
  ])("%s", (printed, kept) => {
    expect(withoutPersons(printed)).toBe(kept);
  });

  test.each([
    "三公经费支出13800001234元",
    "合计 13,800,001,234.00",
    "项目编码 430212190000000123",
    "电话费 3.50 万元",
    "由项目负责人负责组织实施",
    "填报人 审核人 填报日期",
    "负责人：无",
    "联系电话：",
    "单位负责人签字",
    "负责人签字 单位公章",
    "经办人 手机号码",
  ])("%s is left as it is", (printed) => {
    expect(withoutPersons(printed)).toBe(printed);
  });

  test("are masked in the cells beside and below their labels, amounts are not", () => {
    const [{ blocks }] = withoutPersonsIn(
      layoutOf([
        line("填报单位：白鹭县档案馆"),
        textGrid("项目负责人|王小明|联系电话|81234567\n预算数|13800001234|执行数|7.36"),
        textGrid("姓名|联系电话\n甲科|13800001234\n乙科|13900001234"),
        textGrid("项目|金额\n甲|13800001234\n乙|25000000000\n丙|31000000000"),
      ]),
    ).pages as unknown as [{ blocks: readonly Grid[] }];
    const texts = blocks.slice(1).map((grid) => grid.cells.map(({ text }) => text).join("|"));
    expect(blocks[0]).toMatchObject({ text: "填报单位：白鹭县档案馆" });
    expect(texts).toEqual([
      "项目负责人|***|联系电话|********|预算数|***********|执行数|7.36",
      "姓名|联系电话|甲科|***********|乙科|***********",
      "项目|金额|甲|13800001234|乙|25000000000|丙|31000000000",
    ]);
  });
});
