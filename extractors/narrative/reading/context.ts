import type { Measure } from "../../../schemas/index.ts";
import type { FactReading, YearRef } from "../../../src/lib/reading.ts";
import type { Subject } from "../text/token.ts";
import { PHASES_ANNOUNCED } from "../vocabulary/headings.ts";
import type { Base, Memory } from "./memory.ts";
import { NOTHING, type Said } from "./said.ts";
import type { Setting } from "./setting.ts";

/** A fact before it has its place: everything but extractor, place and basis. */
export type Statement = Omit<FactReading, "kind" | "extractor" | "place" | "basis"> & {
  readonly start: number;
  readonly end: number;
};

/** Who is spoken of. */
export interface Floor {
  readonly subject: Subject | null;
  /** The first subject the sentence names. */
  readonly first: Subject | null;
  /** The subject taken over from what stands before, once an amount was given to it before any other was named. */
  readonly inherited: Subject | null;
  /** Subjects given amounts of money, in order. */
  readonly listed: readonly Subject[];
  /** What 各 spoke of together. */
  readonly group: readonly Subject[];
  /** The subject that goes on behind 全部为公务接待费，. */
  readonly aside: Subject | null;
  /** The subject that goes on behind what was carried over into it: 收入总计5万元，其中年初结转1万元，比上年增加…. */
  readonly whole: Subject | null;
  /** What 其中 parted: the same concept named again behind it is a part. */
  readonly parted: string | null;
  /** Behind 其中 of a noun that is not known, named before any other: the parts open no paragraph. */
  readonly partsOfUnknown: boolean;
  /** Behind 其中 of a line of the classification, or of a noun that is not known: the parts are that line's. */
  readonly line: Subject | "unknown" | null;
  /**
   * The last number belongs to a noun that is not known: no earlier subject takes the floor again. `here`: in this sentence; `inside`: as
   * a part behind 其中, in the same breath as its whole.
   */
  readonly closed: { readonly here: boolean; readonly inside: boolean } | null;
}

/** Of which year. */
export interface Time {
  /** Year of the sentence, of its subject, and of the subject's own amount. */
  readonly year: YearRef;
  readonly subject: YearRef;
  readonly main: YearRef;
  /** The first year the sentence states of its own. */
  readonly opened: YearRef;
  /** A part of a year or several years are spoken of. */
  readonly period: boolean;
  /** 1—9月…: a part of it, by its own words, beyond the next ；. */
  readonly partial: boolean;
}

/** Planned or spent. */
export interface Phase {
  /** Phase of the current subject, and of the sentence's opening. */
  readonly subject: Measure | null;
  readonly named: Measure | null;
  readonly seen: readonly Measure[];
  /** 2012年安排…，较2011年决算增长: provided for in this sentence. */
  readonly plans: boolean;
  /** 财政拨款安排“三公”经费45.6万元: provided for, where nothing says that it was spent. */
  readonly planned: boolean;
}

/** Whose else the numbers may be. */
export interface Others {
  /** A unit of the department has been named, behind so many facts: what follows is its. */
  readonly unit: number | null;
  /** All bodies of a region have been named. */
  readonly region: boolean;
  /** A whole region's accounts are told: those behind them in the sentence are too. */
  readonly treasury: boolean;
  /** 涉及资金…: amounts an evaluation covers. */
  readonly covered: boolean;
  /** A body's part of what is spoken of has been told: what is said of it next is its. */
  readonly ofBody: boolean;
  /** Behind ，其中 and before the next ；. */
  readonly inside: boolean;
  readonly strange: boolean;
  readonly purchases: boolean;
}

/** All that a clause is read in, and what it hands on. */
export interface Context {
  readonly setting: Setting;
  readonly memory: Memory;
  readonly floor: Floor;
  readonly time: Time;
  readonly phase: Phase;
  readonly others: Others;
  /** An explanation is given: for a purpose or a meaning it ends where a clause says something of the money again. */
  readonly why: { readonly purpose: boolean; readonly cause: boolean; readonly before: Subject | null } | null;
  readonly base: Base | null;
  readonly stated: boolean;
  /** The last amount's own words named no phase, nor did the text before it: the heading's was taken. */
  readonly assumed: boolean;
  readonly moneyChange: boolean;
  readonly said: Said;
  /** What a respective list says of all its numbers: 分别减少A、B. */
  readonly list: Said | null;
  /** What had been said before the last number: a bracket behind it goes on with that. */
  readonly before: Said | null;
  /** What the sentence has stated. */
  readonly told: readonly Statement[];
}

/** A sentence at its first word, with what the text before it left standing. */
export const opening = (memory: Memory, setting: Setting, continues: boolean): Context => ({
  setting,
  memory,
  floor: {
    subject: memory.closed ? null : (memory.lead ?? memory.title),
    first: null,
    inherited: null,
    listed: [],
    group: [],
    aside: null,
    whole: null,
    parted: null,
    partsOfUnknown: false,
    line: null,
    closed: memory.closed ? { here: false, inside: false } : null,
  },
  time: {
    year: memory.year,
    subject: null,
    main: memory.year !== null && !earlier(memory.year, setting) ? null : memory.year,
    opened: null,
    period: setting.partial || memory.partial,
    partial: false,
  },
  phase: { subject: null, named: null, seen: [], plans: false, planned: memory.planned },
  others: {
    unit: null,
    region: false,
    treasury: false,
    covered: false,
    ofBody: false,
    inside: false,
    strange: false,
    purchases: false,
  },
  why: null,
  base: continues ? memory.base : null,
  stated: false,
  assumed: false,
  moneyChange: false,
  said: NOTHING,
  list: null,
  before: null,
  told: [],
});

/** The same context with some of one thing changed. */
export const floored = (c: Context, floor: Partial<Floor>): Context => ({ ...c, floor: { ...c.floor, ...floor } });
/** Who has the floor. */
export const spokenOf = (c: Context, subject: Subject | null): Context => floored(c, { subject });
/** Which year is told. */
export const timed = (c: Context, time: Partial<Time>): Context => ({ ...c, time: { ...c.time, ...time } });
/** Which phase is told. */
export const phased = (c: Context, phase: Partial<Phase>): Context => ({ ...c, phase: { ...c.phase, ...phase } });
/** Whose else the numbers may be. */
export const apart = (c: Context, others: Partial<Others>): Context => ({ ...c, others: { ...c.others, ...others } });
/** What the clause says. */
export const saying = (c: Context, said: Partial<Said>): Context => ({ ...c, said: { ...c.said, ...said } });
/** What holds beyond the sentence. */
export const remembering = (c: Context, memory: Partial<Memory>): Context => ({
  ...c,
  memory: { ...c.memory, ...memory },
});

/** Whether a year lies before the report's. */
export const earlier = (at: YearRef, setting: Setting): boolean =>
  at !== null && ("offset" in at ? at.offset < 0 : setting.year !== null && at.stated < setting.year);

/** Phase of an amount whose words name none: the sentence's, the paragraph's, the heading's, the section's opening. */
export const phaseHere = ({ phase, memory, setting }: Context): Measure =>
  phase.subject ??
  phase.named ??
  (phase.plans ? "initial_budget" : null) ??
  memory.phase ??
  (memory.spent ? "actual" : null) ??
  PHASES_ANNOUNCED.find(([point]) => point.test(memory.announced))?.[1] ??
  setting.phase ??
  memory.openingPhase ??
  setting.titled ??
  setting.spoken ??
  (phase.planned ? "initial_budget" : "actual");

/** 预算2万元，支出0.6万元: behind an amount provided for, outside a budget, what is spent of it. */
export const spendsBudget = (c: Context): Context =>
  !c.setting.budget && c.phase.seen.length > 0 && /budget/.test(c.phase.subject ?? "")
    ? phased(c, { subject: "actual" })
    : c;
