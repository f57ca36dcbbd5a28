import { createHash } from "node:crypto";
import { FILE } from "../datasets/common.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { keyOf, type Page, type Paging, pageOf } from "./cursor.ts";
import { boxOf, type StoredBox } from "./records.ts";

/** What a person has decided about a finding; `open` where nobody has, or where a side changed since. */
export type FindingStatus = "open" | "accepted" | "ignored" | "asked";

/** One statement of a finding: what was printed and where. */
export interface SideRow {
  readonly sha256: string;
  readonly file: string;
  readonly slot: string | null;
  readonly label: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly page: number;
  readonly box: StoredBox | null;
  readonly quote: string | null;
}

/** A decision about a finding. */
export interface DecisionRow {
  readonly action: FindingStatus;
  readonly reason: string;
  readonly author: string | null;
  readonly on: string;
}

/** A finding with its sides and what was decided about it. */
export interface FindingRow {
  /** Stays the same over new readings: of file, rule, scope and the slots of the sides. */
  readonly key: string;
  readonly sha256: string;
  readonly file: string;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly scope: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly tolerance: string | null;
  readonly equation: string | null;
  readonly cause: string | null;
  /** Whether several documents disagree. */
  readonly across: boolean;
  readonly sides: readonly SideRow[];
  readonly status: FindingStatus;
  /** Earliest first. */
  readonly decisions: readonly DecisionRow[];
  /** Why a finding that was decided is open again: what the sides said then. */
  readonly reopened: string | null;
}

/** Which findings are asked for. */
export interface FindingsQuestion extends Paging {
  readonly sha256?: string | undefined;
  /** Part of the body's name. */
  readonly entity?: string | undefined;
  /** Stable id of the body: of this one alone. */
  readonly entityId?: string | undefined;
  readonly fiscalYear?: number | undefined;
  /** Beginning of the rule's id. */
  readonly rule?: string | undefined;
  readonly severity?: string | undefined;
  /** `decided`: anything but open. */
  readonly status?: FindingStatus | "decided" | undefined;
  readonly key?: string | undefined;
}

const ASKED = `
WHERE (:sha256 IS NULL OR file.sha256 = :sha256)
  AND (:entity IS NULL OR instr(coalesce(document.entity, ''), :entity) > 0)
  AND (:entityId IS NULL OR document.id IN (
    SELECT filing.document_id FROM filing JOIN entity ON entity.id = filing.entity_id WHERE entity.uid = :entityId))
  AND (:fiscalYear IS NULL OR document.fiscal_year = :fiscalYear)
  AND (:rule IS NULL OR substr(f.rule, 1, length(:rule)) = :rule)
  AND (:severity IS NULL OR f.severity = :severity)
  AND (:decided = 0 OR EXISTS (SELECT 1 FROM finding_decision AS d WHERE d.sha256 = file.sha256 AND d.rule = f.rule))
  AND EXISTS (SELECT 1 FROM current_document AS c WHERE c.id = document.id)`;
const FROM =
  "JOIN run ON run.id = f.run_id JOIN document ON document.id = run.document_id JOIN file ON file.id = document.file_id";
const LIST = `
SELECT * FROM (
  SELECT 0 AS across, f.id AS id, document.id AS document, file.sha256 AS sha256, ${FILE} AS file, document.entity AS entity,
    document.fiscal_year AS fiscalYear, f.rule, f.severity, f.message, f.scope, f.expected, f.difference, f.tolerance, f.equation, f.cause
  FROM finding AS f ${FROM} ${ASKED} AND (document.id, 0, f.id) > (:document, :across, :id)
  UNION ALL
  SELECT 1, f.id, document.id, file.sha256, ${FILE}, document.entity, document.fiscal_year, f.rule, f.severity, f.message, NULL,
    f.expected, f.difference, f.tolerance, f.equation, f.cause
  FROM across_finding AS f ${FROM} ${ASKED} AND (document.id, 1, f.id) > (:document, :across, :id))
ORDER BY document, across, id LIMIT :limit`;

const SIDES = `
SELECT file.sha256 AS sha256, ${FILE} AS file, o.slot AS slot, s.label, s.value, s.unit, s.page, s.x0, s.y0, s.x1, s.y1, s.quote
FROM finding_side AS s JOIN finding AS f ON f.id = s.finding_id ${FROM} LEFT JOIN observation AS o ON o.id = s.observation_id
WHERE s.finding_id = ? ORDER BY s.seq`;
const ACROSS_SIDES = `
SELECT file.sha256 AS sha256, ${FILE} AS file, o.slot AS slot, s.label, s.value, s.unit, s.page, o.x0, o.y0, o.x1, o.y1, s.quote
FROM across_side AS s JOIN run ON run.id = s.run_id JOIN document ON document.id = run.document_id JOIN file ON file.id = document.file_id
  LEFT JOIN observation AS o ON o.id = s.observation_id
WHERE s.finding_id = ? ORDER BY s.seq`;
const DECISIONS = `SELECT action, reason, author, decided_on AS "on", sides FROM finding_decision WHERE key = ? ORDER BY id`;

type Stored = Record<string, bigint | number | string | null>;

/** The findings of the texts that count, document by document. Throws CursorError. */
export function findingRows(store: Store, question: FindingsQuestion): Page<FindingRow> {
  const { limit, status, key } = question;
  const start = keyOf(question.cursor, 3) ?? [0, 0, 0];
  const found: { readonly row: FindingRow; readonly at: readonly [number, number, number] }[] = [];
  let at = start as readonly [number, number, number];
  // What a person decided lies beside the findings: rows of another status are passed over, page by page.
  while (found.length <= limit) {
    const rows = statement(store.db, LIST).all({
      sha256: question.sha256 ?? null,
      entity: question.entity ?? null,
      entityId: question.entityId ?? null,
      fiscalYear: question.fiscalYear ?? null,
      rule: question.rule ?? null,
      severity: question.severity ?? null,
      decided: status !== undefined && status !== "open" ? 1 : 0,
      document: at[0],
      across: at[1],
      id: at[2],
      limit: limit + 1,
    }) as Stored[];
    for (const stored of rows) {
      at = [Number(stored.document), Number(stored.across), Number(stored.id)];
      const row = findingRow(store, stored);
      if (isAsked(row.status, status) && (key === undefined || row.key === key)) found.push({ row, at });
    }
    if (rows.length <= limit) break;
  }
  return pageOf(
    found,
    limit,
    ({ row }) => row,
    ({ at }) => at,
  );
}

const isAsked = (status: FindingStatus, asked: FindingsQuestion["status"]): boolean =>
  asked === undefined || (asked === "decided" ? status !== "open" : status === asked);

/** Findings about which a person has decided, by severity: few, and none where nobody has. */
export function decidedFindings(store: Store): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (statement(store.db, "SELECT 1 FROM finding_decision LIMIT 1").get() === undefined) return counts;
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = findingRows(store, { status: "decided", cursor, limit: DECIDED_TOGETHER });
    for (const { severity } of rows) counts.set(severity, (counts.get(severity) ?? 0) + 1);
    if (next === null) return counts;
    cursor = next;
  }
}

const DECIDED_TOGETHER = 500;

function findingRow(store: Store, stored: Stored): FindingRow {
  const across = stored.across === 1n;
  const sides = (statement(store.db, across ? ACROSS_SIDES : SIDES).all(stored.id) as Stored[]).map(sideRow);
  const about = {
    sha256: String(stored.sha256),
    rule: String(stored.rule),
    scope: stored.scope as string | null,
  };
  const key = findingKey(about, sides);
  const decisions = statement(store.db, DECISIONS).all(key) as (DecisionRow & { readonly sides: string })[];
  const last = decisions.at(-1);
  const changed = last !== undefined && last.action !== "open" && last.sides !== saidBy(sides);
  const { document: _, across: __, id: ___, ...plain } = stored;
  return {
    ...(plain as unknown as FindingRow),
    ...about,
    key,
    fiscalYear: stored.fiscalYear === null ? null : Number(stored.fiscalYear),
    across,
    sides,
    status: last === undefined || changed ? "open" : last.action,
    decisions: decisions.map(({ sides: ___, ...decision }) => decision),
    reopened: changed ? wordsOf(last.sides) : null,
  };
}

const sideRow = (row: Stored): SideRow => ({
  sha256: String(row.sha256),
  file: String(row.file),
  slot: row.slot as string | null,
  label: row.label as string | null,
  value: row.value as string | null,
  unit: row.unit as string | null,
  page: Number(row.page),
  box: boxOf(row),
  quote: row.quote as string | null,
});

/** A side is known by the slot it speaks of; where it has none, by page and quote. */
const sideKey = (about: string, { sha256, slot, page, quote }: SideRow): readonly unknown[] => [
  sha256 === about ? null : sha256,
  ...(slot === null ? [page, quote] : [slot]),
];

/** The key of a finding: the same for the same contradiction in every reading of a file. 24 hexadecimal digits. */
export function findingKey(
  { sha256, rule, scope }: Pick<FindingRow, "sha256" | "rule" | "scope">,
  sides: readonly SideRow[],
): string {
  const said = JSON.stringify([sha256, rule, scope, sides.map((side) => sideKey(sha256, side))]);
  return createHash("sha256").update(said).digest("hex").slice(0, 24);
}

/** What the sides say, as a decision remembers it. */
export const saidBy = (sides: readonly SideRow[]): string =>
  JSON.stringify(sides.map(({ value, unit }) => [value, unit]));

const wordsOf = (said: string): string =>
  (JSON.parse(said) as [string | null, string | null][])
    .map(([value, unit]) => `${value ?? "—"}${unit ?? ""}`)
    .join(" ≠ ");
