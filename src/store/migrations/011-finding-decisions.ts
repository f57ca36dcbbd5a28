/** What people decided about findings: append-only, like corrections, and like them it outlives every new reading. */
export const findingDecisions = `
CREATE TABLE finding_decision (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,                      -- of file, rule, scope and the slots of the sides
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  rule TEXT NOT NULL,
  scope TEXT,
  action TEXT NOT NULL CHECK (action IN ('accepted', 'ignored', 'asked', 'open')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  author TEXT,
  decided_on TEXT NOT NULL,               -- YYYY-MM-DD
  sides TEXT NOT NULL,                    -- what the sides said then, as JSON: [[value, unit], …]
  message TEXT NOT NULL                   -- what the finding said then
) STRICT;
CREATE INDEX finding_decision_key ON finding_decision (key);
CREATE INDEX finding_decision_file ON finding_decision (sha256);
CREATE TRIGGER finding_decision_kept BEFORE UPDATE ON finding_decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER finding_decision_stays BEFORE DELETE ON finding_decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
-- a decision changes what is told of its document
CREATE TRIGGER change_finding_decision AFTER INSERT ON finding_decision BEGIN
  INSERT INTO change (seq, subject, key, gone) SELECT coalesce(max(seq), 0) + 1, 'document', NEW.sha256, 0 FROM change WHERE true
    ON CONFLICT (subject, key) DO UPDATE SET seq = excluded.seq, gone = excluded.gone;
END;
`;
