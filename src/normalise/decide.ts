import type { Fact } from "../../schemas/index.ts";
import { shiftDecimal } from "../lib/amount.ts";
import { moneyPower } from "../lib/units.ts";
import { evidence, fits } from "./evidence.ts";
import type { ContentRecord } from "./index.ts";
import { candidatesOf, Precision } from "./printed-amount.ts";

/**
 * Numbers on which the readings of a picture differ, decided by the document itself: by the sums they stand in and by other statements of
 * the same number, both read surely. Of its readings exactly one must fit all of these. A decided number is no longer `uncertain` and keeps
 * its other readings as `alternatives`; what nothing decides stays as it was. Numbers decided here decide no others.
 */
export function decide(records: readonly ContentRecord[]): readonly ContentRecord[] {
  const facts = records.filter((record) => record.kind === "fact");
  if (!facts.some(({ uncertain }) => uncertain)) return records;
  const precision = new Precision(facts.filter(({ uncertain }) => !uncertain));
  const claims = evidence(facts, precision);
  return records.map((record) => {
    const said = record.kind === "fact" ? claims.get(record) : undefined;
    if (record.kind !== "fact" || said === undefined) return record;
    const [only, ...more] = candidatesOf(record, precision).filter((value) => {
      const amount = precision.amount(record, value);
      return said.every((claim) => fits(amount, claim));
    });
    return only === undefined || more.length > 0 ? record : taken(record, only);
  });
}

/** The fact with the reading that was decided for, the others beside it. */
function taken({ uncertain: _, alternatives = [], ...fact }: Fact, value: string): Fact {
  if (value === fact.value) return { ...fact, alternatives };
  const power = moneyPower(fact.unit);
  return {
    ...fact,
    value,
    yuan: fact.yuan === null || power === null ? null : shiftDecimal(value, power),
    alternatives: [fact.value, ...alternatives.filter((printed) => printed.replaceAll(",", "") !== value)],
  };
}
