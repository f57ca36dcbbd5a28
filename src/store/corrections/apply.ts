import type Database from "better-sqlite3";
import { fenOf, storedAmount, yuanIn } from "../money.ts";
import type { Statement } from "../slot.ts";
import { inserter, statement } from "../statements.ts";
import type { CorrectionAction, CorrectionOutcome } from "./action.ts";
import { readingOf } from "./add.ts";

interface Pending {
  readonly id: bigint;
  readonly slot: string;
  readonly action: CorrectionAction;
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

/** The last word on every statement of a document, beside what this reading says of it. */
const PENDING = `
SELECT c.id, c.slot, c.action, c.read_value AS readValue, c.read_unit AS readUnit, c.read_fen AS readFen, c.value, c.unit,
  o.id AS observation, o.value AS nowValue, o.unit AS nowUnit, o.fen AS nowFen
FROM run JOIN document ON document.id = run.document_id JOIN file ON file.id = document.file_id
  JOIN correction AS c ON c.sha256 = file.sha256 LEFT JOIN observation AS o ON o.run_id = run.id AND o.slot = c.slot AND o.added = 0
WHERE run.id = ? AND NOT EXISTS (SELECT 1 FROM correction AS later WHERE later.previous_id = c.id) ORDER BY c.id`;

/** Applies people's corrections to a reading and notes what became of each. The reading itself stays. Repeatable. */
export function applyCorrections(db: Database.Database, run: bigint): void {
  const ofRun = "(SELECT id FROM observation WHERE run_id = ?)";
  const pending = statement(db, PENDING).all(run) as Pending[];
  if (pending.length === 0) return;
  statement(db, `DELETE FROM observation_effect WHERE observation_id IN ${ofRun}`).run(run);
  statement(db, "DELETE FROM observation WHERE run_id = ? AND added = 1").run(run);
  statement(db, "DELETE FROM correction_outcome WHERE run_id = ?").run(run);
  const outcomeRow = inserter(db, "correction_outcome", "run_id,correction_id,outcome");
  for (const last of pending) {
    if (last.action === "withdraw") continue;
    const c = last.action === "add" ? besideReading(db, run, last) : last;
    const outcome = outcomeOf(c);
    outcomeRow(run, c.id, outcome);
    const observation = c.action === "add" && outcome === "applied" ? addObservation(db, run, c) : c.observation;
    if (observation !== null) writeEffect(db, observation, c, outcome);
  }
}

const ABOUT = `
SELECT concept, item, code, measure, fiscal_year AS fiscalYear, scope, fund, basis FROM added_statement WHERE correction_id = ?`;

/** An addition beside what the reading says of the same thing by now, under whatever label. */
function besideReading(db: Database.Database, run: bigint, c: Pending): Pending {
  const now = readingOf(db, run, statement(db, ABOUT).get(c.id) as Statement);
  if (!now) return { ...c, observation: null, nowValue: null, nowUnit: null, nowFen: null };
  return { ...c, observation: now.id, nowValue: now.value, nowUnit: now.unit, nowFen: now.fen };
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
