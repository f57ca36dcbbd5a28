import { describe, expect, test } from "vitest";
import type { Fact, Record_ } from "../../schemas/index.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { exampleDocument } from "../../src/validate/example.ts";
import { type Validation, validate } from "../../src/validate/index.ts";

const read = (...lines: string[]): Validation => {
  const { records, sections } = exampleDocument(lines);
  return validate(records, sections);
};
const rulesOf = (list: readonly { readonly rule: string }[]): readonly string[] =>
  list.map(({ rule }) => rule.slice(0, 6));
const doubted = ({ unsure }: Validation): readonly string[] =>
  rulesOf(unsure.map(({ contradiction }) => contradiction));

describe("the reading is doubted before the publisher", () => {
  test("a number whose noun is another one than was read", () => {
    const said = read(
      "n1 expenditure.current actual 2023 507.13万元 item=支出 quote=2023年支出决算507.13万元",
      "n2 expenditure.current actual 2023 66.13万元 item=支出 quote=年末资产总额66.13万元",
    );
    expect(said.findings).toEqual([]);
    expect(doubted(said)).toEqual(["nar-17"]);
    expect(said.unsure[0]!.why.en).toContain("not sure");
    expect([...said.doubts.keys()].map(({ value }) => value)).toEqual(["66.13"]);
  });

  test("a number without its unit in the prose is of a column that was lost", () => {
    const said = read(
      "n1 sangong.total actual 2023 64.87万元 item=三公经费 quote=三公经费支出决算64.87万元",
      "n2 sangong.total actual 2023 65.00万元 item=三公经费 quote=合计65.00",
    );
    expect(said.findings).toEqual([]);
    expect(doubted(said)).toEqual(["tpe-37"]);
  });

  test("a sum of which a cell was not read, and one in which all were", () => {
    const lines = (cell: string): readonly string[] => [
      "t1 function.20406.total actual 2023 1234.56万元 row=1 col=1",
      "t1 function.2040601.total actual 2023 400.00万元 row=2 col=1",
      `grid t1 科目|合计 / 20406|1234.56 / 2040601|400.00 / 2040602|${cell}`,
    ];
    const broken = read(...lines("#REF!"));
    expect(broken.findings).toEqual([]);
    expect(doubted(broken)).toContain("exp-04");
    expect(rulesOf(read(...lines("")).findings)).toContain("exp-04");
  });

  test("a list in the prose of which an amount was not understood", () => {
    const text = "用车费11167万元，其中购置费255万元，运行维护费7922万元，其他交通费2990万元。";
    const said = read(
      `text ${text}`,
      "n1 sangong.vehicle actual 2023 11167万元 item=用车费 quote=用车费11167万元",
      "n1 sangong.vehicle_purchase actual 2023 255万元 item=购置费 quote=用车费11167万元，其中购置费255万元",
      "n1 sangong.vehicle_operation actual 2023 7922万元 item=运行维护费 quote=用车费11167万元，其中购置费255万元，运行维护费7922万元",
    );
    expect(rulesOf(said.findings)).not.toContain("tpe-02");
    expect(doubted(said)).toContain("tpe-02");
  });

  test("scopes and ways of counting that the document does not compare are not compared", () => {
    const said = read(
      "n1 sangong.total actual 2023 64.87万元 item=三公经费 quote=全市三公经费支出决算64.87万元",
      "n2 sangong.total actual 2023 12.10万元 item=三公经费 quote=三公经费支出决算12.10万元",
    );
    expect([said.findings, said.unsure]).toEqual([[], []]);
  });

  test("a document of a kind the rules do not know is held to its own sums only", () => {
    const facts = ["n1 operating_costs actual 2023 30.80万元", "t2 operating_costs actual 2023 30.08万元"];
    expect(rulesOf(read(...facts).findings)).toEqual(["ast-18"]);
    const { records } = exampleDocument(facts);
    const unknown = records.map((r): Record_ => (r.kind === "document" ? { ...r, types: [] } : r));
    expect(validate(unknown, []).findings).toEqual([]);
  });

  test("a blank template is one line", () => {
    const lines = Array.from(
      { length: 6 },
      (_, i) => `text 第${i}项支出××万元，比上年增加（减少）××万元，主要原因是。`,
    );
    expect(rulesOf(read(...lines).findings)).toEqual(["doc-07"]);
  });
});

describe("what is told", () => {
  test("one contradiction in three places is told once, with its places", () => {
    const said = read(
      "n1 operating_costs actual 2023 30.80万元",
      "t2 operating_costs actual 2023 31.90万元",
      "t3 operating_costs actual 2023 31.90万元",
    );
    expect(said.findings).toHaveLength(1);
    expect(said.findings[0]!.sides.map(({ source }) => source.table)).toEqual(expect.arrayContaining([null, 2, 3]));
  });

  test("the whole message is in both languages, with what the printed digits allow", () => {
    const [found] = read(
      "n1 operating_costs actual 2023 30.8万元",
      "t2 operating_costs actual 2023 31.90万元",
    ).findings;
    expect(found!.message).toContain("相差1.1万元，按印出的位数至多相差0.05万元");
    expect(found!.messageEn).toContain("1.1万元 apart, where the printed digits allow 0.05万元");
    expect(found!.messageEn).toMatch(/^Operating costs in the prose equal the table, but prose /);
  });

  test("a whole 元 amount is known to half a 元", () => {
    const at = (other: string): readonly unknown[] =>
      read("n1 operating_costs actual 2023 22118861元", `n2 operating_costs actual 2023 ${other}元`).findings;
    expect(at("22118861.40")).toEqual([]);
    expect(at("22118862.40")).toHaveLength(1);
  });

  test("a side in the prose has the box of its lines", () => {
    const section: ProseSection = {
      kind: "prose",
      index: 0,
      headings: [],
      year: null,
      paragraphs: [
        {
          kind: "paragraph",
          page: 1,
          box: [10, 10, 90, 60],
          text: "第一行的话。公务接待费比上年减少3.50万元，增长12.1%。",
          lines: [
            { text: "第一行的话。", box: [10, 10, 90, 22] },
            { text: "公务接待费比上年减少3.50万元，", box: [10, 24, 90, 36] },
            { text: "增长12.1%。", box: [10, 38, 60, 50] },
          ],
        },
      ],
    };
    const { records } = exampleDocument([]);
    const [found] = validate(records, [section]).findings.filter(({ rule }) => rule.startsWith("nar-45"));
    expect(found!.sides[0]!.source.bbox).toEqual([10, 24, 90, 50]);
  });

  test("facts of the same words are not doubted where nothing contradicts them", () => {
    const { records } = exampleDocument(["n1 sangong.total actual 2023 7.36万元 item=三公经费 quote=合计7.36"]);
    const { doubts } = validate(records, []);
    expect([...doubts.keys()] as Fact[]).toEqual([]);
  });
});
