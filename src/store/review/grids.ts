import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { boxOf, type StoredBox } from "./records.ts";

/** A cell of a stored table. */
export interface StoredCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly page: number;
  readonly text: string;
  readonly box: StoredBox | null;
  /** A number stands in it that became no record. */
  readonly unread: boolean;
  readonly alternatives: readonly string[];
}

/** A stored table. */
export interface StoredGrid {
  readonly table: number;
  readonly title: string | null;
  readonly unit: string | null;
  readonly page: number;
  readonly rows: number;
  readonly cols: number;
  readonly box: StoredBox | null;
  /** False where no form was recognised in it. */
  readonly claimed: boolean;
  readonly cells: readonly StoredCell[];
}

/** A line of prose as stored. */
export interface StoredParagraph {
  readonly page: number;
  readonly text: string;
  readonly box: StoredBox | null;
}

/** A file with its document and what was read of it. */
export const RUN = "file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id";
const GRIDS = `
SELECT grid.id, grid.number, grid.title, grid.unit, grid.page, grid.rows, grid.cols, grid.claimed, grid.x0, grid.y0, grid.x1, grid.y1
FROM ${RUN} JOIN grid ON grid.run_id = run.id
WHERE file.sha256 = :sha256 AND (:page IS NULL OR grid.page = :page OR EXISTS (SELECT 1 FROM cell WHERE cell.grid_id = grid.id AND cell.page = :page))
ORDER BY grid.number`;
const CELLS = `
SELECT r, c, rowspan, colspan, page, text, x0, y0, x1, y1, unread, alternatives FROM cell
WHERE grid_id = :grid AND (:page IS NULL OR page = :page) ORDER BY r, c`;
const PARAGRAPHS = `
SELECT paragraph.page, paragraph.text, paragraph.x0, paragraph.y0, paragraph.x1, paragraph.y1
FROM ${RUN} JOIN section ON section.run_id = run.id JOIN paragraph ON paragraph.section_id = section.id
WHERE file.sha256 = :sha256 AND paragraph.page = :page ORDER BY section.seq, paragraph.seq`;

type Stored = Record<string, bigint | number | string | null>;

/** The tables of a document, or what of them stands on a page. */
export function grids(store: Store, sha256: string, page: number | null = null): StoredGrid[] {
  const { db } = store;
  return (statement(db, GRIDS).all({ sha256, page }) as Stored[]).map((grid) => ({
    table: Number(grid.number),
    title: grid.title as string | null,
    unit: grid.unit as string | null,
    page: Number(grid.page),
    rows: Number(grid.rows),
    cols: Number(grid.cols),
    box: boxOf(grid),
    claimed: grid.claimed === 1n,
    cells: (statement(db, CELLS).all({ grid: grid.id, page }) as Stored[]).map((cell) => ({
      r: Number(cell.r),
      c: Number(cell.c),
      rs: Number(cell.rowspan),
      cs: Number(cell.colspan),
      page: Number(cell.page),
      text: String(cell.text),
      box: boxOf(cell),
      unread: cell.unread === 1n,
      alternatives: cell.alternatives === null ? [] : String(cell.alternatives).split("\n"),
    })),
  }));
}

/** The prose of a page in printed order. */
export function paragraphs(store: Store, sha256: string, page: number): StoredParagraph[] {
  return (statement(store.db, PARAGRAPHS).all({ sha256, page }) as Stored[]).map((row) => ({
    page: Number(row.page),
    text: String(row.text),
    box: boxOf(row),
  }));
}
