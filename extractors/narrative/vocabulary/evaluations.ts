/** A total score: what is scored is the whole, in whatever words. */
export const SCORE =
  "(?:(?:综合|最终|总体|整体|自评|自我评价|评价|平均|绩效|量化|评定|考评)*(?:自?评分|得分|总分|评价分|平均分|综合分|分数|打分|分值|成绩)|自评|评价|共|综合)(?:结果|得分|总分|合计|总计|平均|最终|均)*(?:为|是|达到?|：|得)?";

/** What introduces a grade. */
export const GRADE_OPENING =
  "(?:(?:评价|自评|评定|绩效|综合|考评|评分|最终)*(?:等级|级别|评级|档次|等次|结果|结论|级次)|综合评价|总体评价|综合评定|自评|评定|评级|属于?|评为|定为|确定为|达到|等级|评价)(?:均|评定|评)?(?:为|是|：|定为|属于?|达到)*";
/** Grades of a result as printed, longest first. */
export const GRADES = "优秀|优良|优|良好|良|中等|中|较差|差|不合格|合格";

/** One indicator's or group's score, a deduction, a rule: no total. */
export const PARTIAL =
  /指标|单项|该项(?!目)|此项(?!目)|本项(?!目)|考核(?!评价)|分项|扣|权重|决策类|过程类|产出类|效益类|投入|产出|效益|满意度|预算执行率?得|考核组|部分得|方面得|得分率/;
/** Statements on many projects at once, or on how grades are given. */
export const RULES =
  /以上[的者，]?|以下的|（含）|得分在|分数在|≥|分别评|[0-9一二三四五六七八九十]+个(?:项目|一级|二级|单位|部门)?[^，。]{0,12}(?:评价|自评|结果|等级|评级)|的项目|划分为|设定为|评价标准/;

/** Names of what was evaluated, before 自评 / 评价. */
export const WHOLE = /整体支出|部门整体|单位整体|平均|综合平均|各项目|全部项目|所有项目|部门评价得分/;

/** A total score with its number. */
export const SCORED = new RegExp(`(?:${SCORE})(?:了)?(\\d{1,3}(?:\\.\\d+)?)分(?!值|制|钟|以|（含|-)`, "g");
/** 2.产出指标，该组指标共计50分，得分48分; 得分在90（含）-100分的，绩效评级为“优”. */
export const INDICATORS = /指标(?!体系|库|值)[^。]{0,30}得分|得分率/;
/** How grades follow from scores: a rule, no result. */
export const BANDS = /(?:得分|分数|评分|分值)在\d|\d分?（含）|以[上下][的，]|\d{2}分?[-~至]\d{2,3}分/;
/** The score that could be reached. */
export const FULL = /(?:满分|总分值?|标准分)(?:为|是|：)?(\d{2,3}(?:\.\d+)?)分/;
/** A grade with what introduces it. */
export const GRADED = new RegExp(
  `(?:${GRADE_OPENING})(?:“|”)?(${GRADES})(?:秀|等级|级|等|档)?(?=[，。；：、（）！]|$)`,
  "g",
);

/** The score that could be reached, by its name. */
export const FULL_SCORE = /满分|总分值|标准分/;

/** XX项目绩效自评综述：. */
export const EVALUATION_OPENING = /^[^：。]{0,60}?(?:自评|评价)(?:综述|情况|结果|结论)?：/;
