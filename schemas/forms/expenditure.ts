import type { ConceptName } from "../vocabulary.ts";
import type { Words } from "./form.ts";

/** Kinds of expenditure, as columns of a 支出表 and as rows of forms by 支出性质. */
export const EXPENDITURE: Words<ConceptName> = [
  ["(?:一、)?基本支出(?:小计|合计|预算|决算)?", "expenditure.basic"],
  ["项目支出(?:小计|合计|预算|决算)?", "expenditure.project"],
  ["上缴上级(?:支出|单位支出)?", "expenditure.upward"],
  ["(?:事业单位)?经营支出|事业单位经营服务支出", "expenditure.operating"],
  ["对(?:附属|下级)单位(?:的)?(?:补助|补贴)(?:支出)?", "expenditure.subsidy"],
  ["人员(?:经费|支出|经费支出)(?:合计|小计)?", "expenditure.personnel"],
  ["(?:日常)?公用(?:经费|支出|经费支出)(?:合计|小计)?", "expenditure.public"],
  ["结余分配|非财政拨款结余分配", "expenditure.surplus_distributed"],
  [
    "(?:年末|年终|结转|期末)(?:财政拨款|财政)?(?:结转(?:和|与|及)?结余|结余结转|结转|结余|下年|下年支出|结余和结转)|(?:年终)?结转下年(?:支出|使用|资金)?(?:小计|合计)?|结转结余",
    "expenditure.carryover",
  ],
];
