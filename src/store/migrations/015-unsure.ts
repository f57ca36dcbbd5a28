/** Findings in English too, and what is no finding because a misreading would explain it. */
export const unsure = `
ALTER TABLE finding ADD COLUMN message_en TEXT;          -- null where an earlier version wrote it
ALTER TABLE across_finding ADD COLUMN message_en TEXT;

CREATE TABLE unsure (
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  rule TEXT NOT NULL,
  scope TEXT,
  message TEXT NOT NULL, message_en TEXT NOT NULL,       -- the contradiction as read
  why TEXT NOT NULL, why_en TEXT NOT NULL,               -- why the reading is doubted
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE unsure_side (
  run_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  side INTEGER NOT NULL,
  value TEXT, unit TEXT, label TEXT,
  page INTEGER NOT NULL, quote TEXT,
  PRIMARY KEY (run_id, seq, side),
  FOREIGN KEY (run_id, seq) REFERENCES unsure ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`;
