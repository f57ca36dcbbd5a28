import type { Measure } from "../../schemas/index.ts";
import { BODY_ID } from "./datasets/common.ts";
import type { PanelValue } from "./panel.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/**
 * `table`: stated in a table; `narrative`: in the prose only; `silent`: a report of the year is held and does not state it; `missing`: no
 * report of the year is held.
 */
export type PlaceStatus = "table" | "narrative" | "silent" | "missing";

/** One place of a panel: filled or not, and how well. */
export interface PanelCoverage {
  readonly body: number;
  readonly entityId: string;
  readonly entity: string;
  readonly regionCode: string | null;
  readonly fiscalYear: number;
  readonly concept: string;
  readonly measure: Measure;
  readonly status: PlaceStatus;
  readonly findings: number;
  readonly restated: boolean;
}

/** One column of a panel. */
export interface Series {
  readonly concept: string;
  readonly measure: Measure;
}

const HELD = `
SELECT entity.id AS body, entity.uid AS entityId, entity.name AS entity, entity.region_code AS regionCode, document.fiscal_year AS fiscalYear
FROM current_document AS document JOIN entity ON entity.id = ${BODY_ID}
WHERE :entity IS NULL OR instr(entity.name, :entity) > 0
ORDER BY entity.name, entity.region_code, entity.id`;

const keyOf = (...parts: readonly (string | number)[]): string => parts.join("\n");

/** Every body the store holds (of those asked for) × year × series, beside the values of the panel. */
export function panelCoverage(
  store: Store,
  series: readonly Series[],
  years: readonly number[],
  values: readonly PanelValue[],
  entity: string | null = null,
): PanelCoverage[] {
  const bodies = new Map<number, Pick<PanelCoverage, "body" | "entityId" | "entity" | "regionCode">>();
  const held = new Set<string>();
  const rows = statement(store.db, HELD).all({ entity }) as {
    body: bigint;
    entityId: string;
    entity: string;
    regionCode: string | null;
    fiscalYear: bigint | null;
  }[];
  for (const { fiscalYear, ...row } of rows) {
    const body = Number(row.body);
    bodies.set(body, { ...row, body });
    if (fiscalYear !== null) held.add(keyOf(body, Number(fiscalYear)));
  }
  const stated = new Map(values.map((v) => [keyOf(v.body, v.fiscalYear, v.concept, v.measure), v]));
  return [...bodies.values()].flatMap((whose) =>
    years.flatMap((fiscalYear) =>
      series.map(({ concept, measure }): PanelCoverage => {
        const value = stated.get(keyOf(whose.body, fiscalYear, concept, measure));
        const unstated = held.has(keyOf(whose.body, fiscalYear)) ? "silent" : "missing";
        return {
          ...whose,
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
