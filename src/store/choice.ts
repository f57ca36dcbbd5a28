/** Errors among the findings that speak of the statement: sums that cannot hold with it. */
const BREAKS = `EXISTS (SELECT 1 FROM finding_side AS s JOIN finding AS f ON f.id = s.finding_id
  WHERE s.observation_id = o.id AND f.severity = 'error' AND f.settled = 0)`;
/** A sum of the document comes out at just this number where another statement of it breaks it. */
const SUMS_UP = `EXISTS (SELECT 1 FROM finding AS f JOIN finding_side AS s ON s.finding_id = f.id JOIN observation AS rival ON rival.id = s.observation_id
  WHERE f.run_id = o.run_id AND f.severity = 'error' AND f.settled = 0 AND f.expected = o.value AND s.unit IS o.unit AND rival.id <> o.id
    AND rival.concept = o.concept AND rival.measure = o.measure AND rival.fiscal_year IS o.fiscal_year)`;

/** Which of two statements the document's sums support: a table that adds up, a number that a sum comes out at, a table that does not, prose. */
const SUPPORT = `CASE WHEN o.basis = 'table' THEN CASE WHEN ${BREAKS} THEN 2 ELSE 0 END WHEN ${SUMS_UP} THEN 1 ELSE 3 END`;

/** Accounts say what was spent, a budget what was planned; forms of an evaluation repeat both. */
const KIND = `NOT EXISTS (SELECT 1 FROM document_type AS t WHERE t.document_id = document.id
  AND t.type = CASE WHEN o.measure IN ('initial_budget') THEN 'budget' ELSE 'final_accounts' END)`;

/**
 * Which of several statements of one number counts, as an ORDER BY over `o` (observation) and `document`: all funds before one, exact
 * before approximate, sure before doubtful, the year's own report before a later one, what the document's sums support, accounts before
 * forms, the finer print; of equals always the same: the one whose document has the first place.
 */
export const choice = (
  place: string,
): string => `o.fund IS NOT NULL, o.approximate, o.uncertain, document.fiscal_year IS NOT o.fiscal_year,
        document.fiscal_year DESC, ${SUPPORT}, ${KIND}, o.quantum_fen, ${place}, o.slot`;

/** The same, where the document's place is yet to be looked up: by name and hash of its file. */
export const CHOICE = choice(
  `(SELECT min(coalesce(relative, name)) FROM acquisition WHERE acquisition.file_id = document.file_id),
        (SELECT sha256 FROM file WHERE file.id = document.file_id)`,
);
