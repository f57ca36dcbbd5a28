import type Database from "better-sqlite3";
import { fenIn } from "../money.ts";
import { statement } from "../statements.ts";

/** One statement of a document as it is compared with another document's: where it belongs, what it says, where it stands. */
export interface Said {
  /** Stable address in a document: kind of record, concept, label, measure, year … */
  readonly key: string;
  /** Money in 元, anything else with its unit, so that 7.36万元 and 73,600元 are the same. */
  readonly value: string;
  readonly page: number;
  readonly quote: string | null;
}

const FACTS = `
SELECT o.slot AS key, o.value, o.unit, o.fen, o.fen_exact AS exact, o.page, o.quote
FROM observation AS o JOIN run ON run.id = o.run_id WHERE run.document_id = ? AND o.added = 0 ORDER BY o.id`;

const OTHERS = `
SELECT 'indicator|' || coalesce(i.scope, '') || '|' || coalesce(level1, '') || '|' || coalesce(level2, '') || '|' || level3 AS key,
  coalesce(target, '') || ' → ' || coalesce(actual, '') || ' (' || coalesce(i.score, '') || '/' || coalesce(weight, '') || ')' AS value,
  i.page, i.quote
FROM indicator AS i JOIN run ON run.id = i.run_id WHERE run.document_id = :document
UNION ALL
SELECT 'objective|' || coalesce(b.scope, ''), coalesce(expected, '') || ' → ' || coalesce(achieved, ''), b.page, b.quote
FROM objective AS b JOIN run ON run.id = b.run_id WHERE run.document_id = :document
UNION ALL
SELECT 'evaluation|' || coalesce(e.scope, '') || '|' || e.basis, coalesce(e.score, '') || ' ' || coalesce(e.grade, ''), e.page, e.quote
FROM evaluation AS e JOIN run ON run.id = e.run_id WHERE run.document_id = :document`;

interface FactRow {
  readonly key: string;
  readonly value: string;
  readonly unit: string | null;
  readonly fen: bigint | null;
  readonly exact: bigint | null;
  readonly page: bigint;
  readonly quote: string | null;
}

/** Everything a stored document states, as read (without corrections), by key; a key stated twice gets a number. */
export function contentOf(db: Database.Database, document: bigint): Map<string, Said> {
  const content = new Map<string, Said>();
  const add = (said: Said): void => {
    let key = said.key;
    for (let n = 2; content.has(key); n++) key = `${said.key}#${n}`;
    content.set(key, { ...said, key });
  };
  for (const row of statement(db, FACTS).all(document) as FactRow[])
    add({
      key: row.key,
      value: row.fen !== null && row.exact === 1n ? `${fenIn(row.fen, "元")}元` : `${row.value}${row.unit ?? ""}`,
      page: Number(row.page),
      quote: row.quote,
    });
  for (const row of statement(db, OTHERS).all({ document }) as (Said & { page: number | bigint })[])
    add({ ...row, page: Number(row.page) });
  return content;
}
