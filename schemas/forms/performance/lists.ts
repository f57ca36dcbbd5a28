/** The head of the column that names the lines of a detail table. */
export const DETAIL_NAME = /^(?:项目(?:支出)?(?:名称)?|支出项目|费用项目|专项名称|内容)$/u;
/** Heads of tables of accounts. */
export const OF_ACCOUNTS = /科目编码|功能分类|行次|栏次/u;
/** 项目 alone says little. */
export const BARE_NAME = "项目";
/** A title of 三公经费. */
export const OF_SANGONG = /三公/u;
/** A line of a 收支总表. */
export const BALANCE_LINE = /^(?:一、)?(?:本年)?(?:收入|支出)(?:总计|合计)/u;
/** 合计 and its like. */
export const SUM_LINE = /^(?:合计|总计|小计)$/u;
/** Sums and means of a list of results. */
export const SUM_OF_LIST = /^(?:合计|总计|小计|平均)/u;
/** A line of the whole department among projects. */
export const WHOLE_LINE = /整体支出|部门整体/u;
/** …or of its basic expenditure. */
export const BASIC_OR_WHOLE = /基本支出|部门整体|整体支出/u;
/** Totals of weighed scores. */
export const WEIGHED_TOTAL = /^(?:总计|合计|总分)$/u;

/** Heads of a list of results: name, score, grade. */
export const LIST_NAME = /^(?:自评|评价|支出)?项目(?:支出)?名称$/u;
export const LIST_SCORE = /^(?:绩效)?(?:自评|评价)(?:总)?(?:得)?分|^(?:综合)?得分/u;
export const LIST_GRADE = /等级|等次|档次|评价结果|自评结果/u;

/** Heads of the table that weighs projects. */
export const WEIGHED_NAME = /^(?:评价)?项目(?:支出)?名称$|^项目$|^评价(?:对象|内容)$/u;
export const WEIGHED_SCORE = /^(?:项目|自评|评价|单项)得分/u;
export const WEIGHED_RESULT = /加权(?:后)?得分|折算(?:后)?得分/u;
export const WEIGHED_SHARE = /占比|比重|权重/u;
/** Shares of money, not of scores. */
export const SHARE_OF_MONEY = /占比|比重/u;
export const WEIGHED_MONEY = /资金\(|支出(?:金额|数|额)|财政资金|金额/u;

/** Scores by group of indicators. */
export const GROUP_SUM = /^(?:合计|总计|总分|总得分)$/u;
export const GROUP_SCORE = /^(?:分值|得分|评价得分|自评得分|实际得分)$/u;
/** A line or column of scores got beside one of full scores. */
export const GROUP_GOT = /得分$/u;
export const GROUP_FULL = /^(?:权重|满分|标准分|权重分值|分值权重|指标权重)(?:\(.*\))?$/u;
/** 分值, the full score where no other head names it. */
export const GROUP_POINTS = "分值";
export const GROUP = /投入|过程|产出|效果|效益|决策|满意度/u;

/** What stands before the name of a line: 其中：, -, 一、, (一), 1., ①. */
export const ITEM_NUMBERING =
  /^(?:其中[:-]*|[-—－]+|[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十\d]+\)|\d+[、.．](?!\d)|[①-⑳])+/u;
