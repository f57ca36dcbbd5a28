/**
 * What tells which text of a report is the later one. Versions are worked out anew, by what the texts say and give; a number that a text
 * of unknown order states otherwise is disputed.
 */
export const precedence = `
ALTER TABLE report_version ADD COLUMN order_by TEXT NOT NULL DEFAULT 'only' CHECK (order_by IN ('only', 'date', 'words', 'unknown'));
-- filed and counted anew at the end of the migration
DELETE FROM filing;
DELETE FROM code_name;
`;
