import type { Finding, FindingSide } from "../../schemas/index.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** A stored finding with the document it speaks of. */
export interface StoredFinding extends Finding {
  readonly file: string;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
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
}

/** The same question to findings of one document and to those between documents. */
const ASKED = `
WHERE (:entity IS NULL OR instr(document.entity, :entity) > 0)
  AND (:fiscalYear IS NULL OR document.fiscal_year = :fiscalYear)
  AND (:rule IS NULL OR substr(finding.rule, 1, length(:rule)) = :rule)
  AND instr(:severities, finding.severity) > 0`;

const FINDINGS = `
SELECT finding.id, finding.rule, finding.severity, finding.message, finding.scope, finding.expected, finding.difference,
  finding.tolerance, finding.equation, finding.cause, finding.family, document.entity,
  document.fiscal_year AS fiscalYear,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS file
FROM finding JOIN run ON run.id = finding.run_id JOIN document ON document.id = run.document_id
${ASKED} AND finding.settled = 0
ORDER BY file, finding.seq`;

const ACROSS = `
SELECT finding.id, finding.rule, finding.severity, finding.message, NULL AS scope, finding.expected, finding.difference,
  finding.tolerance, finding.equation, finding.cause, NULL AS family, document.entity,
  document.fiscal_year AS fiscalYear,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS file
FROM across_finding AS finding JOIN run ON run.id = finding.run_id JOIN document ON document.id = run.document_id
${ASKED}
ORDER BY file, finding.id`;

const SIDES = "SELECT value, unit, label, page, quote FROM finding_side WHERE finding_id = ? ORDER BY seq";
const ACROSS_SIDES = "SELECT value, unit, label, page, quote FROM across_side WHERE finding_id = ? ORDER BY seq";

const LEAST = { error: "error", warning: "error warning", info: "error warning info" } as const;

type Row = Omit<StoredFinding, "kind" | "sides" | "group" | "fiscalYear"> & {
  readonly id: bigint;
  readonly family: string | null;
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
  };
  const ask = (sql: string, sideSql: string): StoredFinding[] => {
    const sides = statement(store.db, sideSql);
    return (statement(store.db, sql).all(asked) as Row[]).map(({ id, family, fiscalYear, ...row }) => ({
      kind: "finding",
      ...row,
      fiscalYear: fiscalYear === null ? null : Number(fiscalYear),
      group: family,
      sides: (sides.all(id) as SideRow[]).map(sideOf),
    }));
  };
  const across = ask(ACROSS, ACROSS_SIDES);
  if (question.across) return across;
  return [...ask(FINDINGS, SIDES), ...across].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

const sideOf = ({ value, unit, label, page, quote }: SideRow): FindingSide => ({
  value,
  unit,
  label,
  source: { page: Number(page), bbox: null, table: null, row: null, col: null, quote },
});
