import type Database from "better-sqlite3";
import { applyCorrections } from "../corrections/apply.ts";
import { dropUnused, linkOffices, nameByNewest, resolveEntity } from "../entities/resolve.ts";
import { inserter, statement } from "../statements.ts";
import { scopeOf } from "./scope.ts";
import { scopeByContent, scopeless } from "./scope-by-content.ts";
import { fileVersions, keyText, type ReportKey } from "./versions.ts";

interface DocumentRow {
  readonly sha256: string;
  readonly fileName: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly region: string | null;
  readonly level: string | null;
  readonly fiscalYear: bigint | null;
}

const DOCUMENT = `
SELECT file.sha256, (SELECT min(name) FROM acquisition WHERE acquisition.file_id = file.id) AS fileName,
  document.entity AS name, document.title, document.region_code AS region, document.level, document.fiscal_year AS fiscalYear
FROM document JOIN file ON file.id = document.file_id WHERE document.id = ?`;

const PLACELESS = `
SELECT DISTINCT document_id FROM filing JOIN document ON document.id = filing.document_id
WHERE filing.name_key = ? AND document.region_code IS NULL AND document.entity IS NOT NULL ORDER BY document_id`;

const FILINGS = `
SELECT entity_id AS entity, fiscal_year AS fiscalYear, kind, scope, project, name_key AS key FROM filing WHERE document_id = ? ORDER BY kind`;

/** Gives documents to their bodies and reports, and works out anew which texts of the reports concerned count. Repeatable. */
export function fileDocuments(db: Database.Database, documents: readonly bigint[]): void {
  const reports = new Map<string, ReportKey>();
  const bodies = new Set<bigint>();
  const names = new Set<string>();
  const note = (document: bigint): void => {
    for (const { key: name, ...key } of statement(db, FILINGS).all(document) as Filing[]) {
      reports.set(keyText(key), key);
      bodies.add(key.entity);
      names.add(name);
    }
  };
  const file = (document: bigint): void => {
    note(document);
    fileDocument(db, document);
    note(document);
  };
  for (const document of documents) file(document);
  // Whose a document without a place is depends on which bodies of its name have one.
  for (const name of [...names])
    for (const document of statement(db, PLACELESS).pluck().all(name) as bigint[]) file(document);
  for (const body of bodies) nameByNewest(db, body);
  for (const document of scopeless(db, [...reports.values()])) file(document);
  for (const key of reports.values()) fileVersions(db, key);
  for (const run of correctedRuns(db, [...reports.values()])) applyCorrections(db, run);
  for (const body of bodies) dropUnused(db, body);
  for (const body of bodies) linkOffices(db, body);
}

function fileDocument(db: Database.Database, id: bigint): void {
  const { sha256, fileName, name, title, region, level, fiscalYear } = statement(db, DOCUMENT).get(id) as DocumentRow;
  const year = fiscalYear === null ? null : Number(fiscalYear);
  const body = resolveEntity(db, { sha256, fileName, name, region, level, fiscalYear: year });
  const kinds = statement(db, "SELECT type FROM document_type WHERE document_id = ? ORDER BY type")
    .pluck()
    .all(id) as string[];
  writeFilings(
    db,
    id,
    (kinds.length > 0 ? kinds : ["other"]).map((kind) => {
      const project = kind.startsWith("project_") ? projectsOf(db, id) : "";
      const own = scopeOf(kind, name, title);
      const scope = own === "unstated" ? scopeByContent(db, id, { entity: body.id, fiscalYear, kind }) : own;
      return { kind, entity: body.id, fiscalYear, scope, project, key: body.key };
    }),
  );
}

const CORRECTED = `
SELECT DISTINCT run.id FROM report JOIN report_version AS v ON v.report_id = report.id JOIN run ON run.document_id = v.document_id
WHERE report.entity_id = :entity AND report.fiscal_year IS :fiscalYear AND report.kind = :kind AND report.scope = :scope
  AND report.project = :project AND EXISTS (
    SELECT 1 FROM report_version AS text JOIN document ON document.id = text.document_id JOIN file ON file.id = document.file_id
      JOIN correction ON correction.sha256 = file.sha256 WHERE text.report_id = report.id)
ORDER BY run.id`;

/** Readings of reports of which some text was corrected: which texts say the same may be otherwise now. */
function correctedRuns(db: Database.Database, reports: readonly ReportKey[]): bigint[] {
  if (statement(db, "SELECT 1 FROM correction LIMIT 1").get() === undefined) return [];
  return [
    ...new Set(
      reports.flatMap(
        (key) =>
          statement(db, CORRECTED)
            .pluck()
            .all({ ...key }) as bigint[],
      ),
    ),
  ];
}

/** A row of `filing`. */
interface Filing extends ReportKey {
  readonly key: string;
}

const filingText = ({ kind, entity, fiscalYear, scope, project, key }: Filing): string =>
  JSON.stringify([kind, String(entity), String(fiscalYear), scope, project, key]);

/** Writes only what is otherwise than it was: what stays is no change. */
function writeFilings(db: Database.Database, document: bigint, rows: readonly Filing[]): void {
  const wanted = new Set(rows.map(filingText));
  const known = new Set<string>();
  for (const row of statement(db, FILINGS).all(document) as Filing[]) {
    if (wanted.has(filingText(row))) known.add(filingText(row));
    else statement(db, "DELETE FROM filing WHERE document_id = ? AND kind = ?").run(document, row.kind);
  }
  const insert = inserter(db, "filing", "document_id,kind,entity_id,fiscal_year,scope,project,name_key");
  for (const row of rows)
    if (!known.has(filingText(row)))
      insert(document, row.kind, row.entity, row.fiscalYear, row.scope, row.project, row.key);
}

const PROJECTS = `
SELECT DISTINCT scope FROM (
  SELECT o.scope FROM observation AS o JOIN run ON run.id = o.run_id WHERE run.document_id = :id AND o.added = 0
  UNION SELECT i.scope FROM indicator AS i JOIN run ON run.id = i.run_id WHERE run.document_id = :id
  UNION SELECT e.scope FROM evaluation AS e JOIN run ON run.id = e.run_id WHERE run.document_id = :id
) WHERE scope IS NOT NULL ORDER BY scope`;

/** The projects a document speaks of, one a line. */
const projectsOf = (db: Database.Database, id: bigint): string =>
  (statement(db, PROJECTS).pluck().all({ id }) as string[]).join("\n");

/** Files what an older version of the program had stored without a body: after a migration, in its transaction. */
export function fileUnfiled(db: Database.Database): bigint[] {
  const ids = db
    .prepare("SELECT id FROM document WHERE id NOT IN (SELECT document_id FROM filing) ORDER BY id")
    .pluck()
    .all() as bigint[];
  fileDocuments(db, ids);
  return ids;
}
