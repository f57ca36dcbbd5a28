import { lastChange } from "./changes.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** What a store holds and what read it: what travels with an export, so that no number is taken for more than it covers. */
export interface Holdings {
  /** Number of the last change: what to ask `--since` with. */
  readonly sequence: number;
  /** Versions of the program that read the documents, with how many each read. */
  readonly engines: readonly { readonly engine: string; readonly documents: number }[];
  readonly documents: number;
  readonly entities: number;
  readonly reports: number;
  readonly facts: number;
  /** Numbers in tables that became no record, and files that could not be read. */
  readonly unread_cells: number;
  readonly unread_files: number;
  readonly recognised_documents: number;
  /** Reports by year and kind of disclosure. */
  readonly by_year: readonly {
    readonly document_year: number | null;
    readonly document_kind: string;
    readonly reports: number;
    readonly entities: number;
  }[];
}

const COUNTS = `
SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM entity WHERE merged_into IS NULL) AS entities,
  (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM observation) AS facts,
  (SELECT coalesce(sum(unread_cells), 0) FROM run) AS unread_cells, (SELECT count(*) FROM unread_file) AS unread_files,
  (SELECT count(*) FROM document WHERE ocr = 1) AS recognised_documents`;
const BY_YEAR = `
SELECT fiscal_year AS document_year, kind AS document_kind, count(*) AS reports, count(DISTINCT entity_id) AS entities FROM report
GROUP BY fiscal_year, kind ORDER BY fiscal_year, kind`;
const ENGINES = "SELECT engine, count(*) AS documents FROM run GROUP BY engine ORDER BY engine";

/** Counts of what is held, by year and kind. */
export function holdings(store: Store): Holdings {
  const counts = statement(store.db, COUNTS).get() as Record<string, bigint>;
  const rows = <T>(sql: string): T[] =>
    (statement(store.db, sql).all() as Record<string, unknown>[]).map(
      (row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === "bigint" ? Number(v) : v])) as T,
    );
  return {
    sequence: lastChange(store),
    engines: rows(ENGINES),
    ...(Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, Number(n)])) as Omit<
      Holdings,
      "sequence" | "engines" | "by_year"
    >),
    by_year: rows(BY_YEAR),
  };
}
