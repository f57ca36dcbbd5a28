import { labelKey } from "../../src/lib/label.ts";
import { remembered } from "../../src/lib/remembered.ts";

/** A printed label's meaning: the first pattern that the whole label (without numbering, brackets' remarks) matches. */
export type Words<T> = readonly (readonly [RegExp, T])[];

/** A label without the remarks in brackets that change nothing: 使用非财政拨款结余（含专用结余）, 政府性基金预算拨款收入（万元）. */
export const bareLabel = remembered((label) =>
  labelKey(label)
    .replace(
      /[（(](?:含|不含|包括|包含|注|万元|元|单位|按|以|扣除|非|附属|类|一|二|三|四|五|六|七|八|九|十)[^（）()]*[)）]/gu,
      "",
    )
    .replace(/^[（(]([^（）()]+)[)）]$/u, "$1"),
);

/** What a printed label means by the first of `words` that fits it whole; null where none does. */
export function meaningOf<T>(label: string, words: Words<T>): T | null {
  const key = bareLabel(label);
  return words.find(([word]) => word.test(key))?.[1] ?? null;
}

/** Sources of revenue, as rows of a 收支总表 and as columns of a 收入表. */
export const REVENUE: Words<string> = [
  [
    /^(?:本年)?(?:财政拨款|财政拨款\(补助\)|财政补助|同级财政拨款|财政预算拨款|预算拨款|财政拨款预算)(?:收入|资金)?(?:小计|合计)?$/u,
    "revenue.appropriation",
  ],
  [
    /^(?:本年)?(?:一般)?公共(?:财政)?预算(?:财政)?(?:拨款|补助|资金|安排)?(?:\(补助\))?(?:收入|资金)?(?:小计|合计)?$/u,
    "revenue.general_public",
  ],
  [/^(?:本年)?政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?(?:收入|资金)?(?:小计|合计)?$/u, "revenue.government_fund"],
  [/^(?:本年)?国有资本经营(?:预算)?(?:财政)?(?:拨款|资金)?(?:收入|资金)?(?:小计|合计)?$/u, "revenue.state_capital"],
  [/^上级(?:补助|财政补助)(?:收入)?$/u, "revenue.superior"],
  [/^事业(?:收入|单位事业收入)(?:资金)?$/u, "revenue.business"],
  [/^(?:事业单位)?经营收入$|^事业单位经营服务收入$/u, "revenue.operating"],
  [/^附属单位(?:上缴|缴款|上缴款)(?:收入)?$|^(?:下级|附属)单位上缴收入$/u, "revenue.subordinate"],
  [/^其他(?:各项)?收入$|^其他资金(?:收入)?$/u, "revenue.other"],
  [
    /^(?:使用非财政拨款结余|使用非财政拨款结余和专用结余|用事业基金弥补收支差额|动用(?:事业基金|非财政拨款结余)|使用事业基金|用专用结余弥补.*)$/u,
    "revenue.surplus_used",
  ],
  [
    /^(?:上年|年初|上年度)(?:财政拨款|财政)?(?:结转(?:和|与|及)?结余|结余结转|结转|结余(?:和|及)?结转|结余|结转资金|结转收入|结转、结余)(?:资金|收入)?(?:小计|合计)?$/u,
    "revenue.carryover",
  ],
];

/** Kinds of expenditure, as columns of a 支出表 and as rows of forms by 支出性质. */
export const EXPENDITURE: Words<string> = [
  [/^(?:一、)?基本支出(?:小计|合计|预算|决算)?$/u, "expenditure.basic"],
  [/^项目支出(?:小计|合计|预算|决算)?$/u, "expenditure.project"],
  [/^上缴上级(?:支出|单位支出)?$/u, "expenditure.upward"],
  [/^(?:事业单位)?经营支出$|^事业单位经营服务支出$/u, "expenditure.operating"],
  [/^对(?:附属|下级)单位(?:的)?(?:补助|补贴)(?:支出)?$/u, "expenditure.subsidy"],
  [/^人员(?:经费|支出)(?:合计|小计)?$/u, "expenditure.personnel"],
  [/^(?:日常)?公用(?:经费|支出)(?:合计|小计)?$/u, "expenditure.public"],
  [/^结余分配$|^非财政拨款结余分配$/u, "expenditure.surplus_distributed"],
  [
    /^(?:年末|年终|结转|期末)(?:财政拨款|财政)?(?:结转(?:和|与|及)?结余|结余结转|结转|结余|下年|下年支出|结余和结转)$|^(?:年终)?结转下年(?:支出|使用)?(?:小计|合计)?$|^结转结余$/u,
    "expenditure.carryover",
  ],
];

/** Words that close a half: 本年收入合计 is this year's, 总计 with what was carried in. */
export const TOTALS: Words<"current" | "total"> = [
  [/^本年(?:度)?(?:收入|支出)(?:合计|小计|总计|预算合计)?$|^当年(?:收入|支出)(?:合计|小计)?$/u, "current"],
  [/^(?:收入|支出)(?:合计|小计)$/u, "current"],
  [
    /^(?:总计|合计|共计|收、?支总计|(?:收入|支出)(?:总计|总额|总收入|总支出|预算总计|决算总计)|总收入|总支出|总合计)$/u,
    "total",
  ],
];

/** What headers are made of that name no kind: years, phases, funds, sums. */
const GATHERING =
  /20\d{2}(?:年度?)?|本年度?|当年|上年|部门|单位|(?:一般)?公共(?:财政)?预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政(?:拨款)?|(?<=预算|拨款)基本支出|预算|决算|执行|预计|安排|全年|年初|年末|调整后?|完成|资金来源|支出|收入|合计|总计|小计|总额|金额|数额|资金额|数|额|拨款/gu;

/** Words that only gather columns or name their phase: 合计, 小计, 决算数, 2024年预算数, 本年一般公共预算支出, 金额. */
export const isGathering = (text: string): boolean =>
  labelKey(text)
    .replace(/[(](?:元|万元|千元|百万元|亿元)[)]$/u, "")
    .replace(GATHERING, "") === "";

/** A fund as the lowest head: money from that source, one column of several; 一般公共预算支出 is a form's own whole. */
export const isSource = (text: string): boolean =>
  /公共(?:财政)?预算|政府性基金|国有资本经营|财政拨款|财政专户/u.test(text) &&
  !/(?:支出|预算数|决算数|合计|小计|执行数)$/u.test(labelKey(text));

/** The fund that a title or header names; null for all funds. */
export function fundOf(text: string): "general_public" | "government_fund" | "state_capital" | "appropriation" | null {
  if (/政府性基金/u.test(text) && !/公共预算/u.test(text)) return "government_fund";
  if (/国有资本经营/u.test(text) && !/公共预算/u.test(text)) return "state_capital";
  if (/公共(?:财政)?预算/u.test(text)) return "general_public";
  if (/财政(?:预算)?拨款/u.test(text)) return "appropriation";
  return null;
}
