import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/layout/plain/decode.ts";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import type { Block, Grid } from "../../src/lib/layout.ts";

/** A grid as text: one row a line, merged cells as `text{rows,columns}`. */
const drawn = (grid: Grid): string[] =>
  Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map((cell) => cell.text.replace(/\n/g, "⏎") + (cell.rs > 1 || cell.cs > 1 ? `{${cell.rs},${cell.cs}}` : ""))
      .join("|"),
  );
const grids = (text: string): Grid[] => plainBlocks(text).filter((block): block is Grid => block.kind === "grid");
const paragraphs = (text: string): string[] =>
  plainBlocks(text).flatMap((block: Block) => (block.kind === "paragraph" ? [block.text] : []));

describe("encodings", () => {
  const words = "2023年度部门决算 收入总计１２３.４５万元";
  const utf16 = Buffer.from(words, "utf16le");
  test.each([
    ["UTF-8", Buffer.from(words)],
    ["UTF-8 with mark", Buffer.from(`\ufeff${words}`)],
    ["UTF-16LE with mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ["UTF-16LE without mark", utf16],
    ["UTF-16BE with mark", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    // 决算 in GB18030
    ["GB18030", Buffer.concat([Buffer.from("2023 "), Buffer.from([0xbe, 0xf6, 0xcb, 0xe3])])],
  ])("%s", (name, bytes) => {
    expect(decodeText(bytes, "a.txt")).toBe(name === "GB18030" ? "2023 决算" : words);
  });
  test("bytes of no encoding are one clear error", () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => ((i * 7919 + 128) % 255) | 0x80));
    expect(() => decodeText(noise, "a.txt")).toThrow(expect.objectContaining({ code: "damaged" }));
  });
});

describe("text saved from Word: cells one a line behind a tab", () => {
  test("rows end at an empty line, merged cells are spread and filled down", () => {
    const [grid] = grids(
      "附件\n\n\t一级指标\n\t二级指标\n\t三级指标\n\t指标值\n\t分值\n\n\t产出指标\n\n(50分)\n\t数量指标\n\t举办讲座\n\t≥2场\n\t30\n\n\t\n\t\n\t印发手册\n\t≥100本\n\t20\n\n\t总分\n\t50\n\t\n\n说明：以上数据由填报单位负责。\n",
    );
    expect(drawn(grid!)).toEqual([
      "一级指标|二级指标|三级指标|指标值|分值",
      "产出指标⏎(50分){2,1}|数量指标{2,1}|举办讲座|≥2场|30",
      "印发手册|≥100本|20",
      "总分{1,3}|50|",
    ]);
  });
  test("an empty paragraph at a cell's end does not cut the row", () => {
    const [grid] = grids(
      "\t项目\n\t目标\n\t完成\n\t分值\n\n\t时效\n\t及时拨付\n\n\t年底前\n\t10\n\n\t质量\n\t合规率\n\t100%\n\t10\n",
    );
    expect(drawn(grid!)).toEqual(["项目|目标|完成|分值", "时效|及时拨付|年底前|10", "质量|合规率|100%|10"]);
  });
  test("prose between two tables stays prose", () => {
    const text =
      "\t项目\n\t预算数\n\t决算数\n\n\t公务接待费\n\t2\n\t1.88\n\n本年公务接待费较上年减少。\n附件2\n\n\t项目\n\t金额\n\n\t合计\n\t3\n";
    expect(grids(text)).toHaveLength(2);
    expect(paragraphs(text)).toEqual(["本年公务接待费较上年减少。", "附件2"]);
  });
});

describe("rows with tabs or bars", () => {
  test("a table of accounts keeps its cells, an empty line from a page break does not cut it", () => {
    const [grid, ...more] = grids(
      "项 目\t行次\t金 额\n一、财政拨款收入\t1\t191.88\n\n二、上级补助收入\t2\t\n总计\t31\t191.88\n",
    );
    expect(more).toEqual([]);
    expect(drawn(grid!)).toEqual([
      "项 目|行次|金 额",
      "一、财政拨款收入|1|191.88",
      "二、上级补助收入|2|",
      "总计|31|191.88",
    ]);
  });
  test("bars at both sides close the row; otherwise they leave an empty cell", () => {
    expect(drawn(grids("| 项目 | 决算数 |\n| 合计 | 3 |\n| | 4 |")[0]!)).toEqual(["项目|决算数", "合计|3", "|4"]);
    expect(drawn(grids("合计 | 用车费 | | 接待费\n | 购置费 | 运行费 |\n79 | 50 | 25 | 4")[0]!)).toEqual([
      "合计{2,1}|用车费{1,2}|接待费{2,1}",
      "购置费|运行费",
      "79|50|25|4",
    ]);
  });
  test("one cell a line is regrouped by the header's width", () => {
    expect(drawn(grids("项目 |\n预算数 |\n决算数 |\n合计 |\n3 |\n1.71 |\n公务接待费 |\n1 |\n0.53 |\n")[0]!)).toEqual([
      "项目|预算数|决算数",
      "合计|3|1.71",
      "公务接待费|1|0.53",
    ]);
  });
  test("a form's rows that lost their empty first cells go back under their columns", () => {
    const text = [
      "项目支出绩效自评表\t\t\t\t\t\t\t\t",
      "项目名称\t某某专项\t\t\t\t\t\t\t",
      "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标\t实际完成值\t分值\t得分\t偏差原因",
      "\t产出指标\t数量指标\t检查次数\t=4次\t4\t6\t6\t",
      "\t\t时效指标\t检查及时性\t及时\t基本达成\t8\t8\t",
      "抽查及时性\t\t及时\t部分达成\t8\t6\t经费未到位\t",
      "生态效益指标\t\t\t\t\t\t\t\t",
      "满意度指标\t服务对象满意度\t群众满意度\t≥90%\t85\t10\t8.61\t经费未到位\t",
      "总分\t\t\t\t\t100\t97\t\t",
    ].join("\n");
    expect(paragraphs(text)).toEqual(["项目支出绩效自评表"]);
    expect(drawn(grids(text)[0]!).slice(2)).toEqual([
      "|产出指标{4,1}|数量指标|检查次数|=4次|4|6|6|",
      "|时效指标{2,1}|检查及时性|及时|基本达成|8|8|",
      "|抽查及时性|及时|部分达成|8|6|经费未到位",
      "|生态效益指标||||||",
      "|满意度指标|服务对象满意度|群众满意度|≥90%|85|10|8.61|经费未到位",
      "总分||||||100|97|",
    ]);
  });
});

describe("text out of a PDF: cells broken over lines", () => {
  test("a table of amounts: header cells, wrapped labels, the header again after a page break", () => {
    const text =
      "三公经费明细表\n\n单位：万元\n\n项目名称\n2023年\n\n决算数\n\n2024年\n\n预算数\n\n2024年\n\n决算数\n\n三公经费 17.83 66.00 33.75\n\n1、因公出国（境）费 1.14 18.00 10.98\n 项目名称\n2023年\n\n决算数\n\n2024年\n\n预算数\n\n2024年\n\n决算数\n\n2、公务用车购置及运行\n\n费\n15.04 - 21.69\n\n- 9 -\n\n注：合计存在尾数差异。\n";
    expect(drawn(grids(text)[0]!)).toEqual([
      "项目名称|2023年决算数|2024年预算数|2024年决算数",
      "三公经费|17.83|66.00|33.75",
      "1、因公出国（境）费|1.14|18.00|10.98",
      "2、公务用车购置及运行费|15.04|-|21.69",
    ]);
    expect(paragraphs(text)).toEqual(["三公经费明细表", "单位：万元", "注：合计存在尾数差异。"]);
  });
  test("a table of amounts, a cell a line: the first row's label is no head, a label's values are its row", () => {
    const cells = ["项目名称", "年初", "预算数", "调整", "预算数", "全年", "预算总数", "本年", "决算数"];
    const rows = ["基本支出", "90.00", "10.00", "100.00", "98.00", "1、工资福利支出", "60.00", "-", "60.00", "59.00"];
    const [grid] = grids([...cells, ...rows, "说明：以上为全口径。"].join("\n"));
    expect(drawn(grid!)).toEqual([
      "项目名称|年初预算数|调整预算数|全年预算总数|本年决算数",
      "基本支出|90.00|10.00|100.00|98.00",
      "1、工资福利支出|60.00|-|60.00|59.00",
    ]);
  });
  test("the lower halves of heads are no heads", () => {
    const text =
      "年初   上年   调整   全年\n项目名称\n预算数   结转数   预算数   预算总数\n甲项目   10.00   1.00   2.00   13.00\n乙项目   5.00   -   -   5.00\n";
    expect(grids(text).every((grid) => grid.columnsUnknown)).toBe(true);
  });
  test("a performance form: fields, funding, objective in two columns, indicators, total", () => {
    const text =
      "项目支出绩效评价表\n\n项目支出名称 某某平台运维经费\n\n主管部门 某某局 实施单位 某某中心\n\n项目资金\n\n（万元）\n\n年初预算数 全年预算数\n全年执行\n\n数\n分值 执行率 得分\n\n年度资金总额 440.11 410.83 358.02 10 87.15% 8.72\n\n其中：当年财政\n\n拨款\n410.03 410.03 357.22 —\n\n年度总体目标\n\n预期目标 实际完成情况\n\n完善平台功能，提升\n\n监测能力，服务全市\n\n大局。\n\n全年完善平台子系统九个，监测预警的准确程度\n\n明显提高，群众满意度为百分之九十七。\n\n绩\n\n效\n\n指\n\n标\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n偏差原因分析及改进\n\n措施\n\n产出指标\n\n(50 分)\n\n数量指标\n\n召开风险防范\n\n会议（次）\n≥3 4 25 25\n\n时效指标 按期完成率 100% 100% 25 20\n\n设备到货延迟，影响部署。\n\n满意度指\n\n标(10 分)\n\n服务对象满意度\n\n指标\n群众满意度 ≥90% 97% 10 10\n\n总分 100 98.72\n";
    expect(drawn(grids(text)[0]!)).toEqual([
      "项目支出名称{1,3}|某某平台运维经费{1,6}",
      "主管部门{1,3}|某某局{1,3}|实施单位|某某中心{1,2}",
      "项目资金（万元）{3,1}|{1,2}|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
      "年度资金总额{1,2}|440.11|410.83|358.02|10|87.15%|8.72",
      "其中：当年财政拨款{1,2}|410.03|410.03|357.22|||",
      "年度总体目标{2,1}|预期目标{1,4}|实际完成情况{1,4}",
      "完善平台功能，提升监测能力，服务全市大局。{1,4}|全年完善平台子系统九个，监测预警的准确程度明显提高，群众满意度为百分之九十七。{1,4}",
      "绩效指标{4,1}|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
      "产出指标(50分){2,1}|数量指标|召开风险防范会议（次）|≥3|4|25|25|",
      "时效指标|按期完成率|100%|100%|25|20|设备到货延迟，影响部署。",
      "满意度指标(10分)|服务对象满意度指标|群众满意度|≥90%|97%|10|10|",
      "总分{1,6}|100|98.72|",
    ]);
  });
});

describe("prose", () => {
  test("the number of a heading is no sentence's comma, and a signature ends what stands above it", () => {
    expect(
      paragraphs(
        "六、一般公共预算财政拨款基本支出决算情况说明\n2023年度基本支出405.2万元，与上年持平，比去年同期减少了0.31%\n云岭市林业局\n2024年1月23日",
      ),
    ).toEqual([
      "六、一般公共预算财政拨款基本支出决算情况说明",
      "2023年度基本支出405.2万元，与上年持平，比去年同期减少了0.31%",
      "云岭市林业局",
      "2024年1月23日",
    ]);
  });
  test("lines broken at the margin are joined, headings are not", () => {
    const sentence = "二〇二四年全年安排资金用于保障日常运转经费支出";
    const text = [
      ...Array.from({ length: 24 }, () => sentence),
      "37.71万",
      "元。",
      "一、收入情况",
      "收入合计526.43万元。",
    ].join("\n\n");
    expect(paragraphs(text)).toEqual([`${sentence.repeat(24)}37.71万元。`, "一、收入情况", "收入合计526.43万元。"]);
  });
  test("a line that begins with a mark is the rest of the printed line before it; behind a full stop it is not", () => {
    const line = "本部门严格控制各项支出，全年预算执行情况较好，";
    const text = [
      ...Array.from({ length: 24 }, () => line),
      "主要用于：行政单位的人员支出",
      "。年初预算为3万",
      "、乙支出5万元。",
      "、丙支出6万元。",
    ].join("\n");
    expect(paragraphs(text)).toEqual([
      `${line.repeat(24)}主要用于：行政单位的人员支出。年初预算为3万、乙支出5万元。`,
      "、丙支出6万元。",
    ]);
  });
  test("digits on two lines stay parted", () => {
    expect(paragraphs("其中，办公费（\n440.90")).toEqual(["其中，办公费（440.90"]);
    expect(paragraphs("商品和服务支出，\n440.90\n30101 万元")).toEqual(["商品和服务支出，440.90", "30101 万元"]);
    const line = "本部门严格控制各项支出，全年预算执行情况较好，";
    expect(paragraphs([...Array.from({ length: 24 }, () => line), `${line}12`, "34"].join("\n"))).toEqual([
      `${line.repeat(25)}12\n34`,
    ]);
  });
  test("a page number and a page break do not cut a sentence", () => {
    expect(paragraphs("本年支出合计526.43万元，其中：基本支出459.62万元，\n\n— 12 —\n 占87.31%。\n")).toEqual([
      "本年支出合计526.43万元，其中：基本支出459.62万元，占87.31%。",
    ]);
  });
});
