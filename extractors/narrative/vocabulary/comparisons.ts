import { WRITTEN_AMOUNT } from "../text/chinese-numerals.ts";
import { YEAR_WORDS } from "./years.ts";

/** A budget that something is compared with. */
export const BUDGET_BASE =
  "(?:年?初|全年|调整后?|同期|本年|当年|批复|部门|财政拨款|一般公共预算|三公经费|的|支出|收入)*(?:预算)(?:安排|批复|执行)?(?:数[字据]?|额|总额|金额)?|年初(?:数|计划)|计划(?:数)?";
/** Accounts that something is compared with. */
export const ACTUAL_BASE =
  "(?:实际|财政拨款|三公经费|的|支出|收入)*(?:决算|执行|完成|实际支出)(?:数[字据]?|额|总额|金额)?|(?:实际|的)?(?:支出|开支|发生)(?:数|额|总额)";
/** What stands behind 比 or 较: a year, its budget or its accounts. */
export const BASE = `(?:(?:${YEAR_WORDS}|往年)(?:年度)?(?:同期|同口径)?(?:的)?(?:相应)?(?:${BUDGET_BASE}|${ACTUAL_BASE})?|${BUDGET_BASE})(?:和(?:${YEAR_WORDS}))?`;
/** What may close a comparison: 与上年相比. */
export const AFTER = "(?:相比较?|对比|比较|相较|比)?";
/** What opens a comparison. */
export const OPENING = "(?:相)?(?:比|较|对比|相较|比照|比起)(?:于|之)?|与|同|和|跟";
/** 较上年, 比2024年预算, 与2022年相比, 同比. */
export const COMPARISON = new RegExp(
  `(${OPENING})(${BASE})(${AFTER})|(?:上年度?|去年)(?=(?:基本|大致|大体)?(?:持平|一致|相同))|同口径同比|同比(?:去年|上年)?|环比|比上(?=增|减|下)`,
  "g",
);
/** 高于预算数1.8万元, 决算数小于年初预算3万元: base and change in one; 高于上年的… leaves the base to be told. */
export const SIGNED = new RegExp(
  `(?<![不未没得])(?:(高[于出]|大于|多于|超(?:过|出)?)|(低于|小于|少于))(${BASE})(?=(?:约|了|为)*(?:[\\d.]|${WRITTEN_AMOUNT}元))`,
  "g",
);

/** A word that joins as well as compares. */
export const WITH = /^[与同和跟]$/;

/** 2021年与2022年: an enumeration. */
export const IN_LIST = /(?:年度?|、)$/;

/** A year, stated or by its distance. */
export const NAMES_YEAR = /20\d{2}|19\d{2}|上|去年|前年|同期|往年/;

/** 往年: read as the year before. */
export const FORMER_YEARS = /^往年/;

/** What was planned. */
export const BUDGETED = /预算|年初数|计划/;

/** What was spent of a budget. */
export const CARRIED_OUT = /预算执行/;

/** What was spent. */
export const SPENT = /决算|执行|完成|实际/;

/** The budget of the whole year. */
export const ADJUSTED = /全年|调整/;
