import type Database from "better-sqlite3";
import { fenOf, storedAmount, yuanIn } from "../money.ts";
import type { Statement } from "../slot.ts";
import { inserter, statement } from "../statements.ts";
import type { CorrectionAction, CorrectionOutcome } from "./action.ts";
import { readingOf } from "./add.ts";
import { settleFindings } from "./settle-findings.ts";

interface Pending {
  readonly id: bigint;
  readonly slot: string;
  readonly action: CorrectionAction;
  /** 1 where it was made in this document, 0 in another text of the report. */
  readonly own: bigint;
  readonly sha256: string;
  readonly readValue: string | null;
  readonly readUnit: string | null;
  readonly readFen: bigint | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly observation: bigint | null;
  readonly nowValue: string | null;
  readonly nowUnit: string | null;
  readonly nowFen: bigint | null;
}

/** Texts of a report that say the same as the document of a run, with that document: what is corrected in one is corrected in all. */
const TEXTS = `
SELECT DISTINCT other.document_id FROM run JOIN report_version AS own ON own.document_id = run.document_id
  JOIN report_version AS other ON other.report_id = own.report_id AND other.version = own.version
WHERE run.id = :run UNION SELECT document_id FROM run WHERE id = :run`;

/** The readings of all texts that say the same. */
export const runsOfTexts = (db: Database.Database, run: bigint): bigint[] =>
  statement(db, `SELECT id FROM run WHERE document_id IN (${TEXTS}) ORDER BY id`).pluck().all({ run }) as bigint[];

/** The last word on every statement of a document and of the texts that say the same, beside what this reading says of it; its own first. */
const PENDING = `
SELECT c.id, c.slot, c.action, file.id = document.file_id AS own, c.sha256, c.read_value AS readValue, c.read_unit AS readUnit, c.read_fen AS readFen, c.value, c.unit,
  o.id AS observation, o.value AS nowValue, o.unit AS nowUnit, o.fen AS nowFen
FROM run JOIN document ON document.id = run.document_id
  JOIN file ON file.id IN (SELECT file_id FROM document WHERE id IN (${TEXTS}))
  JOIN correction AS c ON c.sha256 = file.sha256 LEFT JOIN observation AS o ON o.run_id = run.id AND o.slot = c.slot AND o.added = 0
WHERE run.id = :run AND c.action <> 'withdraw' AND NOT EXISTS (SELECT 1 FROM correction AS later WHERE later.previous_id = c.id)
ORDER BY own DESC, c.id`;

/** What a correction made in another text is about. */
const ABOUT_OTHER = `
SELECT o.concept, o.item, o.code, o.measure, o.fiscal_year AS fiscalYear, o.scope, o.fund, o.basis
FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id
  JOIN observation AS o ON o.run_id = run.id AND o.slot = :slot WHERE file.sha256 = :sha256`;

/** Applies people's corrections to a reading and notes what became of each. The reading itself stays. Repeatable. */
export function applyCorrections(db: Database.Database, run: bigint): void {
  const ofRun = "(SELECT id FROM observation WHERE run_id = ?)";
  const pending = statement(db, PENDING).all({ run }) as Pending[];
  const before = statement(db, "SELECT 1 FROM correction_outcome WHERE run_id = ? LIMIT 1").get(run);
  if (pending.length === 0 && before === undefined) return;
  statement(db, `DELETE FROM observation_effect WHERE observation_id IN ${ofRun}`).run(run);
  statement(db, "DELETE FROM observation WHERE run_id = ? AND added = 1").run(run);
  statement(db, "DELETE FROM correction_outcome WHERE run_id = ?").run(run);
  const outcomeRow = inserter(db, "correction_outcome", "run_id,correction_id,outcome");
  const decided = new Set<bigint>();
  const added = new Set<string>();
  for (const last of pending) {
    const c = last.action === "add" ? besideReading(db, run, last) : last.own === 1n ? last : inThisText(db, run, last);
    // Of two texts' corrections of one number its own counts; what another text has and this one has not is no orphan here.
    if (c.own === 0n && (c.action === "add" ? added.has(c.slot) : c.observation === null)) continue;
    if (c.observation !== null && decided.has(c.observation)) continue;
    const outcome = outcomeOf(c);
    outcomeRow(run, c.id, outcome);
    const observation = c.action === "add" && outcome === "applied" ? addObservation(db, run, c) : c.observation;
    added.add(c.slot);
    if (observation === null) continue;
    decided.add(observation);
    writeEffect(db, observation, c, outcome);
  }
  settleFindings(db, run);
}

/** A correction of another text beside what this one says of the same thing, under whatever label. */
function inThisText(db: Database.Database, run: bigint, c: Pending): Pending {
  if (c.observation !== null) return c;
  const about = statement(db, ABOUT_OTHER).get({ slot: c.slot, sha256: c.sha256 }) as Statement | undefined;
  return about === undefined ? c : withReading(c, readingOf(db, run, about));
}

const withReading = (c: Pending, now: ReturnType<typeof readingOf>): Pending =>
  now
    ? { ...c, observation: now.id, nowValue: now.value, nowUnit: now.unit, nowFen: now.fen }
    : { ...c, observation: null, nowValue: null, nowUnit: null, nowFen: null };

const ABOUT = `
SELECT concept, item, code, measure, fiscal_year AS fiscalYear, scope, fund, basis FROM added_statement WHERE correction_id = ?`;

/** An addition beside what the reading says of the same thing by now, under whatever label. */
function besideReading(db: Database.Database, run: bigint, c: Pending): Pending {
  return withReading(c, readingOf(db, run, statement(db, ABOUT).get(c.id) as Statement));
}

const sameAmount = (
  a: { readonly value: string; readonly unit: string | null; readonly fen: bigint | null },
  b: { readonly value: string | null; readonly unit: string | null; readonly fen: bigint | null },
): boolean =>
  a.fen !== null && b.fen !== null ? a.fen === b.fen : a.value === b.value && (a.unit ?? "") === (b.unit ?? "");

function outcomeOf(c: Pending): CorrectionOutcome {
  if (c.observation === null || c.nowValue === null) return c.action === "add" ? "applied" : "orphan";
  const now = { value: c.nowValue, unit: c.nowUnit, fen: c.nowFen };
  if (c.readValue !== null && sameAmount({ value: c.readValue, unit: c.readUnit, fen: c.readFen }, now))
    return "applied";
  if (c.value !== null) {
    const yuan = yuanIn(c.value, c.unit);
    const fen = yuan === null ? null : (fenOf(yuan)?.fen ?? null);
    if (sameAmount({ value: c.value, unit: c.unit, fen }, now)) return "redundant";
  }
  return "conflict";
}

const ADD = `
INSERT INTO observation (run_id, slot, concept, item, code, measure, fiscal_year, scope, fund, basis, value, value_int, scale, unit,
  fen, fen_exact, quantum_fen, approximate, unit_inferred, uncertain, page, quote, added)
SELECT :run, c.slot, a.concept, a.item, a.code, a.measure, a.fiscal_year, a.scope, a.fund, a.basis, c.value, :int, :scale, c.unit,
  :fen, :exact, :quantum, 0, 0, 0, c.page, c.quote, 1
FROM correction AS c JOIN added_statement AS a ON a.correction_id = c.id WHERE c.id = :id`;

/** The value a person added, as an observation of this reading. */
function addObservation(db: Database.Database, run: bigint, { id, value, unit }: Pending): bigint {
  const [int, scale, fen, exact, quantum] = storedAmount(value!, unit, yuanIn(value!, unit));
  return BigInt(statement(db, ADD).run({ run, id, int, scale, fen, exact, quantum }).lastInsertRowid);
}

const STATUS = { set: "corrected", confirm: "confirmed", reject: "rejected", add: "added" } as const;
const NO_AMOUNT = [null, null, null, null, null] as const;

/** How a value stands after the correction; a set one takes the place of the reading. */
function writeEffect(db: Database.Database, observation: bigint, c: Pending, outcome: CorrectionOutcome): void {
  const insert = inserter(
    db,
    "observation_effect",
    "observation_id,correction_id,status,value,unit,value_int,scale,fen,fen_exact,quantum_fen",
  );
  if (outcome === "conflict") insert(observation, c.id, "disputed", null, null, ...NO_AMOUNT);
  else if (outcome === "redundant") insert(observation, c.id, "confirmed", null, null, ...NO_AMOUNT);
  else if (c.action === "set")
    insert(observation, c.id, STATUS.set, c.value, c.unit, ...storedAmount(c.value!, c.unit, yuanIn(c.value!, c.unit)));
  else if (c.action !== "withdraw") insert(observation, c.id, STATUS[c.action], null, null, ...NO_AMOUNT);
}
