import { BODY_ID, DOCUMENT_SCOPE } from "../datasets/common.ts";
import { fenIn } from "../money.ts";
import { EARLIEST, LATEST, type PanelQuestion, type PanelValue, panel, storedMeasure } from "../panel.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";

/** Whose numbers of which years are drawn, and in what unit. */
export interface PointsQuestion extends Omit<PanelQuestion, "bodies"> {
  /** Digits of a place. */
  readonly place?: string;
}

/** A number of the panel without what is known beside it. */
export type PanelPoint = Pick<
  PanelValue,
  "entity" | "regionCode" | "scope" | "fiscalYear" | "value" | "unit" | "sha256" | "page" | "slot"
>;

/** A seek in the index. */
const LAST_YEAR = `
SELECT max(fiscal_year) FROM observation WHERE concept = :concept AND measure = :measure AND fiscal_year BETWEEN :from AND :to`;

/** Every statement of the number in a year, without choosing among several of a body: what a choice looks at is the dear part. */
const SAID = `
SELECT entity.id AS body, entity.uid AS uid, entity.name AS entity, entity.region_code AS regionCode, ${DOCUMENT_SCOPE} AS scope,
  o.fiscal_year AS fiscalYear, o.fen AS fen, o.value AS value, o.unit AS unit, file.sha256 AS sha256, o.page AS page, o.slot AS slot
FROM effective_observation AS o JOIN run ON run.id = o.run_id JOIN current_document AS document ON document.id = run.document_id
  JOIN file ON file.id = document.file_id JOIN entity ON entity.id = ${BODY_ID}
WHERE o.concept = :concept AND o.measure = :measure AND o.fiscal_year = :year AND o.estimated = :estimated AND o.scope IS NULL
  AND (:item IS NULL OR o.item = :item) AND (:entity IS NULL OR instr(entity.name, :entity) > 0)
  AND (:place IS NULL OR substr(entity.region_code, 1, length(:place)) = :place)
ORDER BY entity.name, entity.region_code, entity.uid`;

interface Said extends Omit<PanelPoint, "fiscalYear" | "page"> {
  readonly body: bigint;
  readonly uid: string;
  readonly fiscalYear: bigint;
  readonly page: bigint;
  readonly fen: bigint | null;
}

/** What every body says of the last year of which any of those asked for says something: that year of the panel, body by body. */
export function panelPoints(store: Store, question: PointsQuestion): PanelPoint[] {
  const { concept, item = null, entity = null, place = null, scope, from = EARLIEST, to = LATEST } = question;
  const { measure, estimated } = storedMeasure(question.measure);
  for (let last = to; ; ) {
    const year = statement(store.db, LAST_YEAR).pluck().get({ concept, measure, from, to: last }) as bigint | null;
    if (year === null) return [];
    const asked = { concept, measure, year, estimated, item, entity, place };
    const said = statement(store.db, SAID).all(asked) as Said[];
    const points = chosen(store, said, { ...question, from: Number(year), to: Number(year) });
    const reaching = points.filter((point) => scope === undefined || point.scope === scope);
    if (reaching.length > 0) return reaching;
    last = Number(year) - 1;
  }
}

/** One number a body and scope: as it stands where it is stated once; where it is stated several times, as the panel chooses. */
function chosen(store: Store, said: readonly Said[], question: PanelQuestion): PanelPoint[] {
  const times = new Map<bigint, number>();
  for (const { body } of said) times.set(body, (times.get(body) ?? 0) + 1);
  const several = [...times].filter(([, n]) => n > 1).map(([body]) => Number(body));
  const ofPanel = several.length === 0 ? [] : panel(store, { ...question, bodies: several });
  const once = said
    .filter(({ body }) => times.get(body) === 1)
    .map(({ body: _, uid, fen, value, unit, page, fiscalYear, ...plain }) => ({
      uid,
      point: {
        ...plain,
        fiscalYear: Number(fiscalYear),
        value: fen === null ? value : fenIn(fen, question.unit),
        unit: fen === null ? unit : question.unit,
        page: Number(page),
      },
    }));
  const more = ofPanel.map(({ entity, regionCode, scope, fiscalYear, value, unit, sha256, page, slot, entityId }) => ({
    uid: entityId,
    point: { entity, regionCode, scope, fiscalYear, value, unit, sha256, page, slot },
  }));
  if (more.length === 0) return once.map(({ point }) => point);
  const order = new Map(said.map(({ uid }, n) => [uid, n]));
  return [...once, ...more].sort((a, b) => order.get(a.uid)! - order.get(b.uid)!).map(({ point }) => point);
}
