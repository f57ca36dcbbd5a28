import { push } from "../../lib/push.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { type EntityKind, nameKey, stemOf } from "./names.ts";
import { organKey } from "./organs.ts";
import { placeOf, regionRows } from "./regions.ts";

/** Two bodies that may be one, or a body without a name with a name its text holds: for a person to decide. */
export interface EntityCandidate {
  /** What `entities import` would do; a person fills `action` with it or leaves the line out. */
  readonly suggested: "merge" | "rename";
  readonly body: number;
  readonly entity: string;
  /** The other body: number and name; only a name where no body has it. */
  readonly other: number | null;
  readonly otherName: string;
  readonly regionCode: string | null;
  readonly documents: number;
  /** `same_name`: the same place and the same core of the name; `in_text`: the name stands in the document. */
  readonly why: "same_name" | "in_text";
}

const BODIES = `
SELECT id, name, kind, region_code AS region, (SELECT count(DISTINCT document_id) FROM filing WHERE entity_id = entity.id) AS documents
FROM entity WHERE merged_into IS NULL ORDER BY id`;

interface Body {
  readonly id: bigint;
  readonly name: string;
  readonly kind: EntityKind;
  readonly region: string | null;
  readonly documents: bigint;
}

/** Names printed above the tables of documents whose body has no name, most frequent first. */
const IN_TEXT = `
SELECT filing.entity_id AS body, grid.entity AS name, count(*) AS times FROM filing JOIN entity ON entity.id = filing.entity_id
  JOIN run ON run.document_id = filing.document_id JOIN grid ON grid.run_id = run.id
WHERE entity.kind = 'unnamed' AND entity.merged_into IS NULL AND grid.entity IS NOT NULL
GROUP BY filing.entity_id, grid.entity ORDER BY filing.entity_id, times DESC, name`;

let places: readonly string[] | null = null;
/** Names of provinces, cities and counties, the longest first. */
const placeNames = (): readonly string[] => {
  places ??= [...new Set(regionRows().map(({ name }) => nameKey(name)))].sort((a, b) => b.length - a.length);
  return places;
};

/** A name without its ending and without the places it begins with: 湖南省株洲市渌口区财政局 and 渌口区财政局（本级） are 财政局. */
export function coreOf(key: string): string {
  let core = stemOf(key);
  for (let cut = true; cut; ) {
    const place = placeNames().find((name) => core.length > name.length + 1 && core.startsWith(name));
    cut = place !== undefined;
    if (place !== undefined) core = core.slice(place.length);
  }
  return core;
}

/** Pairs and names for a person to confirm; nothing is decided here. A department and its own office are no pair. */
export function entityCandidates(store: Store): EntityCandidate[] {
  const bodies = statement(store.db, BODIES).all() as Body[];
  return [...sameNames(bodies), ...inText(store, bodies)];
}

function sameNames(bodies: readonly Body[]): EntityCandidate[] {
  const groups = new Map<string, Body[]>();
  for (const body of bodies) {
    if (body.kind === "unnamed" || body.region === null) continue;
    const key = `${placeOf(body.region)}|${body.kind === "office" ? "office" : "body"}|${coreOf(organKey(body.name))}`;
    push(groups, key, body);
  }
  return [...groups.values()].flatMap((group) => {
    const [kept, ...others] = [...group].sort((a, b) => Number(b.documents - a.documents) || Number(a.id - b.id));
    return others.map(
      (other): EntityCandidate => ({
        suggested: "merge",
        body: Number(kept!.id),
        entity: kept!.name,
        other: Number(other.id),
        otherName: other.name,
        regionCode: kept!.region,
        documents: Number(other.documents),
        why: "same_name",
      }),
    );
  });
}

function inText(store: Store, bodies: readonly Body[]): EntityCandidate[] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const byKey = new Map(bodies.filter(({ kind }) => kind !== "unnamed").map((body) => [nameKey(body.name), body]));
  const seen = new Set<bigint>();
  return (statement(store.db, IN_TEXT).all() as { body: bigint; name: string }[]).flatMap(
    ({ body, name }): EntityCandidate[] => {
      const unnamed = byId.get(body);
      if (unnamed === undefined || seen.has(body)) return [];
      seen.add(body);
      const known = byKey.get(nameKey(name));
      const about = { regionCode: unnamed.region, documents: Number(unnamed.documents), why: "in_text" as const };
      return known
        ? [
            {
              ...about,
              suggested: "merge" as const,
              body: Number(known.id),
              entity: known.name,
              other: Number(body),
              otherName: unnamed.name,
            },
          ]
        : [
            {
              ...about,
              suggested: "rename" as const,
              body: Number(body),
              entity: unnamed.name,
              other: null,
              otherName: name,
            },
          ];
    },
  );
}
