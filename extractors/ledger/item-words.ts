import type { Item } from "./items.ts";
import type { Words } from "./words.ts";

/** 三公经费: money and counts, as rows or columns; labels without numbering and remarks. */
export const SANGONG: Words<Item> = [
  [
    /^总?(?:财政拨款|一般公共预算)?(?:财政拨款)?三公经费(?:财政拨款)?(?:支出)?(?:预算|决算)?(?:合计|总计|总额|总数|小计)?$|^(?:合计|总计|共计|支出合计)$/u,
    { concept: "sangong.total" },
  ],
  [
    /^因公出国(?:\(境\))?(?:团组数|团组|\(境\)团组数量)(?:量|个数)?(?:\(.{1,2}\))?$/u,
    { concept: "sangong.overseas_groups", count: "个" },
  ],
  [/^因公出国(?:\(境\))?(?:人次数|人次|人数)(?:\(.{1,2}\))?$/u, { concept: "sangong.overseas_persons", count: "人" }],
  [/^(?:因公)?出国(?:\(境\))?(?:经费|费用?|支出|费支出)?$/u, { concept: "sangong.overseas" }],
  [/^(?:公务用车|公务车)购置(?:数量?|辆数)(?:\(.{1,2}\))?$/u, { concept: "sangong.vehicles_purchased", count: "辆" }],
  [/^(?:公务用车|公务车|车辆)保有量?(?:数量?)?(?:\(.{1,2}\))?$/u, { concept: "sangong.vehicles_held", count: "辆" }],
  [
    /^(?:公务用车|公务车|公车)(?:购置(?:和|及|与|、))(?:运行)?(?:维护|运维)?(?:经费|费用?)?(?:支出|合计|小计)?$|^公务用车(?:经费|费用?)(?:合计|小计)?$/u,
    { concept: "sangong.vehicle" },
  ],
  [/^(?:公务用车|公务车|公车|车辆)?购置(?:经费|费用?|支出)?(?:支出)?$/u, { concept: "sangong.vehicle_purchase" }],
  [
    /^(?:公务用车|公务车|公车|车辆)?(?:运行维护|运行及维护|运行|运维|维护)(?:经费|费用?|支出)?(?:支出)?$/u,
    { concept: "sangong.vehicle_operation" },
  ],
  [
    /^国内公务接待批次(?:数)?(?:\(.{1,2}\))?$|^(?:公务)?接待批次(?:数)?(?:\(.{1,2}\))?$/u,
    { concept: "sangong.reception_batches", count: "个" },
  ],
  [
    /^国内公务接待(?:人次|人数)(?:数)?(?:\(.{1,2}\))?$|^(?:公务)?接待(?:人次|人数)(?:数)?(?:\(.{1,2}\))?$/u,
    { concept: "sangong.reception_persons", count: "人" },
  ],
  [/^(?:公务)?接待(?:费用?|经费)?(?:支出|合计|小计)?$/u, { concept: "sangong.reception" }],
  [/^国内(?:公务)?接待(?:费用?|支出)$/u, { concept: "sangong.reception_domestic" }],
  [/^外事接待(?:费用?|支出)$/u, { concept: "sangong.reception_foreign_guests" }],
  [/^国\(境\)外(?:公务)?接待(?:费用?|支出)$/u, { concept: "sangong.reception_foreign" }],
];

/** What stands beside 三公经费 in many forms. */
export const RUNNING: Words<Item> = [
  [/^(?:机关运行经费|机关运行费用?|机关运行经费支出)(?:合计|小计)?$/u, { concept: "operating_costs" }],
  [/^会议(?:费|经费)(?:支出)?$/u, { concept: "meetings" }],
  [/^培训(?:费|经费)(?:支出)?$/u, { concept: "training" }],
  [/^会议(?:费)?[和、及]培训费$/u, { concept: "meetings_training" }],
];

/** 国有资产占用: vehicles by kind, equipment by value. */
export const ASSETS: Words<Item> = [
  [
    /^(?:公务用车|车辆|公车)(?:数量?|数)?(?:合计|总计|小计|数合计|总数)?(?:\(.{1,5}\))?$/u,
    { concept: "assets.vehicles", count: "辆" },
  ],
  [
    /^(?:副?部\(?省\)?级?|省部级|副省级)(?:及)?以上(?:领导|干部|领导干部)?(?:用车|车辆)(?:数量?)?(?:\(.\))?$|^副部\(省\)级及以上领导用车$/u,
    { concept: "assets.vehicles_leader", count: "辆" },
  ],
  [
    /^主要(?:负责人|领导)(?:干部)?用车(?:数量?)?(?:\(.\))?$|^一般公务用车$|^领导干部用车$/u,
    { concept: "assets.vehicles_main_leader", count: "辆" },
  ],
  [
    /^机要通信(?:应急)?(?:保障)?(?:公务)?用车(?:数量?)?(?:\(.\))?$/u,
    { concept: "assets.vehicles_confidential", count: "辆" },
  ],
  [/^应急保障(?:公务)?用车(?:数量?)?(?:\(.\))?$/u, { concept: "assets.vehicles_emergency", count: "辆" }],
  [
    /^(?:一般)?执法执勤(?:公务)?用车(?:数量?)?(?:\(.\))?$/u,
    { concept: "assets.vehicles_law_enforcement", count: "辆" },
  ],
  [/^特种专业(?:技术)?(?:公务)?用车(?:数量?)?(?:\(.\))?$/u, { concept: "assets.vehicles_special", count: "辆" }],
  [
    /^(?:离退休干部(?:服务)?|老干部(?:服务)?)(?:公务)?用车(?:数量?)?(?:\(.\))?$/u,
    { concept: "assets.vehicles_retired", count: "辆" },
  ],
  [/^其他(?:公务)?用车(?:数量?)?(?:\(.\))?$/u, { concept: "assets.vehicles_other", count: "辆" }],
  [
    /^单(?:价|位价值|台价值|件价值)(?:在)?\d+万元?(?:\(含\))?(?:及)?以上(?:的|\(含\))?通用设备.*$/u,
    { concept: "assets.equipment_general", count: "台（套）" },
  ],
  [
    /^单(?:价|位价值|台价值|件价值)(?:在)?\d+万元?(?:\(含\))?(?:及)?以上(?:的|\(含\))?专用设备.*$/u,
    { concept: "assets.equipment_special", count: "台（套）" },
  ],
  [
    /^单(?:价|位价值|台价值|件价值)(?:在)?\d+万元?(?:\(含\))?(?:及)?以上(?:的|\(含\))?设备.*$/u,
    { concept: "assets.equipment", count: "台（套）" },
  ],
];

/** 政府采购: the whole, goods, works, services, and what went to smaller enterprises. */
export const PROCUREMENT: Words<Item> = [
  [/^政府采购(?:支出|预算|金额)?(?:合计|总额|总计|金额|支出|总金额)?$/u, { concept: "procurement.total" }],
  [/^(?:政府采购)?货物(?:类)?(?:采购)?(?:支出|预算|金额)?$/u, { concept: "procurement.goods" }],
  [/^(?:政府采购)?工程(?:类)?(?:采购)?(?:支出|预算|金额)?$/u, { concept: "procurement.works" }],
  [/^(?:政府采购)?服务(?:类)?(?:采购)?(?:支出|预算|金额)?$/u, { concept: "procurement.services" }],
  [/^(?:政府采购)?授予中小企业(?:的)?合同(?:金额|总额)$/u, { concept: "procurement.sme" }],
  [/^(?:政府采购)?授予小微企业(?:的)?合同(?:金额|总额)$/u, { concept: "procurement.small_micro" }],
];
