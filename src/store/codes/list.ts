import { readFileSync } from "node:fs";
import { dataPath } from "../../lib/package-root.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";

/** Which classification: 功能分类 or 经济分类. */
export type Scheme = "function" | "economic";

/** A code as documents print it: one row for each name it has. */
export interface CodeRow {
  readonly scheme: Scheme;
  readonly code: string;
  readonly name: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly documents: number;
  /** `listed`: a class of the reference table under this name; `alias`: under another; `attested`: below a listed class; `unknown`. */
  readonly standing: "listed" | "alias" | "attested" | "unknown";
  /** The code above it: 款 above 项, 类 above 款. */
  readonly parent: string | null;
}

const CODES = `
SELECT scheme, code, name, nullif(min(CASE WHEN fiscal_year > 0 THEN fiscal_year END), 0) AS firstYear,
  max(CASE WHEN fiscal_year > 0 THEN fiscal_year END) AS lastYear, sum(documents) AS documents
FROM code_name WHERE :scheme IS NULL OR scheme = :scheme
GROUP BY scheme, code, name ORDER BY scheme DESC, code, documents DESC, name`;

/** The dictionary of codes: what documents attest, told apart by what the reference tables know. */
export function codes(store: Store, scheme: Scheme | null = null): CodeRow[] {
  const rows = statement(store.db, CODES).all({ scheme }) as (Pick<CodeRow, "scheme" | "code" | "name"> &
    Record<"firstYear" | "lastYear", bigint | null> & { documents: bigint })[];
  return rows.map(({ firstYear, lastYear, documents, ...row }) => ({
    ...row,
    firstYear: firstYear === null ? null : Number(firstYear),
    lastYear: lastYear === null ? null : Number(lastYear),
    documents: Number(documents),
    standing: standingOf(row),
    parent: parentOf(row),
  }));
}

/** 2080505 → 20805 → 208; 30201 → 302. */
const parentOf = ({ code }: { readonly code: string }): string | null => (code.length > 3 ? code.slice(0, -2) : null);

function standingOf({ scheme, code, name }: Pick<CodeRow, "scheme" | "code" | "name">): CodeRow["standing"] {
  const known = classes()[scheme];
  const names = known.get(code);
  if (names) return names.has(name) ? "listed" : "alias";
  const lengths = scheme === "function" ? [5, 7] : [5];
  return lengths.includes(code.length) && known.has(code.slice(0, 3)) ? "attested" : "unknown";
}

type Classes = ReadonlyMap<string, ReadonlySet<string>>;
let known: Readonly<Record<Scheme, Classes>> | null = null;

/** The classes (类) of both classifications with the names they had, read once. */
function classes(): Readonly<Record<Scheme, Classes>> {
  known ??= { function: readClasses("function-classes.tsv"), economic: readClasses("economic-classes.tsv") };
  return known;
}

function readClasses(file: string): Classes {
  const found = new Map<string, Set<string>>();
  for (const line of readFileSync(dataPath(file), "utf8").split("\n")) {
    const [code, name] = line.split("\t");
    if (/^\d{3}$/u.test(code ?? "") && name) found.set(code!, (found.get(code!) ?? new Set()).add(name));
  }
  return found;
}
