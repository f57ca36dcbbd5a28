import type Database from "better-sqlite3";
import { canonicalUnit } from "../../lib/units.ts";
import { DecisionError, findFile } from "../entities/find.ts";
import { guarded } from "../save.ts";
import { inserter, statement } from "../statements.ts";
import type { Store } from "../store.ts";
import type { CorrectionAction, CorrectionOutcome } from "./action.ts";
import { type Addition, appendAddition } from "./add.ts";
import { applyCorrections, runsOfTexts } from "./apply.ts";
import { type Appended, decimalOf, lastDecision } from "./decision.ts";
import { CorrectionError } from "./errors.ts";
import { findSlot, noSuchSlot } from "./find-slot.ts";

/** What a person says about a value that was read. */
export interface Judgement {
  /** The file: path, name, or the beginning of its sha256. */
  readonly file: string;
  /** The address of the statement in its document. */
  readonly slot: string;
  readonly action: Exclude<CorrectionAction, "add">;
  /** With `set`: the decimal that is printed or meant, and its unit (the one that was read where not given). */
  readonly value?: string;
  readonly unit?: string;
  readonly reason: string;
  readonly author?: string;
}

/** What a person says about one value of a document. */
export type Correction = Judgement | Addition;

/** Appends corrections and applies them to the readings at hand: all of them or, where one cannot be taken, none. */
export function correct(store: Store, corrections: readonly Correction[]): CorrectionOutcome[] {
  return guarded(store, () => {
    const { db } = store;
    const added = corrections.map((correction) =>
      correction.action === "add" ? appendAddition(db, correction) : append(db, correction),
    );
    // A correction is of the report: every text that says the same has it.
    for (const run of new Set(added.flatMap((a) => runsOfTexts(db, a.run)))) {
      applyCorrections(db, run);
      // What other documents say is compared with the values that count now.
      statement(db, "DELETE FROM compared_run WHERE run_id = ?").run(run);
    }
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
  JOIN observation AS o ON o.run_id = run.id WHERE file.sha256 = ? AND o.slot = ? AND o.added = 0`;

function append(db: Database.Database, c: Judgement): Appended {
  if (c.reason.trim() === "") throw new CorrectionError("no-reason", c.slot);
  if (c.action !== "set" && (c.value !== undefined || c.unit !== undefined))
    throw new CorrectionError("value-not-wanted", c.slot);
  const value = c.action === "set" ? decimalOf(c.value, c.slot) : null;
  const sha256 = findFile(db, c.file);
  // An address that was decided about means that decision.
  const known = lastDecision(db, sha256, c.slot) !== undefined;
  const slot = known ? c.slot : (findSlot(db, sha256, c.slot) ?? c.slot);
  const reading = statement(db, READING).get(sha256, slot) as Reading | undefined;
  const previous = lastDecision(db, sha256, slot);
  if (!reading) {
    if (c.action === "withdraw" && previous !== undefined) return withdrawUnread(db, c, sha256, previous.id);
    if (previous?.action === "add") throw new CorrectionError("added-by-hand", slot);
    throw noSuchSlot(db, sha256, slot);
  }
  const id = inserter(
    db,
    "correction",
    "sha256,slot,action,read_value,read_unit,read_fen,page,quote,value,unit,reason,author,previous_id",
  )(
    sha256,
    slot,
    c.action,
    reading.value,
    reading.unit,
    reading.fen,
    reading.page,
    reading.quote,
    value,
    value === null ? null : c.unit === undefined ? reading.unit : canonicalUnit(c.unit),
    c.reason.trim(),
    c.author ?? null,
    previous?.id ?? null,
  );
  return { id, run: reading.run };
}

/** Takes back a decision about a statement that is not read: what had been read, if anything, is what the decision remembers. */
function withdrawUnread(
  db: Database.Database,
  { reason, author }: Judgement,
  sha256: string,
  previous: bigint,
): Appended {
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
  return { id, run };
}
