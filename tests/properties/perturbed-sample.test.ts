import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Fact, Record_ } from "../../schemas/index.ts";
import { ingest } from "../../src/ingest/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { process as read } from "../../src/pipeline.ts";
import { type Validation, validate } from "../../src/validate/index.ts";

/** A whole report of final accounts that closes: ten tables and their prose. */
const sample = join(packageRoot, "samples/jiangxi-final-accounts/jiangxi-final-accounts.html");
let records: readonly Record_[];
let amounts: readonly (readonly [Fact, number])[];

beforeAll(async () => {
  for await (const file of ingest(sample)) {
    if ("error" in file) throw file.error;
    const processed = await read(file);
    records = [processed.document, ...processed.records];
  }
  amounts = records
    .map((record, at) => [record, at] as const)
    .filter((x): x is readonly [Fact, number] => {
      const [r] = x;
      return r.kind === "fact" && r.basis === "table" && r.unit === "万元" && /^-?\d+\.\d\d$/.test(r.value);
    });
});

const valued = (fact: Fact, value: string): Fact => ({ ...fact, value, yuan: `${BigInt(value.replace(".", ""))}00` });

/** The same amount with its digit before the point misprinted. */
function misprinted(fact: Fact): Fact {
  const at = fact.value.indexOf(".") - 1;
  const digit = (Number(fact.value[at]) + 4) % 10;
  return valued(fact, `${fact.value.slice(0, at)}${digit}${fact.value.slice(at + 1)}`);
}

/** The records with these facts carrying other amounts. */
const reread = (changes: readonly (readonly [at: number, value: string])[]): Validation =>
  validate(
    changes.reduce((all, [at, value]) => all.with(at, valued(records[at] as Fact, value)), records),
    [],
  );

const accused = ({ findings }: Validation): boolean => findings.some(({ severity }) => severity !== "info");

/** The amounts by the line they stand in. */
function grouped(keyOf: (fact: Fact) => string): ReadonlyMap<string, readonly (readonly [Fact, number])[]> {
  const groups = new Map<string, (readonly [Fact, number])[]>();
  for (const amount of amounts) groups.set(keyOf(amount[0]), [...(groups.get(keyOf(amount[0])) ?? []), amount]);
  return groups;
}

/** Pairs of neighbours in printed order whose amounts differ. */
function neighbours(line: "row" | "col"): readonly (readonly [readonly [Fact, number], readonly [Fact, number]])[] {
  const across = line === "row" ? "col" : "row";
  const lines = grouped(({ source }) => `${source.table}|${source[line]}`);
  return [...lines.values()].flatMap((list) => {
    const sorted = [...list].sort(([a], [b]) => a.source[across]! - b.source[across]!);
    return sorted.slice(1).flatMap((b, i) => (sorted[i]![0].value === b[0].value ? [] : [[sorted[i]!, b] as const]));
  });
}

describe("one digit misprinted in a whole report", () => {
  test("the report itself has no finding, and nothing in it is doubted", () => {
    const { findings, unsure } = validate(records, []);
    expect([findings, unsure]).toEqual([[], []]);
  });

  test("is named by a rule in at least 95 of 100 cases, and never passes in silence", () => {
    expect(amounts.length).toBeGreaterThan(150);
    const said = amounts.map(([fact, at]) => {
      const wrong = misprinted(fact);
      const validation = reread([[at, wrong.value]]);
      const named = validation.findings.some((f) => f.sides.some((side) => side.value === wrong.value));
      return named ? "named" : validation.unsure.length > 0 ? "doubted" : "silent";
    });
    expect(said.filter((s) => s === "silent")).toEqual([]);
    expect(said.filter((s) => s === "named").length / said.length).toBeGreaterThanOrEqual(0.95);
  }, 120_000);

  test("and where two sums show which number it is, that number is told with what it should be", () => {
    const at = records.findIndex(
      (r) => r.kind === "fact" && r.concept === "function.20805.total" && r.source.table === 3,
    );
    const fact = records[at] as Fact;
    const { findings } = reread([[at, misprinted(fact).value]]);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.cause).toContain(`应为${fact.value.replace(/\.?0+$/, "")}万元`);
    expect(findings[0]!.equation!.split("；")).toHaveLength(2);
  });
});

describe("a misreading of ours in the same report", () => {
  test("two cells exchanged are told as unsure, and accuse in at most 5 of 100 cases", () => {
    const pairs = [...neighbours("row"), ...neighbours("col")];
    expect(pairs.length).toBeGreaterThan(100);
    const said = pairs
      .map(([[a, i], [b, j]]) =>
        reread([
          [i, b.value],
          [j, a.value],
        ]),
      )
      .filter((v) => accused(v) || v.unsure.length > 0);
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter(accused).length / said.length).toBeLessThanOrEqual(0.05);
  }, 120_000);

  test("the facts of the exchanged cells are marked, each with the other's amount", () => {
    const [[a, i], [b, j]] = neighbours("row").find(
      ([[x]]) => x.source.table === 3 && /^function\.\d{7}/.test(x.concept),
    )!;
    const { doubts } = reread([
      [i, b.value],
      [j, a.value],
    ]);
    const marked = new Map([...doubts].map(([fact, others]) => [fact.source.col, others]));
    expect(marked.get(a.source.col)).toContain(a.value);
    expect(marked.get(b.source.col)).toContain(b.value);
  });

  test("a row that slid over by a column is told as unsure, and accuses in at most 5 of 100 cases", () => {
    const rows = grouped(({ source }) => `${source.table}|${source.row}`);
    const slid = [...rows.values()]
      .map((row) => [...row].sort(([a], [b]) => a.source.col! - b.source.col!))
      .filter((row) => row.length >= 3 && new Set(row.map(([f]) => f.value)).size > 1)
      .map((row) => {
        const moved = row.slice(1).map(([f], i) => [row[i]![1], f.value] as const);
        const without = moved.reduce((all, [at, value]) => all.with(at, valued(all[at] as Fact, value)), records);
        return validate(without.toSpliced(row.at(-1)![1], 1), []);
      });
    expect(slid.length).toBeGreaterThan(10);
    expect(slid.filter(accused).length / slid.length).toBeLessThanOrEqual(0.05);
  }, 120_000);
});
