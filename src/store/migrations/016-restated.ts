/** What a finding comes to with a person's corrections, where they neither settle it nor leave it as it was. */
export const restated = `
ALTER TABLE finding ADD COLUMN restated TEXT;            -- the difference with what counts now, in the unit of the first side
`;
