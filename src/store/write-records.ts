import type Database from "better-sqlite3";
import type { Evaluation, Fact, Finding, Indicator, Objective, Source } from "../../schemas/index.ts";
import { storedAmount } from "./money.ts";
import { evaluationSlot, indicatorSlot, objectiveSlot, slotOf } from "./slot.ts";
import { flag, inserter, lines, type Value } from "./statements.ts";
import type { StoredFile, StoredUnsure } from "./stored-file.ts";
import { corners, type GridRow } from "./write-sections.ts";

const PLACE = "page,x0,y0,x1,y1,grid_id,row,col,quote,address";
type Grids = ReadonlyMap<number, GridRow>;

const placeValues = (source: Source, grids: Grids): readonly Value[] => [
  source.page,
  ...corners(source.bbox),
  (source.table === null ? undefined : grids.get(source.table)?.id) ?? null,
  source.row,
  source.col,
  source.quote,
  source.address ?? null,
];

/** Where a printed number stands: how a finding's side finds the observation it speaks of. */
const spotOf = (source: Source, value: string): string =>
  JSON.stringify([
    source.page,
    source.table,
    source.row,
    source.col,
    source.table === null ? source.quote : null,
    value.replace(/^-/u, ""),
  ]);

/** Facts, indicators, objectives, evaluations and findings of a run. */
export function writeRecords(db: Database.Database, run: bigint, stored: StoredFile, grids: Grids): void {
  const slots = new Map<string, number>();
  /** The address, with a number behind it where the document says the same thing again. */
  const numbered = (slot: string): string => {
    const times = (slots.get(slot) ?? 0) + 1;
    slots.set(slot, times);
    return times === 1 ? slot : `${slot}#${times}`;
  };
  const observations = new Map<string, bigint>();
  for (const [seq, record] of stored.records.entries()) {
    switch (record.kind) {
      case "fact": {
        const id = writeFact(db, run, record, numbered(slotOf(record)), grids);
        observations.set(spotOf(record.source, record.value), id);
        break;
      }
      case "indicator":
        writeIndicator(db, run, seq, record, numbered(indicatorSlot(record)), grids);
        break;
      case "objective":
        writeObjective(db, run, seq, record, numbered(objectiveSlot(record)), grids);
        break;
      case "evaluation":
        writeEvaluation(db, run, seq, record, numbered(evaluationSlot(record)), grids);
        break;
    }
  }
  for (const [seq, finding] of stored.findings.entries()) writeFinding(db, run, seq, finding, grids, observations);
  for (const [seq, one] of (stored.unsure ?? []).entries()) writeUnsure(db, run, seq, one);
}

function writeFact(db: Database.Database, run: bigint, fact: Fact, slot: string, grids: Grids): bigint {
  const { source } = fact;
  const cell =
    source.table !== null && source.row !== null && source.col !== null
      ? grids.get(source.table)?.cellAt(source.row, source.col)
      : undefined;
  return inserter(
    db,
    "observation",
    `run_id,slot,concept,item,code,measure,fiscal_year,scope,fund,basis,value,unit,value_int,scale,fen,fen_exact,quantum_fen,approximate,estimated,unit_inferred,uncertain,change_of,alternatives,extractor,${PLACE},cell_r,cell_c`,
  )(
    run,
    slot,
    fact.concept,
    fact.item,
    fact.code,
    fact.measure,
    fact.fiscalYear,
    fact.scope,
    fact.fund,
    fact.basis,
    fact.value,
    fact.unit,
    ...storedAmount(fact.value, fact.unit, fact.yuan),
    flag(fact.approximate),
    flag(fact.estimated),
    flag(fact.unitInferred),
    flag(fact.uncertain),
    fact.changeOf ?? null,
    lines(fact.alternatives),
    fact.extractor ?? null,
    ...placeValues(source, grids),
    cell?.r ?? null,
    cell?.c ?? null,
  );
}

function writeIndicator(
  db: Database.Database,
  run: bigint,
  seq: number,
  row: Indicator,
  slot: string,
  grids: Grids,
): void {
  inserter(
    db,
    "indicator",
    `run_id,seq,slot,scope,level1,level1_weight,level2,level2_weight,level3,target,actual,weight,score,reason,target_op,target_value,target_unit,uncertain,alternatives,extractor,${PLACE}`,
  )(
    run,
    seq,
    slot,
    row.scope,
    row.level1,
    row.level1Weight,
    row.level2,
    row.level2Weight,
    row.level3,
    row.target,
    row.actual,
    row.weight,
    row.score,
    row.reason,
    row.targetParsed?.op ?? null,
    row.targetParsed?.value ?? null,
    row.targetParsed?.unit ?? null,
    flag(row.uncertain),
    lines(row.alternatives),
    row.extractor ?? null,
    ...placeValues(row.source, grids),
  );
}

function writeObjective(
  db: Database.Database,
  run: bigint,
  seq: number,
  row: Objective,
  slot: string,
  grids: Grids,
): void {
  const insert = inserter(db, "objective", `run_id,seq,slot,scope,expected,achieved,extractor,${PLACE}`);
  const { scope, expected, achieved, extractor, source } = row;
  insert(run, seq, slot, scope, expected, achieved, extractor ?? null, ...placeValues(source, grids));
}

function writeEvaluation(
  db: Database.Database,
  run: bigint,
  seq: number,
  row: Evaluation,
  slot: string,
  grids: Grids,
): void {
  const insert = inserter(db, "evaluation", `run_id,seq,slot,scope,score,full_score,grade,basis,extractor,${PLACE}`);
  insert(
    run,
    seq,
    slot,
    row.scope,
    row.score,
    row.fullScore,
    row.grade,
    row.basis,
    row.extractor ?? null,
    ...placeValues(row.source, grids),
  );
}

function writeFinding(
  db: Database.Database,
  run: bigint,
  seq: number,
  finding: Finding,
  grids: Grids,
  observations: ReadonlyMap<string, bigint>,
): void {
  const id = inserter(
    db,
    "finding",
    "run_id,seq,rule,severity,message,message_en,scope,expected,difference,tolerance,equation,cause,family",
  )(
    run,
    seq,
    finding.rule,
    finding.severity,
    finding.message,
    finding.messageEn ?? null,
    finding.scope,
    finding.expected,
    finding.difference,
    finding.tolerance,
    finding.equation ?? null,
    finding.cause ?? null,
    finding.group ?? null,
  );
  const insert = inserter(db, "finding_side", `finding_id,seq,value,unit,label,observation_id,${PLACE}`);
  for (const [n, { value, unit, label, source }] of finding.sides.entries()) {
    const observation = value === null ? undefined : observations.get(spotOf(source, value));
    insert(id, n, value, unit, label ?? null, observation ?? null, ...placeValues(source, grids));
  }
}

function writeUnsure(db: Database.Database, run: bigint, seq: number, { contradiction, why }: StoredUnsure): void {
  const { rule, scope, message, messageEn, sides } = contradiction;
  inserter(db, "unsure", "run_id,seq,rule,scope,message,message_en,why,why_en")(
    run,
    seq,
    rule,
    scope,
    message,
    messageEn ?? message,
    why.zh,
    why.en,
  );
  const insert = inserter(db, "unsure_side", "run_id,seq,side,value,unit,label,page,quote");
  for (const [n, { value, unit, label, source }] of sides.entries())
    insert(run, seq, n, value, unit, label ?? null, source.page, source.quote);
}
