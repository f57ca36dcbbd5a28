import type { Fact } from "../../schemas/index.ts";
import { push } from "../lib/push.ts";

/** A sum of a published form that a line of it takes part in. */
export interface Part {
  /** The concept the parts add up to. */
  readonly whole: string;
  /** Whose money the whole counts, where the whole is a classification line. */
  readonly fund: Fact["fund"];
  /** Tells apart the sums of one whole: by classification, by row. */
  readonly sum: string;
}

/** A whole and the items that must all be printed for it to be judged; `also` are those a form need not print. */
interface ItemSum {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly also?: readonly string[];
}

/** Sums of items, inside one table and column. */
const ITEMS: readonly ItemSum[] = [
  { whole: "sangong.total", parts: ["sangong.overseas", "sangong.vehicle", "sangong.reception"] },
  { whole: "sangong.vehicle", parts: ["sangong.vehicle_purchase", "sangong.vehicle_operation"] },
  {
    whole: "expenditure.current",
    parts: ["expenditure.basic", "expenditure.project"],
    also: ["expenditure.upward", "expenditure.operating", "expenditure.subsidy"],
  },
  { whole: "general_public.expenditure", parts: ["general_public.basic", "general_public.project"] },
  { whole: "general_public.basic", parts: ["expenditure.personnel", "expenditure.public"] },
];

/** 合计 of a table → the 类 lines it is the sum of: their column and whose money they count. */
const CLASSES: readonly (readonly [whole: string, column: string, fund: Fact["fund"]])[] = [
  ["expenditure.current", "function.total", null],
  ["expenditure.basic", "function.basic", null],
  ["expenditure.project", "function.project", null],
  ["revenue.current", "function.revenue", null],
  ["revenue.appropriation", "function.revenue_appropriation", null],
  ["general_public.expenditure", "function.total", "general_public"],
  ["general_public.basic", "function.basic", "general_public"],
  ["general_public.project", "function.project", "general_public"],
  ["government_fund.expenditure", "function.total", "government_fund"],
  ["state_capital.expenditure", "function.total", "state_capital"],
  ["general_public.basic", "economic", "general_public"],
];

const LINE = /^(function|economic)\.(\d+)(\.\w+)?$/;
/** 类 3 digits, 款 5, 项 7: two more a level. */
const CLASS_DIGITS = 3;
const LEVEL_DIGITS = 2;

/** Whether a concept is a line of a classification, which several funds may have in one table. */
export const isLine = (concept: string): boolean => LINE.test(concept);

/** The sums a fact is a part of: 项 of its 款, 款 of its 类, 类 of 合计, basic and project of their row, items of theirs. */
export function partOf({ concept, fund }: Pick<Fact, "concept" | "fund">): readonly Part[] {
  const [, family, code, column = ""] = LINE.exec(concept) ?? [];
  if (family === undefined || code === undefined) return itemSums.get(concept) ?? [];
  const out: Part[] = [];
  if (code.length > CLASS_DIGITS)
    out.push({ whole: `${family}.${code.slice(0, -LEVEL_DIGITS)}${column}`, fund, sum: "children" });
  else
    for (const [whole, of, whose] of CLASSES)
      if (of === family + column && whose === fund) out.push({ whole, fund: null, sum: `classes of ${of}` });
  if (column === ".basic" || column === ".project")
    out.push({ whole: `${family}.${code}.total`, fund, sum: "basic and project" });
  return out;
}

/** Whether the parts a form always prints are there: one that was not read must not pass for one that adds nothing. */
export const hasItsParts = ({ whole, sum }: Part, printed: ReadonlySet<string>): boolean =>
  sum === "basic and project"
    ? printed.size === 2
    : sum !== "items" || ITEMS.some((item) => item.whole === whole && item.parts.every((part) => printed.has(part)));

const itemSums = new Map<string, Part[]>();
for (const { whole, parts, also = [] } of ITEMS)
  for (const part of [...parts, ...also]) push(itemSums, part, { whole, fund: null, sum: "items" });
