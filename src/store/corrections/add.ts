import type Database from "better-sqlite3";
import { Basis, Concept, Fund, Measure } from "../../../schemas/index.ts";
import { canonicalUnit } from "../../lib/units.ts";
import { findFile } from "../entities/find.ts";
import { type Statement, slotOf } from "../slot.ts";
import { inserter, statement } from "../statements.ts";
import { type Appended, decimalOf, lastDecision } from "./decision.ts";
import { CorrectionError } from "./errors.ts";

/** A value the program did not read, with what it is about and where it is printed. */
export interface Addition {
  readonly file: string;
  readonly action: "add";
  readonly concept: string;
  /** `actual` where not given. */
  readonly measure?: string;
  /** The report's year where not given. */
  readonly year?: string;
  readonly item?: string;
  readonly code?: string;
  readonly scope?: string;
  readonly fund?: string;
  /** `table` where not given. */
  readonly basis?: string;
  readonly value?: string;
  readonly unit?: string;
  /** The evidence: the page, and the words with the number. */
  readonly page?: string;
  readonly quote?: string;
  readonly reason: string;
  readonly author?: string;
}

const DOCUMENT = `
SELECT run.id AS run, document.fiscal_year AS year, document.pages FROM file JOIN document ON document.file_id = file.id
  JOIN run ON run.document_id = document.id WHERE file.sha256 = ?`;

/** Appends a value with its evidence. Throws CorrectionError where the program reads one at that address already. */
export function appendAddition(db: Database.Database, c: Addition): Appended {
  const { concept, reason, author } = c;
  if (reason.trim() === "") throw new CorrectionError("no-reason", concept);
  const value = decimalOf(c.value, concept);
  const unit = canonicalUnit(c.unit ?? "");
  if (unit === null) throw new CorrectionError("no-unit", concept);
  const quote = c.quote?.trim();
  if (!quote) throw new CorrectionError("no-quote", concept);
  const sha256 = findFile(db, c.file);
  const { run, year, pages } = statement(db, DOCUMENT).get(sha256) as {
    run: bigint;
    year: bigint | null;
    pages: bigint;
  };
  const page = /^\d{1,6}$/u.test(c.page ?? "") ? BigInt(c.page!) : 0n;
  if (page < 1n || page > pages) throw new CorrectionError("no-page", `${c.page ?? ""} / ${pages}`);
  const about = statementOf(c, year === null ? null : Number(year));
  const slot = slotOf(about);
  const read = readingOf(db, run, about);
  if (read) throw new CorrectionError("read-already", read.slot);
  const id = inserter(db, "correction", "sha256,slot,action,page,quote,value,unit,reason,author,previous_id")(
    sha256,
    slot,
    "add",
    page,
    quote,
    value,
    unit,
    reason.trim(),
    author ?? null,
    lastDecision(db, sha256, slot)?.id ?? null,
  );
  inserter(db, "added_statement", "correction_id,concept,item,code,measure,fiscal_year,scope,fund,basis")(
    id,
    about.concept,
    about.item,
    about.code,
    about.measure,
    about.fiscalYear,
    about.scope,
    about.fund,
    about.basis,
  );
  return { id, run };
}

/** What a reading says of a statement. */
export interface ReadStatement {
  readonly id: bigint;
  readonly slot: string;
  readonly value: string;
  readonly unit: string | null;
  readonly fen: bigint | null;
}

// "+": by the run, whose rows are few; many runs state the concept
const READING = `
SELECT id, slot, value, unit, fen FROM observation
WHERE run_id = :run AND added = 0 AND +concept = :concept AND measure = :measure AND fiscal_year IS :fiscalYear AND scope IS :scope
  AND fund IS :fund AND basis = :basis AND change_of IS NULL AND (instr(:concept, '.') > 0 OR item IS :item)
ORDER BY id LIMIT 1`;

/**
 * What a reading says of the same thing, whatever label it is printed under: a person need not know the label by which the program would
 * read it. Lines that are named in words alone are told apart by their label.
 */
export function readingOf(db: Database.Database, run: bigint, about: Statement): ReadStatement | undefined {
  const { concept, item, measure, fiscalYear, scope, fund, basis } = about;
  const asked = { run, concept, item, measure, fiscalYear, scope, fund, basis };
  return statement(db, READING).get(asked) as ReadStatement | undefined;
}

/** What the value is about, in the words of the record contract. Throws CorrectionError. */
function statementOf(c: Addition, reportYear: number | null): Statement {
  const concept = Concept.safeParse(c.concept);
  if (!concept.success) throw new CorrectionError("no-concept", c.concept);
  const measure = Measure.safeParse(c.measure ?? "actual");
  if (!measure.success) throw new CorrectionError("no-measure", c.measure!);
  const fund = c.fund === undefined ? null : Fund.safeParse(c.fund);
  if (fund?.success === false) throw new CorrectionError("no-fund", c.fund!);
  const basis = Basis.safeParse(c.basis ?? "table");
  if (!basis.success) throw new CorrectionError("no-basis", c.basis!);
  if (c.year !== undefined && !/^(?:19|20)\d\d$/u.test(c.year)) throw new CorrectionError("bad-year", c.year);
  return {
    concept: concept.data,
    item: c.item ?? null,
    code: c.code ?? /^(?:function|economic)\.(\d+)/u.exec(concept.data)?.[1] ?? null,
    measure: measure.data,
    fiscalYear: c.year === undefined ? reportYear : Number(c.year),
    scope: c.scope ?? null,
    fund: fund === null ? null : fund.data,
    basis: basis.data,
  };
}
