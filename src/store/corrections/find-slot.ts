import type Database from "better-sqlite3";
import { statement } from "../statements.ts";
import { CorrectionError } from "./errors.ts";

const OF_FILE = `
FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id JOIN observation AS o ON o.run_id = run.id
WHERE file.sha256 = :sha256`;

const EXACT = `SELECT o.slot ${OF_FILE} AND o.slot = :slot`;
/** The same thing under whatever label it is printed. */
const UNLABELLED = `SELECT o.slot ${OF_FILE} AND o.concept = :concept AND o.measure = :measure AND coalesce(CAST(o.fiscal_year AS TEXT), '') = :year
  AND coalesce(o.scope, '') = :scope AND coalesce(o.fund, '') = :fund AND o.basis = :basis AND coalesce(o.change_of, '') = :changeOf`;
const NEAREST = `SELECT DISTINCT o.slot ${OF_FILE} AND (o.concept = :concept OR substr(o.concept, 1, instr(o.concept || '.', '.')) = :family)
  ORDER BY o.concept = :concept DESC, o.measure = :measure DESC, CAST(o.fiscal_year AS TEXT) = :year DESC, o.basis = :basis DESC, o.id LIMIT 3`;

/**
 * The address of a statement as the document has it. One without a label (`sangong.reception||actual|2024|||table|`) is found where only
 * one statement is about that. Null where there is none.
 */
export function findSlot(db: Database.Database, sha256: string, slot: string): string | null {
  const exact = statement(db, EXACT).pluck().get({ sha256, slot });
  if (exact !== undefined) return exact as string;
  const { label, family: _, ...about } = partsOf(slot);
  if (label !== "") return null;
  const found = statement(db, UNLABELLED)
    .pluck()
    .all({ sha256, ...about }) as string[];
  return found.length === 1 ? found[0]! : null;
}

/** No such statement: the error names those that are nearest. */
export function noSuchSlot(db: Database.Database, sha256: string, slot: string): CorrectionError {
  const { concept, measure, year, basis, family } = partsOf(slot);
  const nearest = statement(db, NEAREST).pluck().all({ sha256, concept, measure, year, basis, family }) as string[];
  return new CorrectionError("no-slot", slot, nearest);
}

function partsOf(slot: string) {
  const parts = slot.replace(/#\d+$/u, "").split("|");
  const [concept = "", label = "", measure = "", year = "", scope = "", fund = "", basis = "", changeOf = ""] = parts;
  return { concept, label, measure, year, scope, fund, basis, changeOf, family: `${concept.split(".")[0]}.` };
}
