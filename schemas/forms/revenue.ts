import type { ConceptName } from "../vocabulary.ts";
import type { Words } from "./form.ts";

/** Sources of revenue, as rows of a 收支总表 and as columns of a 收入表. */
export const REVENUE: Words<ConceptName> = [
  [
    String.raw`(?:本年)?(?:财政拨款|财政拨款\(补助\)|财政补助|同级财政拨款|财政预算拨款|预算拨款|财政拨款预算)(?:收入|资金)?(?:小计|合计)?`,
    "revenue.appropriation",
  ],
  [
    String.raw`(?:本年)?(?:一般)?公共(?:财政)?预算(?:财政)?(?:拨款|补助|资金|安排)?(?:\(补助\))?(?:收入|资金)?(?:小计|合计)?`,
    "revenue.general_public",
  ],
  ["(?:本年)?政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?(?:收入|资金)?(?:小计|合计)?", "revenue.government_fund"],
  ["(?:本年)?国有资本经营(?:预算)?(?:财政)?(?:拨款|资金)?(?:收入|资金)?(?:小计|合计)?", "revenue.state_capital"],
  ["上级(?:补助|财政补助)(?:收入)?", "revenue.superior"],
  ["事业(?:收入|单位事业收入)(?:资金)?", "revenue.business"],
  ["(?:事业单位)?经营收入|事业单位经营服务收入", "revenue.operating"],
  ["附属单位(?:上缴|缴款|上缴款)(?:收入)?|(?:下级|附属)单位上缴收入", "revenue.subordinate"],
  ["其他(?:各项)?收入|其他资金(?:收入)?", "revenue.other"],
  [
    "(?:使用非财政拨款结余|使用非财政拨款结余和专用结余|用事业基金弥补收支差额|动用(?:事业基金|非财政拨款结余)|使用事业基金|用专用结余弥补.*)",
    "revenue.surplus_used",
  ],
  [
    "(?:上年|年初|上年度)(?:财政拨款|财政)?(?:结转(?:和|与|及)?结余|结余结转|结转|结余(?:和|及)?结转|结余|结转资金|结转收入|结转、结余)(?:资金|收入)?(?:小计|合计)?",
    "revenue.carryover",
  ],
];
