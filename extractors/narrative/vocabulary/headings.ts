import type { Measure } from "../../../schemas/index.ts";

/** Names that hold 预算 and tell no phase. */
export const FUND_NAMES =
  /一般公共(?:服务)?预算|一般预算|政府性基金预算|国有资本(?:经营)?预算|预算(?:绩效|执行|单位|管理|法)|财政预算/g;
/** 财政拨款收支与年初预算数对比情况: what is compared with gives no phase. */
export const COMPARED = /(?:与|同|较|比)[^，。；]{0,14}?(?:预算|决算)数?的?(?:对比|相比|比较|差异)/g;
/** A part of a year. */
export const PARTIAL =
  /[上下]半年|[一二三四]季度|(?:\d|元|[一二三四五六七八九])月?(?:份)?[-—–~至到](?!12月)(?:1?\d|[二三四五六七八九十]|十一)月/u;

/** 截至3月底, 6月，…累计: how far a year had run, on a page that names no year. */
export const SO_FAR = /截[至止到]?(?!12月)1?\d月|(?:^|[\n。])(?!12月)1?\d月(?:份)?，/u;
/** A year, stated. */
export const STATED_YEAR = /20\d{2}年?/;

/** A heading on performance tells no phase. */
export const OF_PERFORMANCE = /绩效/;

/** What was spent, by its heading. */
export const OF_ACCOUNTS_SPENT = /决算|执行情况|支出情况表/;

/** 一、2018年预算执行情况. */
export const CARRIED_OUT = /预算执行情况/;

/** What is planned, by its heading. */
export const OF_BUDGET = /预算|安排(?:情况|公开|说明)/;

/** A title that speaks of a budget. */
export const NAMES_BUDGET = /(?<!公共|基金|经营)预算(?!执行|单位|绩效)/;

/** Funds by their names. */
export const FUNDS_NAMED =
  /一般公共(?:服务)?预算|公共(?:财政)?预算|公共财政(?=拨款)|政府性基金|国有资本(?:经营)?预算|国有资本经营|(?<!非)财政拨款/g;

/** 从财政拨款预算的使用情况看，: whose money the lines below are. */
export const FROM_FUND =
  /^(?:从|其他|其中)?(?:20\d{2}年度?|今年)?((?:一般公共预算)?财政拨款|一般公共预算(?:拨款)?|政府性基金(?:预算)?)(?:预算)?(?:支出)?的?(?:使用|支出|构成|安排)?(?:情况|结构|构成|用途)?来?[看中]，/;

/** The general public budget, by its name. */
export const GENERAL_FUND = /公共/;

/** 占财政拨款的99.6%: a share that says whose money it is a part of. */
export const SHARE_OF_FUND =
  /占((?:一般公共预算)?财政拨款|(?:一般)?公共预算(?:财政)?(?:拨款)?)(?:总?收入|总?支出)?(?:总[额计数]|合计)?的?(?:比[例重])?为?\d/u;

/** 占基本支出预算90.86%: a part of what is planned. */
export const SHARE_OF_BUDGET = /占(?:基本|项目|收入|总?支出)[^，。；\d]{0,8}预算/;

/** 年初预算数, 收入预算: told twice in a text that tells nothing spent. */
export const OF_WHAT_IS_PLANNED = /年初预算|预算(?:数|总额|总数|安排|支出|收入)|(?:收入|支出)预算/g;

/** Words of what was spent. */
export const SPENT_WORDS =
  /决算|执行(?:数|率|情况|中)|完成(?:年初|全年|调整|预算|\d)|实际(?:支出|完成|执行|开支)|开支|支出完成/;

/** 公务用车购置安排69万元: given for the year to come. */
export const ALLOTS =
  /(?:三公经费|公务[^，。；\d]{1,10}|公车[^，。；\d]{1,8}|因公出国[^，。；\d]{0,6})安排(?:了|为)?\d/;
/** What was spent in the end. */
export const SPENT_IN_THE_END = /决算|执行|完成|实际|结余/;

/** 去年, as a reporter says it; 去年同期 is compared with. */
export const LAST_YEAR = /去年(?!同期)/;
/** 今年. */
export const THIS_YEAR = /今年/;
/** 某县人民政府关于2021年决算情况的报告, 一、全县收支决算情况: a region's own accounts. */
export const OF_TREASURY =
  /全[省市县区州旗](?:本级)?(?:财政)?(?:预算|决算)?收支|(?<!乡|镇)人民政府关于[^\n]{0,20}(?:决算|预算)|(?<!非|的)财政(?:收支)?(?:总)?(?:决算|预算)(?:草案|（草案）|情况|报告|执行|和)|(?:决算|预算)（?草案|(?<!乡|镇)政府(?:预算|决算)公开/;
/** 加上转移性收入A，收入合计B: a treasury's accounts, by what only a treasury has. */
export const TREASURY_TOLD =
  /加上?[^。；]{0,160}(?:转移性|税收返还|转移支付|转贷|债券|调节基金|上解)[^。]{0,120}(?:收入|支出|财力)(?:总量|合计|总计)|加上?[^。；]{0,160}(?:转移性|税收返还|转移支付|转贷|债券|调节基金|上解)[^。]{0,120}总(?:收入|支出)/;
/** Words of a treasury's accounts: no body has such money. */
export const OF_TREASURY_ALONE = /预算稳定调节基金|(?:体制|专项|结算)上解|上解(?:上级|支出)|补助下级/;
/** The nation and its centre. */
export const OF_NATION = /全国(?:一般公共|财政|政府性)|中央(?:一般公共|财政)/;

/** 2016年“三公”经费决算: a year, and what is told of it. */
export const OF_STATED_YEAR = /20\d{2}年[^，。；\n]{0,24}/g;
/** Accounts. */
export const ACCOUNTS_TOLD = /决算|执行情况/;

/** A whole year is spoken of. */
export const WHOLE_YEAR = /全年|年度/;

/** Income or expenditure. */
export const EITHER_SIDE = /收入|支出/;

/** Income and expenditure in one. */
export const BOTH_SIDES = /收入.{0,3}支出|收支/;

/** Income. */
export const INCOME = /收入/;

/** （一）收入决算情况。: a heading with a full stop behind it. */
export const ANNOUNCED_POINT = /^（?[一二三四五六七八九十\d]{1,2}[）、.．][^，；：\d]{2,20}情况(?:说明)?。?$/;

/** 1.镇人大批准的年初预算草案。/ 2.预算调整方案。/ 3.决算情况。: points that say of which phase the amounts below them are. */
const POINT = "^（?[一二三四五六七八九十\\d]{1,2}[）、.．][^，；：]{0,40}";
export const PHASES_ANNOUNCED: readonly (readonly [RegExp, Measure])[] = [
  [new RegExp(`${POINT}(?:预算调整(?:方案|情况)|调整后?(?:的)?预算)(?:草案|情况|数)*。?$`, "u"), "final_budget"],
  [new RegExp(`${POINT}年初预算(?:草案|情况|安排|数)*。?$`, "u"), "initial_budget"],
  [new RegExp(`${POINT}(?<!预算)(?:决算|预算执行)(?:情况|数)*。?$`, "u"), "actual"],
];

/** Expenditure. */
export const EXPENDITURE = /支出/;

/** Sections on something of their own, where 支出 is what it cost. */
export const OF_SOMETHING = /三公|采购|运行经费|会议|培训|绩效|资产|项目|出国|用车|接待/;

/** Sections on the accounts. */
export const OF_ACCOUNTS = /收支|收入|支出|(?:决算|预算)(?:总体)?情况/;

/** Sections whose sums are no fund's. */
export const PROCUREMENT_OR_SANGONG = /三公|采购|机关运行|会议费|培训费|绩效/;

/** A section on 机关运行经费. */
export const OF_RUNNING_COSTS = /机关运行经费/;

/** The three public expenses are spoken of. */
export const OF_THREE_PUBLIC = /三公/;

/** A number with a unit. */
export const STATES_NUMBER = /\d(?:万|亿)?(?:元|%)/;
