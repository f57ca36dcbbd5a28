import type { Item, Words } from "./form.ts";

/** 政府采购: the whole, goods, works, services, and what went to smaller enterprises. */
export const PROCUREMENT: Words<Item> = [
  ["政府采购(?:支出|预算|金额)?(?:合计|总额|总计|金额|支出|总金额)?", { concept: "procurement.total" }],
  ["(?:政府采购)?货物(?:类)?[A-C]?(?:采购)?(?:支出|预算|金额)?", { concept: "procurement.goods" }],
  ["(?:政府采购)?工程(?:类)?[A-C]?(?:采购)?(?:支出|预算|金额)?", { concept: "procurement.works" }],
  ["(?:政府采购)?服务(?:类)?[A-C]?(?:采购)?(?:支出|预算|金额)?", { concept: "procurement.services" }],
  ["(?:政府采购)?授予中小企业(?:的)?合同(?:金额|总额)", { concept: "procurement.sme" }],
  ["(?:政府采购)?授予小微企业(?:的)?合同(?:金额|总额)", { concept: "procurement.small_micro" }],
];
