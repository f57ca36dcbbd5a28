/** Where collected bytes were published: the addresses a portal had them at, and what it said of them. */
export const sources = `
CREATE TABLE acquisition_source (
  acquisition_id INTEGER NOT NULL REFERENCES acquisition ON DELETE CASCADE,
  address TEXT NOT NULL,                  -- the address that was asked; a member of an archive has its archive's
  found_on TEXT,                          -- the page with the link; null: named by a person
  words TEXT,                             -- the words of the link
  title TEXT,
  site TEXT,
  published TEXT,                         -- the day it came out
  published_from TEXT CHECK (published_from IN ('meta', 'address', 'printed', 'list')),
  first_at TEXT NOT NULL,                 -- when the address first had these bytes, and when it last did
  last_at TEXT NOT NULL,
  PRIMARY KEY (acquisition_id, address),
  CHECK ((published IS NULL) = (published_from IS NULL))
) STRICT, WITHOUT ROWID;

-- the sequence of changes hears of acquisitions
CREATE TRIGGER change_source_new AFTER INSERT ON acquisition_source BEGIN
  UPDATE acquisition SET relative = relative WHERE id = NEW.acquisition_id;
END;
CREATE TRIGGER change_source_other AFTER UPDATE ON acquisition_source BEGIN
  UPDATE acquisition SET relative = relative WHERE id = NEW.acquisition_id;
END;

-- what a file that could not be read was called where it was published
ALTER TABLE unread_file ADD COLUMN called TEXT;
`;
