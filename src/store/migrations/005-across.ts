/** What documents of one body, and of a department and its units, state differently; recomputed after every run that changed them. */
export const across = `
-- ---------- bodies a department's report says it covers ----------
CREATE TABLE listed_unit (
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,           -- as names are compared, without 本级
  page INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_unit_key ON listed_unit (name_key);

-- ---------- what does not fit together between documents ----------
CREATE TABLE across_finding (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, -- the later document, or the department's report
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  message TEXT NOT NULL,
  expected TEXT, difference TEXT, tolerance TEXT,
  equation TEXT, cause TEXT
) STRICT;
CREATE INDEX across_finding_run ON across_finding (run_id);

CREATE TABLE across_side (
  finding_id INTEGER NOT NULL REFERENCES across_finding ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  value TEXT, unit TEXT, label TEXT,
  page INTEGER NOT NULL CHECK (page >= 1),
  quote TEXT,
  PRIMARY KEY (finding_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX across_side_run ON across_side (run_id);

-- a reading that is replaced takes with it what was said on its ground
CREATE TRIGGER across_finding_of_replaced BEFORE DELETE ON run BEGIN
  DELETE FROM across_finding WHERE id IN (SELECT finding_id FROM across_side WHERE across_side.run_id = OLD.id);
END;

-- readings that were compared with the others
CREATE TABLE compared_run (
  run_id INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE
) STRICT;
`;
