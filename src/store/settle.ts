import type Database from "better-sqlite3";
import { tallyCodes } from "./codes/tally.ts";
import { applyCorrections } from "./corrections/apply.ts";
import { fileUnfiled } from "./reports/file-documents.ts";

const CORRECTED = `
SELECT DISTINCT run.id FROM correction JOIN file ON file.sha256 = correction.sha256 JOIN document ON document.file_id = file.id
  JOIN run ON run.document_id = document.id ORDER BY run.id`;

/**
 * Brings what an older version of the program stored to what this one keeps beside it: bodies, reports, codes, corrections as they
 * apply. After a migration.
 */
export function settle(db: Database.Database): void {
  for (const run of db.prepare(CORRECTED).pluck().all() as bigint[]) applyCorrections(db, run);
  for (const document of fileUnfiled(db))
    for (const run of db.prepare("SELECT id FROM run WHERE document_id = ?").pluck().all(document) as bigint[])
      tallyCodes(db, run, 1);
}
