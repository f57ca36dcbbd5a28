import { findFile } from "../entities/find.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import type { CorrectionAction, CorrectionOutcome } from "./action.ts";

/** A correction with what had been read, what is read now and what became of it. */
export interface CorrectionRow {
  readonly id: number;
  readonly sha256: string;
  readonly path: string | null;
  readonly slot: string;
  readonly action: CorrectionAction;
  /** Null where nothing had been read. */
  readonly read: string | null;
  readonly value: string | null;
  readonly now: string | null;
  /** Null where a later one took its place, or where the file is not read. */
  readonly outcome: CorrectionOutcome | null;
  readonly superseded: boolean;
  readonly reason: string;
  readonly author: string | null;
  readonly page: number | null;
}

const CORRECTIONS = `
SELECT c.id, c.sha256, (SELECT min(path) FROM acquisition WHERE acquisition.file_id = file.id) AS path, c.slot, c.action,
  c.read_value || coalesce(c.read_unit, '') AS read, c.value || coalesce(c.unit, '') AS value,
  coalesce(o.value || coalesce(o.unit, ''), met.value || coalesce(met.unit, '')) AS now, r.outcome, c.reason, c.author, c.page,
  EXISTS (SELECT 1 FROM correction AS later WHERE later.previous_id = c.id) AS superseded
FROM correction AS c LEFT JOIN file ON file.sha256 = c.sha256 LEFT JOIN document ON document.file_id = file.id
  LEFT JOIN run ON run.document_id = document.id LEFT JOIN observation AS o ON o.run_id = run.id AND o.slot = c.slot AND o.added = 0
  LEFT JOIN observation_effect AS e ON e.correction_id = c.id
  LEFT JOIN observation AS met ON met.id = e.observation_id AND met.added = 0
  LEFT JOIN correction_outcome AS r ON r.run_id = run.id AND r.correction_id = c.id
WHERE :outcome IS NULL OR r.outcome = :outcome
ORDER BY c.id`;

/** All corrections, oldest first, or those with one outcome. */
export function corrections(store: Store, outcome: CorrectionOutcome | null = null): CorrectionRow[] {
  return (statement(store.db, CORRECTIONS).all({ outcome }) as Record<string, unknown>[]).map((row) => ({
    ...(row as unknown as CorrectionRow),
    id: Number(row.id),
    page: row.page === null ? null : Number(row.page),
    superseded: row.superseded === 1n,
  }));
}

/** The address of a statement with its value as people query it: what a correction names. */
export interface SlotRow {
  readonly slot: string;
  readonly item: string | null;
  /** Null where a person added the value. */
  readonly read: string | null;
  readonly effective: string | null;
  readonly status: "machine" | "corrected" | "confirmed" | "rejected" | "disputed" | "added";
  readonly page: number;
  readonly quote: string | null;
}

const SLOTS = `
SELECT o.slot, o.item, CASE o.added WHEN 0 THEN o.value || coalesce(o.unit, '') END AS read,
  CASE e.status WHEN 'rejected' THEN NULL WHEN 'corrected' THEN e.value || coalesce(e.unit, '') ELSE o.value || coalesce(o.unit, '') END AS effective,
  coalesce(e.status, 'machine') AS status, o.page, o.quote
FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id
  JOIN observation AS o ON o.run_id = run.id LEFT JOIN observation_effect AS e ON e.observation_id = o.id
WHERE file.sha256 = :sha256 AND (:words IS NULL OR instr(o.slot, :words) > 0 OR instr(o.item, :words) > 0 OR instr(o.value, :words) > 0)
ORDER BY o.id`;

/** The statements of a file with their addresses, or those with these characters in address, label or value. */
export function slots(store: Store, file: string, words: string | null = null): SlotRow[] {
  const rows = statement(store.db, SLOTS).all({ sha256: findFile(store.db, file), words }) as (Omit<SlotRow, "page"> & {
    page: bigint;
  })[];
  return rows.map((row) => ({ ...row, page: Number(row.page) }));
}
