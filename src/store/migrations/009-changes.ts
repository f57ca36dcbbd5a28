/**
 * Stable ids of bodies, reports and records, and a sequence of everything that changed: whoever keeps a copy asks what has a number
 * above the last one he saw. The sequence is written by triggers, so that no writer can forget it and none of it survives without its change.
 */

/** Notes subjects as changed, each with a number above all others: also where it has the last one, which a copy may have seen. */
const note = (subject: "document" | "entity" | "report", gone: 0 | 1, keys: string): string => `
  INSERT INTO change (seq, subject, key, gone)
    SELECT (SELECT coalesce(max(seq), 0) FROM change) + row_number() OVER (ORDER BY key), '${subject}', key, ${gone}
    FROM (${keys}) WHERE key IS NOT NULL
    ON CONFLICT (subject, key) DO UPDATE SET seq = excluded.seq, gone = excluded.gone;`;

/** Documents as SQL that gives their ids, with the bodies they are filed under: tables of bodies are made of documents. */
const documents = (ids: string): string =>
  note(
    "document",
    0,
    `SELECT file.sha256 AS key FROM document JOIN file ON file.id = document.file_id WHERE document.id IN (${ids})`,
  ) +
  note(
    "entity",
    0,
    `SELECT DISTINCT entity.uid AS key FROM filing JOIN entity ON entity.id = filing.entity_id WHERE filing.document_id IN (${ids})`,
  );

/** Runs as SQL that gives their ids, with their documents. */
export const runs = (ids: string): string => documents(`SELECT document_id FROM run WHERE id IN (${ids})`);
const bodies = (ids: string): string => note("entity", 0, `SELECT uid AS key FROM entity WHERE id IN (${ids})`);
const reports = (ids: string): string => note("report", 0, `SELECT uid AS key FROM report WHERE id IN (${ids})`);
/** A trigger of the sequence. */
export const trigger = (name: string, event: string, body: string): string =>
  `CREATE TRIGGER ${name} ${event} BEGIN ${body}\nEND;\n`;

const OF_BODY = "SELECT document_id FROM filing WHERE entity_id = NEW.id";

/** The triggers that write the sequence; dropped and made anew by a migration that changes them. */
const noted = [
  trigger("change_run_new", "AFTER INSERT ON run", documents("NEW.document_id")),
  trigger("change_run_gone", "AFTER DELETE ON run", documents("OLD.document_id")),
  trigger(
    "change_document_gone",
    "BEFORE DELETE ON document",
    note("document", 1, "SELECT sha256 AS key FROM file WHERE id = OLD.file_id") +
      note(
        "entity",
        0,
        "SELECT DISTINCT entity.uid AS key FROM filing JOIN entity ON entity.id = filing.entity_id WHERE filing.document_id = OLD.id",
      ),
  ),
  trigger(
    "change_acquisition_new",
    "AFTER INSERT ON acquisition",
    documents("SELECT id FROM document WHERE file_id = NEW.file_id"),
  ),
  trigger(
    "change_acquisition_other",
    "AFTER UPDATE ON acquisition",
    documents("SELECT id FROM document WHERE file_id = NEW.file_id"),
  ),
  trigger("change_filing_new", "AFTER INSERT ON filing", documents("NEW.document_id")),
  trigger("change_filing_gone", "AFTER DELETE ON filing", documents("OLD.document_id") + bodies("OLD.entity_id")),
  trigger(
    "change_version_new",
    "AFTER INSERT ON report_version",
    documents("NEW.document_id") + reports("NEW.report_id"),
  ),
  trigger(
    "change_version_other",
    "AFTER UPDATE ON report_version",
    documents("NEW.document_id") + reports("NEW.report_id"),
  ),
  trigger(
    "change_version_gone",
    "AFTER DELETE ON report_version",
    documents("OLD.document_id") + reports("OLD.report_id"),
  ),
  trigger("change_report_new", "AFTER INSERT ON report", reports("NEW.id")),
  trigger(
    "change_report_other",
    "AFTER UPDATE ON report",
    note("report", 1, "SELECT OLD.uid AS key WHERE OLD.uid <> NEW.uid") +
      reports("NEW.id") +
      documents("SELECT document_id FROM report_version WHERE report_id = NEW.id"),
  ),
  trigger("change_report_gone", "AFTER DELETE ON report", note("report", 1, "SELECT OLD.uid AS key")),
  trigger("change_body_new", "AFTER INSERT ON entity", bodies("NEW.id")),
  trigger(
    "change_body_other",
    "AFTER UPDATE ON entity",
    note("entity", 1, "SELECT OLD.uid AS key WHERE OLD.uid <> NEW.uid") +
      bodies("SELECT NEW.id UNION SELECT id FROM entity WHERE parent_id = NEW.id") +
      reports("SELECT id FROM report WHERE entity_id = NEW.id") +
      documents(OF_BODY),
  ),
  trigger("change_body_gone", "AFTER DELETE ON entity", note("entity", 1, "SELECT OLD.uid AS key")),
  trigger("change_name_new", "AFTER INSERT ON entity_name", bodies("NEW.entity_id")),
  trigger(
    "change_name_other",
    "AFTER UPDATE ON entity_name",
    bodies("SELECT NEW.entity_id UNION SELECT OLD.entity_id"),
  ),
  trigger("change_name_gone", "AFTER DELETE ON entity_name", bodies("OLD.entity_id")),
  ...(["INSERT", "DELETE"] as const).flatMap((event) => {
    const row = event === "INSERT" ? "NEW" : "OLD";
    return [
      trigger(
        `change_effect_${event.toLowerCase()}`,
        `AFTER ${event} ON observation_effect`,
        runs(`SELECT run_id FROM observation WHERE id = ${row}.observation_id`),
      ),
      trigger(`change_across_${event.toLowerCase()}`, `AFTER ${event} ON across_finding`, runs(`${row}.run_id`)),
    ];
  }),
].join("");

/** A stable address for records that had only a place in the order: kind, project, labels, and a number where they repeat. */
const slots = (table: string, key: string): string => `
ALTER TABLE ${table} ADD COLUMN slot TEXT;
UPDATE ${table} SET slot = (SELECT n.slot || CASE n.times WHEN 1 THEN '' ELSE '#' || n.times END FROM (
  SELECT id, ${key} AS slot, row_number() OVER (PARTITION BY run_id, ${key} ORDER BY seq) AS times FROM ${table}
) AS n WHERE n.id = ${table}.id);
CREATE UNIQUE INDEX ${table}_slot ON ${table} (run_id, slot);
`;

export const changes = `
-- ---------- stable ids ----------
ALTER TABLE entity ADD COLUMN uid TEXT;
UPDATE entity SET uid = mz_body_id(coalesce(
  (SELECT name_key FROM entity_name WHERE entity_id = entity.id ORDER BY id LIMIT 1), 'entity:' || id), region_code);
UPDATE entity SET uid = uid || '-' || id WHERE EXISTS (SELECT 1 FROM entity AS e WHERE e.uid = entity.uid AND e.id < entity.id);
CREATE UNIQUE INDEX entity_uid ON entity (uid);

ALTER TABLE report ADD COLUMN uid TEXT;
UPDATE report SET uid = mz_report_id((SELECT uid FROM entity WHERE entity.id = report.entity_id), fiscal_year, kind, scope, project, part);
CREATE UNIQUE INDEX report_uid ON report (uid);

${slots("indicator", "'indicator|' || coalesce(scope, '') || '|' || coalesce(level1, '') || '|' || coalesce(level2, '') || '|' || level3")}
${slots("objective", "'objective|' || coalesce(scope, '')")}
${slots("evaluation", "'evaluation|' || coalesce(scope, '') || '|' || basis")}

-- the name of a file below the folder that was read; null for files of older stores
ALTER TABLE acquisition ADD COLUMN relative TEXT;
-- 预算执行数 of a year that was still running when it was printed
ALTER TABLE observation ADD COLUMN estimated INTEGER NOT NULL DEFAULT 0 CHECK (estimated IN (0, 1));

-- a statement about a whole territory (全县, 全省) is no single body's
CREATE TEMP TABLE earlier_filing AS SELECT * FROM filing;
DROP TABLE filing;
CREATE TABLE filing (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  kind TEXT NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entity,
  fiscal_year INTEGER,
  scope TEXT NOT NULL CHECK (scope IN ('department', 'office', 'unit', 'territory', 'unstated')),
  project TEXT NOT NULL,                  -- projects a self-evaluation is about, one a line; else ''
  name_key TEXT NOT NULL,
  PRIMARY KEY (document_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO filing SELECT document_id, kind, entity_id, fiscal_year, scope, project, name_key FROM earlier_filing;
DROP TABLE earlier_filing;
CREATE INDEX filing_group ON filing (entity_id, fiscal_year, kind);
CREATE INDEX filing_name ON filing (name_key);

-- ---------- what changed ----------
-- the last change of everything that is exported under a key; a copy that replays what is above its own number says the same
CREATE TABLE change (
  subject TEXT NOT NULL CHECK (subject IN ('document', 'entity', 'report')),
  key TEXT NOT NULL,                      -- sha256 of the file, uid of the body or the report
  seq INTEGER NOT NULL UNIQUE,
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
${note("entity", 0, "SELECT uid AS key FROM entity")}
${note("report", 0, "SELECT uid AS key FROM report")}
${note("document", 0, "SELECT file.sha256 AS key FROM document JOIN file ON file.id = document.file_id")}

${noted}`;
