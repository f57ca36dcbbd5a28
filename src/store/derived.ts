import type Database from "better-sqlite3";
import { statement } from "./statements.ts";

/** `runs` is a condition on `run_id`, used by every statement of this file. */
type Derivation = (runs: string) => string;

/** Pages of runs, each with one row in the search index. */
const pages: Derivation = (runs) =>
  `INSERT INTO page_search (run_id, page) SELECT run_id, number FROM page WHERE ${runs} ORDER BY run_id, number`;

/** What is printed on a page: the headings of the sections that begin on it, paragraphs, cells row by row. One pass over each table. */
const texts: Derivation = (runs) => `
INSERT INTO page_text (rowid, text)
SELECT page_search.id, mz_spaced(printed.text) FROM page_search JOIN (
  SELECT run_id, page, group_concat(text, char(10)) AS text FROM (
    SELECT section.run_id AS run_id, coalesce(
        (SELECT min(grid.page) FROM grid WHERE grid.section_id = section.id),
        (SELECT min(paragraph.page) FROM paragraph WHERE paragraph.section_id = section.id)) AS page,
      section.seq AS seq, 0 AS part, 0 AS a, 0 AS b, section.headings AS text
    FROM section WHERE section.${runs} AND section.headings <> ''
    UNION ALL
    SELECT section.run_id, paragraph.page, section.seq, 1, paragraph.seq, 0, paragraph.text
    FROM section JOIN paragraph ON paragraph.section_id = section.id WHERE section.${runs}
    UNION ALL
    SELECT grid.run_id, cell.page, section.seq, 2, cell.r, cell.c, cell.text
    FROM (SELECT * FROM grid WHERE ${runs}) AS grid JOIN section ON section.id = grid.section_id JOIN cell ON cell.grid_id = grid.id
    WHERE cell.text <> ''
    ORDER BY run_id, page, seq, part, a, b
  ) GROUP BY run_id, page
) AS printed ON printed.run_id = page_search.run_id AND printed.page = page_search.page`;

/** Numbers of the achieved values, and whether the targets were met. */
const outcomes: Derivation = (runs) => `
INSERT INTO indicator_outcome (indicator_id, actual_value, actual_unit, met)
SELECT id, mz_value(actual), mz_unit(actual),
  mz_met(coalesce(level1, '') || coalesce(level2, '') || level3, target_op, target_value, target_unit, actual)
FROM indicator WHERE ${runs}`;

const DERIVATIONS: readonly Derivation[] = [pages, texts, outcomes];

/** Everything derived for all runs: what a migration fills in. */
export const DERIVE_ALL = DERIVATIONS.map((derivation) => derivation("run_id > 0")).join(";\n");

/** Fills what is derived from a run, in the transaction that wrote it. */
export function derive(db: Database.Database, run: bigint): void {
  for (const derivation of DERIVATIONS) statement(db, derivation("run_id = :run")).run({ run });
}
