import type { Item, Words } from "./form.ts";

/** 国有资产占用: vehicles by kind, equipment by value. */
export const ASSETS: Words<Item> = [
  [
    String.raw`(?:共有)?(?:公务用车|车辆|公车)(?:数量?|数)?(?:合计|总计|小计|数合计|总数)?(?:\(.{1,5}\))?`,
    { concept: "assets.vehicles", count: "辆" },
  ],
  [
    String.raw`(?:副?部\(?省\)?级?|省部级|副省级)(?:及)?以上(?:领导|干部|领导干部)?(?:用车|车辆)(?:数量?)?(?:\(.\))?|副部\(省\)级及以上领导用车`,
    { concept: "assets.vehicles_leader", count: "辆" },
  ],
  [
    String.raw`主要(?:负责人|领导)(?:干部)?用车(?:数量?)?(?:\(.\))?|一般公务用车|领导干部用车`,
    { concept: "assets.vehicles_main_leader", count: "辆" },
  ],
  [
    String.raw`机要通信(?:应急)?(?:保障)?(?:公务)?用车(?:数量?)?(?:\(.\))?`,
    { concept: "assets.vehicles_confidential", count: "辆" },
  ],
  [String.raw`应急保障(?:公务)?用车(?:数量?)?(?:\(.\))?`, { concept: "assets.vehicles_emergency", count: "辆" }],
  [
    String.raw`(?:一般)?执法执勤(?:公务)?用车(?:数量?)?(?:\(.\))?`,
    { concept: "assets.vehicles_law_enforcement", count: "辆" },
  ],
  [String.raw`特种专业(?:技术)?(?:公务)?用车(?:数量?)?(?:\(.\))?`, { concept: "assets.vehicles_special", count: "辆" }],
  [
    String.raw`(?:离退休干部(?:服务)?|老干部(?:服务)?)(?:公务)?用车(?:数量?)?(?:\(.\))?`,
    { concept: "assets.vehicles_retired", count: "辆" },
  ],
  [String.raw`其他(?:公务)?用车(?:数量?)?(?:\(.\))?`, { concept: "assets.vehicles_other", count: "辆" }],
  [
    String.raw`单(?:价|位价值|台价值|件价值)(?:在)?\d+万元?(?:\(含\))?(?:及)?以上(?:的|\(含\))?通用设备.*`,
    { concept: "assets.equipment_general", count: "台（套）" },
  ],
  [
    String.raw`单(?:价|位价值|台价值|件价值)(?:在)?\d+万元?(?:\(含\))?(?:及)?以上(?:的|\(含\))?专用设备.*`,
    { concept: "assets.equipment_special", count: "台（套）" },
  ],
  [
    String.raw`单(?:价|位价值|台价值|件价值)(?:在)?\d+万元?(?:\(含\))?(?:及)?以上(?:的|\(含\))?(?:大型)?设备.*`,
    { concept: "assets.equipment", count: "台（套）" },
  ],
];
