import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Fact, Record_ } from "../../schemas/index.ts";
import { ingest } from "../../src/ingest/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { process as read } from "../../src/pipeline.ts";
import { validate } from "../../src/validate/index.ts";

/** A whole report of final accounts that closes: ten tables and their prose. */
const sample = join(packageRoot, "samples/jiangxi-final-accounts/jiangxi-final-accounts.html");
let records: readonly Record_[];

beforeAll(async () => {
  for await (const file of ingest(sample)) {
    if ("error" in file) throw file.error;
    const processed = await read(file);
    records = [processed.document, ...processed.records];
  }
});

/** The same fact with another amount, all printed steps away from the old one. */
function misprinted(fact: Fact): Fact {
  const cents = BigInt(fact.value.replace(/^(-?\d+)\.(\d\d)$/, "$1$2")) + 735n;
  const digits = cents.toString().padStart(3, "0");
  const value = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return { ...fact, value, yuan: `${cents}${fact.unit === "万元" ? "00" : ""}` };
}

describe("one misprinted amount in a whole report", () => {
  test("the report itself has no finding", () => {
    expect(validate(records, []).findings).toEqual([]);
  });

  test("every amount of its tables is named by a rule", () => {
    const amounts = records
      .map((record, at) => [record, at] as const)
      .filter((x): x is readonly [Fact, number] => {
        const [r] = x;
        return r.kind === "fact" && r.basis === "table" && r.unit === "万元" && /^-?\d+\.\d\d$/.test(r.value);
      });
    expect(amounts.length).toBeGreaterThan(150);
    const unnamed = amounts.flatMap(([fact, at]) => {
      const wrong = misprinted(fact);
      const { findings } = validate(records.with(at, wrong), []);
      const named = findings.some((f) => f.sides.some((side) => side.value === wrong.value));
      return named ? [] : [`${fact.source.table} ${fact.concept} ${fact.fund} ${fact.item} ${fact.measure}`];
    });
    expect(unnamed).toEqual([]);
  }, 60_000);
});
