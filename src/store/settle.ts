import type Database from "better-sqlite3";
import { tallyCodes } from "./codes/tally.ts";
import { fileUnfiled } from "./reports/file-documents.ts";

/** Brings what an older version of the program stored to what this one keeps beside it: bodies, reports, codes. After a migration. */
export function settle(db: Database.Database): void {
  for (const document of fileUnfiled(db))
    for (const run of db.prepare("SELECT id FROM run WHERE document_id = ?").pluck().all(document) as bigint[])
      tallyCodes(db, run, 1);
}
