import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { decidedFindings } from "./findings.ts";

/** What the store holds, in numbers. */
export interface Overview {
  readonly documents: number;
  readonly bodies: number;
  readonly records: number;
  /** Numbers in tables that became no record. */
  readonly unread: number;
  /** Facts whose reading is in doubt. */
  readonly doubtful: number;
  /** Open findings of the texts that count: errors, warnings, informations; those between documents included. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings about which a person has decided. */
  readonly decided: number;
  readonly unreadFiles: number;
}

const COUNTS = `
SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM entity WHERE merged_into IS NULL) AS bodies,
  (SELECT coalesce(sum(records), 0) FROM run) AS records, (SELECT coalesce(sum(unread_cells), 0) FROM run) AS unread,
  (SELECT count(*) FROM observation WHERE uncertain = 1) AS doubtful,
  (SELECT count(*) FROM unread_file) AS unreadFiles`;
/** Findings of the texts that count: those the list shows. */
const OF_CURRENT = "JOIN run ON run.id = f.run_id JOIN current_document AS d ON d.id = run.document_id";
const SEVERITIES = `
SELECT severity, sum(n) AS n FROM (
  SELECT severity, count(*) AS n FROM finding AS f ${OF_CURRENT} GROUP BY severity UNION ALL
  SELECT severity, count(*) AS n FROM across_finding AS f ${OF_CURRENT} GROUP BY severity) GROUP BY severity`;

/** Counts for a first view; all from indexes or small tables. */
export function overview(store: Store): Overview {
  const counts = statement(store.db, COUNTS).get() as Record<string, bigint>;
  const severities = new Map(
    (statement(store.db, SEVERITIES).all() as { severity: string; n: bigint }[]).map(({ severity, n }) => [
      severity,
      Number(n),
    ]),
  );
  const decided = decidedFindings(store);
  const open = (severity: string): number => (severities.get(severity) ?? 0) - (decided.get(severity) ?? 0);
  const of = (name: string): number => Number(counts[name]);
  return {
    documents: of("documents"),
    bodies: of("bodies"),
    records: of("records"),
    unread: of("unread"),
    doubtful: of("doubtful"),
    errors: open("error"),
    warnings: open("warning"),
    infos: open("info"),
    decided: [...decided.values()].reduce((sum, n) => sum + n, 0),
    unreadFiles: of("unreadFiles"),
  };
}
