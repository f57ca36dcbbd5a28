import type Database from "better-sqlite3";
import { statement } from "../statements.ts";
import type { CorrectionAction } from "./action.ts";
import { CorrectionError } from "./errors.ts";

/** A decision that was appended, and the reading it is about. */
export interface Appended {
  readonly id: bigint;
  readonly run: bigint;
}

const LAST = `
SELECT id, action FROM correction AS c WHERE sha256 = ? AND slot = ?
  AND NOT EXISTS (SELECT 1 FROM correction AS later WHERE later.previous_id = c.id)`;

/** The last decision about a statement that no other took the place of. */
export const lastDecision = (
  db: Database.Database,
  sha256: string,
  slot: string,
): { readonly id: bigint; readonly action: CorrectionAction } | undefined =>
  statement(db, LAST).get(sha256, slot) as { id: bigint; action: CorrectionAction } | undefined;

/** `1,234.50` → `"1234.50"`; full-width digits too. Throws CorrectionError. */
export function decimalOf(value: string | undefined, subject: string): string {
  if (value === undefined) throw new CorrectionError("no-value", subject);
  const plain = value
    .normalize("NFKC")
    .replace(/[,\s]/gu, "")
    .replace(/^[−－]/u, "-");
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) throw new CorrectionError("not-a-number", value);
  return plain;
}
