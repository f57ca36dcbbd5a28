import type Database from "better-sqlite3";
import { statement } from "../statements.ts";
import { contentOf, overlap } from "./content.ts";
import { type ReportScope, scopeOf } from "./scope.ts";
import type { ReportKey } from "./versions.ts";

/** A body publishes 部门 and 单位 figures of one year with the same lines: only equal amounts tell that a text is of the one. */
const AGREEING = 0.9;
const COMMON = 0.5;

type Group = Pick<ReportKey, "entity" | "fiscalYear" | "kind">;

const SCOPED = new Set(["final_accounts", "budget"]);

const STATED = `
SELECT filing.document_id AS id, filing.scope, document.entity AS name, document.title
FROM filing JOIN document ON document.id = filing.document_id
WHERE filing.entity_id = :entity AND filing.fiscal_year = :fiscalYear AND filing.kind = :kind ORDER BY filing.document_id`;

interface FiledRow {
  readonly id: bigint;
  readonly scope: ReportScope;
  readonly name: string | null;
  readonly title: string | null;
}

const ownScope = (kind: string, { name, title }: FiledRow): ReportScope => scopeOf(kind, name, title);

/** The scope of the one report whose amounts a document without a stated scope repeats. */
export function scopeByContent(db: Database.Database, document: bigint, group: Group): ReportScope {
  if (!SCOPED.has(group.kind) || group.fiscalYear === null) return "unstated";
  const stated = (statement(db, STATED).all({ ...group }) as FiledRow[]).filter(
    (row) => row.id !== document && ownScope(group.kind, row) !== "unstated",
  );
  if (stated.length === 0) return "unstated";
  const content = contentOf(db, document);
  const fitting = new Set<ReportScope>();
  for (const row of stated) {
    const other = contentOf(db, row.id);
    const { common, agreeing } = overlap(content, other);
    if (common > 0 && common >= COMMON * Math.min(content.size, other.size) && agreeing >= AGREEING * common)
      fitting.add(row.scope);
  }
  return fitting.size === 1 ? [...fitting][0]! : "unstated";
}

/** Documents beside these reports that do not state their scope themselves: what is filed beside them may decide it. */
export function scopeless(db: Database.Database, reports: readonly ReportKey[]): bigint[] {
  const found = new Set<bigint>();
  for (const { entity, fiscalYear, kind } of reports) {
    if (!SCOPED.has(kind) || fiscalYear === null) continue;
    const rows = statement(db, STATED).all({ entity, fiscalYear, kind }) as FiledRow[];
    const silent = rows.filter((row) => ownScope(kind, row) === "unstated");
    // With none that states its scope there is nothing to go by, unless one did and has left.
    if (silent.length < rows.length || silent.some(({ scope }) => scope !== "unstated"))
      for (const { id } of silent) found.add(id);
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}
