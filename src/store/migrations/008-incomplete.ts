/** A reading that something passing cut short is known as such, and read again. */
export const incomplete = `
ALTER TABLE run ADD COLUMN incomplete INTEGER NOT NULL DEFAULT 0 CHECK (incomplete IN (0, 1));
`;
