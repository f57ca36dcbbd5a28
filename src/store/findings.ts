import type { Finding, FindingSide } from "../../schemas/index.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";
import type { StoredUnsure } from "./stored-file.ts";

/** A stored finding with the document it speaks of. */
export interface StoredFinding extends Finding {
  readonly file: string;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  /** The difference with a person's corrections, where they leave one: in the unit of the first side. */
  readonly restated?: string;
}

/** Which findings are asked for. */
export interface FindingQuestion {
  /** Part of the body's name. */
  readonly entity?: string;
  readonly fiscalYear?: number;
  /** Beginning of the rule's id. */
  readonly rule?: string;
  /** The mildest severity wanted. */
  readonly severity?: "error" | "warning" | "info";
  /** Only what two or more documents state differently. */
  readonly across?: boolean;
  /** Superseded and duplicate texts too. */
  readonly all?: boolean;
}

/** A stored contradiction that a misreading would explain, with the document it was read in. */
export interface FoundUnsure extends StoredUnsure {
  readonly file: string;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
}

/** The same question to findings of one document and to those between documents. */
const ASKED = `
WHERE (:entity IS NULL OR instr(document.entity, :entity) > 0)
  AND (:fiscalYear IS NULL OR document.fiscal_year = :fiscalYear)
  AND (:rule IS NULL OR substr(finding.rule, 1, length(:rule)) = :rule)
  AND instr(:severities, finding.severity) > 0
  AND (:all OR document.id IN (SELECT id FROM current_document))`;

const FINDINGS = `
SELECT finding.id, finding.rule, finding.severity, finding.message, finding.message_en AS messageEn, finding.scope, finding.expected, finding.difference,
  finding.tolerance, finding.equation, finding.cause, finding.family, finding.restated, document.entity,
  document.fiscal_year AS fiscalYear,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS file
FROM finding JOIN run ON run.id = finding.run_id JOIN document ON document.id = run.document_id
${ASKED} AND finding.settled = 0
ORDER BY file, finding.seq`;

const ACROSS = `
SELECT finding.id, finding.rule, finding.severity, finding.message, finding.message_en AS messageEn, NULL AS scope, finding.expected, finding.difference,
  finding.tolerance, finding.equation, finding.cause, NULL AS family, NULL AS restated, document.entity,
  document.fiscal_year AS fiscalYear,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS file
FROM across_finding AS finding JOIN run ON run.id = finding.run_id JOIN document ON document.id = run.document_id
${ASKED}
ORDER BY file, finding.id`;

const SIDES = "SELECT value, unit, label, page, quote FROM finding_side WHERE finding_id = ? ORDER BY seq";
const ACROSS_SIDES = "SELECT value, unit, label, page, quote FROM across_side WHERE finding_id = ? ORDER BY seq";

const LEAST = { error: "error", warning: "error warning", info: "error warning info" } as const;

type Row = Omit<StoredFinding, "kind" | "sides" | "group" | "fiscalYear" | "messageEn" | "restated"> & {
  readonly messageEn: string | null;
  readonly id: bigint;
  readonly family: string | null;
  readonly restated: string | null;
  readonly fiscalYear: bigint | null;
};
type SideRow = { value: string | null; unit: string | null; label: string | null; page: bigint; quote: string | null };

/** Findings by file, in the order in which they were found; those between documents stand last, with the document they speak of. */
export function storedFindings(store: Store, question: FindingQuestion = {}): StoredFinding[] {
  const asked = {
    entity: question.entity ?? null,
    fiscalYear: question.fiscalYear ?? null,
    rule: question.rule ?? null,
    severities: LEAST[question.severity ?? "info"],
    all: question.all === true ? 1 : 0,
  };
  const ask = (sql: string, sideSql: string): StoredFinding[] => {
    const sides = statement(store.db, sideSql);
    return (statement(store.db, sql).all(asked) as Row[]).map(
      ({ id, family, fiscalYear, messageEn, restated, ...row }) => ({
        kind: "finding",
        ...row,
        ...(messageEn === null ? {} : { messageEn }),
        ...(restated === null ? {} : { restated }),
        fiscalYear: fiscalYear === null ? null : Number(fiscalYear),
        group: family,
        sides: (sides.all(id) as SideRow[]).map(sideOf),
      }),
    );
  };
  const across = ask(ACROSS, ACROSS_SIDES);
  if (question.across) return across;
  return [...ask(FINDINGS, SIDES), ...across].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

const UNSURE = `
SELECT u.run_id AS run, u.seq, u.rule, u.scope, u.message, u.message_en AS messageEn, u.why, u.why_en AS whyEn, document.entity,
  document.fiscal_year AS fiscalYear,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS file
FROM unsure AS u JOIN run ON run.id = u.run_id JOIN document ON document.id = run.document_id
WHERE (:entity IS NULL OR instr(document.entity, :entity) > 0)
  AND (:fiscalYear IS NULL OR document.fiscal_year = :fiscalYear)
  AND (:rule IS NULL OR substr(u.rule, 1, length(:rule)) = :rule)
  AND (:all OR document.id IN (SELECT id FROM current_document))
ORDER BY file, u.seq`;
const UNSURE_SIDES =
  "SELECT value, unit, label, page, quote FROM unsure_side WHERE run_id = ? AND seq = ? ORDER BY side";

type UnsureRow = {
  readonly run: bigint;
  readonly seq: bigint;
  readonly rule: string;
  readonly scope: string | null;
  readonly message: string;
  readonly messageEn: string;
  readonly why: string;
  readonly whyEn: string;
  readonly entity: string | null;
  readonly fiscalYear: bigint | null;
  readonly file: string;
};

/** Contradictions that a misreading would explain, by file: what a person must look up before anybody is blamed. */
export function storedUnsure(store: Store, question: Omit<FindingQuestion, "severity" | "across"> = {}): FoundUnsure[] {
  const sides = statement(store.db, UNSURE_SIDES);
  const rows = statement(store.db, UNSURE).all({
    entity: question.entity ?? null,
    fiscalYear: question.fiscalYear ?? null,
    rule: question.rule ?? null,
    all: question.all === true ? 1 : 0,
  }) as UnsureRow[];
  return rows.map(({ run, seq, rule, scope, message, messageEn, why, whyEn, entity, fiscalYear, file }) => ({
    file,
    entity,
    fiscalYear: fiscalYear === null ? null : Number(fiscalYear),
    contradiction: {
      kind: "finding",
      rule,
      severity: "info",
      message,
      messageEn,
      scope,
      sides: (sides.all(run, seq) as SideRow[]).map(sideOf),
      expected: null,
      difference: null,
      tolerance: null,
    },
    why: { zh: why, en: whyEn },
  }));
}

const sideOf = ({ value, unit, label, page, quote }: SideRow): FindingSide => ({
  value,
  unit,
  label,
  source: { page: Number(page), bbox: null, table: null, row: null, col: null, quote },
});
