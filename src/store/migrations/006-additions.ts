/**
 * Corrections may add a value that no reading has, and findings between documents point at the numbers they speak of. What had been
 * derived from corrections is dropped here and written anew by `settle`.
 */
export const additions = `
-- ---------- values that people add ----------
-- an added value stands among the observations of the reading, so that it is asked for like any other; no comparison of readings has it
ALTER TABLE observation ADD COLUMN added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1));

DROP TABLE observation_effect;
DROP TABLE correction_outcome;
CREATE TEMP TABLE earlier_correction AS SELECT * FROM correction;
DROP TABLE correction;

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  slot TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('set', 'confirm', 'reject', 'add', 'withdraw')),
  read_value TEXT,                        -- what the program had read when the person decided; null for what it had not read
  read_unit TEXT,
  read_fen INTEGER,
  page INTEGER,                           -- of the reading; with add, of the evidence
  quote TEXT,
  value TEXT, unit TEXT,                  -- only with set and add
  reason TEXT NOT NULL CHECK (reason <> ''),
  author TEXT,
  previous_id INTEGER UNIQUE REFERENCES correction,
  CHECK ((action IN ('set', 'add')) = (value IS NOT NULL)),
  CHECK (action IN ('add', 'withdraw') OR read_value IS NOT NULL),
  CHECK (action <> 'add' OR (page IS NOT NULL AND quote IS NOT NULL AND unit IS NOT NULL))
) STRICT;
INSERT INTO correction (id, sha256, slot, action, read_value, read_unit, read_fen, page, quote, value, unit, reason, author, previous_id)
  SELECT id, sha256, slot, action, read_value, read_unit, read_fen, page, quote, value, unit, reason, author, previous_id
  FROM earlier_correction ORDER BY id;
DROP TABLE earlier_correction;
CREATE INDEX correction_slot ON correction (sha256, slot);
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

-- what an added value is about
CREATE TABLE added_statement (
  correction_id INTEGER PRIMARY KEY REFERENCES correction,
  concept TEXT NOT NULL,
  item TEXT,
  code TEXT,
  measure TEXT NOT NULL,
  fiscal_year INTEGER,
  scope TEXT,
  fund TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('table', 'narrative'))
) STRICT;
CREATE TRIGGER added_statement_kept BEFORE UPDATE ON added_statement BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER added_statement_stays BEFORE DELETE ON added_statement BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

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
  status TEXT NOT NULL CHECK (status IN ('corrected', 'confirmed', 'rejected', 'disputed', 'added')),
  value TEXT, value_int INTEGER, scale INTEGER, unit TEXT,
  fen INTEGER, fen_exact INTEGER, quantum_fen INTEGER
) STRICT;
CREATE INDEX observation_effect_correction ON observation_effect (correction_id);

-- ---------- which numbers a finding between documents speaks of ----------
ALTER TABLE across_side ADD COLUMN observation_id INTEGER REFERENCES observation ON DELETE SET NULL;
CREATE INDEX across_side_observation ON across_side (observation_id);
-- found again, with the numbers, at the end of the next run
DELETE FROM compared_run;
`;
