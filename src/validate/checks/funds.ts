import { push } from "../../lib/push.ts";
import { distinct } from "../candidates.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { trusted } from "../kinds/trust.ts";
import { compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, showSum, type Verdict } from "../verdict.ts";

const FUNDS: readonly string[] = ["general_public", "government_fund", "state_capital"];
/** Rows of the table of appropriations that carry one column for all of it and one for each fund. */
const ALL_FUNDS = /^function[./]|^function$|^appropriation\.(revenue|expenditure)\.total$/;

/** Rows that close without a blank column, before the blank is believed to be zero in every row. */
const WITNESSES = 2;

/** 合计 = 一般公共 + 政府性基金 + 国有资本经营, row by row. A blank column is zero where other rows close without it, else not read. */
export function* fundsAddUp({ index }: Context): Iterable<Verdict> {
  const tables = new Map<string, Map<string, Indexed[]>>();
  for (const f of index.all) {
    if (f.place === "narrative" || f.fact.source.row === null || !ALL_FUNDS.test(f.concept)) continue;
    const rows = tables.get(f.place) ?? new Map<string, Indexed[]>();
    tables.set(f.place, rows);
    push(rows, [f.fact.source.row, f.concept, f.fact.measure, f.fact.fiscalYear, f.fact.scope].join("|"), f);
  }
  let seen = false;
  for (const rows of tables.values()) {
    const found = [...rows.values()].map(oneRow).filter((r) => r !== null);
    const closed = found.filter(({ blank, verdict }) => blank && verdict.outcome === "pass").length;
    seen ||= found.length > 0;
    yield* trusted(
      found.map(({ blank, short, verdict }) =>
        blank && short && closed < WITNESSES ? insufficient(verdict.scope, "a fund's column is blank") : verdict,
      ),
    );
  }
  if (!seen) yield notApplicable("no row with an amount for all appropriations and for each fund");
}

interface Row {
  readonly verdict: Verdict;
  /** A fund without an amount. */
  readonly blank: boolean;
  /** The funds printed are less than the total. */
  readonly short: boolean;
}

function oneRow(cells: readonly Indexed[]): Row | null {
  const whole = cells.filter((f) => f.fact.fund === (f.concept.startsWith("appropriation.") ? null : "appropriation"));
  const lists = FUNDS.map((fund) => cells.filter((f) => f.fact.fund === fund)).filter((list) => list.length > 0);
  if (whole.length !== 1 || lists.length === 0 || lists.some((list) => list.length > 1)) return null;
  const parts = lists.map((list) => list[0]!);
  const verdict = added(whole[0]!, parts);
  const sum = compareSum(
    whole[0]!.operand,
    parts.map((f) => f.operand),
  ).expected;
  return {
    verdict,
    blank: lists.length < FUNDS.length,
    short: verdict.outcome === "fail" && sum.lt(whole[0]!.operand.value),
  };
}

function added(whole: Indexed, parts: readonly Indexed[]): Verdict {
  const operands = parts.map((f) => f.operand);
  const c = compareSum(whole.operand, operands);
  return decide(whole.fact.scope, c, whole.operand, {
    sides: [whole.operand, ...operands],
    identity: { whole: whole.operand, parts: operands },
    equation: (expected) => `${showSum(operands)} = ${expected}${whole.operand.unit ?? ""} ≠ ${show(whole.operand)}`,
    cause: () => causeOfSum(whole.operand, operands, c),
  });
}

/** 基本支出 of one table is 人员经费 and 公用经费 of another: only where tables state one value of each. */
export function* basicAcrossTables({ index }: Context): Iterable<Verdict> {
  const one = (concept: string, measure: "actual" | "initial_budget", year: number | null): Indexed | null => {
    const found = distinct(index.get(concept, measure, year, null).filter((f) => f.place !== "narrative"));
    return found.length === 1 ? found[0]! : null;
  };
  let seen = false;
  const done = new Set<string>();
  for (const { fact } of index.of("general_public.basic")) {
    const { measure, fiscalYear } = fact;
    if ((measure !== "actual" && measure !== "initial_budget") || fact.scope !== null) continue;
    if (done.has(`${measure}|${fiscalYear}`)) continue;
    done.add(`${measure}|${fiscalYear}`);
    const [basic, personnel, office] = ["general_public.basic", "expenditure.personnel", "expenditure.public"].map(
      (c) => one(c, measure, fiscalYear),
    );
    if (!basic || !personnel || !office || personnel.place !== office.place) continue;
    seen = true;
    yield added(basic, [personnel, office]);
  }
  if (!seen) yield notApplicable("no tables with general public basic expenditure and its two parts");
}
