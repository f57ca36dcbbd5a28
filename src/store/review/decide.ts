import { guarded } from "../save.ts";
import { inserter } from "../statements.ts";
import type { Store } from "../store.ts";
import { type FindingRow, type FindingStatus, findingRows, saidBy } from "./findings.ts";

/** What a person says about a finding. */
export interface FindingDecision {
  readonly key: string;
  readonly sha256: string;
  readonly action: FindingStatus;
  readonly reason: string;
  readonly author: string | null;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** Why a decision cannot be taken: there is no such finding, or it gives no reason. */
export class FindingDecisionError extends Error {
  override readonly name = "FindingDecisionError";
  readonly code: "no-finding" | "no-reason";
  constructor(code: "no-finding" | "no-reason", key: string) {
    super(`${code}: ${key}`);
    this.code = code;
  }
}

/** The finding of a key; null where its file has none such. */
export function findingOf(store: Store, sha256: string, key: string): FindingRow | null {
  return findingRows(store, { sha256, key, limit: 1 }).rows[0] ?? null;
}

/** Appends a decision; nothing that was decided before is changed. Throws FindingDecisionError, StoreError. */
export function decideFinding(store: Store, decision: FindingDecision): void {
  const { key, sha256, action, reason, author, on } = decision;
  if (reason.trim() === "") throw new FindingDecisionError("no-reason", key);
  guarded(store, () => {
    const finding = findingOf(store, sha256, key);
    if (finding === null) throw new FindingDecisionError("no-finding", key);
    inserter(store.db, "finding_decision", "key,sha256,rule,scope,action,reason,author,decided_on,sides,message")(
      key,
      sha256,
      finding.rule,
      finding.scope,
      action,
      reason.trim(),
      author,
      on,
      saidBy(finding.sides),
      finding.message,
    );
  });
}
