import type Database from "better-sqlite3";
import { statement } from "../statements.ts";
import { numbersOf, overlap } from "./numbers.ts";
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

const YEAR = `
SELECT DISTINCT scope FROM filing WHERE entity_id = :entity AND fiscal_year = :fiscalYear AND kind IN ('final_accounts', 'budget')
  AND scope <> 'unstated'`;

/**
 * The scope of a document that does not state it. Accounts and budgets are of the one report whose amounts they repeat: a body publishes
 * those of 部门 and 单位 under one name. Forms of an evaluation reach as far as the only report of the year does.
 */
export function scopeByContent(db: Database.Database, document: bigint, group: Group): ReportScope {
  const { entity, fiscalYear } = group;
  if (fiscalYear === null) return "unstated";
  if (!SCOPED.has(group.kind)) {
    const scopes = statement(db, YEAR).pluck().all({ entity, fiscalYear }) as ReportScope[];
    return scopes.length === 1 ? scopes[0]! : "unstated";
  }
  const stated = (statement(db, STATED).all({ ...group }) as FiledRow[]).filter(
    (row) => row.id !== document && ownScope(group.kind, row) !== "unstated",
  );
  if (stated.length === 0) return "unstated";
  const numbers = numbersOf(db, document);
  const fitting = new Set<ReportScope>();
  for (const row of stated) {
    const other = numbersOf(db, row.id);
    const { common, agreeing } = overlap(numbers, other);
    if (common > 0 && common >= COMMON * Math.min(numbers.size, other.size) && agreeing >= AGREEING * common)
      fitting.add(row.scope);
  }
  return fitting.size === 1 ? [...fitting][0]! : "unstated";
}

const BESIDE = `
SELECT filing.document_id AS id, filing.kind, filing.scope, document.entity AS name, document.title
FROM filing JOIN document ON document.id = filing.document_id
WHERE filing.entity_id = :entity AND filing.fiscal_year = :fiscalYear ORDER BY filing.document_id`;

/** Documents beside these reports that do not state their scope themselves: what is filed beside them may decide it. */
export function scopeless(db: Database.Database, reports: readonly ReportKey[]): bigint[] {
  const found = new Set<bigint>();
  const years = new Map(reports.map(({ entity, fiscalYear }) => [`${entity}/${fiscalYear}`, { entity, fiscalYear }]));
  for (const { entity, fiscalYear } of years.values()) {
    if (fiscalYear === null) continue;
    const rows = statement(db, BESIDE).all({ entity, fiscalYear }) as (FiledRow & { kind: string })[];
    const silent = rows.filter((row) => ownScope(row.kind, row) === "unstated");
    // With none that states its scope there is nothing to go by, unless one did and has left.
    if (silent.length < rows.length || silent.some(({ scope }) => scope !== "unstated"))
      for (const { id } of silent) found.add(id);
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}
