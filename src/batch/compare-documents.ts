import { DEPARTMENT_RULE, departmentOf, validateAcross, validateDepartments } from "../across.ts";
import {
  type BodyDocument,
  bodiesByKey,
  bodyDocuments,
  departmentsListing,
  type Store,
  saveAcross,
  saveCompared,
  uncomparedReadings,
  unitLists,
} from "../store/index.ts";

/**
 * Documents read since the last comparison against the other documents of their bodies, and the departments they belong to against the
 * sum of their units. Bodies that got nothing new keep what was found; a body's findings are replaced as a whole, so that none is doubled.
 */
export function compareDocuments(store: Store): void {
  const fresh = uncomparedReadings(store);
  const bodies = new Set(fresh.flatMap(({ body }) => (body === null ? [] : [body])));
  const departments = new Set<bigint>();
  for (const body of bodies) {
    saveAcross(store, { body, rule: DEPARTMENT_RULE.id, only: false }, validateAcross(bodyDocuments(store, body)));
    for (const department of [body, ...departmentsListing(store, body)]) departments.add(department);
  }
  let byKey: ReadonlyMap<string, readonly bigint[]> | undefined;
  for (const body of departments) {
    const lists = unitLists(store, body);
    if (lists.size === 0) continue;
    byKey ??= bodiesByKey(store);
    const bodiesOf = byKey;
    // The reports of several years list the same units.
    const held = new Map<string, readonly BodyDocument[]>();
    const documentsOf = (key: string): readonly BodyDocument[] => {
      const known = held.get(key) ?? (bodiesOf.get(key) ?? []).flatMap((id) => bodyDocuments(store, id));
      held.set(key, known);
      return known;
    };
    const reports = bodyDocuments(store, body).filter(({ document }) => lists.has(document));
    const checked = validateDepartments(reports.map((r) => departmentOf(r, lists.get(r.document)!, documentsOf)));
    saveAcross(store, { body, rule: DEPARTMENT_RULE.id, only: true }, checked.findings, checked.results);
  }
  saveCompared(
    store,
    fresh.map(({ run }) => run),
  );
}
