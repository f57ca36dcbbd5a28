import { DERIVE_ALL } from "../derived.ts";

/**
 * Full text of the pages, and what the achieved values of indicators amount to. Both are derived from what is stored: they go with
 * their run. The index keeps no text of its own; where a word stands is looked up in paragraphs and cells.
 */
export const search = `
CREATE TABLE page_search (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL,
  page INTEGER NOT NULL,
  UNIQUE (run_id, page),
  FOREIGN KEY (run_id, page) REFERENCES page (run_id, number) ON DELETE CASCADE
) STRICT;

-- Han characters stand apart (NFKC first) and are asked for as phrases: words of one and two characters are found
CREATE VIRTUAL TABLE page_text USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER page_text_gone AFTER DELETE ON page_search BEGIN DELETE FROM page_text WHERE rowid = old.id; END;

CREATE TABLE indicator_outcome (
  indicator_id INTEGER PRIMARY KEY REFERENCES indicator ON DELETE CASCADE,
  actual_value TEXT,
  actual_unit TEXT,
  met INTEGER CHECK (met IN (0, 1))   -- null where target and achieved value cannot be compared
) STRICT;

${DERIVE_ALL};
`;
