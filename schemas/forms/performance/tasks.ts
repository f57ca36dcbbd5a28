import type { Fund } from "../../common.ts";

/** The head of the column that names the tasks of the year. */
export const TASK_NAME = /^(?:年度)?(?:主要|重点)?(?:工作)?任务(?:名称)?$/u;
/** What a column of amounts below 预算金额 counts: the whole, or what the treasury gives; nothing else has a name of its own. */
export const TASK_MONEY: readonly (readonly [RegExp, Fund | null])[] = [
  [/^(?:总额|合计|小计|总计|金额|资金总额)(?:\(.*\))?$/u, null],
  [/^(?:当年|本年)?(?:财政拨款|财政资金)(?:\(.*\))?$/u, "appropriation"],
];
/** The line that sums the tasks. */
export const TASK_SUM = /^(?:金额)?(?:合计|总计|小计)$/u;
