import { BODY_ID, DOCUMENT_SCOPE } from "./datasets/common.ts";
import type { PanelMeasure, PanelValue } from "./panel.ts";
import type { ReportScope } from "./reports/scope.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/**
 * `table`: stated in a table; `narrative`: in the prose only; `silent`: a report of the year that could state it is held and does not;
 * `missing`: no such report of the year is held.
 */
export type PlaceStatus = "table" | "narrative" | "silent" | "missing";

/** One place of a panel: filled or not, and how well. */
export interface PanelCoverage {
  readonly body: number;
  readonly entityId: string;
  readonly entity: string;
  readonly regionCode: string | null;
  readonly scope: PanelValue["scope"];
  readonly fiscalYear: number;
  readonly concept: string;
  readonly measure: PanelMeasure;
  readonly status: PlaceStatus;
  readonly disputed: boolean;
  readonly findings: number;
  readonly restated: boolean;
}

/** One column of a panel. */
export interface Series {
  readonly concept: string;
  readonly measure: PanelMeasure;
}

/** Which bodies, and how far their reports reach. */
export interface CoverageQuestion {
  /** Only these bodies, by their numbers in the store. */
  readonly bodies?: readonly number[] | undefined;
  readonly entity?: string | undefined;
  readonly scope?: ReportScope | undefined;
}

const HELD = `
SELECT DISTINCT entity.id AS body, entity.uid AS entityId, entity.name AS entity, entity.region_code AS regionCode, ${DOCUMENT_SCOPE} AS scope,
  document.fiscal_year AS fiscalYear, document_type.type AS kind
FROM current_document AS document JOIN entity ON entity.id = ${BODY_ID} JOIN document_type ON document_type.document_id = document.id
WHERE (:bodies IS NULL OR document.id IN (SELECT document_id FROM filing WHERE entity_id IN (SELECT value FROM json_each(:bodies))))
  AND (:entity IS NULL OR instr(entity.name, :entity) > 0) AND (:scope IS NULL OR ${DOCUMENT_SCOPE} = :scope)
ORDER BY entity.name, entity.region_code, entity.uid, scope`;

/** Kinds of document that state a number: a budget knows no 决算, the evaluation of one project no sum of the body. */
const ACCOUNTS = ["final_accounts", "overall_self_evaluation", "base_data", "sangong_statement"];
const BUDGETS = ["budget", ...ACCOUNTS];
function kindsThatState(measure: PanelMeasure): readonly string[] {
  if (measure === "estimated") return ["budget"];
  return measure === "actual" || measure === "balance" || measure === "execution_rate" ? ACCOUNTS : BUDGETS;
}

const keyOf = (...parts: readonly (string | number)[]): string => parts.join("\n");
type Whose = Pick<PanelCoverage, "body" | "entityId" | "entity" | "regionCode" | "scope">;
type Held = Whose & { readonly kinds: Set<string>; readonly byYear: Map<number, Set<string>> };

/**
 * Every place that could be filled, beside the values of the panel: the bodies (of those asked for), as far as their reports reach, of
 * which the store holds a report of a kind that states such a number, in every year.
 */
export function panelCoverage(
  store: Store,
  series: readonly Series[],
  years: readonly number[],
  values: readonly PanelValue[],
  { entity, scope, bodies: listed }: CoverageQuestion = {},
): PanelCoverage[] {
  const bodies = new Map<string, Held>();
  const rows = statement(store.db, HELD).all({
    entity: entity ?? null,
    scope: scope ?? null,
    bodies: listed ? JSON.stringify(listed) : null,
  }) as (Omit<Whose, "body"> & {
    body: bigint;
    fiscalYear: bigint | null;
    kind: string;
  })[];
  for (const { fiscalYear, kind, ...row } of rows) {
    const key = keyOf(row.entityId, row.scope);
    const held = bodies.get(key) ?? { ...row, body: Number(row.body), kinds: new Set(), byYear: new Map() };
    bodies.set(key, held);
    held.kinds.add(kind);
    if (fiscalYear === null) continue;
    const year = Number(fiscalYear);
    held.byYear.set(year, (held.byYear.get(year) ?? new Set()).add(kind));
  }
  const stated = new Map(values.map((v) => [keyOf(v.entityId, v.scope, v.fiscalYear, v.concept, v.measure), v]));
  return [...bodies.values()].flatMap(({ kinds, byYear, ...whose }) =>
    years.flatMap((fiscalYear) =>
      series.flatMap(({ concept, measure }): PanelCoverage[] => {
        const value = stated.get(keyOf(whose.entityId, whose.scope, fiscalYear, concept, measure));
        const telling = kindsThatState(measure);
        if (!value && !telling.some((kind) => kinds.has(kind))) return [];
        const held = telling.some((kind) => byYear.get(fiscalYear)?.has(kind));
        return [
          {
            ...whose,
            fiscalYear,
            concept,
            measure,
            status: value?.basis ?? (held ? "silent" : "missing"),
            disputed: value?.disputed ?? false,
            findings: value?.findings ?? 0,
            restated: value?.restated != null,
          },
        ];
      }),
    ),
  );
}
