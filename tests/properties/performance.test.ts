import fc from "fast-check";
import { expect, test } from "vitest";
import { PERFORMANCE } from "../../extractors/performance/index.ts";
import { tableSection } from "../support/table-section.ts";

const WORDS = [
  "一级指标",
  "二级指标",
  "三级指标",
  "指标名称",
  "指标值",
  "实际完成值",
  "分值",
  "得分",
  "项目名称",
  "年度总体目标",
  "预期目标",
  "实际完成情况",
  "年初预算数",
  "全年执行数",
  "执行率",
  "年度资金总额",
  "其中：基本支出：12.5",
  "总分",
  "自评等级",
  "优",
  "编制数",
  "控制率",
  "三公经费",
  "加权得分",
  "评价项目",
  "合计",
  "≥95%",
  "98",
  "1,200.50",
  "-",
  "",
  "<",
  "^",
  "公路养护",
];
const grid = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 10 }))
  .chain(([cols, rows]) =>
    fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: cols, maxLength: cols }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((rows) => rows.map((row) => row.join(" | ")).join("\n"));

test("whatever a table prints, it is read without fail: numbers are printed somewhere, indicators have a name", () => {
  fc.assert(
    fc.property(grid, fc.constantFrom(null, "项目支出绩效自评表", "绩效目标表"), (text, title) => {
      const section = tableSection(text, { title });
      const printed = section.grid.cells.map((cell) => cell.text).join("\n");
      for (const extractor of PERFORMANCE) {
        if (!extractor.matches(section, { fiscalYear: null, entity: null, types: [] })) continue;
        for (const reading of extractor.extract(section, { fiscalYear: null, entity: null, types: [] })) {
          if (reading.kind === "unread") continue;
          expect(reading.extractor).toBe(extractor.id);
          if (reading.kind === "fact") expect(printed).toContain(reading.printed);
          if (reading.kind === "indicator") expect(reading.level3).not.toBe("");
          if (reading.kind === "evaluation") expect(reading.score ?? reading.grade).not.toBeNull();
        }
      }
    }),
    { numRuns: 400 },
  );
});
