import type Database from "better-sqlite3";
import { Decimal } from "decimal.js";
import { push } from "../../lib/push.ts";
import { yuanIn } from "../money.ts";
import { statement } from "../statements.ts";

const Exact = Decimal.clone({ precision: 60 });

/** Findings of a run that rest on a value a person decided about, with every side as it was printed and as it counts now. */
const SIDES = `
SELECT f.id, f.expected, f.tolerance, f.settled, f.restated, s.value, s.unit, e.status, e.value AS nowValue, e.unit AS nowUnit
FROM finding AS f JOIN finding_side AS s ON s.finding_id = f.id LEFT JOIN observation_effect AS e ON e.observation_id = s.observation_id
WHERE f.run_id = :run AND (f.settled = 1 OR f.restated IS NOT NULL OR f.id IN (
  SELECT side.finding_id FROM observation_effect AS effect JOIN finding_side AS side ON side.observation_id = effect.observation_id
    JOIN observation ON observation.id = effect.observation_id
  WHERE observation.run_id = :run AND effect.status IN ('corrected', 'rejected')))
ORDER BY f.id, s.seq`;

interface SideRow {
  readonly id: bigint;
  readonly expected: string | null;
  readonly tolerance: string | null;
  readonly settled: bigint;
  readonly restated: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly status: string | null;
  readonly nowValue: string | null;
  readonly nowUnit: string | null;
}

/** How a finding stands with a person's corrections: it holds no more, or holds with another difference, or as it was told. */
interface Standing {
  readonly settled: bigint;
  /** The difference now, in the unit of the first side. */
  readonly restated: string | null;
}
const AS_TOLD: Standing = { settled: 0n, restated: null };
const SETTLED: Standing = { settled: 1n, restated: null };

/**
 * Settles the findings that no longer hold with a person's corrections, restates the difference of those that do, and opens those again
 * whose correction is gone. A finding is settled where the numbers that count now agree within its tolerance, or where one of them is no
 * statement at all; what is not sure stays.
 */
export function settleFindings(db: Database.Database, run: bigint): void {
  const findings = new Map<bigint, SideRow[]>();
  for (const row of statement(db, SIDES).all({ run }) as SideRow[]) push(findings, row.id, row);
  for (const [id, sides] of findings) {
    const { settled, restated } = standing(sides);
    if (settled !== sides[0]!.settled || restated !== sides[0]!.restated)
      statement(db, "UPDATE finding SET settled = ?, restated = ? WHERE id = ?").run(settled, restated, id);
  }
}

function standing(sides: readonly SideRow[]): Standing {
  if (sides.some(({ status }) => status === "rejected")) return SETTLED;
  if (!sides.some(({ status }) => status === "corrected")) return AS_TOLD;
  const [first, ...others] = sides as [SideRow, ...SideRow[]];
  const printed = all(sides.map(({ value, unit }) => amount(value, unit)));
  const now = all(
    sides.map(({ status, value, unit, nowValue, nowUnit }) =>
      status === "corrected" ? amount(nowValue, nowUnit) : amount(value, unit),
    ),
  );
  if (now === null || printed === null) return AS_TOLD;
  const tolerance = amount(first.tolerance ?? "0", first.unit);
  if (tolerance === null) return AS_TOLD;
  const apart = distance(first, now, printed, others.length);
  if (apart === null) return AS_TOLD;
  return apart.lte(tolerance) ? SETTLED : { settled: 0n, restated: inUnit(apart, first.unit) };
}

/** How far the numbers that count now are from agreeing; null where the finding is of no such kind. */
function distance(
  first: SideRow,
  now: readonly Decimal[],
  printed: readonly Decimal[],
  others: number,
): Decimal | null {
  if (first.expected === null)
    return others === 0 ? null : Exact.max(...now.map((value) => value.minus(now[0]!).abs()));
  const expected = amount(first.expected, first.unit);
  if (expected === null) return null;
  // What the first side should be moves with the others, which are its parts.
  const moved = now.slice(1).reduce((sum, value, n) => sum.plus(value).minus(printed[n + 1]!), expected);
  return now[0]!.minus(moved).abs();
}

/** A number of 元 in the unit the side is printed in. */
function inUnit(value: Decimal, unit: string | null): string {
  const one = amount("1", unit);
  return (one === null || one.isZero() ? value : value.div(one)).toFixed();
}

const all = (values: readonly (Decimal | null)[]): Decimal[] | null =>
  values.every((value) => value !== null) ? [...values] : null;

/** A number in 元 where it is money, so that 万元 and 元 can be compared. */
function amount(value: string | null, unit: string | null): Decimal | null {
  if (value === null) return null;
  const text = yuanIn(value, unit) ?? value;
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? new Exact(text).abs() : null;
}
