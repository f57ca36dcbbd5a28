import type Database from "better-sqlite3";
import { DecisionError, findFile } from "../entities/find.ts";
import type { Store } from "../open.ts";
import { guarded } from "../save.ts";
import { inserter, statement } from "../statements.ts";
import { applyCorrections, type CorrectionAction, type CorrectionOutcome } from "./apply.ts";

/** What a person says about one value of a document. */
export interface Correction {
  /** The file: path, name, or the beginning of its sha256. */
  readonly file: string;
  /** The address of the statement in its document. */
  readonly slot: string;
  readonly action: CorrectionAction;
  /** With `set`: the decimal that is printed or meant, and its unit (the one that was read where not given). */
  readonly value?: string;
  readonly unit?: string;
  readonly reason: string;
  readonly author?: string;
}

export type CorrectionErrorCode =
  | "no-slot"
  | "no-columns"
  | "bad-line"
  | "no-value"
  | "not-a-number"
  | "no-reason"
  | "value-not-wanted";

/** Why a correction cannot be taken. Wording for people lives in `cli/`. */
export class CorrectionError extends Error {
  override readonly name = "CorrectionError";
  readonly code: CorrectionErrorCode;
  readonly subject: string;
  constructor(code: CorrectionErrorCode, subject: string) {
    super(`${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
  }
}

/** Appends corrections and applies them to the readings at hand: all of them or, where one cannot be taken, none. */
export function correct(store: Store, corrections: readonly Correction[]): CorrectionOutcome[] {
  return guarded(store, () => {
    const { db } = store;
    const added = corrections.map((correction) => append(db, correction));
    for (const run of new Set(added.map((a) => a.run))) applyCorrections(db, run);
    return added.map(
      ({ run, id }) =>
        (statement(db, "SELECT outcome FROM correction_outcome WHERE run_id = ? AND correction_id = ?")
          .pluck()
          .get(run, id) as CorrectionOutcome | undefined) ?? "applied",
    );
  });
}

interface Reading {
  readonly run: bigint;
  readonly value: string;
  readonly unit: string | null;
  readonly fen: bigint | null;
  readonly page: bigint;
  readonly quote: string | null;
}

const READING = `
SELECT run.id AS run, o.value, o.unit, o.fen, o.page, o.quote
FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id
  JOIN observation AS o ON o.run_id = run.id WHERE file.sha256 = ? AND o.slot = ?`;

const LAST = `
SELECT id FROM correction AS c WHERE sha256 = ? AND slot = ?
  AND NOT EXISTS (SELECT 1 FROM correction AS later WHERE later.previous_id = c.id)`;

function append(db: Database.Database, c: Correction): { readonly id: bigint; readonly run: bigint } {
  if (c.reason.trim() === "") throw new CorrectionError("no-reason", c.slot);
  const value = decimalOf(c);
  const sha256 = findFile(db, c.file);
  const reading = statement(db, READING).get(sha256, c.slot) as Reading | undefined;
  const previous = statement(db, LAST).pluck().get(sha256, c.slot) as bigint | undefined;
  if (!reading) {
    if (c.action === "withdraw" && previous !== undefined) return withdrawOrphan(db, c, sha256, previous);
    throw new CorrectionError("no-slot", c.slot);
  }
  const id = inserter(
    db,
    "correction",
    "sha256,slot,action,read_value,read_unit,read_fen,page,quote,value,unit,reason,author,previous_id",
  )(
    sha256,
    c.slot,
    c.action,
    reading.value,
    reading.unit,
    reading.fen,
    reading.page,
    reading.quote,
    value,
    value === null ? null : (c.unit ?? reading.unit),
    c.reason.trim(),
    c.author ?? null,
    previous ?? null,
  );
  return { id, run: reading.run };
}

/** Takes back a correction of a statement that is no longer read; what had been read is what the correction remembers. */
function withdrawOrphan(
  db: Database.Database,
  { reason, author }: Correction,
  sha256: string,
  previous: bigint,
): { readonly id: bigint; readonly run: bigint } {
  const insert = statement(
    db,
    `INSERT INTO correction (sha256, slot, action, read_value, read_unit, read_fen, page, quote, reason, author, previous_id)
     SELECT sha256, slot, 'withdraw', read_value, read_unit, read_fen, page, quote, ?, ?, id FROM correction WHERE id = ?`,
  );
  const id = BigInt(insert.run(reason.trim(), author ?? null, previous).lastInsertRowid);
  const run = statement(
    db,
    "SELECT run.id FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id WHERE sha256 = ?",
  )
    .pluck()
    .get(sha256) as bigint | undefined;
  if (run === undefined) throw new DecisionError("no-file", sha256);
  applyCorrections(db, run);
  return { id, run };
}

/** `1,234.50` → `"1234.50"`; full-width digits too. */
function decimalOf({ action, value, slot }: Correction): string | null {
  if (action !== "set") {
    if (value !== undefined) throw new CorrectionError("value-not-wanted", slot);
    return null;
  }
  if (value === undefined) throw new CorrectionError("no-value", slot);
  const plain = value
    .normalize("NFKC")
    .replace(/[,\s]/gu, "")
    .replace(/^[−－]/u, "-");
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) throw new CorrectionError("not-a-number", value);
  return plain;
}
