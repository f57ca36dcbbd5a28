import { LEVEL_HEAD, OF_THE_FORM, OF_THE_WORK, WORK_HEADS } from "../../schemas/forms/performance/names.ts";
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
    if (title !== null && !OF_THE_FORM.test(title) && OF_THE_WORK.test(title)) return true;
    const head = grid.cells.filter((cell) => cell.r <= 1).map((cell) => label(cell.text));
    const has = (pattern: RegExp): boolean => head.some((text) => pattern.test(text));
    return WORK_HEADS.every(has) && !has(LEVEL_HEAD);
  },
  *extract() {},
});
