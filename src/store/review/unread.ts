import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { RUN } from "./grids.ts";
import { boxOf, numberOrNull, type StoredBox } from "./records.ts";

/** A number that became no record: a cell of a table with its place in it, or a number of the prose with its sentence. */
export interface UnreadRow {
  readonly sha256: string;
  /** null for prose, and so are `r` and `c`. */
  readonly table: number | null;
  /** Of the table. */
  readonly title: string | null;
  readonly r: number | null;
  readonly c: number | null;
  readonly page: number;
  /** The cell's text; of prose the number with its unit. */
  readonly text: string;
  /** null for a cell. */
  readonly sentence: string | null;
  /** Of the cell, or of the paragraph. */
  readonly box: StoredBox | null;
}

const UNREAD = `
SELECT file.sha256, grid.number AS "table", grid.title, cell.r, cell.c, cell.page, cell.text, NULL AS sentence,
  cell.x0, cell.y0, cell.x1, cell.y1, 0 AS prose, 0 AS seq
FROM ${RUN} JOIN grid ON grid.run_id = run.id JOIN cell ON cell.grid_id = grid.id
WHERE file.sha256 = :sha256 AND cell.unread = 1 AND (:page IS NULL OR cell.page = :page)
UNION ALL
SELECT file.sha256, NULL, NULL, NULL, NULL, number.page, number.printed, number.sentence,
  number.x0, number.y0, number.x1, number.y1, 1, number.seq
FROM ${RUN} JOIN unread_number AS number ON number.run_id = run.id
WHERE file.sha256 = :sha256 AND (:page IS NULL OR number.page = :page)
ORDER BY prose, "table", r, c, seq`;

type Stored = Record<string, bigint | number | string | null>;

/** The numbers of a document that became no record, or those of a page: first of its tables, then of its prose, in printed order. */
export function unreadRows(store: Store, sha256: string, page: number | null = null): UnreadRow[] {
  return (statement(store.db, UNREAD).all({ sha256, page }) as Stored[]).map((row) => ({
    sha256: String(row.sha256),
    table: numberOrNull(row.table),
    title: row.title as string | null,
    r: numberOrNull(row.r),
    c: numberOrNull(row.c),
    page: Number(row.page),
    text: String(row.text),
    sentence: row.sentence as string | null,
    box: boxOf(row),
  }));
}
