import type { Fact } from "../../schemas/index.ts";
import { clauseOf } from "./certainty.ts";
import type { Context } from "./context.ts";
import type { Culprit } from "./culprit.ts";
import { Misreadings } from "./misread.ts";
import type { Side } from "./operand.ts";
import type { Applied } from "./said-once.ts";
import { FilledColumns } from "./short-rows.ts";
import { told } from "./told.ts";
import { cutOff, readPlaces, unreadItem, unreadPart } from "./unread-cells.ts";
import { unsure, type Verdict } from "./verdict.ts";

/** Verdicts after the reading was doubted first. */
export interface AfterDoubt {
  readonly applied: readonly Applied[];
  /** Facts whose reading is doubted, with what else they may be. */
  readonly doubts: ReadonlyMap<Fact, readonly string[]>;
}

/**
 * Before the publisher is blamed the reading is: a broken sum of which a part was not read, or which closes when two cells change places or a
 * row moves by a column, is unsure, and so is whatever else rests on the cells that would have moved. A broken sum that no misreading explains
 * stays, with the one number that would mend it.
 */
export function doubted(applied: readonly Applied[], context: Context): AfterDoubt {
  const doubts = new Map<Fact, readonly string[]>();
  const facts = new Map<string, Fact>(context.index.all.map(({ fact, operand }) => [spotOf(operand), fact]));
  const mark = (fact: Fact | undefined, other: readonly string[]): void => {
    if (fact) doubts.set(fact, [...(doubts.get(fact) ?? []), ...other]);
  };
  const broken = applied.some(({ verdict }) => verdict.outcome === "fail");
  const misreadings = broken
    ? new Misreadings(
        context.index.all,
        applied.flatMap(({ verdict }) => verdict.identity ?? []),
      )
    : null;
  const filled = broken
    ? new FilledColumns(
        context.index.all.map(({ operand }) => operand),
        context.tables,
      )
    : null;
  const adjusted = context.index.all.some(
    ({ fact, place }) => place === "narrative" && fact.measure === "final_budget",
  );
  const read = broken ? readPlaces(context.index.all.map(({ fact }) => fact)) : new Set<string>();
  const said = new Set(context.index.all.map(({ fact }) => fact.value.replace(/^-/, "")));
  const judged = applied.map(({ rule, verdict }): Applied => {
    const accuses = verdict.outcome === "fail" && (verdict.breach?.severity ?? rule.severity) !== "info";
    const short = accuses ? filled?.doubt(verdict.breach?.sides ?? []) : null;
    if (short) return { rule, verdict: unsure(verdict, short) };
    if (accuses && adjusted && mixesBudgets(verdict.breach?.sides ?? [], facts))
      return { rule, verdict: unsure(verdict, WHICH_BUDGET) };
    if (verdict.outcome !== "fail" || !misreadings) return { rule, verdict };
    if (!verdict.identity) {
      const other = accuses ? misreadings.exchanged(verdict.breach?.sides ?? []) : null;
      for (const [fact, value] of other?.readings ?? []) mark(fact, [value]);
      return { rule, verdict: other?.doubt ? unsure(verdict, other.doubt) : verdict };
    }
    const unread =
      unreadPart(verdict.identity, context.tables, read) ??
      cutOff(verdict.identity, context.tables, context.sections) ??
      unreadItem(verdict.identity, context.sentences, said);
    if (unread) return { rule, verdict: unsure(verdict, unread) };
    const { doubt, readings, culprit } = misreadings.explain(verdict.identity);
    for (const [fact, other] of readings) mark(fact, [other]);
    if (doubt) return { rule, verdict: unsure(verdict, doubt) };
    return { rule, verdict: culprit ? blaming(verdict, culprit) : verdict };
  });
  for (const { verdict } of judged)
    if (verdict.outcome === "unsure")
      for (const side of verdict.breach?.sides ?? [])
        if ("doubt" in side && side.doubt !== null) mark(facts.get(spotOf(side)), []);
  const astray = misreadings ? rowsAstray(judged, misreadings) : new Set<string>();
  return {
    applied: judged.map(({ rule, verdict }) => ({ rule, verdict: inRow(restingOn(verdict, facts, doubts), astray) })),
    doubts,
  };
}

const WHICH_BUDGET = told(
  "预算调整过，有的数没有印明是年初数还是调整后的数",
  "the budget was adjusted, and not every number prints whether it is of the beginning of the year",
);

/** Of two budgets of the prose one prints that it is of the beginning of the year and the other does not. */
function mixesBudgets(sides: readonly Side[], facts: ReadonlyMap<string, Fact>): boolean {
  const budgets = sides
    .flatMap((side) => facts.get(spotOf(side)) ?? [])
    .filter(({ measure, basis }) => basis === "narrative" && measure === "initial_budget");
  const prints = budgets.map((fact) => clauseOf(fact).includes("年初"));
  return prints.includes(true) && prints.includes(false);
}

const rowOf = ({ source: { table, row } }: Side): string | null =>
  table === null || row === null ? null : `${table}|${row}`;

/**
 * Rows contradicted at cells that have none in common, by a sum among others, where what one of them should hold stands beside it: a publisher
 * errs in one number, a reader in a row.
 */
function rowsAstray(applied: readonly Applied[], misreadings: Misreadings): ReadonlySet<string> {
  const displaced = new Set<string>();
  const sums = new Set<string>();
  const common = new Map<string, ReadonlySet<string>>();
  for (const { rule, verdict } of applied) {
    if (!/^(?:fail|unsure)$/.test(verdict.outcome) || (verdict.breach?.severity ?? rule.severity) === "info") continue;
    for (const row of misreadings.displaced(verdict.breach?.sides ?? [], verdict.identity)) displaced.add(row);
    const rows = new Map<string, Set<string>>();
    for (const side of verdict.breach?.sides ?? []) {
      const row = side.printed === null ? null : rowOf(side);
      if (row !== null) rows.set(row, (rows.get(row) ?? new Set()).add(spotOf(side)));
    }
    for (const [row, cells] of rows) {
      if ((verdict.identity?.parts.length ?? 0) > 1 || verdict.identity?.bound) sums.add(row);
      const known = common.get(row);
      common.set(row, known ? new Set([...known].filter((cell) => cells.has(cell))) : cells);
    }
  }
  return new Set(
    [...common].filter(([row, cells]) => cells.size === 0 && displaced.has(row) && sums.has(row)).map(([row]) => row),
  );
}

const ASTRAY = told(
  "同一行里不止一格对不上：可能整行读错了列",
  "more than one cell of the row is contradicted: its columns may have been read wrongly",
);

const inRow = (verdict: Verdict, astray: ReadonlySet<string>): Verdict =>
  verdict.outcome === "fail" && verdict.breach?.sides.some((side) => astray.has(rowOf(side) ?? ""))
    ? unsure(verdict, ASTRAY)
    : verdict;

/** What else is said of a doubted number is as doubtful. */
function restingOn(
  verdict: Verdict,
  facts: ReadonlyMap<string, Fact>,
  doubts: ReadonlyMap<Fact, readonly string[]>,
): Verdict {
  if (verdict.outcome !== "fail" || !verdict.breach || doubts.size === 0) return verdict;
  const side = verdict.breach.sides.find((s) => {
    const fact = facts.get(spotOf(s));
    return fact !== undefined && doubts.has(fact);
  });
  return side
    ? unsure(verdict, {
        zh: `${side.printed ?? ""}${side.unit ?? ""} 的读数存疑`,
        en: `the reading of ${side.printed ?? ""}${side.unit ?? ""} is in doubt`,
      })
    : verdict;
}

const blaming = (verdict: Verdict, { key, told }: Culprit): Verdict => ({
  ...verdict,
  breach: { ...verdict.breach!, cause: verdict.breach!.cause ?? told, culprit: key },
});

const spotOf = ({ source, printed }: Side): string =>
  [source.page, source.table, source.row, source.col, source.row === null ? source.quote : "", printed].join("|");
