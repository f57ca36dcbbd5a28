import { describe, expect, test } from "vitest";
import { type DocumentRecord, Evaluation, Fact, Indicator } from "../../schemas/index.ts";
import type { FactReading, IndicatorReading } from "../../src/lib/reading.ts";
import { normalise } from "../../src/normalise/index.ts";
import { gradeOf } from "../../src/normalise/performance.ts";
import { parseTarget } from "../../src/normalise/target.ts";

const document: DocumentRecord = {
  kind: "document",
  file: "a.pdf",
  sha256: "0".repeat(64),
  title: null,
  entity: null,
  region: null,
  level: null,
  fiscalYear: 2024,
  types: [],
  filledOn: null,
  pages: 1,
  ocr: false,
};
const place = { page: 2, box: null, table: 1, row: 3, col: 1, quote: "公务接待费 1.17" };
const fact = (over: Partial<FactReading>): FactReading => ({
  kind: "fact",
  extractor: "test/form",
  place,
  concept: "sangong.reception",
  item: "3.公务接待费",
  code: null,
  measure: "actual",
  year: { offset: 0 },
  scope: null,
  fund: null,
  basis: "table",
  printed: "1.17",
  unit: { text: "万元", from: "caption" },
  ...over,
});
const one = (over: Partial<FactReading>) => {
  const { records, trouble } = normalise([fact(over)], document);
  for (const record of records) Fact.parse(record);
  return (records[0] as Fact | undefined) ?? trouble[0]?.code ?? null;
};

describe("facts", () => {
  test("a printed amount becomes an exact one, its label loses the numbering", () => {
    expect(one({})).toMatchObject({ value: "1.17", unit: "万元", yuan: "11700", fiscalYear: 2024, item: "公务接待费" });
    expect(one({ printed: "96,282,213.44", unit: { text: "元", from: "column" } })).toMatchObject({
      value: "96282213.44",
      yuan: "96282213.44",
    });
  });
  test("约 and 近 before a table's number make it less than exact", () => {
    expect(one({ printed: "约1.17" })).toMatchObject({ value: "1.17", yuan: "11700", approximate: true });
    expect(
      one({ printed: "近40人次", unit: null, concept: "sangong.reception_persons", measure: "count" }),
    ).toMatchObject({
      value: "40",
      approximate: true,
    });
    expect(one({ printed: "约定" })).toBe("number-unreadable");
  });
  test("last year's column is last year", () => {
    expect(one({ year: { offset: -1 } })).toMatchObject({ fiscalYear: 2023 });
    expect(one({ year: { stated: 2020 } })).toMatchObject({ fiscalYear: 2020 });
    expect(one({ year: null })).toMatchObject({ fiscalYear: null });
  });
  test("减少 makes a printed magnitude negative, a printed negative stays", () => {
    expect(one({ measure: "change", printed: "5.5", negative: true })).toMatchObject({ value: "-5.5", yuan: "-55000" });
    expect(one({ measure: "change_rate", printed: "-3.35%", unit: null })).toMatchObject({
      value: "-3.35",
      unit: "%",
      yuan: null,
    });
  });
  test("a dash is no fact, money without a unit is trouble, a broken number is trouble", () => {
    expect(one({ printed: "---" })).toBeNull();
    expect(one({ unit: null })).toBe("unit-unknown");
    expect(one({ printed: "1.2.3" })).toBe("number-unreadable");
  });
  test("a count needs no money unit", () => {
    expect(
      one({ concept: "sangong.vehicles_held", measure: "count", printed: "2", unit: { text: "辆", from: "row" } }),
    ).toMatchObject({
      unit: "辆",
      yuan: null,
    });
  });
  test("what stands beside the number is stronger than the caption", () => {
    expect(one({ printed: "0.61亿元" })).toMatchObject({ unit: "亿元", yuan: "61000000" });
    expect(one({ unit: { text: "单位：万".slice(3), from: "caption" } })).toMatchObject({ unit: "万元" });
  });
  test("doubt is carried, an inferred unit is said", () => {
    expect(one({ alternatives: ["1.77"] })).toMatchObject({ uncertain: true, alternatives: ["1.77"] });
    expect(one({ measure: "execution_rate", unit: { text: "%", from: "form" } })).toMatchObject({
      unit: "%",
      unitInferred: true,
    });
  });
  test("a quote is cut at 120 characters", () => {
    expect((one({ place: { ...place, quote: "长".repeat(200) } }) as Fact).source.quote).toHaveLength(120);
  });
});

describe("targets", () => {
  test.each([
    ["≥95%", ">=", "95", "%"],
    ["≥ 2 场", ">=", "2", "场"],
    ["不少于134家", ">=", "134", "家"],
    ["达到95%以上", ">=", "95", "%"],
    ["同比增长5%", "=", "5", "%"],
    ["提升至85%", "=", "85", "%"],
    ["验收合格率100%", "=", "100", "%"],
    ["≥90%（含）", ">=", "90", "%"],
    ["2024年", "qualitative", null, null],
    ["2024年12月底前", "qualitative", null, null],
    ["3-5次", "qualitative", null, null],
    ["处非宣传次数不少于3次", ">=", "3", "次"],
    ["不低于90%", ">=", "90", "%"],
    ["大于等于98％", ">=", "98", "%"],
    ["≤4万元/次", "<=", "4", "万元/次"],
    ["不超过30万元", "<=", "30", "万元"],
    ["＞2年", ">", "2", "年"],
    ["= 4次", "=", "4", "次"],
    ["=72,890元", "=", "72890", "元"],
    ["220 亿", "=", "220", "亿"],
    ["100%", "=", "100", "%"],
    ["0", "=", "0", null],
    ["95%以上", ">=", "95", "%"],
    ["3次及以上", ">=", "3", "次"],
    ["5%以内", "<=", "5", "%"],
    ["业务占比≥80%", ">=", "80", "%"],
    ["提高", "qualitative", null, null],
    ["≥全省平均水平", "qualitative", null, null],
    ["2023年底完成资金下拨", "qualitative", null, null],
    ["专人管理、机制健全", "qualitative", null, null],
  ])("%s", (printed, op, value, unit) => expect(parseTarget(printed)).toEqual({ op, value, unit }));
  test("no target is null", () => {
    expect(parseTarget(null)).toBeNull();
    expect(parseTarget("—")).toBeNull();
  });
});

describe("performance records", () => {
  const indicator = (over: Partial<IndicatorReading>): Indicator => {
    const reading: IndicatorReading = {
      kind: "indicator",
      extractor: "test/form",
      place,
      scope: null,
      level1: "产出指标(50分)",
      level2: "数量\n指标",
      level3: "培训\n人次",
      target: "≥\n80人次",
      actual: "已完成\n（93人次）",
      weight: "10分",
      score: "10.00",
      reason: "—",
      ...over,
    };
    return Indicator.parse(normalise([reading], document).records[0]);
  };
  test("levels lose their weight notes, cells their line breaks", () => {
    expect(indicator({})).toMatchObject({
      level1: "产出指标",
      level1Weight: "50",
      level2: "数量指标",
      level2Weight: null,
      level3: "培训人次",
      target: "≥80人次",
      targetParsed: { op: ">=", value: "80", unit: "人次" },
      actual: "已完成（93人次）",
      weight: "10",
      score: "10.00",
      reason: null,
    });
    expect(indicator({ level1: "投入指标（20 分）", level2: "项目立项（10）" })).toMatchObject({
      level1Weight: "20",
      level2Weight: "10",
    });
  });
  test("grades", () => {
    expect(["优秀", "“优”", "良好", "中", "合格", "较差", "—", null].map(gradeOf)).toEqual([
      "优",
      "优",
      "良",
      "中",
      "合格",
      "差",
      null,
      null,
    ]);
    const { records } = normalise(
      [
        {
          kind: "evaluation",
          extractor: "t",
          place,
          scope: null,
          score: "98.03",
          fullScore: null,
          grade: "优",
          basis: "narrative",
        },
      ],
      document,
    );
    expect(Evaluation.parse(records[0])).toMatchObject({ score: "98.03", fullScore: null, grade: "优" });
  });
});

describe("the unit of a table that prints none", () => {
  const said = { ...place, table: null, quote: "公务接待费1356万元" };
  const statement = (printed: string, over: Partial<FactReading> = {}) =>
    fact({ basis: "narrative", printed, unit: { text: "万元", from: "cell" }, place: said, ...over });
  const own = [
    fact({ concept: "sangong.total", printed: "2364", unit: null }),
    fact({ printed: "1356", unit: null }),
    fact({ concept: "sangong.vehicle", printed: "996", unit: null }),
    fact({ concept: "sangong.vehicles_held", measure: "count", printed: "12", unit: null }),
  ];
  const units = (statements: readonly FactReading[]) =>
    normalise([...own, ...statements], document)
      .records.filter((record) => record.kind === "fact" && record.basis === "table")
      .map((record) => record.kind === "fact" && record.unit);

  test("is the one in which the document's sentences state the same amounts", () => {
    expect(
      units([
        statement("2364", { concept: "sangong.total" }),
        statement("1356"),
        // an amount the publisher tells otherwise in the same size
        statement("995", { concept: "sangong.vehicle" }),
      ]),
    ).toEqual(["万元", "万元", "万元", null]);
  });

  test("is unknown where one amount alone agrees, or one is told in another size", () => {
    expect(units([statement("2364", { concept: "sangong.total" })])).toEqual([null]);
    expect(
      units([
        statement("2364", { concept: "sangong.total" }),
        statement("1356"),
        statement("9960000", { concept: "sangong.vehicle", unit: { text: "元", from: "cell" } }),
      ]),
    ).toEqual([null]);
  });
});
