import { expect, test } from "vitest";
import { statements } from "../../extractors/narrative/statements.ts";
import { shown } from "../../src/batch/show.ts";
import { whole } from "../../src/batch/stored.ts";
import { unreadCells, unreadCount } from "../../src/batch/unread.ts";
import type { Paragraph } from "../../src/lib/layout.ts";
import type { ProseSection, TableSection } from "../../src/lib/section.ts";
import { process } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";
import { storedFact } from "../support/stored-file.ts";

/** Rows of cells divided by `|`; no spans. */
function table(...rows: string[]): TableSection {
  const texts = rows.map((row) => row.split("|"));
  const cells = texts.flatMap((row, r) => row.map((text, c) => ({ r, c, rs: 1, cs: 1, text, page: 1, box: null })));
  const grid = { kind: "grid" as const, page: 1, box: null, rows: texts.length, cols: texts[0]!.length, cells };
  return {
    kind: "table",
    index: 0,
    headings: [],
    year: null,
    table: 1,
    title: null,
    unit: null,
    entity: null,
    caption: [],
    notes: [],
    grid,
    pages: [1],
  };
}
const fact = (row: number, col: number, code: string | null = null) =>
  storedFact({ code, source: { page: 1, bbox: null, table: 1, row, col, quote: null } });
const texts = (section: TableSection, ...records: ReturnType<typeof fact>[]): string[] =>
  unreadCells([section], records).map(({ text }) => text);

test("numbers no record points at are left, in printed order", () => {
  const section = table("项目|预算数|决算数", "合计|9.00|7.36", "公务接待费|1.50|１．２０", "备注|无|见说明");
  expect(texts(section, fact(1, 1), fact(1, 2))).toEqual(["1.50", "１．２０"]);
});

test("an unclaimed table's numbers are all left", () => {
  expect(texts(table("车辆|3辆", "满意度|≥95%", "金额：|年度资金总额：7.36"))).toEqual([
    "3辆",
    "≥95%",
    "年度资金总额：7.36",
  ]);
});

test("a number behind a word and one written out are left too", () => {
  expect(texts(table("公务接待费|超38.27|减少约3.03万元|肆拾伍点陆|三十八万元", "附件2|其他2|一|二十|"))).toEqual([
    "超38.27",
    "减少约3.03万元",
    "肆拾伍点陆",
    "三十八万元",
  ]);
});

test("codes, years, line numbers and dashes state nothing", () => {
  const section = table(
    "类|款|项|科目名称|行次|2024年|2023",
    "栏次||||||",
    "201|03|01|行政运行|1|7.36|—",
    "208|05|05|养老保险|2|1.20|",
  );
  expect(texts(section, fact(2, 5, "2010301"), fact(3, 5, "2080505"))).toEqual([]);
});

test("a column that counts 1, 2, 3 states nothing under any name", () => {
  expect(texts(table("项目|序", "车辆|1", "设备|2", "房屋|3", "金额|7.36"))).toEqual(["7.36"]);
});

test("numbers with a unit in sentences are listed with their sentences, those of explained words too", async () => {
  const file = sourceFile(
    "白鹭县档案馆2022年度部门决算说明\n机动预备金9.4万元，增长12%。公务接待费3万元。\n三、名词解释\n结余：单笔5万元以上的资金。",
    "text",
  );
  const read = await process(file);
  expect(read.records.map((record) => record.kind === "fact" && record.value)).toEqual(["3"]);
  expect(read.unread.map(({ printed, sentence }) => [printed, sentence])).toEqual([
    ["9.4万元", "机动预备金9.4万元，增长12%。"],
    ["12%", "机动预备金9.4万元，增长12%。"],
    ["5万元", "结余：单笔5万元以上的资金。"],
  ]);
  expect(shown(whole(file, read)).unreadNumbers).toHaveLength(3);
  expect(unreadCount(read)).toBe(3);
});

test("a number behind a line end stands on its own line's page and in its box", () => {
  const paragraph = (text: string, page: number, top: number): Paragraph => ({
    kind: "paragraph",
    text,
    page,
    box: [72, top, 520, top + 14],
  });
  const section: ProseSection = {
    kind: "prose",
    index: 0,
    headings: ["机动预备金使用情况"],
    year: 2022,
    paragraphs: [
      paragraph("年中动用机动预备金9.4万元，用于防汛物资，公务接待费支出", 3, 760),
      paragraph("1.5万元，其中机动预备金0.4万元。", 4, 60),
    ],
  };
  const found = [...statements.extract(section, { fiscalYear: 2022, types: [], entity: null, title: null })];
  expect(
    found.map((item) =>
      item.kind === "unread" ? [item.printed, item.page, item.box?.[1]] : [item.kind, item.place.page],
    ),
  ).toEqual([
    ["9.4万元", 3, 760],
    ["0.4万元", 4, 60],
    ["fact", 4],
  ]);
});
