import type { Identity, Item, Words } from "./form.ts";

/** 三公经费: money and counts, as rows or columns; labels without numbering and remarks. */
export const SANGONG: Words<Item> = [
  [
    "总?(?:财政拨款|一般公共预算)?(?:财政)?(?:拨款)?(?:安排的?)?三公经费(?:财政拨款)?(?:支出)?(?:预算|决算)?(?:合计|总计|总额|总数|小计)?|(?:合计|总计|共计|支出合计)",
    { concept: "sangong.total" },
  ],
  [
    String.raw`因公出国(?:\(境\)|境)?(?:团组数|团组|\(境\)团组数量)(?:量|个数)?(?:\(.{1,2}\))?`,
    { concept: "sangong.overseas_groups", count: "个" },
  ],
  [
    String.raw`因公出国(?:\(境\)|境)?(?:累计)?(?:人次数|人次|人数)(?:\(.{1,2}\))?`,
    { concept: "sangong.overseas_persons", count: "人" },
  ],
  [String.raw`(?:因公)?出国(?:\(境\)|境)?(?:经费|费用?|支出|费支出)?`, { concept: "sangong.overseas" }],
  [
    String.raw`(?:公务用车|公务车)购置(?:数量?|辆数)(?:\(.{1,2}\))?`,
    { concept: "sangong.vehicles_purchased", count: "辆" },
  ],
  [
    String.raw`(?:公务用车|公务车|车辆)保有量?(?:数量?)?(?:\(.{1,2}\))?`,
    { concept: "sangong.vehicles_held", count: "辆" },
  ],
  [
    "(?:公务用车|公务车|公车)购置(?:(?:和|及|与|、)(?:运行)?|运行)(?:维护|运维)?(?:经费|费用?)?(?:支出|合计|小计)?|(?:公务用车|公车)(?:经费|费用?|支出)(?:合计|小计)?|公用车辆购置(?:和|及)运行(?:维护)?费",
    { concept: "sangong.vehicle" },
  ],
  ["(?:公务用车|公务车|公车|车辆)?购置(?:经费|费用?|支出)?(?:支出)?", { concept: "sangong.vehicle_purchase" }],
  [
    "(?:公务用车|公务车|公车|车辆)?(?:运行维护|运行及维护|运行|运维|维护)(?:经费|费用?|支出)?(?:支出)?",
    { concept: "sangong.vehicle_operation" },
  ],
  [
    String.raw`国内公务接待批次(?:数)?(?:\(.{1,2}\))?|(?:公务)?接待批次(?:数)?(?:\(.{1,2}\))?`,
    { concept: "sangong.reception_batches", count: "个" },
  ],
  [
    String.raw`国内公务接待(?:人次|人数)(?:数)?(?:\(.{1,2}\))?|(?:公务)?接待(?:人次|人数)(?:数)?(?:\(.{1,2}\))?`,
    { concept: "sangong.reception_persons", count: "人" },
  ],
  ["(?:公务)?接待(?:费用?|经费)?(?:支出|合计|小计)?|公务招待费", { concept: "sangong.reception" }],
  ["国内(?:公务)?接待(?:费用?|支出)", { concept: "sangong.reception_domestic" }],
  ["(?:外事|外宾)接待(?:费用?|支出)", { concept: "sangong.reception_foreign_guests" }],
  [String.raw`国\(境\)外(?:公务)?接待(?:费用?|支出)`, { concept: "sangong.reception_foreign" }],
];

/** The whole of 三公经费 is trips abroad, cars and receptions; cars are bought and run. */
export const SANGONG_SUMS: readonly Identity[] = [
  { along: "lines", whole: "sangong.total", parts: ["sangong.overseas", "sangong.vehicle", "sangong.reception"] },
  {
    along: "lines",
    whole: "sangong.vehicle",
    parts: ["sangong.vehicle_purchase", "sangong.vehicle_operation"],
  },
];

/** A head or label that names 三公经费 itself. */
export const NAMES_SANGONG = /三公/u;
/** Trips abroad, receptions and cars, by the words every form of them prints. */
export const NAMES_ITS_ITEMS: readonly RegExp[] = [/出国/u, /接待/u, /公务用车|公车|公务车/u];
/** 基础数据表 and self-evaluation forms list 三公经费 too, and are forms of their own. */
export const PERFORMANCE_WORDS = /编制数|控制率|得分|节约|自评|财政供养/u;
