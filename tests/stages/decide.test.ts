import { describe, expect, test } from "vitest";
import { Fact, type Fund, type Measure } from "../../schemas/index.ts";
import { decide } from "../../src/normalise/decide.ts";

interface Over {
  readonly measure?: Measure;
  readonly fund?: Fund | null;
  readonly unit?: string;
  readonly year?: number;
  readonly approximate?: true;
  readonly item?: string;
}

const POWER: Readonly<Record<string, string>> = { 元: "", 万元: "0000", 亿元: "00000000" };
const yuanOf = (value: string, unit: string): string | null => {
  const zeros = POWER[unit];
  if (zeros === undefined) return null;
  const [whole = "", fraction = ""] = value.split(".");
  const moved = fraction.padEnd(zeros.length, "0");
  const digits = `${whole}${moved.slice(0, zeros.length)}`.replace(/^(-?)0+(?=\d)/, "$1");
  const rest = moved.slice(zeros.length);
  return rest === "" ? digits : `${digits}.${rest}`;
};

/** `204.05|204.06`: a number in doubt, first what it was taken for, then what else was read. */
function fact(place: string, concept: string, printed: string, over: Over = {}): Fact {
  const [value = "", ...alternatives] = printed.split("|");
  const table = place.startsWith("t") ? Number(place.slice(1)) : null;
  const unit = over.unit ?? "万元";
  return Fact.parse({
    kind: "fact",
    concept,
    item: over.item ?? null,
    code: /\d+/.exec(concept)?.[0] ?? null,
    measure: over.measure ?? "actual",
    fiscalYear: over.year ?? 2023,
    scope: null,
    fund: over.fund ?? null,
    value,
    unit,
    yuan: yuanOf(value, unit),
    basis: table === null ? "narrative" : "table",
    source: { page: 1, bbox: null, table, row: null, col: null, quote: table === null ? place : value },
    ...(over.approximate ? { approximate: true } : {}),
    ...(printed.includes("|") ? { uncertain: true, alternatives } : {}),
  });
}

const first = (...facts: readonly Fact[]) => decide(facts)[0] as Fact;
/** What became of the first fact: its value where it was decided, else "stays" (and then nothing of it may have changed). */
function outcome(...facts: readonly Fact[]): string {
  const after = first(...facts);
  if (after.uncertain === undefined) return after.value;
  expect(after).toBe(facts[0]);
  return "stays";
}

describe("sums of the table decide", () => {
  test("a 款 by its 类 and the other 款", () => {
    const facts = [
      fact("t2", "function.20405.total", "446.55|146.55|446.65"),
      fact("t2", "function.20406.total", "100.00"),
      fact("t2", "function.204.total", "546.55"),
    ];
    const after = first(...facts);
    expect(after).toMatchObject({ value: "446.55", yuan: "4465500", alternatives: ["146.55", "446.65"] });
    expect(after).not.toHaveProperty("uncertain");
  });
  test("a 类 by its 款; what it was taken for stays beside it", () => {
    const after = first(
      fact("t2", "function.204.total", "146.55|1,546.55|546.55"),
      fact("t2", "function.20405.total", "446.55"),
      fact("t2", "function.20406.total", "1100.00"),
    );
    expect(after).toMatchObject({ value: "1546.55", yuan: "15465500", alternatives: ["146.55", "546.55"] });
    expect(after).not.toHaveProperty("uncertain");
    expect(Fact.parse(after)).toEqual(after);
  });
  test("a 项 by its 款; 30105 by 301", () => {
    expect(outcome(fact("t2", "function.2040601.basic", "7.36|1.36"), fact("t2", "function.20406.basic", "1.36"))).toBe(
      "1.36",
    );
    expect(
      outcome(
        fact("t2", "economic.30101", "3.5|8.5", { fund: "general_public" }),
        fact("t2", "economic.30102", "1.5", { fund: "general_public" }),
        fact("t2", "economic.301", "10.0", { fund: "general_public" }),
      ),
    ).toBe("8.5");
  });
  test("合计 by the classes, of the fund it counts", () => {
    expect(
      outcome(
        fact("t5", "general_public.expenditure", "96.20|99.20"),
        fact("t5", "function.204.total", "90.00", { fund: "general_public" }),
        fact("t5", "function.208.total", "9.20", { fund: "general_public" }),
      ),
    ).toBe("99.20");
    expect(
      outcome(
        fact("t5", "general_public.expenditure", "96.20|99.20"),
        fact("t5", "function.204.total", "99.20", { fund: "government_fund" }),
      ),
    ).toBe("stays");
  });
  test("a row by basic and project; not where one of them is not printed", () => {
    const total = fact("t4", "function.2040601.total", "35.10|85.10");
    const basic = fact("t4", "function.2040601.basic", "35.10");
    expect(outcome(total, basic, fact("t4", "function.2040601.project", "50.00"))).toBe("85.10");
    expect(outcome(total, basic)).toBe("stays");
  });
  test("the 合计 row with 经营支出 beside basic and project", () => {
    expect(
      outcome(
        fact("t4", "expenditure.project", "3.00|8.00"),
        fact("t4", "expenditure.current", "20.00"),
        fact("t4", "expenditure.basic", "10.00"),
        fact("t4", "expenditure.operating", "2.00"),
      ),
    ).toBe("8.00");
  });
  test("三公: the three items, and the car's two halves", () => {
    const total = fact("t8", "sangong.total", "16.00|18.00");
    const items = ["sangong.overseas", "sangong.vehicle", "sangong.reception"];
    const printed = items.map((concept, i) => fact("t8", concept, `${[0, 10, 8][i]}.00`));
    expect(outcome(total, ...printed)).toBe("18.00");
    expect(outcome(total, ...printed.slice(1))).toBe("stays");
    expect(
      outcome(
        fact("t8", "sangong.vehicle_operation", "3|8"),
        fact("t8", "sangong.vehicle", "8.00"),
        fact("t8", "sangong.vehicle_purchase", "0"),
      ),
    ).toBe("8");
  });
  test("only inside one table, column and year", () => {
    const child = fact("t2", "function.20405.total", "446.55|146.55");
    expect(outcome(child, fact("t3", "function.204.total", "446.55"))).toBe("stays");
    expect(outcome(child, fact("t2", "function.204.basic", "446.55"))).toBe("stays");
    expect(outcome(child, fact("t2", "function.204.total", "446.55", { year: 2022 }))).toBe("stays");
    expect(outcome(child, fact("t2", "function.204.total", "446.55", { measure: "initial_budget" }))).toBe("stays");
  });
});

describe("the same number elsewhere decides", () => {
  const doubtful = fact("t1", "expenditure.total", "4873.59|4873.69");

  test("another table, the prose, another unit", () => {
    expect(outcome(doubtful, fact("t2", "expenditure.total", "4873.69"))).toBe("4873.69");
    expect(outcome(doubtful, fact("支出总计4873.69万元", "expenditure.total", "4873.69"))).toBe("4873.69");
    expect(outcome(doubtful, fact("t2", "expenditure.total", "48736900.00", { unit: "元" }))).toBe("4873.69");
  });
  test("a rounded statement, where it tells the readings apart", () => {
    const rounded = fact("支出总计0.49亿元", "expenditure.total", "0.49", { unit: "亿元" });
    expect(outcome(fact("t1", "expenditure.total", "4813.59|4878.59"), rounded)).toBe("4878.59");
    expect(outcome(doubtful, rounded)).toBe("stays");
  });
  test("neighbouring numbers of one precision are not the same number", () => {
    expect(outcome(fact("t1", "expenditure.total", "4.31|4.81"), fact("t2", "expenditure.total", "4.32"))).toBe(
      "stays",
    );
  });
  test("not its own table, nor another phase, year or fund, nor what is only about", () => {
    expect(outcome(doubtful, fact("t1", "expenditure.total", "4873.69"))).toBe("stays");
    expect(outcome(doubtful, fact("t2", "expenditure.total", "4873.69", { measure: "initial_budget" }))).toBe("stays");
    expect(outcome(doubtful, fact("t2", "expenditure.total", "4873.69", { year: 2022 }))).toBe("stays");
    expect(outcome(doubtful, fact("t2", "expenditure.total", "4873.69", { fund: "government_fund" }))).toBe("stays");
    expect(outcome(doubtful, fact("约", "expenditure.total", "4873.69", { approximate: true }))).toBe("stays");
  });
  test("a line named in words is told by its name", () => {
    const line = fact("t1", "function", "5.41|3.41", { item: "教育支出" });
    expect(outcome(line, fact("t2", "function", "3.41", { item: "教育支出" }))).toBe("3.41");
    expect(outcome(line, fact("t2", "function", "3.41", { item: "卫生健康支出" }))).toBe("stays");
  });
  test("counts and rates by equal statements", () => {
    const held = { measure: "count", unit: "辆" } as const;
    expect(
      outcome(fact("t1", "sangong.vehicles_held", "3|8", held), fact("保有量8辆", "sangong.vehicles_held", "8", held)),
    ).toBe("8");
  });
  test("减少 before a number holds for all its readings", () => {
    const change = fact("减少5.20万元", "sangong.total", "-5.20|3.20", { measure: "change" });
    expect(outcome(change, fact("t2", "sangong.total", "-3.20", { measure: "change" }))).toBe("-3.20");
  });
});

describe("what stays in doubt", () => {
  const child = fact("t2", "function.20405.total", "446.55|146.55");

  test("two readings both fit within the printed precision", () => {
    const lines = ["20406", "20407", "20408"].map((code) => fact("t2", `function.${code}.total`, "1.00"));
    expect(
      outcome(fact("t2", "function.20405.total", "4.41|4.42"), ...lines, fact("t2", "function.204.total", "7.41")),
    ).toBe("stays");
  });
  test("the sum says one, the other statement another", () => {
    const parent = fact("t2", "function.204.total", "446.55");
    expect(outcome(child, parent)).toBe("446.55");
    expect(outcome(child, parent, fact("t3", "function.20405.total", "146.55"))).toBe("stays");
    expect(
      outcome(child, fact("t3", "function.20405.total", "146.55"), fact("t4", "function.20405.total", "446.55")),
    ).toBe("stays");
  });
  test("numbers that are in doubt themselves decide nothing, nor once they are decided", () => {
    expect(outcome(child, fact("t2", "function.204.total", "446.55|446.65"))).toBe("stays");
    expect(outcome(child, fact("t3", "function.20405.total", "446.55|446.65"))).toBe("stays");
    const parent = fact("t2", "function.204.total", "446.55|446.65");
    const decided = decide([child, parent, fact("t3", "function.204.total", "446.55")]) as Fact[];
    expect(decided[1]).not.toHaveProperty("uncertain");
    expect(decided[0]).toBe(child);
  });
  test("no reading fits, or nothing speaks of the number", () => {
    expect(outcome(child, fact("t2", "function.204.total", "500.00"))).toBe("stays");
    expect(outcome(child)).toBe("stays");
  });
  test("a line that stands twice in its table is nobody's part", () => {
    expect(
      outcome(
        child,
        fact("t2", "function.204.total", "447.55"),
        fact("t2", "function.20406.total", "1.00"),
        fact("t2", "function.20406.total", "1.00"),
      ),
    ).toBe("stays");
  });
  test("readings that are no numbers, of another unit, or more finely printed than their table are no candidates", () => {
    const beside = [fact("t2", "function.20406.total", "1.00"), fact("t3", "function.20405.total", "446.551")];
    expect(outcome(fact("t2", "function.20405.total", "146.55||1.2.3|446.551"), ...beside)).toBe("stays");
    expect(
      outcome(fact("t2", "function.20405.total", "146.55|446.55%"), fact("t3", "function.20405.total", "446.55")),
    ).toBe("stays");
  });
});

test("what was read surely passes through as it is", () => {
  const records = [
    fact("t2", "function.20405.total", "446.55"),
    fact("t2", "function.204.total", "999.00"),
    fact("t3", "function.20405.total", "146.55"),
  ];
  expect(decide(records)).toBe(records);
  const withDoubt = [...records, fact("t9", "sangong.reception", "1.5|7.5"), fact("t1", "sangong.reception", "7.5")];
  expect(decide(withDoubt).slice(0, 3)).toEqual(records);
});
