/** Where a record was printed: page and box in points, and the grid with row and column for what stands in a table. */
const PLACE = `
  page INTEGER NOT NULL CHECK (page >= 1),
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  grid_id INTEGER REFERENCES grid ON DELETE CASCADE,
  row INTEGER, col INTEGER,
  quote TEXT, address TEXT`;

/**
 * file → document → run → page → grid → cell → observation: every number leads back to its page and box.
 * Money is integer 分 (`fen`) beside the decimal, unit and precision as printed; no amount is ever a REAL.
 */
export const spine = `
-- ---------- what was published ----------
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL
) STRICT;

-- every path the same bytes came from
CREATE TABLE acquisition (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  container TEXT,
  UNIQUE (file_id, path)
) STRICT;

-- files that could not be read; the row goes when a later reading succeeds
CREATE TABLE unread_file (
  path TEXT PRIMARY KEY,
  sha256 TEXT,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  engine TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL UNIQUE REFERENCES file ON DELETE CASCADE,
  title TEXT,
  entity TEXT,
  region_code TEXT CHECK (length(region_code) = 6),
  region_path TEXT,                 -- names from the province down, joined with "/"
  level TEXT CHECK (level IN ('province', 'prefecture', 'county', 'township', 'central')),
  fiscal_year INTEGER,
  filled_on TEXT,
  pages INTEGER NOT NULL,
  ocr INTEGER NOT NULL CHECK (ocr IN (0, 1))
) STRICT;
CREATE INDEX document_entity ON document (entity, fiscal_year);

CREATE TABLE document_type (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  type TEXT NOT NULL,
  PRIMARY KEY (document_id, type)
) STRICT, WITHOUT ROWID;

-- ---------- how it was read ----------
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  engine TEXT NOT NULL,             -- version of the program, its data and the reading options
  reader TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ok', 'partial')),
  tables INTEGER NOT NULL,
  records INTEGER NOT NULL,
  unclaimed INTEGER NOT NULL,       -- tables no extractor claimed
  unread_cells INTEGER NOT NULL,    -- cells with numbers that became no record
  units_unknown INTEGER NOT NULL,
  troubles INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX run_one_a_document ON run (document_id);

CREATE TABLE page (
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  width REAL NOT NULL,
  height REAL NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('text', 'ocr', 'office', 'html', 'plain', 'ofd')),
  confidence REAL,
  PRIMARY KEY (run_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('table', 'prose')),
  headings TEXT NOT NULL,           -- one a line, outermost first
  year INTEGER,
  UNIQUE (run_id, seq)
) STRICT;

CREATE TABLE paragraph (
  section_id INTEGER NOT NULL REFERENCES section ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('body', 'caption', 'note')),
  page INTEGER NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  address TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (section_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE grid (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  section_id INTEGER NOT NULL REFERENCES section ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  title TEXT,
  unit TEXT,
  unit_from TEXT,
  entity TEXT,
  rows INTEGER NOT NULL,
  cols INTEGER NOT NULL,
  page INTEGER NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  claimed INTEGER NOT NULL CHECK (claimed IN (0, 1)),
  UNIQUE (run_id, number)
) STRICT;
CREATE INDEX grid_section ON grid (section_id);

CREATE TABLE cell (
  grid_id INTEGER NOT NULL REFERENCES grid ON DELETE CASCADE,
  r INTEGER NOT NULL,
  c INTEGER NOT NULL,
  rowspan INTEGER NOT NULL,
  colspan INTEGER NOT NULL,
  page INTEGER NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  text TEXT NOT NULL,
  address TEXT,
  alternatives TEXT,                -- OCR readings not chosen, one a line
  unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1)),
  PRIMARY KEY (grid_id, r, c)
) STRICT, WITHOUT ROWID;

-- ---------- what it says ----------
CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  slot TEXT NOT NULL,               -- stable address of the statement in its document
  concept TEXT NOT NULL,
  item TEXT,
  code TEXT,
  measure TEXT NOT NULL,
  fiscal_year INTEGER,              -- the year the value belongs to
  scope TEXT,
  fund TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('table', 'narrative')),
  value TEXT NOT NULL,              -- decimal as printed, in the printed unit
  value_int INTEGER,                -- value = value_int / 10^scale, exactly
  scale INTEGER,
  unit TEXT,
  fen INTEGER,                      -- money in 分
  fen_exact INTEGER CHECK (fen_exact IN (0, 1)), -- 0: printed finer than 1 分, fen is rounded half to even
  quantum_fen INTEGER,              -- printed precision in 分: 0.01 万元 is 10000; 0 where finer than 1 分
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  unit_inferred INTEGER NOT NULL CHECK (unit_inferred IN (0, 1)),
  uncertain INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
  change_of TEXT,
  alternatives TEXT,
  extractor TEXT,
  ${PLACE},
  cell_r INTEGER, cell_c INTEGER,   -- the cell that covers (row, col)
  CHECK ((value_int IS NULL) = (scale IS NULL)),
  CHECK ((fen IS NULL) = (fen_exact IS NULL)),
  UNIQUE (run_id, slot),
  FOREIGN KEY (grid_id, cell_r, cell_c) REFERENCES cell (grid_id, r, c) ON DELETE CASCADE
) STRICT;
CREATE INDEX observation_panel ON observation (concept, measure, fiscal_year);
CREATE INDEX observation_cell ON observation (grid_id, cell_r, cell_c);

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  scope TEXT,
  level1 TEXT, level1_weight TEXT,
  level2 TEXT, level2_weight TEXT,
  level3 TEXT NOT NULL,
  target TEXT, actual TEXT,
  weight TEXT, score TEXT,
  reason TEXT,
  target_op TEXT CHECK (target_op IN ('>=', '<=', '=', '>', '<', 'qualitative')),
  target_value TEXT, target_unit TEXT,
  uncertain INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
  alternatives TEXT,
  extractor TEXT,
  ${PLACE},
  UNIQUE (run_id, seq)
) STRICT;
CREATE INDEX indicator_grid ON indicator (grid_id);

CREATE TABLE objective (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  scope TEXT, expected TEXT, achieved TEXT, extractor TEXT,
  ${PLACE},
  UNIQUE (run_id, seq)
) STRICT;
CREATE INDEX objective_grid ON objective (grid_id);

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  scope TEXT, score TEXT, full_score TEXT, grade TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('table', 'narrative')),
  extractor TEXT,
  ${PLACE},
  UNIQUE (run_id, seq)
) STRICT;
CREATE INDEX evaluation_grid ON evaluation (grid_id);

-- ---------- what does not fit together ----------
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  message TEXT NOT NULL,
  scope TEXT,
  expected TEXT, difference TEXT, tolerance TEXT,
  equation TEXT, cause TEXT, family TEXT,
  UNIQUE (run_id, seq)
) STRICT;

CREATE TABLE finding_side (
  finding_id INTEGER NOT NULL REFERENCES finding ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  value TEXT, unit TEXT, label TEXT,
  observation_id INTEGER REFERENCES observation ON DELETE SET NULL,
  ${PLACE},
  PRIMARY KEY (finding_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_side_observation ON finding_side (observation_id);
CREATE INDEX finding_side_grid ON finding_side (grid_id);

CREATE TABLE rule_result (
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  rule TEXT NOT NULL,
  outcome TEXT NOT NULL,
  scope TEXT, note TEXT,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;

-- ---------- what could not be read inside a file ----------
CREATE TABLE trouble (
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  code TEXT NOT NULL,
  place TEXT,
  message TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;
`;
