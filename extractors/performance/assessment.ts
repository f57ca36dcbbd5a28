import { defineTableExtractor } from "../../src/lib/extractor.ts";
import { label } from "./form.ts";

/**
 * 绩效自评工作考核评分表: how well the evaluation work itself was done.
 *
 * Looks like   考核内容 | 考核指标 | 分值 | 评分标准 | 得分
 * Quirks       - its indicators and its score say nothing of the department's performance: the form is known and yields nothing
 */
export const assessment = defineTableExtractor({
  id: "performance/assessment",
  rank: 3,
  matches: ({ title, grid }) => {
    if (title !== null && /(?:自评|评价|绩效)?工作.*考核|考核评分表|考核打分表/.test(title)) return true;
    const head = grid.cells.filter((cell) => cell.r <= 1).map((cell) => label(cell.text));
    return (
      head.some((text) => /^考核(?:内容|项目|指标)/.test(text)) &&
      head.some((text) => /^(?:评分|考核|扣分)标准/.test(text))
    );
  },
  *extract() {},
});
