import { describe, expect, test } from "vitest";
import { DocumentRecord } from "../../schemas/index.ts";
import { statedYear } from "../../src/lib/stated-year.ts";
import { dateIn } from "../../src/normalise/dates.ts";
import { pathOf, regionIn } from "../../src/normalise/regions.ts";
import { describeText } from "../support/documents.ts";

describe("regions", () => {
  const code = (text: string, year: number | null = 2024) => regionIn(text, year)?.code ?? null;
  test.each([
    ["上海市普陀区司法局", 2026, "310107"],
    ["舟山市普陀区财政局", 2024, "330903"],
    ["普陀区财政局", 2024, null],
    ["株洲市人民政府金融工作办公室", 2023, "430200"],
    ["中共湖南省委金融委员会办公室", 2024, "430000"],
    ["寿县司法局", 2022, "340422"],
    ["寿县司法局", 2012, "341521"],
    ["丽江市古城区自然资源局", 2020, "530702"],
    ["中国人民政治协商会议山东省青岛市委员会办公厅", 2015, "370200"],
    ["2019年度鹿寨县某局", 2019, "450223"],
    ["东莞市某局", 2014, "441900"],
    ["景德镇市金融服务中心", 2024, "360200"],
    ["长治市城区某局", 2015, "140402"],
    ["凉山州教育局", 2022, "513400"],
    ["广西自然资源厅", 2022, "450000"],
    ["长沙高新技术产业开发区管理委员会", 2023, "430100"],
    ["南昌经开区财政局", 2023, "360100"],
    ["国务院办公厅", 2013, null],
    ["某新区管委会", 2018, null],
    ["矿区安全监察站", 2018, null],
  ])("%s in %i is %s", (text, year, expected) => expect(code(text, year)).toBe(expected));
  test("the path goes down from the province; districts of 直辖市 stand right below it", () => {
    expect(pathOf(regionIn("丽江市古城区某局", 2020)!)).toEqual(["云南省", "丽江市", "古城区"]);
    expect(pathOf(regionIn("上海市普陀区某局", 2024)!)).toEqual(["上海市", "普陀区"]);
  });
});

describe("document records", () => {
  const read = (text: string, tables: Parameters<typeof describeText>[1] = []) =>
    DocumentRecord.parse(describeText(text, tables));

  test("a cover broken over lines", () => {
    expect(read("上海市普陀区规划和自然\n资源局\n2024 年度部门决算\n目 录\n一、主要职能")).toMatchObject({
      title: "上海市普陀区规划和自然资源局2024 年度部门决算",
      entity: "上海市普陀区规划和自然资源局",
      region: { code: "310107", path: ["上海市", "普陀区"] },
      level: "county",
      fiscalYear: 2024,
      types: ["final_accounts"],
    });
  });
  test("the cover names the district, a field the body", () => {
    expect(read("上海市普陀区2026年区级部门预算\n预算主管部门：上海市普陀区司法局")).toMatchObject({
      entity: "上海市普陀区司法局",
      fiscalYear: 2026,
      types: ["budget"],
      level: "county",
    });
  });
  test("the year before the body, a self-evaluation with its base data", () => {
    const record = read(
      "2024年度中共湖南省委金融委员会办公室\n部门整体支出绩效自评报告\n一、基本情况\n2024年度部门整体支出绩效评价基础数据表\n2024年度项目支出绩效自评表",
    );
    expect(record).toMatchObject({ entity: "中共湖南省委金融委员会办公室", level: "province", fiscalYear: 2024 });
    expect(record.types).toEqual(["overall_self_evaluation", "project_self_evaluation", "base_data"]);
  });
  test("a date under the title", () => {
    expect(read("2024年度湖南省某中心部门整体支出绩效自评报告\n2025年4月18日\n一、基本情况").filledOn).toBe(
      "2025-04-18",
    );
  });
  test("the year in brackets above a title is the year, not the title's", () => {
    expect(read("（2022年度）\n部门整体支出绩效自评报告\n一、基本情况")).toMatchObject({
      title: "部门整体支出绩效自评报告",
      fiscalYear: 2022,
      types: ["overall_self_evaluation"],
    });
    expect(read("2022年度\n部门整体支出绩效自评报告").title).toBe("2022年度部门整体支出绩效自评报告");
  });
  test("the date of a form stands behind empty labels, or on the line below its label", () => {
    const form = "2022年度部门整体支出绩效自评表\n";
    const second = "\n填表人：某某  填报日期：2023年6月12日";
    expect(read(`${form}填表人：  联系电话：  单位负责人签字：  填报日期：2023年7月3日`).filledOn).toBe("2023-07-03");
    expect(read(`${form}填表人：  联系电话：  填报日期：\n2023 年 7 月 3 日${second}`).filledOn).toBe("2023-07-03");
    expect(read(`${form}填报日期：\n某局于2023年7月3日开会${second}`).filledOn).toBe("2023-06-12");
    expect(read(`${form}填报日期：\n某局\n2023年7月3日${second}`).filledOn).toBe("2023-06-12");
  });
  test("a form whose 实施单位 differs from its 主管部门; 填报日期", () => {
    const form = "项目名称|某补助经费|<|<\n主管部门|丽江市自然资源和规划局|实施单位|丽江市古城区自然资源局";
    expect(
      read("项目支出绩效自评表\n（2020年度）\n填报日期：2021年4月30日", [[form, { title: "项目支出绩效自评表" }]]),
    ).toMatchObject({
      entity: "丽江市古城区自然资源局",
      level: "county",
      fiscalYear: 2020,
      filledOn: "2021-04-30",
      types: ["project_self_evaluation"],
    });
  });
  test("a short statement on 三公经费: body, region, level, signature", () => {
    expect(read("国务院办公厅2013年度“三公”经费决算\n财政拨款决算数399.48万元。")).toMatchObject({
      entity: "国务院办公厅",
      region: null,
      level: "central",
      types: ["sangong_statement"],
    });
    expect(read("湾沚区陶辛镇2021年度“三公”经费决算\n单位：万元")).toMatchObject({
      entity: null,
      region: { code: "340210" },
      level: "township",
    });
    expect(read("我镇2024年“三公”经费预算公开")).toMatchObject({
      entity: null,
      region: null,
      level: "township",
      fiscalYear: 2024,
    });
    expect(read("浙江省省本级2013年“三公”经费预算")).toMatchObject({ entity: null, level: "province" });
    expect(
      read(
        "青岛市政协2015年“三公”经费补充说明\n公务接待费117万元。\n中国人民政治协商会议山东省青岛市委员会办公厅\n2018年8月20日",
      ),
    ).toMatchObject({
      entity: "中国人民政治协商会议山东省青岛市委员会办公厅",
      filledOn: "2018-08-20",
      level: "prefecture",
    });
  });
  test("a table's caption names the body where the cover is lost", () => {
    expect(read("收入支出决算总表\n部门：景德镇市金融服务中心\n2024年度\n金额单位：万元")).toMatchObject({
      entity: "景德镇市金融服务中心",
      fiscalYear: 2024,
      types: ["final_accounts"],
    });
  });
  test("a page's frame names who put it on the net: in brackets, on two lines", () => {
    expect(
      read("[ 索引号 ] 0075/2022-00001 [ 发布机构 ] 梁平区财政局\n梁平区本级\n2021年度“三公”经费决算汇总说明"),
    ).toMatchObject({ entity: "梁平区财政局", level: "county", fiscalYear: 2021, types: ["sangong_statement"] });
    expect(read("发布机构\n云县财政局\n发布日期\n2024-10-12\n云县2023年“三公”经费决算情况说明")).toMatchObject({
      entity: "云县财政局",
      fiscalYear: 2023,
    });
  });
  test("codes, parts and paths before a name are none of it; 市国资委 and a firm are no full name", () => {
    const by = (value: string): string | null => read(`项目支出绩效自评表\n实施单位：${value}\n`).entity;
    expect(by("219001-池州市贵池区棠溪镇人民政府")).toBe("池州市贵池区棠溪镇人民政府");
    expect(by("[015001]武汉市青山区教育局")).toBe("武汉市青山区教育局");
    expect(by("润山农业发展有限公司")).toBeNull();
    expect(by("市国资委")).toBeNull();
    expect(read("2016年市国资委“三公”经费预算表").entity).toBe("市国资委");
    expect(read("市国资委2016年“三公”经费预算说明\n2016年4月2日08:00 来源：云山日报").entity).toBeNull();
    expect(read("第三部分 上海市普陀区司法局2025年度部门决算情况说明\n一、总体情况").entity).toBe("上海市普陀区司法局");
    expect(read("大足区人民政府关于2024年财政决算（草案）的报告\n各位委员：").entity).toBe("大足区人民政府");
    expect(read("2023年度转移支付区域（全民健身中心项目）绩效自评表\n").entity).toBeNull();
  });
  test("a street office is of a town's level behind its district's government too", () => {
    expect(read("上海市普陀区人民政府宜川路街道办事处2025年度部门决算")).toMatchObject({ level: "township" });
  });
  test("an attachment's title is a title", () => {
    expect(read("附件：项目支出绩效自评表\n（2022年度）\n")).toMatchObject({ types: ["project_self_evaluation"] });
    expect(read("县级专项资金绩效目标自评表\n（2020年度）\n")).toMatchObject({ types: ["project_self_evaluation"] });
  });
  test("years and dates", () => {
    expect(["2023年6月14日2022年度自评表", "2023年6月14日"].map(statedYear)).toEqual([2022, 2023]);
    expect(["二〇二四年度部门决算", "２０２３年度", "第20245号"].map(statedYear)).toEqual([2024, 2023, null]);
    expect(["2024年4月30日", "2024.4.3", "2024-02-30", "4月30日"].map(dateIn)).toEqual([
      "2024-04-30",
      "2024-04-03",
      null,
      null,
    ]);
  });
});
