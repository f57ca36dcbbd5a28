import type { Head } from "./form.ts";

const FUND = "(?:一般公共|政府性基金|国有资本经营)";
const YEAR = String.raw`(?:\d{4}(?:年(?:度)?|[-—](?:度)?)?|上年|本年(?:度)?|[本上][-—]|年初|全年|调整(?:后)?)?`;

/** Every head of the tables of accounts and budgets, once: what it is and what its amounts count. A new form's head is a line here. */
export const HEADS: readonly Head[] = [
  { is: "order", printed: "(?:行|栏)次" },
  { is: "code", printed: "[类款项](?![目次])" },
  { is: "code", printed: "(?:支出)?(?:部门(?:预算)?|政府(?:预算)?)?(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码)" },
  { is: "code", printed: "(?:支出)?(?:部门(?:预算)?|政府(?:预算)?)?(?:功能|经济)分类(?:科目|编码)" },
  {
    is: "name",
    printed: "(?:支出)?(?:部门(?:预算)?|政府(?:预算)?)?(?:支出)?(?:功能|经济)?(?:分类)?科目(?:名称)?",
  },
  { is: "name", printed: "年度|年份" },
  { is: "name", printed: "(?:单位|部门)(?:编码|代码|名称)(?:[（(].{2,10}[）)])?|项目名称|项目单位|类型" },
  { is: "name", printed: "项目(?:[（(]按.{2,8}[）)])?|内容" },
  { is: "name", printed: "(?:支出)?(?:功能|经济)分类" },
  { is: "amount", role: "all", printed: "(?:本年)?(?:收入|支出)?(?:合计|总计|小计)" },
  { is: "amount", role: "all", printed: "金额|数量|统计数|(?:本|上)?(?:年末|期末|年|期)数|(?:年末|期末)(?:实有)?数" },
  {
    is: "amount",
    role: "all",
    printed:
      "其中[:：]?(?:(?:一般)?公共(?:财政)?预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政)(?:财政)?(?:拨款)?(?:安排)?(?:数|支出|资金)?",
  },
  {
    is: "amount",
    measure: "change_rate",
    printed: "(?:同比)?增[、,]?[减长](?:率|幅度|比例|比率|变化率|[（(]?[%％][）)]?)|增幅|变动(?:率|幅度|比例)",
  },
  {
    is: "amount",
    measure: "change",
    printed:
      "增[、,]?减(?:额|金额|数额|数)?|增[、,]?[长加](?:额|金额|数额|数)|增减变化|变动(?:额|金额|数)|(?:支出)?(?:减少|增加)情况",
  },
  {
    is: "amount",
    measure: "change_rate",
    printed: String.raw`\d{4}年(?:度)?(?:(?:预算|决算|执行)数)?[比较]\d{4}年(?:度)?(?:预算|决算|执行)数增[、,]?[减长](?:[（(]?[%％][）)]?|率|幅度|比例)`,
  },
  { is: "group", printed: String.raw`\d{4}年(?:预算数|执行数)?比\d{4}年(?:预算数|执行数)` },
  {
    is: "group",
    printed: "[比较与和]上年(?:度)?(?:预算|决算|执行)?(?:数)?(?:相比)?增[、,]?减(?:变化|变动)?(?:情况)?",
  },
  { is: "amount", role: "economic.301", printed: "工资福利支出" },
  { is: "amount", role: "economic.302", printed: "商品和服务支出" },
  { is: "amount", role: "economic.303", printed: "对个人和家庭的补助(?:支出)?" },
  { is: "amount", role: "all", printed: `${YEAR}(?:预算|决算|执行)(?:数|金额)?` },
  { is: "amount", role: "revenue.appropriation", fund: "appropriation", printed: "财政(?:预算)?拨款(?:收入)?" },
  { is: "amount", role: "revenue.superior", printed: "上级补助收入" },
  { is: "amount", role: "revenue.operating", printed: "(?:事业单位)?经营收入" },
  { is: "amount", role: "revenue.business", printed: "事业收入" },
  { is: "amount", role: "revenue.subordinate", printed: "附属单位上缴收入" },
  { is: "amount", role: "revenue.other", printed: "其他(?:收入|资金)" },
  { is: "amount", printed: "单位资金" },
  { is: "amount", printed: "财政专户管理资金(?:收入)?" },
  { is: "amount", role: "revenue.surplus_used", printed: "使用非财政拨款结余" },
  { is: "amount", role: "expenditure.basic", printed: "基本支出" },
  { is: "amount", role: "expenditure.project", printed: "项目支出" },
  { is: "amount", role: "expenditure.upward", printed: "上缴上级支出" },
  { is: "amount", role: "expenditure.operating", printed: "(?:事业单位)?经营支出" },
  { is: "amount", role: "expenditure.subsidy", printed: "对附属单位补助支出" },
  {
    is: "amount",
    role: "revenue.general_public",
    fund: "general_public",
    printed: "(?:一般公共(?:财政)?|公共财政)预算(?:(?:财政)?拨款)?(?:收入|资金)?",
  },
  {
    is: "amount",
    role: "revenue.government_fund",
    fund: "government_fund",
    printed: "政府性基金预算(?:(?:财政)?拨款)?(?:收入|资金)?",
  },
  {
    is: "amount",
    role: "revenue.state_capital",
    fund: "state_capital",
    printed: "国有资本经营预算(?:(?:财政)?拨款)?(?:收入|资金)?",
  },
  {
    is: "amount",
    role: "revenue.carryover",
    printed: "(?:上年|上[-—]|年初)(?:财政拨款)?结转(?:和|及)?(?:结余)?(?:资金)?",
  },
  { is: "amount", role: "expenditure.carryover", printed: "(?:年末)?(?:财政拨款)?结转(?:和|及)?(?:结余)?(?:资金)?" },
  { is: "amount", role: "expenditure.personnel", printed: "(?:日常)?人员经费" },
  { is: "amount", role: "expenditure.public", printed: "(?:日常)?公用经费" },
  { is: "amount", role: "sangong.overseas", printed: "因公出国(?:[（(]境[）)])?(?:经)?费用?" },
  { is: "amount", role: "sangong.reception", printed: "公务接待费" },
  {
    is: "amount",
    role: "sangong.vehicle_purchase",
    printed: "(?:公务用车|公务车|公车|车辆)购置(?!及|和|与)费?|购置费",
  },
  {
    is: "amount",
    role: "sangong.vehicle_operation",
    printed: "(?:公务用车|公务车|公车|车辆)运行(?:维护)?费?|运行(?:维护)?费",
  },
  { is: "amount", role: "operating_costs", printed: `${YEAR}(?:行政单位)?机关运行经费(?:预算|决算)?数?` },
  { is: "amount", role: "all", printed: "(?:政府)?采购(?:计划|预算)金额|(?:计划|实际)采购金额" },
  { is: "amount", role: "procurement.goods", printed: "(?:政府采购)?货物(?:类)?" },
  { is: "amount", role: "procurement.works", printed: "(?:政府采购)?工程(?:类)?" },
  { is: "amount", role: "procurement.services", printed: "(?:政府采购)?服务(?:类)?" },
  { is: "amount", role: "meetings", printed: "会议费" },
  { is: "amount", role: "training", printed: "培训费" },
  { is: "group", role: "sangong.vehicle", printed: "(?:公务用车|公务车|公车)购置(?:及|和|与)?运行(?:维护)?费" },
  {
    is: "group",
    role: "sangong.total",
    printed: `${YEAR}(?:财政拨款|一般公共预算)?(?:财政拨款)?[“"]?三公[”"]?经费[”"]?(?:一般公共预算)?(?:财政拨款)?(?:支出)?(?:(?:预算|决算|执行)数?|总[数额计]|合计)?`,
  },
  // the end of a head that broke over lines, other heads printed between
  { is: "remark", printed: "数(?!量)" },
  { is: "group", printed: "(?:本年)?(?:财政拨款)?(?:收入|支出)(?:预算|决算)?" },
  { is: "group", printed: `(?:本年)?${FUND}预算(?:财政拨款)?(?:基本|项目)?支出` },
];

/** The unit that may stand behind a head: 预算数（万元）. */
export const UNIT_OF_HEAD = "(?:[（(](?:万元|元|%)[）)])?";

/** The head of a column that holds each line's unit. */
export const UNIT_COLUMN = /^(?:计量|金额|数量)?单位$/u;
/** A head that counts lines: 行次, 序号. */
export const ORDER_WORD = /^(?:行次|栏次|序号|编号|栏号|行号)$/u;
/** A head that says of its column that it names lines, whatever else stands in it. */
export const NAMING_WORD = /编码|代码|名称|科目|^项目/u;
/** The first head of the column that names lines. */
export const NAMES_LINES = /^(?:项目|科目)/u;
/** 合计 as a head that slipped in from the row below. */
export const BARE_TOTAL = /^(?:合计|总计)$/u;
/** The label of a total line. */
export const TOTAL_LABEL = /^(?:合计|总计|收入总计|支出总计|本年合计|总合计)$/u;
/** Heads of the columns that hold codes. */
export const CODE_HEAD = /(?:编码|代码|编号)$|^[类款项目]$|分类科目$/u;
/** Codes of bodies, never of lines. */
export const UNIT_CODE_HEAD = /(?:单位|部门|机构)(?:编码|代码)$/u;
/** 名称, 项目, 项目（按功能分类）: heads of the columns that name lines. */
export const LABEL_HEAD = /名称$|^(?:项目|科目|功能分类科目|支出功能分类科目)(?:[（(].*[)）])?$/u;
/** Heads that only sum or hold the amounts of what stands above them. */
export const SUM_HEAD = /^(?:合计|小计|总计|金额)$/u;
/** Heads of columns that explain. */
export const REMARK_HEAD = /备注|说明|原因/u;
/** The phase at the end of an item's head: 机关运行经费预算数. */
export const PHASE_END = /(?:预算|决算)(?:数|金额)?$/u;
/** The year at its beginning: 2024年公务接待费. */
export const YEAR_START = /^\d{4}年(?:度)?/u;
/** A text that stands in headers: two of them and no amounts make a header of a row. */
export const HEADER_WORD =
  /^(项目|序号|栏次|行次|金额|合计|小计|科目编码|科目名称|单位名称|备注|收入|支出|预算数|决算数|.*科目编码|.*科目名称|.*决算数|.*预算数|.*指标|指标值|分值|得分|类|款|项|人员经费|公用经费|基本支出|项目支出|名称|数量|内容)$/u;
/** The label of a line that closes a table. */
export const CLOSING_TOTAL = /^(合计|总计|总分|收入总计|支出总计|收、?支总计)$/u;
/** Heads of columns that hold the amount or count of their line, whatever it is. */
export const AMOUNT_HEAD =
  /^(?:数量|统计数|数值|数据|人数|辆数|本期数?|年度|资金|费用|合同|采购|金额)(?:（.*）|\(.*\))?$|(?:金额|数额|经费|费用)(?:[（(].*[）)])?$/u;
/** The first head of a table whose rows have names: what stands above amounts only is no beginning. */
export const NAMES_ROWS = /^(?:项目|单位|部门|序号|年度|年份|财政供养|经费控制)/u;
/** The orders in which the model forms print their columns: 部门收入总表 (公开02表), 部门支出总表 (公开03表), “三公”经费支出表 (公开07表). */
export const CANONICAL_ORDERS: readonly (readonly RegExp[])[] = [
  [
    /^(?:本年)?(?:收入)?合计$/u,
    /^财政(?:预算)?拨款(?:收入)?$/u,
    /^上级补助收入$/u,
    /^事业收入$/u,
    /^(?:事业单位)?经营收入$/u,
    /^附属单位上缴收入$/u,
    /^其他收入$/u,
  ],
  [
    /^(?:本年)?(?:支出)?合计$/u,
    /^基本支出$/u,
    /^项目支出$/u,
    /^上缴上级支出$/u,
    /^(?:事业单位)?经营支出$/u,
    /^对附属单位补助支出$/u,
  ],
  [
    /^(?:合计|总计)$/u,
    /^因公出国/u,
    /^小计$/u,
    /^(?:公务用车|公务车|公车|车辆)?购置费?$/u,
    /^(?:公务用车|公务车|公车|车辆)?运行(?:维护)?费?$/u,
    /^公务接待费$/u,
  ],
];
/** The head of the names in a table of two lanes of codes. */
export const NAME_OF_LANE = /^(?:科目|项目)名称$/u;
/** The heads of their codes. */
export const CODES_OF_LANES: readonly string[] = ["科目编码", "经济分类科目编码", "经济科目编码", "功能分类科目编码"];
