/**
 * Numbers with a unit that sentences state and that became no record, each with its sentence. A reading made before this table was there has
 * their count alone, until its file is read again.
 */
export const unreadNumbers = `
CREATE TABLE unread_number (
  run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  page INTEGER NOT NULL CHECK (page >= 1),
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,   -- of the paragraph
  printed TEXT NOT NULL,                -- with its unit, as printed
  sentence TEXT NOT NULL,               -- as printed; a long one around the number
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;
`;
