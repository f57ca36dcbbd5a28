import type { Measure } from "../../schemas/index.ts";
import type { YearRef } from "../../src/lib/reading.ts";
import { measureIn } from "./measures.ts";

/** Lines of base data, savings and detail tables: concept by label, first match wins. Labels come without numbering. */
export const COST_LINES: readonly (readonly [string, RegExp])[] = [
  ["sangong.total", /^[“"]?三公[”"]?经费/],
  ["sangong.overseas", /^因公出国|^出国/],
  ["sangong.vehicle_purchase", /^(?:公务用?车|公车)?购置(?:费|经费)?$|^(?:公务用车|公车)购置(?!.*运行)(?!.*维护)/],
  ["sangong.vehicle_operation", /^(?:公务用?车|公车|车辆)(?:运行|维护)/],
  ["sangong.vehicle", /^(?:公务用?车|公车)(?:购置|运行)?.*(?:及|和|与).*/],
  ["sangong.reception", /^公务接待|^接待费/],
  ["project_operations", /^业务工作(?:经费|专项)/],
  ["project_maintenance", /^运行维护(?:经费|专项)/],
  ["project_special", /^(?:(?:省|市|区|县|州|本|市州)级?)?(?:财政)?专项(?:资金|经费)/],
  ["expenditure.project", /^(?:部门)?项目支出(?:合计|总计|小计)?$/],
  ["expenditure.basic", /^(?:部门)?基本支出(?:合计|总计|小计)?$/],
  ["expenditure.personnel", /^人员(?:经费|支出)(?:合计|小计)?$/],
  ["expenditure.public", /^(?:日常)?公用(?:经费|支出)(?:合计|小计)?$/],
  ["meetings_training", /^会议费(?:[、和及]|与)培训费/],
  ["meetings", /^会议费/],
  ["training", /^培训费/],
  ["utilities_travel", /^水费[、，]?电费[、，]?差旅费|^水电费[、，]差旅费/],
  ["office", /^办公(?:经费|费)/],
  ["operating_costs", /^机关运行经费/],
  ["procurement.total", /^政府采购/],
  ["basic_expenditure_adjustment", /^(?:部门)?基本支出预算调整/],
  [
    "economic",
    /^(?:工资福利支出|商品和服务支出|对个人和家庭的?补助(?:支出)?|资本性支出|债务利息及费用支出|对企业补助|其他支出)/,
  ],
];

/** A value column: its measure, its year and its head. */
export interface ValueColumn {
  readonly c: number;
  readonly measure: Measure;
  readonly year: YearRef;
  readonly head: string;
}

/** `2023年决算数`, `上年决算数`, `年初预算数`, `节约率（%）` as measure and year. */
export function valueColumn(c: number, head: string, year: YearRef): ValueColumn | null {
  const measure = measureIn(head.replace(/^\d{4}年度?/, ""));
  if (!measure) return null;
  const stated = /^(\d{4})年/.exec(head)?.[1];
  const before = /^(?:上年|上一年|去年)/.test(head) && measure !== "carried_in";
  if (stated) return { c, measure, year: { stated: Number(stated) }, head };
  if (!before) return { c, measure, year, head };
  return { c, measure, year: year && "stated" in year ? { stated: year.stated - 1 } : { offset: -1 }, head };
}

/** Concept of a cost line. */
export const costConcept = (item: string): string | null =>
  COST_LINES.find(([, pattern]) => pattern.test(item))?.[0] ?? null;
