import {
  BY_NATURE,
  CLOSES_HALF,
  ECONOMIC_HALF,
  ENDS_AS_EXPENDITURE,
  SIDE_OF_EXPENDITURE,
  SIDE_OF_REVENUE,
  THIS_YEARS_PART,
} from "../../schemas/forms/balance.ts";
import { EXPENDITURE } from "../../schemas/forms/expenditure.ts";
import { REVENUE } from "../../schemas/forms/revenue.ts";
import { THIS_YEAR, TOTALS } from "../../schemas/forms/totals.ts";
import type { ConceptName } from "../../schemas/index.ts";
import type { Column } from "../../src/lib/header.ts";
import type { Lane, LaneRow } from "../../src/lib/lanes.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { isEconomicClass, isFunctionClass } from "./classes.ts";
import type { Sheet } from "./form.ts";

/** One half of a 收支总表 and what its lines are named by. */
export interface Half {
  readonly lane: Lane;
  readonly side: "revenue" | "expenditure";
  /** Expenditure lines by function (一般公共服务支出), by economic class (工资福利支出) or by nature (基本支出). */
  readonly by: "function" | "economic";
}

/** The halves of a 收支总表: told by their heads (收入, 支出), else by what their lines say. */
export function halvesOf(sheet: Sheet): Half[] {
  return sheet.lanes.map((lane) => {
    const head = [...lane.labels, ...lane.values].map((column) => column.path.join("")).join("");
    const names = lane.rows.map((row) => row.name);
    const revenue = names.filter((name) => meaningOf(name, REVENUE) !== null || SIDE_OF_REVENUE.test(name)).length;
    const expenditure = names.filter(
      (name) => isFunctionClass(name) || isEconomicClass(name) || SIDE_OF_EXPENDITURE.test(name),
    ).length;
    const top = lane.labels[0]?.path[0] ?? "";
    const side =
      SIDE_OF_EXPENDITURE.test(top) && !SIDE_OF_REVENUE.test(top)
        ? "expenditure"
        : SIDE_OF_REVENUE.test(top) && !SIDE_OF_EXPENDITURE.test(top)
          ? "revenue"
          : revenue > expenditure
            ? "revenue"
            : "expenditure";
    const economic = names.filter((name) => isEconomicClass(name) && !isFunctionClass(name)).length;
    const by = ECONOMIC_HALF.test(head) || economic > names.filter(isFunctionClass).length ? "economic" : "function";
    return { lane, side, by };
  });
}

/** The columns under heads; amounts set apart from all heads belong to no column. A half without any heads has only its own. */
export const headed = (values: readonly Column[]): readonly Column[] =>
  values.some((column) => column.path.length > 0) ? values.filter((column) => column.path.length > 0) : values;

/** Whether a sheet has both halves. */
export const hasBothHalves = (sheet: Sheet): boolean => {
  const sides = halvesOf(sheet).map((half) => half.side);
  return sides.includes("revenue") && sides.includes("expenditure");
};

/** What a line of a half says. `part` tells this year's money from what was carried in or over: 二、上年结转 gathers funds below it. */
export type Line =
  | { readonly is: "current" }
  | { readonly is: "total" }
  | { readonly is: "kind"; readonly concept: ConceptName; readonly part: "current" | "carried" }
  | { readonly is: "class" };

/** Reads the lines of a half in order. A line that says nothing known is left out. */
export function linesOf(half: Half): { row: LaneRow; line: Line }[] {
  const lines: { row: LaneRow; line: Line }[] = [];
  let part: "current" | "carried" = "current";
  const hasTotal = half.lane.rows.some((row) => meaningOf(row.name, TOTALS) === "total");
  for (const row of half.lane.rows) {
    const total = totalOf(row.name, hasTotal);
    if (total !== null) {
      lines.push({ row, line: { is: total } });
      part = "current";
      continue;
    }
    const concept = half.side === "revenue" ? meaningOf(row.name, REVENUE) : meaningOf(row.name, EXPENDITURE);
    if (concept?.endsWith(".carryover")) part = "carried";
    else if (THIS_YEARS_PART.test(row.name)) part = "current";
    if (concept !== null) lines.push({ row, line: { is: "kind", concept, part } });
    else if (half.side === "expenditure" && part === "carried" && meaningOf(row.name, REVENUE) !== null)
      lines.push({ row, line: { is: "kind", concept: meaningOf(row.name, REVENUE)!, part } });
    else if (half.side === "expenditure" && isClass(row.name, half.by)) lines.push({ row, line: { is: "class" } });
  }
  return lines;
}

/** Whether a line of expenditure is a class: of the functional classification names change, those of the economic one are few. */
const isClass = (name: string, by: Half["by"]): boolean =>
  by === "economic"
    ? isEconomicClass(name)
    : isFunctionClass(name) || (ENDS_AS_EXPENDITURE.test(name) && !isEconomicClass(name) && !BY_NATURE.test(name));

/** 本年收入 above its parts is the year's sum; 收入合计 closes a half that has no 总计. */
function totalOf(name: string, hasTotal: boolean): "current" | "total" | null {
  const total = meaningOf(name, TOTALS) ?? meaningOf(name, THIS_YEAR);
  if (total === "current" && !hasTotal && CLOSES_HALF.test(name)) return "total";
  return total;
}
