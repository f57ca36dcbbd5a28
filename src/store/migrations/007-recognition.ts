/** What recognition says of a cell: how sure it is, and what it read where a word of the forms was put in its place. */
export const recognition = `
ALTER TABLE cell ADD COLUMN confidence REAL;  -- of its least sure character, 0–100; null where nothing was recognised
ALTER TABLE cell ADD COLUMN as_read TEXT;     -- null where the text is what was read
`;
