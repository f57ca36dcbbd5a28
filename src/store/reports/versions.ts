import type Database from "better-sqlite3";
import { reportId } from "../ids.ts";
import { inserter, statement } from "../statements.ts";
import { contentOf, overlap, type Said, saysNothingElse } from "./content.ts";

/** What makes one logical report: whose, of which year, of which kind, how far it reaches, about which projects. */
export interface ReportKey {
  readonly entity: bigint;
  readonly fiscalYear: bigint | null;
  readonly kind: string;
  readonly scope: string;
  readonly project: string;
}

/** A report's key as text, to hold it in a map. */
export const keyText = (key: ReportKey): string =>
  JSON.stringify([String(key.entity), String(key.fiscalYear), key.kind, key.scope, key.project]);

/** A document that states at least this share of the smaller one's statements is a text of the same report. */
const SAME_REPORT = 0.5;

const WHERE =
  "entity_id = :entity AND coalesce(fiscal_year, 0) = coalesce(:fiscalYear, 0) AND kind = :kind AND scope = :scope AND project = :project";

interface Text {
  readonly document: bigint;
  readonly content: ReadonlyMap<string, Said>;
}

interface Version extends Text {
  readonly version: number;
  readonly relation: "original" | "same_content" | "republished";
  readonly supersedes: bigint | null;
}

/**
 * Works the versions of one logical report out anew from the documents filed under it: in the order of their own dates where every one
 * carries one, else in the order in which they came.
 */
export function fileVersions(db: Database.Database, key: ReportKey): void {
  const documents = statement(
    db,
    `SELECT id FROM (
       SELECT document_id AS id, filled_on, count(filled_on) OVER () = count(*) OVER () AS dated
       FROM filing JOIN document ON document.id = filing.document_id
       WHERE entity_id = :entity AND filing.fiscal_year IS :fiscalYear AND kind = :kind AND scope = :scope AND project = :project)
     ORDER BY CASE WHEN dated THEN filled_on END, id`,
  )
    .pluck()
    .all({ ...key }) as bigint[];
  if (repeatsEffective(db, key, documents)) return;
  const parts = partsOf(db, documents, key);
  const reports = parts.map((_, n) => reportOf(db, key, n + 1));
  const before = allReports(db, key);
  const rows = parts.flatMap((versions, n) => {
    const effective = versions.filter(({ relation }) => relation !== "same_content").at(-1)?.document;
    return versions.map(
      ({ document, version, relation, supersedes }): VersionRow => ({
        report: reports[n]!,
        document,
        version,
        relation,
        supersedes,
        effective: document === effective ? 1 : 0,
      }),
    );
  });
  writeVersions(db, before, rows);
  for (const id of before) if (!reports.includes(id)) statement(db, "DELETE FROM report WHERE id = ?").run(id);
}

/** A row of `report_version`. */
interface VersionRow {
  readonly report: bigint;
  readonly document: bigint;
  readonly version: number;
  readonly relation: string;
  readonly supersedes: bigint | null;
  readonly effective: number;
}

const VERSION_ROWS = `
SELECT report_id AS report, document_id AS document, version, relation, supersedes, effective FROM report_version WHERE report_id = ?`;

const rowText = (row: Readonly<Record<keyof VersionRow, string | number | bigint | null>>): string =>
  [row.report, row.document, row.version, row.relation, row.supersedes, row.effective].join("|");

/** Writes only what is otherwise than it was: what stays is no change. */
function writeVersions(db: Database.Database, reports: readonly bigint[], rows: readonly VersionRow[]): void {
  const wanted = new Set(rows.map(rowText));
  const known = new Set<string>();
  for (const report of reports)
    for (const row of statement(db, VERSION_ROWS).all(report) as Record<keyof VersionRow, string | bigint | null>[]) {
      if (wanted.has(rowText(row))) known.add(rowText(row));
      else
        statement(db, "DELETE FROM report_version WHERE report_id = ? AND document_id = ?").run(report, row.document);
    }
  const insert = inserter(db, "report_version", "report_id,document_id,version,relation,supersedes,effective");
  for (const row of rows)
    if (!known.has(rowText(row)))
      insert(row.report, row.document, row.version, row.relation, row.supersedes, row.effective);
}

/**
 * The commonest case, and the one that must not cost more with every copy: the last text says just what a text in force says, and all
 * the others have their versions. Only its own is added.
 */
function repeatsEffective(db: Database.Database, key: ReportKey, documents: readonly bigint[]): boolean {
  const last = documents.at(-1);
  if (last === undefined || key.fiscalYear === null) return false;
  const filed = statement(
    db,
    `SELECT report_id AS report, document_id AS document, version, effective FROM report_version
     WHERE report_id IN (SELECT id FROM report WHERE ${WHERE})`,
  ).all({ ...key }) as { report: bigint; document: bigint; version: bigint; effective: bigint }[];
  const known = new Set(filed.map(({ document }) => document));
  if (known.size !== documents.length - 1 || known.has(last) || !documents.slice(0, -1).every((id) => known.has(id)))
    return false;
  const content = contentOf(db, last);
  const same = filed.find(({ document, effective }) => {
    if (effective !== 1n) return false;
    const other = contentOf(db, document);
    return other.size === content.size && saysNothingElse(other, content);
  });
  if (!same) return false;
  inserter(db, "report_version", "report_id,document_id,version,relation,supersedes,effective")(
    same.report,
    last,
    same.version,
    "same_content",
    null,
    0,
  );
  return true;
}

/** Documents by the part of the report they are texts of. Without a year nothing tells that two documents are one report. */
function partsOf(db: Database.Database, documents: readonly bigint[], key: ReportKey): Version[][] {
  const parts: Version[][] = [];
  for (const document of documents) {
    const comparable = documents.length > 1 && key.fiscalYear !== null;
    const text: Text = { document, content: comparable ? contentOf(db, document) : new Map() };
    const part = comparable ? bestPart(parts, text, key.kind) : undefined;
    if (part) part.push(nextVersion(part, text));
    else parts.push([{ ...text, version: 1, relation: "original", supersedes: null }]);
  }
  return parts;
}

function nextVersion(part: readonly Version[], text: Text): Version {
  const same = part.find(({ content }) => saysNothingElse(content, text.content));
  if (same) return { ...text, version: same.version, relation: "same_content", supersedes: null };
  const before = part.filter(({ relation }) => relation !== "same_content").at(-1)!;
  return { ...text, version: before.version + 1, relation: "republished", supersedes: before.document };
}

function bestPart(parts: readonly Version[][], { content }: Text, kind: string): Version[] | undefined {
  let best: { readonly part: Version[]; readonly share: number } | undefined;
  for (const part of parts)
    for (const text of part) {
      const { common, agreeing } = overlap(text.content, content);
      const smaller = Math.min(text.content.size, content.size);
      if (smaller === 0 || common < SAME_REPORT * smaller) continue;
      // Forms of two projects have the same lines with other amounts.
      if (kind.startsWith("project") && agreeing < SAME_REPORT * common) continue;
      if (!best || common / smaller > best.share) best = { part, share: common / smaller };
    }
  return best?.part;
}

const allReports = (db: Database.Database, key: ReportKey): bigint[] =>
  statement(db, `SELECT id FROM report WHERE ${WHERE} ORDER BY part`)
    .pluck()
    .all({ ...key }) as bigint[];

/** The report keeps its row for as long as it has a document. */
function reportOf(db: Database.Database, key: ReportKey, part: number): bigint {
  const { entity, fiscalYear, kind, scope, project } = key;
  const body = statement(db, "SELECT uid FROM entity WHERE id = ?").pluck().get(entity) as string;
  const uid = reportId({ body, fiscalYear, kind, scope, project, part });
  const known = statement(db, `SELECT id, uid FROM report WHERE ${WHERE} AND part = :part`).get({ ...key, part }) as
    | { id: bigint; uid: string }
    | undefined;
  if (known === undefined) {
    const insert = inserter(db, "report", "entity_id,fiscal_year,kind,scope,project,part,uid");
    return insert(entity, fiscalYear, kind, scope, project, part, uid);
  }
  // A number of a body that went may have been given to another.
  if (known.uid !== uid) statement(db, "UPDATE report SET uid = ? WHERE id = ?").run(uid, known.id);
  return known.id;
}
