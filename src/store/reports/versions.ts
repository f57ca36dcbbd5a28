import type Database from "better-sqlite3";
import { reportId } from "../ids.ts";
import { inserter, statement } from "../statements.ts";
import { changed, type Numbers, numbersOf, overlap } from "./numbers.ts";
import { byQuality, type Quality, qualityOf } from "./quality.ts";

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

/** A document that states at least this share of the smaller one's numbers is a text of the same report. */
const SAME_REPORT = 0.5;

const WHERE =
  "entity_id = :entity AND coalesce(fiscal_year, 0) = coalesce(:fiscalYear, 0) AND kind = :kind AND scope = :scope AND project = :project";

/** A document filed under a report. */
interface Text {
  readonly document: bigint;
  readonly filledOn: string | null;
  readonly title: string | null;
  readonly quality: Quality;
  readonly numbers: Numbers;
}

/** What tells which text is the later one: nothing where there is only one; where it is unknown, both stand. */
type Precedence = "only" | "date" | "words" | "unknown";

/**
 * Works the versions of one logical report out anew from the documents filed under it. What comes out depends on what they say and give,
 * not on the order in which they came.
 */
export function fileVersions(db: Database.Database, key: ReportKey): void {
  const parts = partsOf(textsOf(db, key), key);
  const reports = parts.map((_, n) => reportOf(db, key, n + 1));
  const before = allReports(db, key);
  const rows = parts.flatMap((part, n) => versionsOf(part).map((row) => ({ ...row, report: reports[n]! })));
  writeVersions(db, before, rows);
  for (const id of before) if (!reports.includes(id)) statement(db, "DELETE FROM report WHERE id = ?").run(id);
}

const DOCUMENTS = `
SELECT document.id AS document, document.filled_on AS filledOn, document.title FROM filing JOIN document ON document.id = filing.document_id
WHERE entity_id = :entity AND filing.fiscal_year IS :fiscalYear AND kind = :kind AND scope = :scope AND project = :project`;

function textsOf(db: Database.Database, key: ReportKey): Text[] {
  const rows = statement(db, DOCUMENTS).all({ ...key }) as Pick<Text, "document" | "filledOn" | "title">[];
  // Without a year nothing tells that two documents are one report.
  const comparable = rows.length > 1 && key.fiscalYear !== null;
  const texts = rows.map((row) => ({
    ...row,
    quality: qualityOf(db, row.document),
    numbers: comparable ? numbersOf(db, row.document) : new Map(),
  }));
  return byQuality(texts).sort((a, b) => b.numbers.size - a.numbers.size);
}

function partsOf(texts: readonly Text[], { fiscalYear, kind }: ReportKey): Text[][] {
  if (fiscalYear === null) return texts.map((text) => [text]);
  const parts: Text[][] = [];
  for (const text of texts) {
    const part = bestPart(parts, text, kind);
    if (part) part.push(text);
    else parts.push([text]);
  }
  return parts;
}

function bestPart(parts: readonly Text[][], { numbers }: Text, kind: string): Text[] | undefined {
  let best: { readonly part: Text[]; readonly share: number } | undefined;
  for (const part of parts)
    for (const text of part) {
      const { common, agreeing } = overlap(text.numbers, numbers);
      const smaller = Math.min(text.numbers.size, numbers.size);
      if (smaller === 0 || common < SAME_REPORT * smaller) continue;
      // Forms of two projects have the same lines with other amounts.
      if (kind.startsWith("project") && agreeing < SAME_REPORT * common) continue;
      if (!best || common / smaller > best.share) best = { part, share: common / smaller };
    }
  return best?.part;
}

/** The texts of one part as versions: those that say the same are one, the one that gives most of each counts for it. */
function versionsOf(part: readonly Text[]): Omit<VersionRow, "report">[] {
  const versions: Text[][] = [];
  for (const text of byQuality(part)) {
    const same = versions.find(([first]) => !isRepublication(first!, text));
    if (same) same.push(text);
    else versions.push([text]);
  }
  const { ordered, by } = inOrder(versions);
  return ordered.flatMap((texts, n) => {
    const [first, ...copies] = byQuality(texts) as [Text, ...Text[]];
    const own = { document: first.document, version: n + 1, effective: n === ordered.length - 1 ? 1 : 0, order_by: by };
    const before = n === 0 ? null : byQuality(ordered[n - 1]!)[0]!.document;
    return [
      { ...own, relation: n === 0 ? "original" : "republished", supersedes: before },
      ...copies.map(({ document }) => ({
        ...own,
        document,
        relation: "same_content",
        supersedes: null,
        effective: 0,
      })),
    ];
  });
}

/** A text is a publication of its own where a number is changed: between unlike readings only what the poorer one says twice. */
function isRepublication(first: Text, { numbers, quality, ...text }: Text): boolean {
  const unlike = quality.grade !== first.quality.grade || quality.mediaType !== first.quality.mediaType;
  return changed(first.numbers, numbers, unlike && !saysCorrected({ ...text, quality }));
}

/** 更正, 重新公开, 修订 …: a title or a file name that says it takes another's place. */
const CORRECTED = new RegExp(["更正", "更新", "修[正订改]", "重[新发]", "补正", "调整后", "最新"].join("|"), "u");
const saysCorrected = ({ title, quality }: Pick<Text, "title" | "quality">): boolean =>
  CORRECTED.test(`${title ?? ""} ${quality.file}`);

/** Which came first: by their own dates, by the words of a correction, else unknown; then the one that gives most counts. */
function inOrder(versions: readonly Text[][]): { readonly ordered: readonly Text[][]; readonly by: Precedence } {
  if (versions.length < 2) return { ordered: versions, by: "only" };
  const date = (texts: readonly Text[]): string | null =>
    texts.reduce<string | null>(
      (last, { filledOn }) => (filledOn !== null && filledOn > (last ?? "") ? filledOn : last),
      null,
    );
  const dates = versions.map(date);
  const worstFirst = [...versions].reverse();
  if (dates.every((d) => d !== null) && new Set(dates).size === dates.length)
    return { ordered: worstFirst.sort((a, b) => (date(a)! < date(b)! ? -1 : 1)), by: "date" };
  const said = (texts: readonly Text[]): number => (texts.some(saysCorrected) ? 1 : 0);
  const ordered = worstFirst.sort((a, b) => said(a) - said(b));
  return { ordered, by: ordered.filter((texts) => said(texts) === 1).length === 1 ? "words" : "unknown" };
}

/** A row of `report_version`. */
interface VersionRow {
  readonly report: bigint;
  readonly document: bigint;
  readonly version: number;
  readonly relation: string;
  readonly supersedes: bigint | null;
  readonly effective: number;
  readonly order_by: string;
}

const VERSION_ROWS = `
SELECT report_id AS report, document_id AS document, version, relation, supersedes, effective, order_by FROM report_version WHERE report_id = ?`;

const rowText = (row: Readonly<Record<keyof VersionRow, string | number | bigint | null>>): string =>
  [row.report, row.document, row.version, row.relation, row.supersedes, row.effective, row.order_by].join("|");

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
  const insert = inserter(db, "report_version", "report_id,document_id,version,relation,supersedes,effective,order_by");
  for (const row of rows)
    if (!known.has(rowText(row)))
      insert(row.report, row.document, row.version, row.relation, row.supersedes, row.effective, row.order_by);
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
