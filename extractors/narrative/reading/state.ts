import type { Measure } from "../../../schemas/index.ts";
import type { FactReading, YearRef } from "../../../src/lib/reading.ts";
import type { Subject, Token } from "../text/token.ts";
import type { Base, Memory } from "./memory.ts";
import type { Setting } from "./setting.ts";

/** A fact before it has its place: everything but extractor, place and basis. */
export type Statement = Omit<FactReading, "kind" | "extractor" | "place" | "basis"> & {
  readonly start: number;
  readonly end: number;
};

/** One stretch between commas: what it has named so far. */
export interface Clause {
  /** The words not known are bodies: what follows is one body's part of what is spoken of. */
  body: boolean;
  /** Words stand here that are not known: a number behind them is another's. */
  unknown: boolean;
  named: boolean;
  /** Behind 其中 or 含: a number without a name of its own is a part of what was told, no second whole. */
  part: boolean;
  /** A fund stands here, and no subject: the number is the part that comes from it. */
  fund: boolean;
  perHead: boolean;
  /** 各减少48万元: said of all that were named. */
  each: boolean;
  year: YearRef;
  /** The figure's own year, named before what it is compared with. */
  own: YearRef;
  /** The year named before the last number. */
  before: YearRef;
  phase: Measure | null;
  /** 完成全年预算: the budget carried out is the adjusted one. */
  adjusted: boolean;
  relation: "share" | "execution" | Extract<Token, { kind: "change" }> | null;
  compares: boolean;
  denominator: Subject | null;
}

/** A clause in which nothing is named yet. */
export const newClause = (): Clause => ({
  unknown: false,
  body: false,
  named: false,
  part: false,
  fund: false,
  perHead: false,
  each: false,
  year: null,
  own: null,
  before: null,
  phase: null,
  adjusted: false,
  relation: null,
  compares: false,
  denominator: null,
});

/** What a sentence has said so far. */
export interface State {
  readonly memory: Memory;
  readonly setting: Setting;
  readonly out: Statement[];
  subject: Subject | null;
  first: Subject | null;
  /** The subject taken over from what stands before, once an amount was given to it before any other was named. */
  inherited: Subject | null;
  /** Subjects given amounts of money, in order. */
  listed: Subject[];
  /** Subject before an explanation began. */
  beforeReason: Subject | null;
  reason: boolean;
  /** The explanation tells a purpose or a meaning: it ends where the next clause says something of the money again. */
  purpose: boolean;
  /** A part of a year or several years are spoken of. */
  period: boolean;
  /** The subject that goes on behind what was carried over into it: 收入总计5万元，其中年初结转1万元，比上年增加…. */
  whole: Subject | null;
  /** The first year the sentence states of its own. */
  opened: YearRef;
  /** The subject that goes on behind 全部为公务接待费，. */
  aside: Subject | null;
  /** Phase of the current subject, and of the sentence's opening. */
  phase: Measure | null;
  named: Measure | null;
  /** Year of the sentence, of its subject, and of the subject's own amount. */
  year: YearRef;
  subjectYear: YearRef;
  mainYear: YearRef;
  base: Base | null;
  stated: boolean;
  moneyChange: boolean;
  purchases: boolean;
  covers: boolean;
  /** What 各 spoke of together. */
  group: readonly Subject[];
  /** The clause before its last number: what a bracket behind it goes on with. */
  before: Clause | null;
  /** A unit of the department has been named, behind so many facts: what follows is its. */
  part: number | null;
  /** What 其中 parted: the same concept named again behind it is a part. */
  parted: string | null;
  /** Behind 其中 of a line of the classification, or of a noun that is not known: the parts are that line's. */
  lineOf: Subject | "unknown" | null;
  /** The last number belongs to a noun that is not known: no earlier subject takes the floor again. */
  closed: boolean;
  /** It was in this sentence. */
  closedHere: boolean;
  /** A whole region's accounts are told: those behind them in the sentence are too. */
  regional: boolean;
  /** Guests from abroad are counted: the batches and persons behind them are theirs. */
  guests: boolean;
  /** Behind ，其中 and before the next ；. */
  inside: boolean;
  /** It was a part behind 其中, in the same breath as its whole. */
  closedInside: boolean;
  /** All bodies of a region have been named. */
  region: boolean;
  /** 2012年安排…，较2011年决算增长: provided for in this sentence. */
  plans: boolean;
  /** 财政拨款安排“三公”经费45.6万元: provided for, where nothing says that it was spent. */
  planned: boolean;
  clause: Clause;
  readonly phasesSeen: Set<Measure>;
}

/** A sentence at its first word, with what the text before it left standing. */
export const newState = (memory: Memory, setting: Setting, continues: boolean): State => ({
  memory,
  setting,
  out: [],
  subject: memory.closed ? null : (memory.lead ?? memory.title),
  first: null,
  inherited: null,
  listed: [],
  beforeReason: null,
  reason: false,
  purpose: false,
  period: setting.partial,
  whole: null,
  phase: null,
  named: null,
  opened: null,
  aside: null,
  year: memory.year,
  subjectYear: null,
  mainYear: memory.year !== null && !earlier(memory.year, setting) ? null : memory.year,
  base: continues ? memory.base : null,
  stated: false,
  moneyChange: false,
  purchases: false,
  covers: false,
  group: [],
  before: null,
  part: null,
  parted: null,
  lineOf: null,
  closed: memory.closed,
  closedHere: false,
  regional: false,
  guests: false,
  inside: false,
  closedInside: false,
  region: false,
  plans: false,
  planned: memory.planned,
  clause: newClause(),
  phasesSeen: new Set(),
});

/** Whether a year lies before the report's. */
export const earlier = (at: YearRef, setting: Setting): boolean =>
  at !== null && ("offset" in at ? at.offset < 0 : setting.year !== null && at.stated < setting.year);

/** Phase of an amount whose words name none: the sentence's, the paragraph's, the heading's, the section's opening. */
export const phaseHere = (state: State): Measure =>
  state.phase ??
  state.named ??
  (state.plans ? "initial_budget" : null) ??
  state.memory.phase ??
  (state.memory.spent ? "actual" : null) ??
  state.setting.phase ??
  state.memory.openingPhase ??
  state.setting.titled ??
  state.setting.spoken ??
  (state.planned ? "initial_budget" : "actual");

/** 预算2万元，支出0.6万元: behind an amount provided for, outside a budget, what is spent of it. */
export function spendsBudget(state: State): void {
  if (!state.setting.budget && state.phasesSeen.size > 0 && /budget/.test(state.phase ?? "")) state.phase = "actual";
}
