import type Database from "better-sqlite3";
import { statement } from "../statements.ts";

/** What a document says of one thing, however often and wherever: amounts with their printed precision, anything else as text. */
export interface Stated {
  /** 分 with the printed step, or the value with its unit. */
  readonly value: bigint | string;
  readonly step: bigint;
  /** How often it is said. */
  times: number;
}

/** The numbers of a document by what they are about, without the place: a table and a sentence about one thing are one entry. */
export type Numbers = ReadonlyMap<string, readonly Stated[]>;

// Doubtful and approximate numbers tell nothing of a change.
const FACTS = `
SELECT o.concept, coalesce(o.code, o.item) AS label, o.measure, o.fiscal_year AS year, o.scope, o.fund, o.change_of AS changeOf,
  o.value, o.unit, o.fen, coalesce(o.quantum_fen, 0) AS step
FROM observation AS o JOIN run ON run.id = o.run_id
WHERE run.document_id = ? AND o.added = 0 AND o.uncertain = 0 AND o.approximate = 0 ORDER BY o.id`;

const INDICATORS = `
SELECT 'indicator' AS concept, coalesce(i.level1, '') || '|' || coalesce(i.level2, '') || '|' || i.level3 AS label, '' AS measure, NULL AS year,
  i.scope, NULL AS fund, NULL AS changeOf, coalesce(i.target, '') || ' ' || coalesce(i.actual, '') || ' ' || coalesce(i.score, '') AS value,
  NULL AS unit, NULL AS fen, 0 AS step
FROM indicator AS i JOIN run ON run.id = i.run_id WHERE run.document_id = ? AND i.uncertain = 0 ORDER BY i.id`;

interface Row {
  readonly concept: string;
  readonly label: string | null;
  readonly measure: string;
  readonly year: bigint | null;
  readonly scope: string | null;
  readonly fund: string | null;
  readonly changeOf: string | null;
  readonly value: string;
  readonly unit: string | null;
  readonly fen: bigint | null;
  readonly step: bigint;
}

/** Labels and texts as formats print them alike: no spaces, one width. */
const plain = (text: string | null): string => (text ?? "").normalize("NFKC").replace(/\s/gu, "");
const digits = (text: string): string => (text.normalize("NFKC").match(/\d+(?:\.\d+)?/gu) ?? []).join(" ");

/** Everything a document says in sure numbers. */
export function numbersOf(db: Database.Database, document: bigint): Numbers {
  const numbers = new Map<string, Stated[]>();
  const facts = statement(db, FACTS).all(document) as Row[];
  const indicators = (statement(db, INDICATORS).all(document) as Row[])
    .map((row) => ({ ...row, value: digits(row.value) }))
    .filter(({ value }) => value !== "");
  for (const { concept, label, measure, year, scope, fund, changeOf, value, unit, fen, step } of [
    ...facts,
    ...indicators,
  ]) {
    const about = concept.includes(".") ? "" : plain(label);
    const key = [concept, about, measure, year ?? "", plain(scope), fund ?? "", changeOf ?? ""].join("|");
    const said = fen ?? `${value}${unit ?? ""}`;
    const known = numbers.get(key) ?? [];
    const same = known.find((other) => other.value === said && other.step === step);
    if (same) same.times++;
    else numbers.set(key, [...known, { value: said, step, times: 1 }]);
  }
  return numbers;
}

/** Whether two statements can be one: equal, or, printed to unlike steps, no further apart than both are rounded. */
function fits(a: Stated, b: Stated): boolean {
  if (typeof a.value === "string" || typeof b.value === "string" || a.step === b.step) return a.value === b.value;
  const apart = a.value < b.value ? b.value - a.value : a.value - b.value;
  return 2n * apart <= a.step + b.step;
}

/**
 * Whether a number stands otherwise in the second text than anywhere in the first. Where one of them is the poorer reading, a difference
 * counts only if the second says it twice: once may be misread.
 */
export function changed(a: Numbers, b: Numbers, twice: boolean): boolean {
  for (const [key, said] of b) {
    const other = a.get(key);
    if (other === undefined || said.some((one) => other.some((before) => fits(one, before)))) continue;
    if (!twice || said.some(({ times }) => times > 1) || said.length > 1) return true;
  }
  return false;
}

/** How many things both texts speak of, and of how many they say the same. */
export function overlap(a: Numbers, b: Numbers): { readonly common: number; readonly agreeing: number } {
  let common = 0;
  let agreeing = 0;
  for (const [key, said] of a) {
    const other = b.get(key);
    if (other === undefined) continue;
    common++;
    if (said.some((one) => other.some((before) => fits(one, before)))) agreeing++;
  }
  return { common, agreeing };
}
