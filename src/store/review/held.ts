import { statement } from "../statements.ts";
import type { Store } from "../store.ts";

/** How many bodies of a place have a report of a kind and year in the store. */
export interface HeldField {
  /** Two digits of a province, four of a prefecture; null where documents name no place. */
  readonly place: string | null;
  readonly fiscalYear: number;
  readonly kind: string;
  readonly bodies: number;
  readonly documents: number;
}

/** Which part of the map is asked for. */
export interface HeldQuestion {
  /** Digits of a place: its parts are the rows. Without one, the provinces are. */
  readonly place?: string | undefined;
  readonly kind?: string | undefined;
}

const HELD = `
SELECT substr(entity.region_code, 1, :digits) AS place, filing.fiscal_year AS fiscalYear, filing.kind AS kind,
  count(DISTINCT filing.entity_id) AS bodies, count(DISTINCT filing.document_id) AS documents
FROM filing JOIN entity ON entity.id = filing.entity_id
WHERE filing.fiscal_year IS NOT NULL AND (:place IS NULL OR substr(entity.region_code, 1, length(:place)) = :place)
  AND (:kind IS NULL OR filing.kind = :kind)
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/** What is held, place × year × kind: provinces, the prefectures of one, the counties of one. */
export function held(store: Store, { place, kind }: HeldQuestion = {}): HeldField[] {
  const digits = Math.min(6, (place?.length ?? 0) + 2);
  const rows = statement(store.db, HELD).all({ place: place ?? null, kind: kind ?? null, digits }) as Record<
    keyof HeldField,
    bigint | string | null
  >[];
  return rows.map((row) => ({
    place: row.place as string | null,
    fiscalYear: Number(row.fiscalYear),
    kind: String(row.kind),
    bodies: Number(row.bodies),
    documents: Number(row.documents),
  }));
}
