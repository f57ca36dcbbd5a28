import { describe, expect, test } from "vitest";
import type { Fact, Record_ } from "../../schemas/index.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { exampleDocument } from "../../src/validate/example.ts";
import { type Validation, validate } from "../../src/validate/index.ts";
import { labelInEnglish } from "../../src/validate/operand.ts";

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

  test("a sum whose table breaks off, where what it lacks is printed behind the table", () => {
    const lines = (behind: string): readonly string[] => [
      "t1 function.20406.total actual 2023 1234.56万元 row=1 col=1",
      "t1 function.2040601.total actual 2023 400.00万元 row=2 col=1",
      "grid t1 科目|合计 / 20406|1234.56 / 2040601|400.00",
      `text ${behind}`,
    ];
    const broken = read(...lines("2040699 其他支出 834.56"));
    expect(broken.findings).toEqual([]);
    expect(doubted(broken)).toContain("exp-04");
    expect(rulesOf(read(...lines("附件")).findings)).toContain("exp-04");
  });

  test("a row whose number is what the column beside lacks there, and a row that lacks the outer number of its peers", () => {
    const income = (class207: string): readonly string[] => [
      class207,
      "t2 function.20701.revenue actual 2023 275.50万元 row=2 col=1",
      "t2 function.20701.revenue_appropriation actual 2023 270.90万元 row=2 col=2",
    ];
    const slid = read(...income("t2 function.207.revenue actual 2023 270.90万元 row=1 col=1"));
    expect([slid.findings, doubted(slid)]).toEqual([[], ["inc-03"]]);
    expect(rulesOf(read(...income("t2 function.207.revenue actual 2023 245.50万元 row=1 col=1")).findings)).toEqual([
      "inc-03",
    ]);
  });

  test("a name printed only in what another line is for is nobody's for sure", () => {
    const purpose = "text 一般事务（项）。主要用于业务指导等基本支出。年初预算为10.00万元，支出决算为12.00万元。";
    const lines = (text: string): readonly string[] => [
      text,
      "n1 expenditure.basic actual 2023 12.00万元 item=基本支出 quote=支出决算为12.00万元",
      "n2 expenditure.basic actual 2023 336.91万元 item=基本支出 quote=基本支出336.91万元",
    ];
    const said = read(...lines(purpose));
    expect([said.findings, doubted(said)]).toEqual([[], ["nar-33"]]);
    const own = purpose.replace("一般事务（项）", "基本支出").replace("等基本支出", "等");
    expect(rulesOf(read(...lines(own)).findings)).toEqual(["nar-33"]);
  });

  test("the upper end of a range is no whole that its parts keep within", () => {
    expect(read("text 各地预算多为5亿-10亿元，其中最高的一地达11.1亿元。").findings).toEqual([]);
    expect(rulesOf(read("text 各地预算共10亿元，其中最高的一地11.1亿元。").findings)).toEqual(["nar-52"]);
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

describe("a row of a table that was read a column aside", () => {
  const table = (last: string): readonly string[] => [
    "t1 expenditure.current actual 2023 60.00万元 row=1 col=1",
    "t1 expenditure.basic actual 2023 60.00万元 row=1 col=2",
    "t1 expenditure.project actual 2023 0.00万元 row=1 col=3",
    "t2 function.210.total actual 2023 9.00万元",
    ...["204", "205", "208"].flatMap((code, i) => [
      `t1 function.${code}.total actual 2023 ${10 * (i + 1)}.00万元 row=${i + 2} col=1`,
      `t1 function.${code}.basic actual 2023 ${10 * (i + 1)}.00万元 row=${i + 2} col=2`,
      `t1 function.${code}.project actual 2023 0.00万元 row=${i + 2} col=3`,
    ]),
    ...last.split("/"),
  ];

  test("a row that lacks an outer cell which the others fill says nothing of the publisher", () => {
    const said = read(
      ...table(
        "t1 function.210.total actual 2023 7.00万元 row=5 col=2/t1 function.210.basic actual 2023 5.00万元 row=5 col=3",
      ),
    );
    expect(said.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(said.unsure.length).toBeGreaterThan(0);
  });

  test("a dash printed in the outer cell is no cell that the row lacks", () => {
    const lines = table("t1 function.210.total actual 2023 7.00万元 row=5 col=2");
    const grid = (cell: string): string =>
      `grid t1 科目|合计|基本|项目 / 合计|67|60|0 / 204|10|10|0 / 205|20|20|0 / 208|30|30|0 / 210|${cell}|7|0`;
    const accused = (cell: string) => rulesOf(read(...lines, grid(cell)).findings).includes("exp-06");
    expect([accused("-"), accused("")]).toEqual([true, false]);
  });
});

describe("what accuses nobody", () => {
  test("a rate of growth over zero is not held against an amount of another sentence", () => {
    const said = read(
      "n1 general_public.expenditure actual 2023 30.00万元 item=支出 quote=支出30.00万元",
      "n1 general_public.expenditure change 2023 30.00万元 item=支出 quote=支出30.00万元，比上年增加30.00万元",
      "n1 general_public.expenditure change_rate 2023 100% item=支出 quote=支出30.00万元，比上年增加30.00万元，增长100%",
      "n2 general_public.expenditure initial_budget 2023 5.00万元 item=支出 quote=支出年初预算为5.00万元",
    );
    expect(rulesOf(said.findings.filter(({ severity }) => severity !== "info"))).toEqual([]);
    expect(rulesOf(said.findings)).toEqual(["nar-20"]);
  });

  test("an amount without decimals in a table that prints its zeros is rounded to whole 元", () => {
    const lines = (project: string): readonly string[] => [
      "t1 general_public.expenditure initial_budget 2023 8695.34元",
      "t1 general_public.basic initial_budget 2023 2211元",
      `t1 general_public.project initial_budget 2023 ${project}元`,
    ];
    expect(read(...lines("6484.00")).findings).toEqual([]);
    expect(rulesOf(read(...lines("6485.00")).findings)).toEqual(["gen-01"]);
  });

  test("lines that a form splits over columns for staff and for the office make neither column by themselves", () => {
    const lines = [
      "t1 expenditure.personnel initial_budget 2023 90.00万元 row=3 col=2",
      "t1 economic.301 initial_budget 2023 80.00万元 row=1 col=1 fund=general_public",
      "t1 economic.303 initial_budget 2023 15.00万元 row=2 col=1 fund=general_public",
    ];
    const grid = (columns: string): string =>
      `grid t1 科目|合计|人员|公用 / 301|80.00|80.00| / 303|15.00|${columns} / 合计|95.00|90.00|5.00`;
    expect(read(...lines, grid("10.00|5.00")).findings).toEqual([]);
    expect(rulesOf(read(...lines, grid("15.00|")).findings)).toEqual(["bas-02"]);
  });

  test("a mark before the body's name is no other body", () => {
    const said = read("document entity=#青禾县水务局", "heading 青禾县水务局2023年度部门决算", "text 概况");
    expect(said.findings).toEqual([]);
  });
});

describe("a budget that was adjusted", () => {
  const budgets = (part: string): readonly string[] => [
    "n1 sangong.total final_budget 2023 95.64万元 item=三公经费 quote=三公经费预算数为95.64万元",
    "n1 sangong.total initial_budget 2023 19.84万元 item=三公经费 quote=三公经费预算数为95.64万元（年初预算数19.84万元",
    `n2 sangong.vehicle initial_budget 2023 84.13万元 item=公务用车费 quote=公务用车费${part}84.13万元`,
  ];

  test("a part whose budget may be the adjusted one is not held against the initial whole", () => {
    expect(rulesOf(read(...budgets("预算数")).findings)).toEqual([]);
    expect(doubted(read(...budgets("预算数")))).toContain("tpe-28");
    expect(rulesOf(read(...budgets("年初预算数")).findings)).toContain("tpe-28");
  });

  test("a difference from the budget may be one from the adjusted budget", () => {
    const said = read(
      ...budgets("预算数").slice(0, 2),
      "n1 sangong.total actual 2023 25.74万元 item=三公经费",
      "n1 sangong.total budget_variance 2023 -69.90万元 item=三公经费",
    );
    expect(rulesOf(said.findings)).toEqual([]);
  });
});

describe("lists in the prose", () => {
  const found = (text: string): readonly string[] => rulesOf(read(`text ${text}`).findings);

  test("parts that are more than their total, where a colon opens the list", () => {
    expect(found("收入总计717.32万元，包括：财政拨款607.19万元，经营收入4.68万元，上年结转和结余223.81万元。")).toEqual(
      ["nar-53"],
    );
    expect(found("在职职工768人，其中专任教师739人，离退休人员349人。")).toEqual([]);
    expect(found("工会经费20.00万元，其中：慰问费12.00万元，活动费8.00万元，会议费30.00万元。")).toEqual([]);
  });

  test("three parts that miss their total by next to nothing", () => {
    expect(
      found("拨款收入889.65万元，占收入的97.7%，包括补助收入509.54万元、预算资金180万元、专项收入200万元。"),
    ).toEqual(["nar-53"]);
    expect(found("拨款收入889.65万元，包括补助收入509.54万元、预算资金180万元、专项收入200万元等。")).toEqual([]);
  });

  test("a list that is a sentence of its own, of persons counted one by one", () => {
    expect(found("离退休人员18人。其中：离休11人，退休8人。")).toEqual(["nar-53"]);
    expect(found("离退休人员19人。其中：离休11人，退休8人。")).toEqual([]);
    expect(read("text 离退休人员18人。其中：离休11人，退休8人。").findings[0]!.message).not.toContain("至多相差");
  });
});

describe("one wrong number", () => {
  test("that breaks two sums is one finding, though another number would mend one of them", () => {
    const said = read(
      "t1 sangong.total initial_budget 2023 34.35万元 row=1 col=1",
      "t1 sangong.overseas initial_budget 2023 0万元 row=2 col=1",
      "t1 sangong.reception initial_budget 2023 1.70万元 row=3 col=1",
      "t1 sangong.vehicle initial_budget 2023 0万元 row=4 col=1",
      "t1 sangong.vehicle_operation initial_budget 2023 32.65万元 row=5 col=1",
      "t1 sangong.vehicle_purchase initial_budget 2023 0万元 row=6 col=1",
    );
    expect(said.findings).toHaveLength(1);
    expect(said.findings[0]!.cause).toContain("32.65");
  });
});

describe("findings for readers of English", () => {
  test("the place and the phase of a side are named in English, what is printed stays", () => {
    expect(labelInEnglish("表3 部门项目支出合计 年初预算数")).toBe("table 3 部门项目支出合计 (initial budget)");
    expect(labelInEnglish("文字 公务接待费 决算数")).toBe("prose 公务接待费 (final account)");
    expect(labelInEnglish("培训次数 得分")).toBe("培训次数: score");
    expect(labelInEnglish("文字 增减率")).toBe("prose: rate of change");
    expect(labelInEnglish("满分")).toBe("full score");
    expect(labelInEnglish("表头")).toBe("表头");
  });
});
