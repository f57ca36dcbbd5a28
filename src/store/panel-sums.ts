import { Decimal } from "decimal.js";
import { largest } from "../lib/long-lists.ts";
import { push } from "../lib/push.ts";
import type { PanelValue } from "./panel.ts";

const Exact = Decimal.clone({ precision: 60 });

/**
 * Sums of the units below a body, one for each number they state: only where a person asks for them, and as rows of their own (`scope`
 * is `sum_of_units`), for nothing tells whether all units are held. Rates are not summed; values of another unit of measure are left out.
 */
export function sumsOfUnits(values: readonly PanelValue[]): PanelValue[] {
  const groups = new Map<string, PanelValue[]>();
  for (const value of values) {
    if (value.parentId === null || value.unit === "%" || !["office", "unit", "unstated"].includes(value.scope))
      continue;
    const key = [value.parentId, value.concept, value.measure, value.fiscalYear, value.unit].join("\n");
    push(groups, key, value);
  }
  return [...groups.values()].map((units): PanelValue => {
    const [first] = units as [PanelValue, ...PanelValue[]];
    const of = <T>(what: (value: PanelValue) => T): T[] => units.map(what);
    return {
      ...first,
      entityId: first.parentId!,
      entity: first.parent!,
      parent: null,
      parentId: null,
      scope: "sum_of_units",
      summed: units.length,
      value: units.reduce((sum, { value }) => sum.plus(value), new Exact(0)).toFixed(decimals(units)),
      basis: of((v) => v.basis).includes("narrative") ? "narrative" : "table",
      approximate: of((v) => v.approximate).includes(true),
      disagreeing: 0,
      disputed: of((v) => v.disputed).includes(true),
      status: "machine",
      restated: null,
      findings: of((v) => v.findings).reduce((a, b) => a + b, 0),
    };
  });
}

const decimals = (units: readonly PanelValue[]): number =>
  largest(units.map(({ value }) => value.split(".")[1]?.length ?? 0));
