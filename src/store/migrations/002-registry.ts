/**
 * entity → filing → report → version: whose a document is, and which text of a report counts. Corrections lie beside the readings and
 * are applied to each new one; `effective_observation` is what people query.
 */
export const registry = `
-- ---------- bodies ----------
-- 部门 department, 本级 office and 单位 unit are bodies of their own
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('department', 'office', 'unit', 'unstated', 'unnamed')),
  region_code TEXT CHECK (length(region_code) = 6),
  level TEXT CHECK (level IN ('province', 'prefecture', 'county', 'township', 'central')),
  parent_id INTEGER REFERENCES entity ON DELETE SET NULL,
  merged_into INTEGER REFERENCES entity,  -- the body its documents are filed under by decision
  origin TEXT NOT NULL CHECK (origin IN ('document', 'decision'))
) STRICT;
CREATE INDEX entity_region ON entity (region_code);
CREATE INDEX entity_parent ON entity (parent_id);
CREATE INDEX entity_merged ON entity (merged_into);

-- names a body is found by; years inclusive, null = without limit
CREATE TABLE entity_name (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,                 -- NFKC, one kind of brackets, no spaces
  valid_from INTEGER, valid_to INTEGER,
  source TEXT NOT NULL CHECK (source IN ('document', 'alias', 'rename', 'split'))
) STRICT;
CREATE INDEX entity_name_key ON entity_name (name_key);
CREATE INDEX entity_name_entity ON entity_name (entity_id);

-- a file that a person gave to a body, whatever name it prints
CREATE TABLE file_entity (
  sha256 TEXT PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entity
) STRICT, WITHOUT ROWID;
CREATE INDEX file_entity_entity ON file_entity (entity_id);

-- what people decided about bodies, append-only; undoing is a decision too
CREATE TABLE entity_event (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL CHECK (action IN ('merge', 'split', 'rename', 'alias', 'parent', 'undo')),
  note TEXT NOT NULL,
  undoes INTEGER REFERENCES entity_event
) STRICT;

-- rows as they were and as they became, as JSON objects: null before = new, null after = gone
CREATE TABLE entity_change (
  event_id INTEGER NOT NULL REFERENCES entity_event,
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL CHECK (table_name IN ('entity', 'entity_name', 'file_entity')),
  row_key TEXT NOT NULL,
  before TEXT, after TEXT,
  PRIMARY KEY (event_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER entity_event_kept BEFORE UPDATE ON entity_event BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER entity_event_stays BEFORE DELETE ON entity_event BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER entity_change_kept BEFORE UPDATE ON entity_change BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER entity_change_stays BEFORE DELETE ON entity_change BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

-- ---------- reports and their published texts ----------
-- what a document is a report of: one row for each kind of report it holds
CREATE TABLE filing (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  kind TEXT NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entity,
  fiscal_year INTEGER,
  scope TEXT NOT NULL CHECK (scope IN ('department', 'office', 'unit', 'unstated')),
  project TEXT NOT NULL,                  -- projects a self-evaluation is about, one a line; else ''
  name_key TEXT NOT NULL,
  PRIMARY KEY (document_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX filing_group ON filing (entity_id, fiscal_year, kind);
CREATE INDEX filing_name ON filing (name_key);

-- the logical report; part 2 and on are texts of the same report that say other things (tables beside prose)
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entity,
  fiscal_year INTEGER,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  project TEXT NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 1)
) STRICT;
CREATE UNIQUE INDEX report_key ON report (entity_id, coalesce(fiscal_year, 0), kind, scope, project, part);

CREATE TABLE report_version (
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  relation TEXT NOT NULL CHECK (relation IN ('original', 'same_content', 'republished')),
  supersedes INTEGER REFERENCES document,
  effective INTEGER NOT NULL CHECK (effective IN (0, 1)),
  PRIMARY KEY (report_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX report_one_effective ON report_version (report_id) WHERE effective = 1;
CREATE INDEX report_version_document ON report_version (document_id);
CREATE INDEX report_version_supersedes ON report_version (supersedes);

-- documents of which some report is the one that counts
CREATE VIEW current_document AS
SELECT document.* FROM document
WHERE NOT EXISTS (SELECT 1 FROM report_version AS v WHERE v.document_id = document.id)
   OR EXISTS (SELECT 1 FROM report_version AS v WHERE v.document_id = document.id AND v.effective = 1);

-- ---------- classifications as documents print them ----------
CREATE TABLE code_name (
  scheme TEXT NOT NULL CHECK (scheme IN ('function', 'economic')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,           -- of the document; 0 where it states none
  documents INTEGER NOT NULL,
  PRIMARY KEY (scheme, code, name, fiscal_year)
) STRICT, WITHOUT ROWID;

-- ---------- what people corrected ----------
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  slot TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('set', 'confirm', 'reject', 'withdraw')),
  read_value TEXT NOT NULL,               -- what the program had read when the person decided
  read_unit TEXT,
  read_fen INTEGER,
  page INTEGER,
  quote TEXT,
  value TEXT, unit TEXT,                  -- only with set
  reason TEXT NOT NULL CHECK (reason <> ''),
  author TEXT,
  previous_id INTEGER UNIQUE REFERENCES correction,
  CHECK ((action = 'set') = (value IS NOT NULL))
) STRICT;
CREATE INDEX correction_slot ON correction (sha256, slot);
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TABLE correction_outcome (
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  correction_id INTEGER NOT NULL REFERENCES correction,
  outcome TEXT NOT NULL CHECK (outcome IN ('applied', 'redundant', 'conflict', 'orphan')),
  PRIMARY KEY (run_id, correction_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_outcome_correction ON correction_outcome (correction_id);

CREATE TABLE observation_effect (
  observation_id INTEGER PRIMARY KEY REFERENCES observation ON DELETE CASCADE,
  correction_id INTEGER NOT NULL REFERENCES correction,
  status TEXT NOT NULL CHECK (status IN ('corrected', 'confirmed', 'rejected', 'disputed')),
  value TEXT, value_int INTEGER, scale INTEGER, unit TEXT,
  fen INTEGER, fen_exact INTEGER, quantum_fen INTEGER
) STRICT;
CREATE INDEX observation_effect_correction ON observation_effect (correction_id);

-- observation with corrections applied and rejected values left out; same columns and status, correction_id
CREATE VIEW effective_observation AS
SELECT o.id, o.run_id, o.slot, o.concept, o.item, o.code, o.measure, o.fiscal_year, o.scope, o.fund, o.basis,
  CASE WHEN e.status = 'corrected' THEN e.value ELSE o.value END AS value,
  CASE WHEN e.status = 'corrected' THEN e.value_int ELSE o.value_int END AS value_int,
  CASE WHEN e.status = 'corrected' THEN e.scale ELSE o.scale END AS scale,
  CASE WHEN e.status = 'corrected' THEN e.unit ELSE o.unit END AS unit,
  CASE WHEN e.status = 'corrected' THEN e.fen ELSE o.fen END AS fen,
  CASE WHEN e.status = 'corrected' THEN e.fen_exact ELSE o.fen_exact END AS fen_exact,
  CASE WHEN e.status = 'corrected' THEN e.quantum_fen ELSE o.quantum_fen END AS quantum_fen,
  o.approximate, o.unit_inferred,
  CASE WHEN e.status IN ('corrected', 'confirmed') THEN 0 ELSE o.uncertain END AS uncertain,
  o.change_of, o.alternatives, o.extractor, o.page, o.x0, o.y0, o.x1, o.y1, o.grid_id, o.row, o.col, o.quote, o.address,
  o.cell_r, o.cell_c, coalesce(e.status, 'machine') AS status, e.correction_id
FROM observation AS o LEFT JOIN observation_effect AS e ON e.observation_id = o.id
WHERE e.status IS NOT 'rejected';
`;
