import type { Measure } from "../../schemas/index.ts";

/**
 * The words of performance forms, all in one place: a new province's wording is one alternative here and one test.
 * Every pattern is compared with a label without white space, with full-width brackets and colons.
 */

/** What a column of an indicator block holds. */
export type ColumnRole =
  | "scope"
  | "objective"
  | "level1"
  | "level2"
  | "level3"
  | "nature"
  | "unit"
  | "target"
  | "actual"
  | "weight"
  | "score"
  | "reason"
  | "budget"
  | "other";

/** Heads of an indicator block, first match wins. */
export const COLUMN_ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ["level1", /^一级(?:绩效)?(?:指标|目标)|^一级$/],
  ["level2", /^二级(?:绩效)?(?:指标|目标)|^二级$/],
  ["level3", /^三级(?:绩效)?(?:指标|目标)|^三级$/],
  ["scope", /^(?:单位名称[、及/]?)?项目(?:支出)?名称|^(?:单位)?（?专项(?:资金)?）?名称/],
  ["objective", /^(?:项目)?(?:年度|实施期)?(?:总体)?绩效目标$|^(?:项目)?年度(?:总体)?目标$|^绩效目标描述$/],
  [
    "budget",
    /^(?:年度|本年|当年|项目)?(?:预算|安排)(?:金额|数|资金|额)?(?:（.*）)?$|^(?:项目)?(?:预算)?资金总额(?:（.*）)?$/,
  ],
  [
    "other",
    /指标值?(?:解释|说明|释义|内涵|定义|属性|类型|来源)|评价(?:标准|要点|依据|内容)|评分(?:标准|依据|细则|办法|规则|说明)|计分|计算(?:方法|公式)|数据来源|佐证|取值|确定依据|考核标准|赋分|扣分(?!原因)|得分率|系数|完成率|完成比例|完成百分比|完成程度|偏差率|偏离度|^前年|^上年|^往年|历史|近[一二两三]年/,
  ],
  // 得分及扣分原因 is filled with the score; 自评分值 stands beside 分值.
  ["score", /^(?:自评)?得分(?:及|和|与|、)|^自评分值/],
  ["reason", /原因|偏差|改进措施|整改/],
  ["nature", /^(?:指标)?(?:性质|符号|方向|运算符)|运算符|计算符号|比较符/],
  ["unit", /^(?:绩效)?(?:度量|计量|指标|指标值)?单位(?:（.*）)?$/],
  ["weight", /分值|权重|标准分|满分|应得分|指标分$|^分数$/],
  ["score", /得分|自评分|评分|评价分/],
  ["target", /预期|预计|计划|年初|应完成/],
  ["actual", /实际|完成|实现|达成|业绩值|^实绩|^(?:全年|年度|指标)?执行(?:情况|值)$/],
  ["target", /指标值|目标值|^数?值$|目标$|年度指标|标准值|绩效标准|绩效目标/],
];

/** Heads that name the indicator itself where a form prints no 三级指标. */
export const INDICATOR_NAME = /^(?:绩效)?指标(?:名称|内容)$|^具体指标|^(?:考核|评价)指标(?:名称)?$|^指标$/;

/** Signs and words of an 指标性质 column that belong to the target; 正向, 定量 … do not. */
export const NATURE_SIGN =
  /^(?:[≥≤＝=＞＜><≧≦]{1,2}|大于等于|小于等于|大于|小于|等于|不低于|不高于|不少于|不超过|定性)$/;

/** What heads the lines below the indicators: words about the evaluation, never an indicator. */
export const FOOT_LABEL =
  /^(?:自评|评价|绩效|综合|项目)*(?:等级|等次|档次|结论|结果)(?:（.*）)?：?$|^(?:情况)?说明：?$|^备注：?$|^(?:其[他它])?需要?说明|^其[他它].*说明的?(?:事项|问题|情况)|^(?:存在|主要)的?(?:主要)?问题|^(?:下一步)?改进(?:措施|建议)|^偏差大|^(?:填表|填报|联系|审核|项目负责|财务负责|单位负责)人/;

/** Cells of a blank template: no indicator. */
export const BLANK_INDICATOR = /^(?:指标\d*[：:]?|[.．…·。—\-－/／\s]+|无|……)$/;

/** What a measure column of a 资金 block or a detail table is headed with, first match wins; `null`: no fact. */
export const MEASURE_HEADS: readonly (readonly [Measure | null, RegExp])[] = [
  [null, /分值|权重|得分|评分|原因|备注|说明|偏差|^[比较].*(?:增减|变动|增加|减少)/],
  ["saving_rate", /节约率/],
  ["saving", /节约额|节约金额/],
  ["execution_rate", /执行率|完成率|执行进度|^执行$/],
  ["share", /占比|比重/],
  ["final_budget", /调整后|全年预算|全年（调整）|预算总数|预算调整后|年度预算数（?调整/],
  ["adjustment", /调整/],
  ["carried_in", /上年.*结转|年初结转/],
  ["balance", /结转|结余/],
  ["actual", /执行数|执行额|执行金额|决算|实际支出|支出数|实际执行|实际使用|^支出$|财政资金（/],
  ["initial_budget", /年初预算|预算数|年初安排|预算安排|预算金额|批复数|下达数|当年预算|年度预算|^预算/],
];

/** Lines of the 资金 block of a form. */
export const FUNDING_LINES: readonly (readonly [string, RegExp])[] = [
  ["funding.appropriation", /^(?:当年|本年|本年度)?(?:财政拨款|财政资金|政府预算资金|财政性资金|预算资金（财政拨款）)/],
  ["funding.carryover", /^(?:上年|以前年度|年初)(?:度)?(?:财政)?结转/],
  ["funding.special_account", /专户|非税收入/],
  ["funding.general_public", /^一般公共预算/],
  ["funding.government_fund", /^政府性基金/],
  ["funding.other", /^其[他它](?:资金|收入|来源)?$|^单位资金|^自[筹有]资金|^其[他它]资金|^非财政(?:拨款|资金)/],
  ["funding.basic", /^基本支出/],
  ["funding.project", /^项目支出/],
  [
    "funding.total",
    /^(?:年度|项目|预算|本年)?(?:资金)?总(?:额|计|金额)|资金(?:申请)?总(?:额|计)(?:（.*）)?$|^合计|^(?:年度|项目|部门|本年)?(?:预算)?资金（|^项目(?:预算)?资金$|^年度预算|^部门(?:整体)?(?:预算|支出)|^预算执行情况/,
  ],
];

/** 中期, 实施期, 三年 sums are no year's money. */
export const LONG_TERM = /中期|实施期|三年|总投资|项目总预算/;

/** Heads of the two halves of 年度总体目标. */
export const EXPECTED =
  /^(?:年度|年初|全年(?:（调整）)?|当年|项目)*(?:预期|设定|预定|绩效|总体|计划)*(?:设定)?目标(?:（.*）)?：?$|^预期(?:绩效)?目标|^年初(?:设定|预期)|^年度(?:总体)?(?:绩效)?目标/;
/** Head of the half that says what became of it: 实际完成情况. */
export const ACHIEVED =
  /(?:实际|全年|目标|总体).*完成|^完成情况|^年度目标完成|^(?:目标)?(?:实现|执行|达成)情况|实际(?:实现|达成)/;
/** The label at the left of the 年度总体目标 block. */
export const OBJECTIVE_LABEL =
  /^(?:年度|年初|全年|本年|当年|项目|部门|整体)*(?:总体?)?(?:绩效)?(?:总体?)?目标(?:\d+|[一二三四五六七八九十])?(?:：?（.*）)?：?(?:完成情况)?$/;
/** Long-term halves stand beside the year's. */
export const LONG_TERM_OBJECTIVE = /^(?:中期|实施期|长期|三年|项目总)(?:总体)?(?:绩效)?目标/;

/** Labels of the names of a form. */
export const PROJECT_NAME =
  /^(?:一级|二级|预算|自评|专项|支出)?项目(?:支出|（政策）|（专项）)?名称(?:（[^）]{1,6}）)?：?$|^专项(?:资金)?名称：?$|^评价项目(?:名称)?：?$|^政策(?:（项目）)?名称：?$/;
/** Label of the body a form is of. */
export const DEPARTMENT_NAME =
  /^(?:.{0,6}(?:预算)?(?:部门|单位)(?:（单位）)?名称|填报(?:单位|部门)|部门（单位）|预算(?:部门|单位))：?$/;

/** The last line of an indicator block. */
export const TOTAL_LABEL =
  /^(?:自评|评价|项目|综合|指标|绩效)?(?:总(?:得)?分(?:值)?|总计|合计(?:得分)?|得分合计|总评分|自评分)(?:（.*）)?：?$/;
/** Score and grade fields outside the indicator rows. */
export const SCORE_LABEL =
  /^(?:绩效)?(?:自评|评价|综合|最终)(?:总)?(?:得)?分(?:数|值)?(?:（分）)?：?$|^总(?:得)?分：?$|^自评结果（分）：?$/;
/** Label of a grade: 评价等级, 自评结论. */
export const GRADE_LABEL = /(?:等级|等次|档次|结论|自评结果|评价结果)(?:（.*）)?：?$/;
/** A cell that is a grade and nothing else. */
export const GRADE = /^(?:[“"]?)(优|良|中|差|合格)(?:[秀好等级]|等次)?(?:[”"]?)$/;
/** A grade ticked among several: 优☑ 良□. */
export const CHECKED_GRADE = /[☑√■☒✓✔●]\s*(优|良|中|差|合格)|(优|良|中|差|合格)\s*[（(]?[☑√✓✔][）)]?/;
