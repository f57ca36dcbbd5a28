import type Database from "better-sqlite3";
import { statement } from "../statements.ts";
import { nameKey } from "./names.ts";

/** What is the matter with a decision. */
export type DecisionErrorCode =
  | "no-body"
  | "several-bodies"
  | "same-body"
  | "merged-already"
  | "no-name"
  | "name-taken"
  | "no-file"
  | "no-event"
  | "changed-since"
  | "no-columns"
  | "bad-line"
  | "nothing";

/** Why a decision about bodies cannot be made. Wording for people lives in `cli/`. */
export class DecisionError extends Error {
  override readonly name = "DecisionError";
  readonly code: DecisionErrorCode;
  readonly subject: string;
  constructor(code: DecisionErrorCode, subject: string) {
    super(`${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
  }
}

/** The body of a number (`12`) or of a name exactly as a document or an alias has it. Throws DecisionError. */
export function findEntity(db: Database.Database, numberOrName: string): bigint {
  if (/^\d+$/u.test(numberOrName)) {
    const id = statement(db, "SELECT id FROM entity WHERE id = ?").pluck().get(BigInt(numberOrName));
    if (id === undefined) throw new DecisionError("no-body", numberOrName);
    return id as bigint;
  }
  const ids = statement(
    db,
    `SELECT DISTINCT coalesce(entity.merged_into, entity.id) FROM entity_name JOIN entity ON entity.id = entity_name.entity_id
     WHERE name_key = ? ORDER BY 1`,
  )
    .pluck()
    .all(nameKey(numberOrName)) as bigint[];
  if (ids.length === 0) throw new DecisionError("no-body", numberOrName);
  if (ids.length > 1) throw new DecisionError("several-bodies", `${numberOrName}: ${ids.join(", ")}`);
  return ids[0]!;
}

/** The file of a hash, the beginning of a hash (8 digits or more), a path or a file name. Throws DecisionError. */
export function findFile(db: Database.Database, named: string): string {
  const found = statement(
    db,
    `SELECT DISTINCT file.sha256 FROM file LEFT JOIN acquisition AS a ON a.file_id = file.id
     WHERE a.path = :named OR a.name = :named OR (length(:named) >= 8 AND substr(file.sha256, 1, length(:named)) = :named)`,
  )
    .pluck()
    .all({ named }) as string[];
  if (found.length !== 1) throw new DecisionError("no-file", named);
  return found[0]!;
}
