import type Database from "better-sqlite3";
import { statement } from "../statements.ts";

const TALLY = `
INSERT INTO code_name (scheme, code, name, fiscal_year, documents)
SELECT DISTINCT CASE WHEN o.concept LIKE 'economic%' THEN 'economic' ELSE 'function' END, o.code, o.item,
  coalesce(document.fiscal_year, 0), :by
FROM observation AS o JOIN run ON run.id = o.run_id JOIN document ON document.id = run.document_id
WHERE run.id = :run AND o.added = 0 AND o.code IS NOT NULL AND o.item IS NOT NULL AND (o.concept LIKE 'economic%' OR o.concept LIKE 'function%')
ON CONFLICT DO UPDATE SET documents = documents + excluded.documents`;

/** Counts the codes and names a reading attests (`by` 1), or takes them back before the reading goes (`by` -1). */
export function tallyCodes(db: Database.Database, run: bigint, by: 1 | -1): void {
  statement(db, TALLY).run({ run, by });
  if (by < 0) statement(db, "DELETE FROM code_name WHERE documents <= 0").run();
}
