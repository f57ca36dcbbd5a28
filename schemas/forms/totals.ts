import type { Words } from "./form.ts";

/** Words that close a half: 本年收入合计 is this year's, 总计 with what was carried in. */
export const TOTALS: Words<"current" | "total"> = [
  ["本年(?:度)?(?:收入|支出)(?:合计|小计|总计|预算合计)?|当年(?:收入|支出)(?:合计|小计)?", "current"],
  ["(?:收入|支出)(?:合计|小计)", "current"],
  [
    "(?:总计|合计|共计|收、?支总计|(?:收入|支出)(?:总计|总额|总收入|总支出|预算总计|决算总计)|总收入|总支出|总合计)",
    "total",
  ],
];

/** 本年收入 above its parts is the year's sum. */
export const THIS_YEAR: Words<"current"> = [["(?:本年|当年)(?:收入|支出)", "current"]];
