import type { FactReading } from "../../../src/lib/reading.ts";

type Meaning = Pick<FactReading, "concept" | "item" | "code" | "measure" | "year" | "scope" | "fund" | "changeOf">;

/** What a statement is about, whatever its value; lines and projects by their code or name. */
export const meaningKey = ({ concept, item, code, measure, year, scope, fund, changeOf }: Meaning): string =>
  JSON.stringify([
    concept,
    /^(?:function|economic|project)/.test(concept) ? (code ?? item) : null,
    measure,
    year,
    scope,
    fund,
    changeOf,
  ]);
