import type { Measure } from "../../../schemas/index.ts";
import { distinct } from "../candidates.ts";
import { comparable } from "../comparable.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, showSum, UNKNOWN_KIND, type Verdict } from "../verdict.ts";

/** Amounts that have just these parts, by the names they are told under; and what else there is where it is not none. */
const WHOLES: readonly {
  readonly names: readonly string[];
  readonly parts: readonly string[];
  readonly others?: readonly string[];
}[] = [
  {
    names: ["expenditure.current", "funding.total"],
    parts: ["expenditure.basic", "expenditure.project"],
    others: ["expenditure.upward", "expenditure.operating", "expenditure.subsidy"],
  },
  { names: ["general_public.expenditure"], parts: ["general_public.basic", "general_public.project"] },
  { names: ["sangong.total"], parts: ["sangong.overseas", "sangong.vehicle", "sangong.reception"] },
  { names: ["sangong.vehicle"], parts: ["sangong.vehicle_purchase", "sangong.vehicle_operation"] },
  { names: ["procurement.total"], parts: ["procurement.goods", "procurement.works", "procurement.services"] },
];
const MEASURES: readonly Measure[] = ["actual", "initial_budget", "final_budget"];

/** A total told in one place is made by its parts told in a table that prints no total of them. */
export function* partsElsewhere({ index, known, document }: Context): Iterable<Verdict> {
  if (!known) {
    yield notApplicable(UNKNOWN_KIND);
    return;
  }
  const year = document?.fiscalYear ?? null;
  let seen = false;
  for (const { names, parts, others = [] } of WHOLES)
    for (const measure of MEASURES) {
      const at = (name: string): readonly Indexed[] => index.get(name, measure, year, null);
      const totals = names.flatMap(at).filter((f) => !f.operand.approximate);
      const tables = new Set(at(parts[0]!).flatMap((f) => (f.place === "narrative" ? [] : [f.place])));
      for (const place of tables) {
        const here = parts.map((name) => at(name).filter((f) => f.place === place));
        if (here.some((list) => list.length !== 1) || totals.some((f) => f.place === place)) continue;
        const [total, ...more] = distinct(totals);
        if (!total) continue;
        seen = true;
        if (more.length > 0 || others.flatMap(at).some((f) => !f.operand.value.isZero())) {
          yield insufficient(null, "the total is told in several ways, or has more parts");
          continue;
        }
        const operands = here.map(([f]) => f!.operand);
        if (!here.every(([f]) => comparable(total, f!))) {
          yield insufficient(null, "scope, fund or way of counting differ");
          continue;
        }
        yield decide(null, compareSum(total.operand, operands), total.operand, {
          sides: [total.operand, ...operands],
          identity: { whole: total.operand, parts: operands },
          equation: (expected) =>
            `${showSum(operands)} = ${expected}${total.operand.unit ?? ""} ≠ ${show(total.operand)}`,
        });
      }
    }
  if (!seen) yield notApplicable("no total whose parts are told elsewhere");
}
