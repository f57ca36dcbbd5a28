import { CONCEPTS, isConcept, MEASURES } from "../../schemas/vocabulary.ts";
import { largest, smallest } from "../lib/long-lists.ts";
import { lastChange } from "./changes.ts";
import type { PanelMeasure } from "./panel.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** A word of a question that names nothing, with the nearest words that do. */
export class AskingError extends Error {
  override readonly name = "AskingError";
  readonly code: "unknown-concept" | "unknown-measure";
  readonly subject: string;
  readonly nearest: readonly string[];
  constructor(code: AskingError["code"], subject: string, nearest: readonly string[]) {
    super(`${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
    this.nearest = nearest;
  }
}

/** Everything a panel can be asked in: measures with their terms. */
export const PANEL_MEASURES: Readonly<Record<PanelMeasure, string>> = { ...MEASURES, estimated: "预算执行数" };

/** Other words for a measure, as forms and people have them. */
const SAID_OF_MEASURES: Readonly<Record<string, PanelMeasure>> = {
  决算: "actual",
  执行数: "actual",
  预算: "initial_budget",
  预算数: "initial_budget",
  年初预算: "initial_budget",
  调整后预算数: "final_budget",
  全年预算: "final_budget",
  执行率: "execution_rate",
  完成预算: "execution_rate",
  增减额: "change",
  增减率: "change_rate",
  预计执行数: "estimated",
};

/** Terms as they are compared: one width, without quotes, brackets, spaces. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s"'“”‘’()/、,]/gu, "")
    .toLowerCase();

const byTerm = (terms: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(terms).flatMap(([name, term]) => [name, term].map((text) => [plain(text), name] as const)));
const CONCEPT_TERMS = byTerm(CONCEPTS);
const MEASURE_TERMS = new Map([
  ...byTerm(PANEL_MEASURES),
  ...Object.entries(SAID_OF_MEASURES).map(([said, name]) => [plain(said), name] as const),
]);

const pairs = (text: string): Set<string> =>
  new Set([...text].length < 2 ? [text] : [...text].slice(1).map((c, n) => [...text][n]! + c));

/** The names likest to a word: by the pairs of characters they share with the name or its term. */
function nearest(word: string, terms: Readonly<Record<string, string>>): string[] {
  const own = pairs(plain(word));
  const likeness = (text: string): number => {
    const other = pairs(plain(text));
    const common = [...own].filter((pair) => other.has(pair)).length;
    return (2 * common) / (own.size + other.size);
  };
  return Object.entries(terms)
    .map(([name, term]) => ({ text: `${name} ${term}`, like: Math.max(likeness(name), likeness(term)) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ text }) => text);
}

/**
 * The concepts a word names: a name, its Chinese term, `sangong.*` for every one below that the store holds, a line of a classification
 * (`function.2080505`). Throws AskingError.
 */
export function conceptsNamed(store: Store, word: string): string[] {
  if (word.endsWith(".*")) {
    const below = word.slice(0, -1);
    // "/" is the character after ".": everything that begins with the prefix.
    const held = statement(
      store.db,
      "SELECT DISTINCT concept FROM observation WHERE concept >= ? AND concept < ? ORDER BY concept",
    )
      .pluck()
      .all(below, `${below.slice(0, -1)}/`) as string[];
    if (held.length > 0 || Object.keys(CONCEPTS).some((name) => name.startsWith(below))) return held;
  } else {
    const named = CONCEPT_TERMS.get(plain(word));
    if (named !== undefined) return [named];
    if (isConcept(word)) return [word];
  }
  throw new AskingError("unknown-concept", word, nearest(word, CONCEPTS));
}

/** The measure a word names: its name, its Chinese term, another word for it. Throws AskingError. */
export function measureNamed(word: string): PanelMeasure {
  const named = MEASURE_TERMS.get(plain(word));
  if (named === undefined) throw new AskingError("unknown-measure", word, nearest(word, PANEL_MEASURES));
  return named as PanelMeasure;
}

/** The measures in which the store holds concepts, most frequent first: `actual (12)`. */
export function measuresHeld(store: Store, concepts: readonly string[]): string[] {
  const rows = statement(
    store.db,
    `SELECT CASE WHEN measure = 'actual' AND estimated THEN 'estimated' ELSE measure END AS name, count(*) AS n FROM observation
     WHERE concept IN (SELECT value FROM json_each(?)) GROUP BY name ORDER BY n DESC, name`,
  ).all(JSON.stringify(concepts)) as { name: string; n: bigint }[];
  return rows.map(({ name, n }) => `${name} (${n})`);
}

/** A concept in one measure, and how much of it the store holds. */
export interface HeldConcept {
  readonly concept: string;
  /** Its Chinese term; of a line of a classification a name printed for it. */
  readonly term: string | null;
  readonly measure: PanelMeasure;
  readonly measureTerm: string;
  /** Statements in all texts held, copies and earlier texts of a report among them. */
  readonly statements: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** From the index of statements alone: the statements of a large store are not read one by one. */
const HELD = `
SELECT concept, measure, fiscal_year AS year, count(*) AS n FROM observation GROUP BY concept, measure, fiscal_year`;
/** Those that a budget prints as carried out before the accounts, and those a person struck out: few, each found by its own index. */
const ESTIMATED = `
SELECT concept, measure, fiscal_year AS year, count(*) AS n FROM observation WHERE estimated = 1 AND measure = 'actual'
GROUP BY concept, measure, fiscal_year`;
const REJECTED = `
SELECT o.concept, CASE WHEN o.measure = 'actual' AND o.estimated THEN 'estimated' ELSE o.measure END AS measure, o.fiscal_year AS year,
  count(*) AS n
FROM observation_effect AS e JOIN observation AS o ON o.id = e.observation_id WHERE e.status = 'rejected' GROUP BY 1, 2, 3`;
const PRINTED_NAME = "SELECT item FROM observation WHERE concept = ? AND item IS NOT NULL LIMIT 1";

interface Counted {
  readonly concept: string;
  readonly measure: string;
  readonly year: bigint | null;
  readonly n: bigint;
}

type Counts = ReadonlyMap<string, ReadonlyMap<bigint | null, bigint>>;

/** Whoever asks again of a store that stayed as it is need not count again. */
const counted = new WeakMap<Store, { readonly change: number; readonly counts: Counts }>();

/** Statements by concept and measure (a key of both) and year. */
function counts(store: Store): Counts {
  const change = lastChange(store);
  const known = counted.get(store);
  if (known?.change === change) return known.counts;
  const years = new Map<string, Map<bigint | null, bigint>>();
  const add = ({ concept, measure, year, n }: Counted, sign: bigint): void => {
    const key = `${concept}\n${measure}`;
    const counts = years.get(key) ?? new Map<bigint | null, bigint>();
    years.set(key, counts.set(year, (counts.get(year) ?? 0n) + sign * n));
  };
  const rows = (sql: string): Counted[] => statement(store.db, sql).all() as Counted[];
  for (const row of rows(HELD)) add(row, 1n);
  for (const row of rows(ESTIMATED)) {
    add(row, -1n);
    add({ ...row, measure: "estimated" }, 1n);
  }
  for (const row of rows(REJECTED)) add(row, -1n);
  counted.set(store, { change, counts: years });
  return years;
}

/** What the store holds, concept by concept and measure by measure; with words, those whose name, term or label has them. */
export function conceptsHeld(store: Store, words?: string): HeldConcept[] {
  const asked = words === undefined ? null : plain(words);
  return [...counts(store)]
    .flatMap(([key, inYear]) => {
      const [concept, measure] = key.split("\n") as [string, PanelMeasure];
      const held = [...inYear].filter(([, n]) => n > 0n);
      if (held.length === 0) return [];
      const named = (CONCEPTS as Readonly<Record<string, string>>)[concept];
      const term = named ?? (statement(store.db, PRINTED_NAME).pluck().get(concept) as string | undefined) ?? null;
      if (asked !== null && !plain(concept).includes(asked) && !plain(term ?? "").includes(asked)) return [];
      const inYears = held.flatMap(([year]) => (year === null ? [] : [Number(year)]));
      return [
        {
          concept,
          term,
          measure,
          measureTerm: PANEL_MEASURES[measure],
          statements: Number(held.reduce((sum, [, n]) => sum + n, 0n)),
          firstYear: inYears.length > 0 ? smallest(inYears) : null,
          lastYear: inYears.length > 0 ? largest(inYears) : null,
        },
      ];
    })
    .sort((a, b) => (a.concept === b.concept ? b.statements - a.statements : a.concept < b.concept ? -1 : 1));
}
