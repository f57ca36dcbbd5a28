/**
 * Which of several statements of one number counts, as an ORDER BY over `o` (observation) and `document`: all funds before one, exact
 * before approximate, sure before doubtful, the year's own report before a later one, a table before the prose, the finer print; of equals always the same.
 */
export const CHOICE = `o.fund IS NOT NULL, o.approximate, o.uncertain, document.fiscal_year IS NOT o.fiscal_year,
        document.fiscal_year DESC, o.basis = 'narrative', o.quantum_fen,
        (SELECT sha256 FROM file WHERE file.id = document.file_id), o.id`;
