import type { Measure } from "../../measures.ts";
import type { Words } from "../form.ts";

/** What a measure column of a 资金 block or a detail table is headed with, the first that is found; `null`: no fact. */
export const MEASURE_HEADS: readonly (readonly [Measure | null, RegExp])[] = [
  [null, /分值|权重|得分|评分|原因|备注|说明|偏差|到位|^[比较].*(?:增减|变动|增加|减少)/u],
  ["saving_rate", /节约率/u],
  ["saving", /节约额|节约金额/u],
  ["execution_rate", /执行率|完成率|执行进度|^执行$/u],
  ["share", /占比|比重/u],
  ["final_budget", /调整后|全年预算|全年\(调整\)|预算总数|预算调整后|年度预算数\(?调整/u],
  ["adjustment", /调整/u],
  ["carried_in", /上年.*结转|年初结转/u],
  ["balance", /结转|结余/u],
  [
    "actual",
    /执行数|执行额|执行金额|决算|实际支出|支出数|实际执行|实际使用|^资金(?:执行|使用)情况$|^支出$|财政资金\(/u,
  ],
  [
    "initial_budget",
    /年初预算|预算数|年初安排|预算安排|预算金额|批复(?:数|金额)|下达数|当年预算|年度预算|当年金额|^预算/u,
  ],
];

/** Lines of the 资金 block of a form. */
export const FUNDING_LINES: readonly (readonly [string, RegExp])[] = [
  [
    "funding.appropriation",
    /^(?:当年|本年|本年度)?(?:财政拨款|财政资金|政府预算资金|财政性资金|预算资金\(财政拨款\))/u,
  ],
  ["funding.carryover", /^(?:上年|以前年度|年初)(?:度)?(?:财政)?结转/u],
  ["funding.special_account", /专户|非税收入/u],
  ["funding.general_public", /^一般公共预算/u],
  ["funding.government_fund", /^政府性基金/u],
  ["funding.other", /^其[他它](?:资金|收入|来源)?$|^单位资金|^自[筹有]资金|^其[他它]资金|^非财政(?:拨款|资金)/u],
  ["funding.basic", /^基本支出/u],
  ["funding.project", /^项目(?:支出|经费)/u],
  ["expenditure.personnel", /^人员(?:经费|支出)/u],
  ["expenditure.public", /^(?:日常)?公用(?:经费|支出)/u],
  [
    "funding.total",
    /^(?:年度|项目|预算|本年)?(?:资金)?总(?:额|计|金额)|资金(?:申请)?总(?:额|计)(?:\(.*\))?$|^合计|^(?:年度|项目|部门|本年)?(?:预算)?资金\(|^项目(?:预算)?资金$|^年度预算|^部门(?:整体)?(?:预算|支出)|^年度支出总|^预算执行情况/u,
  ],
];

/** Labels of codes, dates and telephones: never money. */
export const NO_MONEY = /编码|代码|编号|日期|时间|电话|人员(?!经费|支出)|人数/u;
/** Of two columns of budgets without 调整 the one of the year's beginning, and the one in force: 年初预算数 | 年度预算数. */
export const AT_YEARS_BEGINNING = /^(?:年初|期初)/u;
/** 1、资金来源：（1）, 2、资金结构：（1）: what a line's sums are parted by, before its name. */
export const PARTED_BY = /^(?:\d[、.])?资金(?:来源|结构|构成):/u;
/** The whole of a project beside the year's share of it. */
export const WHOLE_PROJECT_SUM = /^(?:项目|实施期)(?:资金)?总/u;
export const YEARS_SUM = /^(?:年度|当年|本年).*总/u;
/** 中期, 实施期, 三年 sums are no year's money. */
export const LONG_TERM = /中期|实施期|三年|总投资|项目总预算/u;
/** Sums of another year or another project stand in the head of some forms. */
export const FOREIGN_SUM = /上年|同名|累计|以前|历年/u;
/** Cells that pack a label and its sum: 按收入性质分, 按支出性质分. */
export const BY_NATURE = /按(?:收入|支出)性质分/u;
/** Labels that are a measure of the whole sum themselves: 预算数：, 全年执行数（B）. */
export const MEASURE_LABEL = /[数率]|^当年预算|^年度预算|^预算(?:执行)?金额|^执行金额/u;
/** 其中： inside a packed cell. */
export const OF_WHICH = /其中\s*[:：]/gu;
/** One `label：value` inside a cell: 其中：基本支出：459.62. */
export const PACKED_SUM =
  /([^：:\d\s；;，]{2,24}(?:[（(][^）)]*[）)])?)\s*[：:]\s*([-－]?[\d０-９][\d０-９,，.．]*)\s*(?:亿元|万元|元)?/gu;
/** The money unit a label names: 项目资金(万元), 单位:万元. */
export const UNIT_IN_LABEL = /[(:](亿元|万元|千元|百万元|元)\)?|^(?:金额)?单位:(亿元|万元|千元|元)/u;
/** A money unit printed behind a number. */
export const UNIT_BEHIND = /(亿元|万元|元)\s*$/u;
/** A number, and a remark of more than its unit in brackets behind it: 100（调减20万）. */
export const NUMBER_REMARK =
  /^(\s*[\d,，.]+(?:万元|元)?)\s*[（(](?=[^（）()]*\p{Script=Han})(?!(?:[百千万亿]*元|人|分)[）)])[^（）()]{2,20}[）)]\s*$/u;
/** What may stand behind one number in a cell. */
export const BEHIND_NUMBER = /(?:[%％]|万元|元|人|分)$/u;

/** What a column of a 资金 block holds, as its head says in running text. */
export type FundingHead = "initial" | "final" | "actual" | "rate" | "weight" | "score" | "words";

const NOTE = "(?:\\([^()]{1,14}\\)|[ABab])?";
/** Heads of a 资金 block, as a lexer of running text takes them. */
export const FUNDING_HEADS: Words<FundingHead> = [
  [
    `(?:年初|年度|当年|本年|批复)?预算(?:批复|安排)?(?:数|金额|资金额?|额)${NOTE}|年初预算${NOTE}|预算数${NOTE}`,
    "initial",
  ],
  [
    `(?:全年|年度|本年)?(?:\\(?调整后?\\)?)(?:的)?(?:全年)?预算(?:数|金额|额)?${NOTE}|全年(?:\\(调整\\))?预算(?:数|金额|额)?${NOTE}|预算调整(?:后|数|金额)*${NOTE}`,
    "final",
  ],
  [
    `(?:全年|年度|本年|预算)?(?:实际)?执行(?:数|金额|额)${NOTE}|(?:全年|本年|实际)(?:实际)?支出(?:数|金额|额)?${NOTE}|决算数${NOTE}|实际(?:使用|到位)(?:数|金额)${NOTE}`,
    "actual",
  ],
  [`(?:预算|资金)?(?:执行|完成)率${NOTE}|执行进度${NOTE}`, "rate"],
  [`(?:执行率)?(?:分值|权重|标准分|满分)${NOTE}`, "weight"],
  [`(?:执行率|自评)?得分${NOTE}`, "score"],
  ["(?:未完成|偏差)?原因(?:分析)?|备注|说明", "words"],
];
/** The label beside it. */
export const FUNDING_SIDE =
  "(?:年度|项目|部门|整体|预算|本年)*(?:资金(?:情况|安排|总体情况)?|预算申请|预算执行(?:情况)?|支出情况)(?:\\([^()]{1,10}\\))*(?:/万元)?";
/** Names of its lines. */
export const FUNDING_LABELS: readonly string[] = [
  "(?:年度|项目|预算|本年|实施期)?(?:资金|财政资金)?(?:申请)?总(?:额|计|金额)(?:\\([^()]{1,6}\\))?:?",
  "项目总预算:?|(?:当年)?年度预算:?|当年预算:?",
  "(?:其中[:-]?)?(?:当年|本年|本年度)?(?:一般公共预算)?(?:财政拨款|财政资金|政府预算资金|财政性资金)(?:\\([^()]{1,8}\\))?:?",
  "(?:其中[:-]?)?(?:上年|以前年度|年初)(?:度)?(?:财政)?结转(?:结余)?(?:资金)?:?",
  "(?:其中[:-]?)?(?:其[他它]|单位|自[筹有]|非财政(?:拨款)?)(?:资金|收入)?:?",
  "(?:其中[:-]?)?一般公共预算(?:财政)?(?:拨款|资金)?:?",
  "(?:其中[:-]?)?政府性基金(?:预算)?(?:拨款|资金)?:?",
  "(?:其中[:-]?)?(?:纳入)?(?:财政)?专户(?:管理)?的?(?:非税收入)?(?:拨款|资金)?:?",
  "(?:其中[:-]?)?(?:基本|项目)支出:?",
  "合计:?",
];
/** Lines of the year's own money beside those of the whole project. */
export const OF_THE_YEAR = /当年|本年|上年|年度/u;
/** A label that ends in a unit in brackets, or such a unit by itself. */
export const UNIT_ALONE = /[（(](?:[百千万亿]*元)[)）]$/u;
/** The name of the whole. */
export const WHOLE_SUM = /总(?:额|计|金额)|^合计/u;
/** By what the money was spent on. */
export const BY_USE = /基本支出|项目支出/u;
/** A unit set off from its number. */
export const UNIT_WORD = /^(?:分|元|万元|[%％])$/u;
