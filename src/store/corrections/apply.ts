import type Database from "better-sqlite3";
import { exactInteger, fenOf, quantumFen, yuanIn } from "../money.ts";
import { flag, inserter, statement } from "../statements.ts";

export type CorrectionAction = "set" | "confirm" | "reject" | "withdraw";
/** `applied`; `redundant`: the program reads it so by now; `conflict`: it reads a third value; `orphan`: the statement is gone. */
export type CorrectionOutcome = "applied" | "redundant" | "conflict" | "orphan";

interface Pending {
  readonly id: bigint;
  readonly slot: string;
  readonly action: CorrectionAction;
  readonly readValue: string;
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
  JOIN correction AS c ON c.sha256 = file.sha256 LEFT JOIN observation AS o ON o.run_id = run.id AND o.slot = c.slot
WHERE run.id = ? AND NOT EXISTS (SELECT 1 FROM correction AS later WHERE later.previous_id = c.id) ORDER BY c.id`;

/** Applies people's corrections to a reading and notes what became of each. The reading itself stays. Repeatable. */
export function applyCorrections(db: Database.Database, run: bigint): void {
  const pending = statement(db, PENDING).all(run) as Pending[];
  if (pending.length === 0) return;
  statement(
    db,
    "DELETE FROM observation_effect WHERE observation_id IN (SELECT id FROM observation WHERE run_id = ?)",
  ).run(run);
  statement(db, "DELETE FROM correction_outcome WHERE run_id = ?").run(run);
  const outcomeRow = inserter(db, "correction_outcome", "run_id,correction_id,outcome");
  for (const c of pending) {
    if (c.action === "withdraw") continue;
    const outcome = outcomeOf(c);
    outcomeRow(run, c.id, outcome);
    if (outcome !== "orphan") writeEffect(db, c, outcome);
  }
}

const sameAmount = (
  a: { readonly value: string; readonly unit: string | null; readonly fen: bigint | null },
  b: { readonly value: string | null; readonly unit: string | null; readonly fen: bigint | null },
): boolean =>
  a.fen !== null && b.fen !== null ? a.fen === b.fen : a.value === b.value && (a.unit ?? "") === (b.unit ?? "");

function outcomeOf(c: Pending): CorrectionOutcome {
  if (c.observation === null || c.nowValue === null) return "orphan";
  const now = { value: c.nowValue, unit: c.nowUnit, fen: c.nowFen };
  if (sameAmount({ value: c.readValue, unit: c.readUnit, fen: c.readFen }, now)) return "applied";
  if (c.action === "set") {
    const yuan = yuanIn(c.value!, c.unit);
    const fen = yuan === null ? null : (fenOf(yuan)?.fen ?? null);
    if (sameAmount({ value: c.value!, unit: c.unit, fen }, now)) return "redundant";
  }
  return "conflict";
}

const STATUS = { set: "corrected", confirm: "confirmed", reject: "rejected" } as const;

function writeEffect(db: Database.Database, c: Pending, outcome: CorrectionOutcome): void {
  const insert = inserter(
    db,
    "observation_effect",
    "observation_id,correction_id,status,value,value_int,scale,unit,fen,fen_exact,quantum_fen",
  );
  const bare = (status: string): void => {
    insert(c.observation, c.id, status, null, null, null, null, null, null, null);
  };
  if (outcome === "conflict") bare("disputed");
  else if (outcome === "redundant") bare("confirmed");
  else if (c.action !== "set") bare(STATUS[c.action as "confirm" | "reject"]);
  else {
    const exact = exactInteger(c.value!);
    const yuan = yuanIn(c.value!, c.unit);
    const fen = yuan === null ? null : fenOf(yuan);
    insert(
      c.observation,
      c.id,
      STATUS.set,
      c.value,
      exact?.int ?? null,
      exact?.scale ?? null,
      c.unit,
      fen?.fen ?? null,
      fen ? flag(fen.exact) : null,
      fen ? quantumFen(c.value!, c.unit) : null,
    );
  }
}
