import { type ClosedConcept, CONCEPTS } from "../../../schemas/vocabulary.ts";
import type { PanelMeasure } from "../panel.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { keyOf, type Page, type Paging, pageOf } from "./cursor.ts";

/** Whose numbers a panel is asked for, page by page. */
export interface PanelBodiesQuestion extends Paging {
  /** Part of the body's name. */
  readonly entity?: string | undefined;
  /** Digits of a place. */
  readonly place?: string | undefined;
}

const BODIES = `
SELECT e.id FROM entity AS e
WHERE e.merged_into IS NULL AND e.id > :after AND (:entity IS NULL OR instr(e.name, :entity) > 0)
  AND (:place IS NULL OR substr(e.region_code, 1, length(:place)) = :place)
  AND EXISTS (SELECT 1 FROM filing AS f WHERE f.entity_id = e.id)
ORDER BY e.id LIMIT :limit`;

/** The bodies on a page of a panel, by their numbers in the store, in the order in which they came. Throws CursorError. */
export function panelBodies(store: Store, { entity, place, cursor, limit }: PanelBodiesQuestion): Page<number> {
  const [after] = keyOf(cursor, 1) ?? [0];
  const rows = statement(store.db, BODIES).all({
    after: after as number,
    entity: entity ?? null,
    place: place ?? null,
    limit: limit + 1,
  }) as { readonly id: bigint }[];
  return pageOf(
    rows,
    limit,
    ({ id }) => Number(id),
    ({ id }) => [Number(id)],
  );
}

/** Each a seek in the index: the statements themselves are not read. */
const NEXT_MEASURE = "SELECT min(measure) AS measure FROM observation WHERE concept = ? AND measure > ?";
const ESTIMATED = "SELECT 1 FROM observation WHERE estimated = 1 LIMIT 1";

/** The named concepts and the measures in which the store holds any of them, for somebody to choose from. */
export function panelChoices(store: Store): {
  readonly concepts: readonly ClosedConcept[];
  readonly measures: readonly PanelMeasure[];
} {
  const measures = new Set<PanelMeasure>();
  const concepts = (Object.keys(CONCEPTS) as ClosedConcept[]).filter((concept) => {
    let measure = "";
    for (;;) {
      const next = statement(store.db, NEXT_MEASURE).get(concept, measure) as { readonly measure: string | null };
      if (next.measure === null) return measure !== "";
      measure = next.measure;
      measures.add(measure as PanelMeasure);
    }
  });
  if (statement(store.db, ESTIMATED).get() !== undefined) measures.add("estimated");
  return { concepts, measures: [...measures].sort() };
}
