import type { Fund } from "../common.ts";

/** Words of a title or head → the fund it names, the first that is found; a title that names two names the wider one. */
export const FUNDS: readonly { readonly fund: Fund; readonly named: RegExp; readonly unless?: RegExp }[] = [
  { fund: "government_fund", named: /政府性基金/u, unless: /公共预算/u },
  { fund: "state_capital", named: /国有资本经营/u, unless: /公共预算/u },
  { fund: "general_public", named: /公共(?:财政)?预算/u },
  { fund: "appropriation", named: /财政(?:预算)?拨款/u },
];

/** A source of money as a head. */
export const SOURCE = /公共(?:财政)?预算|政府性基金|国有资本经营|财政拨款|财政专户/u;
/** Heads that name a source and are a form's own whole all the same: 一般公共预算支出, 财政拨款合计. */
export const WHOLE_OF_SOURCE = /(?:支出|预算数|决算数|合计|小计|执行数)$/u;

/** What heads are made of that name no kind: years, phases, funds, sums. */
export const GATHERING =
  /20\d{2}(?:年度?|[-—])?|本年度?|[本上][-—]|当年|上年|部门|单位|(?:一般)?公共(?:财政)?预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政(?:拨款)?|(?<=预算|拨款)基本支出|预算|决算|执行|预计|安排|全年|年初|年末|调整后?|完成|资金来源|支出|收入|合计|总计|小计|总额|金额|数额|资金额|数|额|拨款/gu;
/** The unit in brackets behind a head. */
export const HEAD_UNIT = /[(](?:元|万元|千元|百万元|亿元)[)]$/u;

/** Remarks in brackets that change nothing of what a label names. */
export const REMARK =
  /[（(](?:含|不含|包括|包含|注|万元|元|单位|按|以|扣除|非|附属|类|一|二|三|四|五|六|七|八|九|十)[^（）()]*[)）]/gu;
