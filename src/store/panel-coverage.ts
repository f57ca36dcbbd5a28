import type { Measure } from "../../schemas/index.ts";
import { BODY_ID } from "./datasets/common.ts";
import type { Store } from "./open.ts";
import type { PanelValue } from "./panel.ts";
import { statement } from "./statements.ts";

/**
 * `table`: stated in a table; `narrative`: in the prose only; `silent`: a report of the year is held and does not state it; `missing`: no
 * report of the year is held.
 */
export type PlaceStatus = "table" | "narrative" | "silent" | "missing";

/** One place of a panel: filled or not, and how well. */
export interface PanelCoverage {
  readonly entity: string;
  readonly regionCode: string | null;
  readonly fiscalYear: number;
  readonly concept: string;
  readonly measure: Measure;
  readonly status: PlaceStatus;
  readonly findings: number;
  readonly restated: boolean;
}

export interface Series {
  readonly concept: string;
  readonly measure: Measure;
}

const HELD = `
SELECT entity.name AS entity, entity.region_code AS regionCode, document.fiscal_year AS fiscalYear
FROM current_document AS document JOIN entity ON entity.id = ${BODY_ID}
WHERE :entity IS NULL OR instr(entity.name, :entity) > 0
ORDER BY entity.name, entity.region_code, entity.id`;

const keyOf = (entity: string, region: string | null, ...more: readonly (string | number)[]): string =>
  [entity, region, ...more].join("\n");

/** Every body the store holds (of those asked for) × year × series, beside the values of the panel. */
export function panelCoverage(
  store: Store,
  series: readonly Series[],
  years: readonly number[],
  values: readonly PanelValue[],
  entity: string | null = null,
): PanelCoverage[] {
  const bodies = new Map<string, { readonly entity: string; readonly regionCode: string | null }>();
  const held = new Set<string>();
  const rows = statement(store.db, HELD).all({ entity }) as {
    entity: string;
    regionCode: string | null;
    fiscalYear: bigint | null;
  }[];
  for (const row of rows) {
    bodies.set(keyOf(row.entity, row.regionCode), row);
    if (row.fiscalYear !== null) held.add(keyOf(row.entity, row.regionCode, Number(row.fiscalYear)));
  }
  const stated = new Map(values.map((v) => [keyOf(v.entity, v.regionCode, v.fiscalYear, v.concept, v.measure), v]));
  return [...bodies.values()].flatMap(({ entity: name, regionCode }) =>
    years.flatMap((fiscalYear) =>
      series.map(({ concept, measure }): PanelCoverage => {
        const value = stated.get(keyOf(name, regionCode, fiscalYear, concept, measure));
        const unstated = held.has(keyOf(name, regionCode, fiscalYear)) ? "silent" : "missing";
        return {
          entity: name,
          regionCode,
          fiscalYear,
          concept,
          measure,
          status: value?.basis ?? unstated,
          findings: value?.findings ?? 0,
          restated: value?.restated != null,
        };
      }),
    ),
  );
}
