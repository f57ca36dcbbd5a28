import type { Measure } from "../measures.ts";

/** The funds' names hold the word 预算 and say nothing of the phase: 一般公共预算财政拨款支出决算表. */
export const FUND_NAMES =
  /(?:一般)?公共(?:财政)?预算|政府性基金预算|国有资本经营预算|部门预算(?=支出?经济)|政府预算(?=支出?经济)|预算(?=单位|部门)|部门预算(?=绩效)/gu;

/** 增、减金额: a mark between the two words of a change. */
export const MARK_IN_CHANGE = /(?<=增)[、,，/](?=减)/gu;

/** Words of a head → the phase or relation it names, the first that is found in it. */
export const PHASES: readonly (readonly [RegExp, Measure])[] = [
  [
    /[比较]年初预算数?(?:的)?(?:增减|变动|增长|升降|差异)?(?:变动|变化)?(?:比例|幅度|率|百分比|[（(]?[%％])/u,
    "budget_variance_rate",
  ],
  [/[比较]年初预算数?(?:的)?(?:增减|增加|减少|变动|变化|差[额异])/u, "budget_variance"],
  [
    /增减?(?:变动|变化)?(?:比例|幅度|率|百分比|[（(]?[%％])|增长(?:率|比例|幅度|[（(]?[%％])|(?:升|降|增|减)幅|变动率|变化率/u,
    "change_rate",
  ],
  [
    /比.{0,12}(?:增减|增加|增长|变动|变化)|^(?:增减|增减额|增减数|增减变化|增减变动|增加额|增长(?:额|数|金额)|增减情况|变动数|增减金额)/u,
    "change",
  ],
  [
    /完成(?:年初)?(?:预算)?(?:比例|率|[（(]?[%％])|执行率|执行进度|(?:占|为)预算(?:数)?的?(?:比例|比重|[（(]?[%％])|预算完成/u,
    "execution_rate",
  ],
  [/占比|比重|占.{0,8}(?:比例|[%％])/u, "share"],
  [/节约率/u, "saving_rate"],
  [/节约额|节约数/u, "saving"],
  [/全年预算|调整后?预算|预算调整后|变更后?预算|最终预算/u, "final_budget"],
  [
    /决算|执行数|^本\s*期(?:数|金额|发生额)?$|上年同期|实际(?:支出|执行|完成|采购|成交)|支出数|完成数|发生数/u,
    "actual",
  ],
  [/年初预算|预算数|计划(?:采购)?(?:金额|数$)|预算安排|批复数|预算(?!单位)/u, "initial_budget"],
];

/** A head that begins a comparison. */
export const COMPARED = /^(?:同?比|较|与)/u;
/** A year as heads print it. */
export const STATED_YEAR = /(20\d{2}|二[〇○Ｏ零]\S{2})年?/u;
/** The year before: not 上年结转, which is money of this year. */
export const YEAR_BEFORE = /上年(?!结转|结余|度?结)|去年|上一年/u;
/** The form's own year: not 本年收入, which is a column's name. */
export const OWN_YEAR = /本年(?!收入|支出)|当年(?!财政)/u;

/** What a title says of the phase of columns that name none. */
export const FINAL_TITLE = /决算/u;
/** What the title of a budget says. */
export const BUDGET_TITLE = /预算/u;
/** `○`, `零` and a full-width O stand for 〇 in printed years. */
export const PRINTED_ZERO = /[○零Ｏ]/u;
/** A year as titles and headings state it, in digits or in words. */
export const YEAR_OF_REPORT =
  /(?<!\d)(20[012]\d)(?=\s*[-—至]?\s*(?:年|(?<=[-—])(?:度|[“"]?三公)|部门|单位|预算|决算|财政|[区市省县]级))|(二[〇○零Ｏ][〇○零一二三四五六七八九]{2})(?=\s*年)/u;
/** 2023年6月14日: a day, on which nothing is reported. */
export const DAY = /20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/gu;
/** 2013年至2015年: what such a text states is its last year. */
export const SPAN_OF_YEARS = /20\d{2}年?度?\s*(?:至|到|[-—~])\s*(?=20\d{2}年)/gu;
