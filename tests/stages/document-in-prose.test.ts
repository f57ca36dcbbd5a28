import { describe, expect, test } from "vitest";
import { process } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const read = async (text: string) => (await process(sourceFile(text, "text"))).document;

/** Who reports, and on what, where no title says so. */
describe("the sentences say who reports", () => {
  test("they open with the body", async () => {
    expect(
      await read(
        "目录\n第三部分 2019年度部门预算情况说明\n一、收支预算总表情况说明\n江苏省供销合作总社2019年度收入、支出预算总计377.11万元。\n江苏省供销合作总社本年收入预算合计377.11万元。",
      ),
    ).toMatchObject({ entity: "江苏省供销合作总社", region: { code: "320000" }, level: "province", fiscalYear: 2019 });
  });
  test("（以下简称…）, 从属于, a source that names its region", async () => {
    expect(
      await read("一、单位概况\n株洲市水利服务中心（以下简称“服务中心”）负责全市水利服务。\n2021年度支出合计32万元。"),
    ).toMatchObject({ entity: "株洲市水利服务中心", level: "prefecture" });
    expect(
      await read("经费公开\n来源：市财政局 2016-05-11\n经株洲市财政局汇总，2016年三公经费预算30万元。"),
    ).toMatchObject({
      entity: null,
      region: { code: "430200" },
      level: "prefecture",
    });
  });
  test("a page of news, a report read out; words of a sentence are no name", async () => {
    expect((await read("某社7月18日电 教育部2019年度部门预算\n2019年“三公”经费预算30万元。")).entity).not.toContain(
      "日电",
    );
    expect(
      (await read("各位代表：\n我受青石镇人民政府委托，报告2021年度财政决算。\n2021年公务接待费支出3万元。")).entity,
    ).toBe("青石镇人民政府");
    expect((await read("部属各高校2018年度预算差距很大。\n2018年收入预算3亿元。")).entity).toBeNull();
    expect((await read("根据区财政局批复，2017年度公务接待费决算3万元。")).entity).toBeNull();
  });
  test("a page's path before the title, the form's blanks behind a label", async () => {
    expect((await read("政务公开 > 财政 > 2021市级部门决算专题\n株洲市文物局2021年度部门决算")).entity).toBe(
      "株洲市文物局",
    );
    expect((await read("2018年度部门整体支出\n绩效自评报告\n部门（单位）名称：  株洲市文物局")).entity).toBe(
      "株洲市文物局",
    );
  });
  test("a town speaks, a county speaks, the centre speaks", async () => {
    expect((await read("现将青石镇2020年度“三公”经费决算情况公布如下：\n2020年度“三公”经费4万元。")).level).toBe(
      "township",
    );
    expect((await read("2017年县级一般公共预算安排公务用车运行维护费3万元。")).level).toBe("county");
    expect((await read("2020年，在镇党委、政府的领导下，财政收入3万元。")).level).toBe("township");
    expect((await read("一、省水运厅公开“三公”经费的范围\n2020年会议费3万元。")).level).toBe("province");
    const prefecture = await read("凉山州州本级2021年度会议费支出3万元。");
    expect(prefecture).toMatchObject({ level: "prefecture", region: { code: "513400" } });
    expect((await read("報道稱，審計署11日公佈：2010年公務接待費財政撥款預算數27萬元。")).level).toBe("central");
  });
});

describe("the sentences say of which year and kind", () => {
  test("the year after the one they compare with, where they state no other", async () => {
    expect((await read("五、支出情况说明\n本年支出合计12万元，较2022年度决算数增加1万元。")).fiscalYear).toBe(2023);
    expect((await read("基本支出预算48元，同比增加48元，2020年无此项预算。")).fiscalYear).toBe(2021);
    expect((await read("2021年支出合计12万元，比2020年增加1万元。")).fiscalYear).toBe(2021);
    // a rule's year is its own
    const ruled = "按照《某省预算公开操作办法（2019年修订）》（某财预〔2019〕7号），经汇总，2023年支出预算为12万元。";
    expect((await read(ruled)).fiscalYear).toBe(2023);
  });
  test("a slice that tells budgets alone is a budget's", async () => {
    expect(
      (await read("1.基本支出预算92元，占支出总预算的100%。其中：\n工资福利支出预算85元，占基本支出预算92%。")).types,
    ).toEqual(["budget"]);
  });
});
