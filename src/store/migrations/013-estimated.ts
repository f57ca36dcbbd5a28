/**
 * The values that count say whether they are estimates: 预算执行数 of a year whose accounts were not yet made. Older readings know it by the
 * kind and the year of their document.
 */
export const estimated = `
UPDATE observation SET estimated = 1 WHERE measure = 'actual' AND id IN (
  SELECT o.id FROM observation AS o JOIN run ON run.id = o.run_id JOIN document ON document.id = run.document_id
  WHERE o.measure = 'actual' AND o.fiscal_year >= document.fiscal_year - 1
    AND EXISTS (SELECT 1 FROM document_type WHERE document_id = document.id AND type = 'budget')
    AND NOT EXISTS (SELECT 1 FROM document_type WHERE document_id = document.id AND type = 'final_accounts'));

DROP VIEW effective_observation;
CREATE VIEW effective_observation AS
SELECT o.id, o.run_id, o.slot, o.concept, o.item, o.code, o.measure, o.fiscal_year, o.scope, o.fund, o.basis,
  CASE WHEN e.status = 'corrected' THEN e.value ELSE o.value END AS value,
  CASE WHEN e.status = 'corrected' THEN e.value_int ELSE o.value_int END AS value_int,
  CASE WHEN e.status = 'corrected' THEN e.scale ELSE o.scale END AS scale,
  CASE WHEN e.status = 'corrected' THEN e.unit ELSE o.unit END AS unit,
  CASE WHEN e.status = 'corrected' THEN e.fen ELSE o.fen END AS fen,
  CASE WHEN e.status = 'corrected' THEN e.fen_exact ELSE o.fen_exact END AS fen_exact,
  CASE WHEN e.status = 'corrected' THEN e.quantum_fen ELSE o.quantum_fen END AS quantum_fen,
  o.approximate, o.estimated, o.unit_inferred,
  CASE WHEN e.status IN ('corrected', 'confirmed') THEN 0 ELSE o.uncertain END AS uncertain,
  o.change_of, o.alternatives, o.extractor, o.page, o.x0, o.y0, o.x1, o.y1, o.grid_id, o.row, o.col, o.quote, o.address,
  o.cell_r, o.cell_c, coalesce(e.status, 'machine') AS status, e.correction_id
FROM observation AS o LEFT JOIN observation_effect AS e ON e.observation_id = o.id
WHERE e.status IS NOT 'rejected';
`;
