import { term, type Yield } from "./subject-term.ts";

const FISCAL = "(?:财政)?(?:拨款)";
/** Until 2014 it was the 公共财政预算. */
const GENERAL = `(?:一般预算|一般公共(?:预算|服务预算)?|公共财政(?:预算)?|公共预算)(?:当年|本级)?(?:${FISCAL})?`;
const FUND = `政府性基金(?:预算)?(?:当年)?(?:${FISCAL})?`;
const CAPITAL = `国有资本(?:经营)?(?:预算)?(?:当年)?(?:${FISCAL})?`;
const ALL = "(?:总计|合计|总额|总数|总量|总规模|规模)?";
const HEAD = "(?<=^|[，。；：]|其中)";
const CHANGED = "(?=增加|减少|增长|下降|比|较|同比)";
const MONEY_CONTEXT = /收入|支出|收支|预算|决算/;

const BUDGET_OF: Yield = { to: /^(?!revenue\.|expenditure\.)/, phase: "initial_budget" };
/** What one line of expenditure carried over, not the whole body. */
const LINE = /^(?:expenditure\.(?:basic|project)|general_public\.(?:basic|project)|project|function)/;

/** 其中预算财政拨款2千万元: 预算 says whose money it is, not when it was told of. */
const BUDGETED_MONEY = "(?<!公共|基金|经营|年初|全年|年度|当年|本年|支出|收入|部门|安排|批复|[的年])预算内?财政拨款";

/** 财政总收入: all of a treasury's, whatever fund the heading names. */
export const OF_TREASURY = /^(?:地方)?财政(?:预算)?总/;

/** 收入 and 支出 in total and by kind, all funds. */
export const INCOME_AND_EXPENDITURE = [
  term(
    ["revenue.total", "expenditure.total"],
    "(?:总)?(?:收入?[、与和及]?(?:总)?支出?)(?:决算|预算)?(?:总计|总额|总数|合计|总规模)",
  ),
  term(["revenue.total", "expenditure.total"], "收支(?:总预算|预算总[额计数]|总决算)", { within: MONEY_CONTEXT }),
  term(["revenue.total", "expenditure.total"], "收入总(?:计|额)[、与和及]?支出总(?:计|额)"),
  term(
    "revenue.total",
    "(?:地方)?财政(?:预算)?总收入|收入(?:决算|预算)?总(?:计|额|规模|量)|收入决算总数|(?:部门)?(?:整体)?收入规模|总收入|收入总预算",
  ),
  term(["revenue.total", "expenditure.total"], "收入[、和与及]?支出总体(?:情况)?|收支总体(?:情况)?(?=与|比|较)"),
  term(["revenue.total", "expenditure.total"], "收支预算(?:数|总额)?(?=比|较|与|同比|均|各|为|\\d)", {
    phase: "initial_budget",
  }),
  term(
    "revenue.total",
    "(?:本年度?|全年)?收入预算(?:数|为|总额)?|(?:年?初|当年|年度)?(?<![费款加])预算(?:总)?收入(?:合计|总计)?",
    {
      phase: "initial_budget",
      yields: BUDGET_OF,
    },
  ),
  term(
    "expenditure.total",
    "(?:医院|学校)?(?:发生)?总费用|支出(?:决算|预算)?总(?:计|规模|量)|(?<=^|[，。；：]|年度?|[院局部委厅校镇乡办处会]|部门|单位|中心)支出决算总[数额]|总支出|(?:地方)?财政(?:预算)?总支出|支出总预算",
  ),
  term(
    "expenditure.total",
    "(?:本年度?|全年)?支出预算(?:数|总额)?|(?:年?初|当年|年度)?(?<![费款加])预算(?:总)?支出(?:合计|总计)?",
    {
      phase: "initial_budget",
      yields: BUDGET_OF,
    },
  ),
  // 与上年相比，收支各增加…
  term(
    ["revenue.total", "expenditure.total"],
    `${HEAD}(?:总)?收入?[、和与及]?(?:总)?支出?(?:各|均|同时|总体)?${CHANGED}|收、?支(?:各|均)${CHANGED}|收、支(?=与|较|比)`,
    {
      within: /收入总计|收入、支出|收、?支总|收入支出|收支总/,
    },
  ),
  // 收入总计A万元，支出总计B万元。与上年相比，收入增加…，支出增加…
  term("revenue.total", `${HEAD}(?:总)?收入${CHANGED}`, { within: /收入总计|收、?支总/ }),
  term("expenditure.total", `${HEAD}(?:总)?支出${CHANGED}`, { within: /支出总计|收、?支总/ }),
  term("revenue.current", "(?:本年度?|当年|全年|年度)?(?:决算)?收入(?:决算)?合计|本年度?收入|当年收入|全年收入"),
  term(
    "expenditure.current",
    "(?:本年度?|当年|全年|年度)?(?:决算)?支出(?:决算)?合计|(?<!费：)(?:本年度?|当年|全年)支出|支出总额|(?:部门)?整体支出(?:规模)?",
  ),
  term("expenditure.current", "全年总预算|部门(?:整体)?(?:支出)?总预算", { phase: "final_budget" }),
  term("revenue.general_public", `${GENERAL}(?:预算)?(?:本年)?收入${ALL}`),
  term("revenue.government_fund", `${FUND}(?:本年|本级)?收入${ALL}|(?<=^|[，。；：、.．）])基金预算收入${ALL}`),
  term("revenue.state_capital", `${CAPITAL}(?:本年)?收入${ALL}`),
  term(
    "revenue.appropriation",
    `(?:本年)?财政(?:预算)?(?:补助|拨款)(?:预算)?收入(?:合计|总额)?|财政补助收入|(?:省|市|县|区)?财政拨款预算收入|财政拨款收入(?:预算|决算)(?:合计)?|${BUDGETED_MONEY}收入(?:合计|总额)?`,
  ),
  term("revenue.superior", "上级(?:财政)?补助收入"),
  term(
    "revenue.business",
    "事业(?:预算)?收入|医疗（事业）收入|事业（医疗）收入|事业单位事业收入|(?:财政专户管理资金)?教育收费收入",
  ),
  term("revenue.operating", "(?:事业单位)?经营收入"),
  term("revenue.subordinate", "附属单位上缴(?:款)?收入|附属单位(?:上)?缴款"),
  term("revenue.other", "其他(?:资金)?(?:预算)?收入(?:预算|决算)?(?:总计|合计|总额)?"),
  term(
    "revenue.carryover",
    "(?:年初|上年)结余结（?转）?(?:资金|收入)?|年初(?:财政拨款)?结转(?:和|及|与|、)?结余(?:资金|收入)?|上年(?:度)?结转(?:和|及|与|、)?(?:结余)?(?:资金|收入)?|年初结转|用上年结转|(?:上年|年初)结余(?:资金)?",
    { yields: { to: LINE, phase: "carried_in" } },
  ),
  // 2023年结转项目经费预算收入, 年中省财政追加预算收入: parts of a budget's income
  term("revenue.carryover", "(?:20\\d{2}年|上年)结转(?:项目)?(?:经费|资金)?预算收入", { phase: "carried_in" }),
  term("revenue.appropriation", "年中[省市县区中央]*(?:级)?(?:财政)?追加(?:财政拨款)?预算收入", {
    phase: "adjustment",
  }),
  term(
    "revenue.surplus_used",
    "使用非财政拨款结余(?:（含专用结余）)?|(?:用|动用)?事业基金弥补收支差额|使用专用结余|用非财政拨款结余弥补收支差额",
  ),
  term("expenditure.basic", "(?:财政拨款)?(?:部门)?基本支出(?:合计|总额)?"),
  term("expenditure.project", "(?:财政拨款)?(?:部门)?项目支出(?:合计|总额)?|项目经费"),
  term("expenditure.upward", "上缴上级支出"),
  term("expenditure.operating", "(?:事业单位)?经营支出"),
  term("expenditure.subsidy", "对附属单位(?:的)?补助(?:支出)?"),
  term("expenditure.personnel", "人员(?:经费|支出)(?:支出)?(?:合计)?"),
  term("expenditure.public", "(?:日常)?公用(?:经费|支出)(?:支出)?(?:合计)?"),
  term(
    "expenditure.carryover",
    "年末(?:财政拨款)?结转(?:和|及|与|、)?结余(?:资金)?|结转(?:到)?下(?:一)?年(?:度)?(?:支出|资金)?|年末结转|结转结余|结余(?:资金)?(?=\\d)",
    { yields: { to: LINE, phase: "balance" } },
  ),
  term("expenditure.surplus_distributed", "结余分配"),
];

const BODY = "部门|单位|学校|医院|政府|法院|检察院|中心|[我本全][局院校镇乡委办处站所县区市]";
/** 加上转移性收入、调入资金…后，收入总量: what a treasury has in all, which is no single fund's revenue. */
export const ADDED_UP = /加上?[^。；]*(?:转移|上级补助|返还|调入|债|调节基金|上解)[^。；]*$/;
/** What that is called. */
export const ALL_TOGETHER =
  "(?:总|可用)?(?:收入|支出|财力)(?:总量|合计)|(?:一般公共预算)?总(?:收入|支出)(?!总计)|(?<=全[省市县区镇乡])(?:收入|支出)总计";

/** 一般公共预算总收入: with what was handed down and carried over; no fund's revenue. */
export const FUND_IN_ALL = "(?:一般公共预算|公共财政预算|政府性基金(?:预算)?|国有资本经营预算)总(?:收入|支出)";

/**
 * 收入 or 支出 and nothing more, at a clause's head or behind a year or the body's name: 2017年部门收入612万元，支出598万元. Which of all
 * incomes or expenditures is meant, what has been told before says.
 */
export const BARE_SIDE = `(?<=^|[，。；：、]|年度?|${BODY})(?:总)?(?:(收入)(?:决算数?)?|(支出)(?:决算数?)?|开支|列支)(?=(?:年?初?预算数?|决算数?|共计|合计|总计|总额|为|共|：)*\\d[\\d,.]*(?:万|亿)?元|(?:较|比|同比|增加|减少|增长|下降))`;

/** What a treasury's accounts are parted into: no line of the classification and no whole. */
export const TREASURY_PARTS = "转移性(?:收入|支出)";
/** Its own level's part, whoever tells of it. */
export const OWN_LEVELS_PART = "(?<=[，；：]|其中)(?:乡镇|镇|乡|区|县|市)?本级(?:财政)?(?:收入|支出)";

/** Words behind a fund's name that make another noun of it: 一般公共预算本级支出, 政府性基金上级补助. */
export const FUND_GOES_ON = /^(?:本级|地方|上级|税收|非税|转移|债|结转|结余|收入|支出)/;

/** The same under 财政拨款: all appropriations, the general public budget, the government funds, the state capital. */
export const APPROPRIATIONS = [
  term(
    ["appropriation.revenue.total", "appropriation.expenditure.total"],
    "财政拨款(?:总)?(?:收入?[、与和及]?(?:总)?支出?)(?:决算|预算)?(?:总计|总额|总数|合计|总预算|预算总[额计数])|财政拨款(?:收入[、与和及]支出|收、?支)(?:预算|决算)(?:数)?",
  ),
  term(
    ["appropriation.revenue.total", "appropriation.expenditure.total"],
    "财政拨款(?:收入[、和与及]?支出|收支)总体(?:情况)?",
  ),
  term("appropriation.revenue.total", "财政拨款收入(?:决算|预算)?总(?:计|额)|财政拨款总收入"),
  term("appropriation.expenditure.total", "财政拨款支出(?:决算|预算)?总(?:计|额)|财政拨款总支出"),
  term("appropriation.expenditure.total", "财政拨款支出(?:总)?预算(?:数)?", { phase: "initial_budget" }),
  term("appropriation.expenditure.current", "财政拨款(?:本年度?|预算)?支出(?:合计)?|本年(?:度)?财政拨款支出(?:合计)?"),
  ...(
    [
      ["general_public", GENERAL],
      ["government_fund", FUND],
      ["state_capital", CAPITAL],
    ] as const
  ).map(([fund, words]) =>
    term([`revenue.${fund}`, `${fund}.expenditure`], `${words}收支(?:预算|决算)(?:总额|总计|数)?`),
  ),
  term("general_public.expenditure", `(?:${GENERAL})(?:本年)?支出${ALL}`),
  term("general_public.expenditure", `(?:${GENERAL})支出预算(?:数)?|一般公共预算(?:当年)?拨款规模`, {
    phase: "initial_budget",
  }),
  term("general_public.basic", `${GENERAL}基本支出${ALL}`),
  term("general_public.project", `${GENERAL}项目支出${ALL}`),
  term("government_fund.expenditure", `${FUND}(?:本年)?支出${ALL}|(?<=^|[，。；：、.．）])基金预算支出${ALL}`),
  term("government_fund.expenditure", `${FUND}支出预算(?:数)?`, { phase: "initial_budget" }),
  term("state_capital.expenditure", `${CAPITAL}(?:本年)?支出${ALL}`),
  term("state_capital.expenditure", `${CAPITAL}支出预算(?:数)?`, { phase: "initial_budget" }),
];

/** Funds named without 收入 or 支出: which of the two is meant, the sentence's opening tells. */
export const BARE_FUNDS: readonly { words: string; revenue: string; expenditure: string | null }[] = [
  {
    words:
      "一般公共预算(?:财政)?拨款|一般公共预算(?:资金)?|公共财政(?:预算)?(?:财政)?拨款|公共财政预算(?:资金)?|公共预算(?:财政)?拨款",
    revenue: "revenue.general_public",
    expenditure: "general_public.expenditure",
  },
  {
    words: "政府性基金(?:预算)?(?:(?:财政)?拨款|资金)?",
    revenue: "revenue.government_fund",
    expenditure: "government_fund.expenditure",
  },
  {
    words: "国有资本经营(?:预算)?(?:(?:财政)?拨款|资金)?",
    revenue: "revenue.state_capital",
    expenditure: "state_capital.expenditure",
  },
  { words: `财政拨款|${BUDGETED_MONEY}`, revenue: "revenue.appropriation", expenditure: null },
];
