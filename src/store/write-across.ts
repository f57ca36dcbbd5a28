import type { Finding } from "../../schemas/index.ts";
import { asStoreError } from "./errors.ts";
import { inserter, statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** A finding between documents as the store takes it: the document it speaks of and the document of each side, by their keys. */
export interface StoredAcross {
  readonly finding: Finding;
  readonly about: string;
  readonly documents: readonly string[];
}

/** What a rule between documents said of one document. */
export interface StoredAcrossResult {
  readonly document: string;
  readonly rule: string;
  readonly outcome: string;
  readonly note: string | null;
}

const RUN = "SELECT id FROM run WHERE document_id = ?";
// The number a side speaks of: as printed there, with or without the sign of 减少.
const NUMBER = `
SELECT id FROM observation WHERE run_id = :run AND page = :page AND quote IS :quote AND value IN (:value, '-' || :value) ORDER BY id LIMIT 1`;

/** Replaces what is stored of one body: `only` a rule, or every rule but that one. One transaction. Throws StoreError. */
export function saveAcross(
  store: Store,
  which: { readonly body: bigint; readonly rule: string; readonly only: boolean },
  found: readonly StoredAcross[],
  results: readonly StoredAcrossResult[] = [],
): void {
  const { db } = store;
  const work = db.transaction(() => {
    statement(
      db,
      `DELETE FROM across_finding WHERE (rule = :rule) = :only AND run_id IN
         (SELECT run.id FROM run JOIN filing ON filing.document_id = run.document_id WHERE filing.entity_id = :body)`,
    ).run({ body: which.body, rule: which.rule, only: which.only ? 1 : 0 });
    const run = (document: string): bigint => statement(db, RUN).pluck().get(BigInt(document)) as bigint;
    const insert = inserter(
      db,
      "across_finding",
      "run_id,rule,severity,message,message_en,expected,difference,tolerance,equation,cause",
    );
    const number = statement(db, NUMBER).pluck();
    const insertSide = inserter(db, "across_side", "finding_id,seq,run_id,value,unit,label,page,quote,observation_id");
    for (const { finding: f, about, documents } of found) {
      const { rule, severity, message, messageEn, expected, difference, tolerance, equation, cause } = f;
      const id = insert(
        run(about),
        rule,
        severity,
        message,
        messageEn ?? null,
        expected,
        difference,
        tolerance,
        equation ?? null,
        cause ?? null,
      );
      for (const [seq, { value, unit, label, source }] of f.sides.entries()) {
        const { page, quote } = source;
        const side = run(documents[seq]!);
        const observation = value === null ? null : (number.get({ run: side, page, quote, value }) ?? null);
        insertSide(id, seq, side, value, unit, label ?? null, page, quote, observation as bigint | null);
      }
    }
    for (const { document, rule, outcome, note } of results) {
      const id = run(document);
      statement(db, "DELETE FROM rule_result WHERE run_id = ? AND rule = ?").run(id, rule);
      statement(
        db,
        `INSERT INTO rule_result (run_id, seq, rule, outcome, scope, note)
         SELECT :id, coalesce(max(seq), -1) + 1, :rule, :outcome, NULL, :note FROM rule_result WHERE run_id = :id`,
      ).run({ id, rule, outcome, note });
    }
  });
  try {
    work.immediate();
  } catch (error) {
    throw asStoreError(error, store.path);
  }
}

/** Notes that these readings were compared. Throws StoreError. */
export function saveCompared(store: Store, runs: readonly bigint[]): void {
  const insert = statement(store.db, "INSERT OR IGNORE INTO compared_run (run_id) SELECT id FROM run WHERE id = ?");
  try {
    const work = store.db.transaction(() => {
      for (const run of runs) insert.run(run);
    });
    work.immediate();
  } catch (error) {
    throw asStoreError(error, store.path);
  }
}
