import { defineTableExtractor } from "../../src/lib/extractor.ts";
import { label } from "./form.ts";

/** A project may be called …工作考核经费: the form has to be the sheet itself. */
const OF_THE_WORK = /(?:自评|评价|绩效管理)工作(?:质量)?(?:考核|评分)|考核(?:评分|打分)表$/;

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
    if (title !== null && !/自评表|目标表/.test(title) && OF_THE_WORK.test(title)) return true;
    const head = grid.cells.filter((cell) => cell.r <= 1).map((cell) => label(cell.text));
    const has = (pattern: RegExp): boolean => head.some((text) => pattern.test(text));
    return has(/^考核(?:内容|项目)$/) && has(/^(?:评分|考核|扣分)标准$/) && !has(/^[一二三]级指标/);
  },
  *extract() {},
});
