import type { Item, Words } from "./form.ts";

/** What stands beside 三公经费 in many forms. */
export const RUNNING: Words<Item> = [
  ["(?:机关运行经费|机关运行费用?|机关运行经费支出)(?:合计|小计)?", { concept: "operating_costs" }],
  ["会议(?:费|经费)(?:支出)?", { concept: "meetings" }],
  ["培训(?:费|经费)(?:支出)?", { concept: "training" }],
  ["会议(?:费)?[和、及]培训费", { concept: "meetings_training" }],
];
