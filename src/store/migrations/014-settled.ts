import { runs, trigger } from "./009-changes.ts";

/**
 * A finding that rested on a value a person corrected is settled where it no longer holds; it stays, so that a correction can be taken back.
 * Rows that say how many findings speak of a number change with them, in every document they speak of.
 */
export const settled = `
ALTER TABLE finding ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1));
${trigger("change_finding_other", "AFTER UPDATE ON finding", runs("NEW.run_id"))}
${trigger("change_across_side_new", "AFTER INSERT ON across_side", runs("NEW.run_id"))}
${trigger("change_across_side_gone", "AFTER DELETE ON across_side", runs("OLD.run_id"))}
`;
