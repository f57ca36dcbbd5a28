import { describe, expect, test } from "vitest";
import { withoutPersonsIn } from "../../src/layout/persons.ts";
import { ExtractionError } from "../../src/lib/errors.ts";
import type { Block, Grid } from "../../src/lib/layout.ts";
import { withoutPersons } from "../../src/lib/persons.ts";
import { exampleDocument } from "../../src/validate/example.ts";
import { validate } from "../../src/validate/index.ts";
import { layoutOf, line, textGrid } from "../support/layout.ts";

const TEMPLATE = "doc-07-document-is-filled-in";

describe("names and numbers of persons", () => {
  test.each([
    ["填表人：王小明", "填表人：***"],
    ["填表人（签字）：王小明    联系电话：13800001234", "填表人（签字）：***    联系电话：***********"],
    ["项目负责人： 欧阳 小红 ，填报日期：2024年3月5日", "项目负责人： ** ** ，填报日期：2024年3月5日"],
    ["联系人：赵一、钱二；电话：0731-81234567", "联系人：**、**；电话：****-********"],
    ["联系人及联系电话：孙三 13912345678", "联系人及联系电话：** ***********"],
    ["填 表 人：李 四", "填 表 人：* *"],
    ["填报人 周五五 审核人 吴六", "填报人 *** 审核人 **"],
    ["经办人 诸葛小明 身份证号 11010519491231002X", "经办人 **** 身份证号 ******************"],
    ["填表人 上官小红 联系电话 13800001234", "填表人 **** 联系电话 ***********"],
    ["负责人签字 王小明 身份证号 11010519491231002X", "负责人签字 *** 身份证号 ******************"],
    ["联系电话 81234567", "联系电话 ********"],
    ["请拨打 13800001234 咨询", "请拨打 *********** 咨询"],
    ["身份证号 11010519491231002X", "身份证号 ******************"],
    ["公民 11010519491231002X 申请", "公民 ****************** 申请"],
    ["填表人∶陆文轩", "填表人∶***"],
    ["负责人（签字）：___郝思远___", "负责人（签字）：___***___"],
    ["负责人签字（盖章）顾擎宇", "负责人签字（盖章）***"],
    ["联系人（Contact）：施修杰", "联系人（Contact）：***"],
    ["联系人：曹嘉熙主任", "联系人：*****"],
    ["联系人：曹嘉熙13800001234", "联系人：**************"],
    ["分管领导：姜晟睿  日期：2024年3月1日", "分管领导：***  日期：2024年3月1日"],
    ["制表：谢驰轩  审核：邹瑾瑜", "制表：***  审核：***"],
    ["如有疑问请与联系人喻哲瀚联系，电话 138 0000 1234。", "如有疑问请与联系人***联系，电话 *** **** ****。"],
    ["联系人：曹嘉熙填报人：韩子墨联系电话：81234567", "联系人：***填报人：***联系电话：********"],
    ["填表人：王明 联系电话：81234567 单位负责人签字：", "填表人：** 联系电话：******** 单位负责人签字："],
    ["财务负责人：朱烨华评价组组长：秦煜祺", "财务负责人：***评价组组长：***"],
    ["填表人：买买提·吐尔逊", "填表人：*******"],
    ["联系电话：１３８００００１２３４", "联系电话：***********"],
    ["请致电1380-000-1234咨询", "请致电****-***-****咨询"],
    ["请致电＋86 138 0000 1234", "请致电*** *** **** ****"],
    ["手机：1 3 8 0 0 0 0 1 2 3 4", "手机：* * * * * * * * * * *"],
    ["138 0000 1234", "*** **** ****"],
    ["请致电（0731）84512376。", "请致电（****）********。"],
    ["咨询电话：0731 8451 2376", "咨询电话：**** **** ****"],
    ["请致电073184512376", "请致电************"],
    ["电话号码是84512376", "电话号码是********"],
    ["TEL：84512376", "TEL：********"],
    ["联系电话：84512376/13800001234", "联系电话：********/***********"],
    ["公民110105 19491231 002X申请", "公民****** ******** ****申请"],
    ["公民１１０１０５１９４９１２３１００２Ｘ申请", "公民******************申请"],
    ["身份证号：110105-19491231-002X", "身份证号：******-********-****"],
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
    "审核：合格",
    "会计：按收付实现制",
    "负责人 金额",
    "项目负责人和财务人员应当复核",
    "经办人应当，",
    "电话 1200000元",
    "电话费 120000.00",
    "车辆 138 2000 1500",
    "预算数 执行数 138 2000 1500 99",
    "项目代码 073184512376",
    "联系电话：  联系人：",
    "组长：各科室负责人",
  ])("%s is left as it is", (printed) => {
    expect(withoutPersons(printed)).toBe(printed);
  });

  const texts = (...blocks: readonly Block[]): string[] =>
    withoutPersonsIn(layoutOf(blocks)).pages[0]!.blocks.map((block) =>
      block.kind === "grid" ? block.cells.map(({ text }) => text).join("|") : block.text,
    );

  test("what is filled in stands in the next paragraph, or labels first and then what is filled in", () => {
    expect(texts(line("填 表 人："), line("韩子墨"), line("项目说明"))).toEqual(["填 表 人：", "***", "项目说明"]);
    const apart = [line("负责人签字"), line("联系电话："), line("韩子墨"), line("84512376"), line("2024年3月1日")];
    expect(texts(...apart)).toEqual(["负责人签字", "联系电话：", "***", "********", "2024年3月1日"]);
    expect(texts(line("填表人："), line("预算金额"), line("韩子墨"))).toEqual(["填表人：", "预算金额", "***"]);
    expect(texts(line("项目内容"), line("韩子墨"))).toEqual(["项目内容", "韩子墨"]);
    expect(texts(line("填"), line("表"), line("人"), line("韩子墨")).at(-1)).toBe("***");
    const column = ["序号", "姓名", "1", "韩子墨", "2", "邓子衿", "资金", "成本", "韩子墨"];
    expect(texts(...column.map((text) => line(text))).join(" ")).toBe("序号 姓名 1 *** 2 *** 资金 成本 ***");
  });

  test.each([
    ["填表人：|韩子墨|联系电话：|１３８００００１２３４", "填表人：|***|联系电话：|***********"],
    ["填 表 人||韩子墨|联系电话||81234567", "填 表 人||***|联系电话||********"],
    ["填|表|人|韩子墨", "填|表|人|***"],
    ["经办人|韩|子|墨", "经办人|*|*|*"],
    ["填表人|韩子墨|手机|138 0000 1234", "填表人|***|手机|*** **** ****"],
    ["单位负责人（签字）：||韩子墨|填表人（签字）：||邓子衿", "单位负责人（签字）：||***|填表人（签字）：||***"],
    ["身份证号|1|1|0|1|0|5|1|9|4|9|1|2|3|1|0|0|2|X", `身份证号${"|*".repeat(18)}`],
    [
      "项目|项目负责人|联系方式\n甲|韩子墨|84512376\n乙|无|84512377",
      "项目|项目负责人|联系方式|甲|***|********|乙|无|********",
    ],
    ["序号|姓名|签字\n1|韩子墨|\n2|邓子衿|邓子衿", "序号|姓名|签字|1|***||2|***|***"],
    ["项目|负责人|金额|备注\n甲|韩子墨|12.00|未完成", "项目|负责人|金额|备注|甲|***|12.00|未完成"],
    ["编制单位|审核|金额\n某局|合格|12.00", "编制单位|审核|金额|某局|合格|12.00"],
    ["科目|金额\n甲|138 0000 1234\n乙|2500\n丙|3100", "科目|金额|甲|138 0000 1234|乙|2500|丙|3100"],
  ])("in a table: %s", (printed, kept) => {
    expect(texts(textGrid(printed))).toEqual([kept]);
  });

  test("masked names make no blank template of what is filled in", () => {
    const signed = "text 填表人：** 审核人：*** 联系电话：*********** 负责人签字：** 日期：2024年3月1日";
    const document = exampleDocument([signed, signed, signed, "text 公务接待费3.50万元，比上年减少0.20万元。"]);
    expect(validate(document.records, document.sections).findings.map(({ rule }) => rule)).not.toContain(TEMPLATE);
    const template = exampleDocument([
      "text 某局2023年度支出**万元，收入**万元，结余**万元，其中基本支出**万元，项目支出**万元。",
    ]);
    expect(validate(template.records, template.sections).findings.map(({ rule }) => rule)).toContain(TEMPLATE);
  });

  test("what a reader says of its trouble quotes none of them", () => {
    const trouble = [new ExtractionError("number-unreadable", "填表人：韩子墨 1.2.3", "page 1")];
    const [told] = withoutPersonsIn({ ...layoutOf([]), trouble }).trouble;
    expect(told).toMatchObject({ code: "number-unreadable", message: "填表人：*** 1.2.3", where: "page 1" });
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
