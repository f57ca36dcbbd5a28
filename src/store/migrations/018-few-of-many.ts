/** Indexes of the few statements among millions that are counted or looked for by what is special about them. */
export const fewOfMany = `
CREATE INDEX observation_doubtful ON observation (run_id) WHERE uncertain = 1;
CREATE INDEX observation_estimated ON observation (concept, measure, fiscal_year) WHERE estimated = 1;
`;
