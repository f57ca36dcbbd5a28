import { describe, expect, test } from "vitest";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import { facts, prose } from "./narrative-support.ts";

/** A page on a region's money: nobody reports. */
const PAGE: DocumentHints = { fiscalYear: 2023, entity: null, types: [] };
const told = (...paragraphs: readonly string[]): string[] => facts(prose([], ...paragraphs), PAGE);

describe("procurement of a region", () => {
  test("what was planned of it is carried out, the rest was paid or saved", () => {
    expect(
      told("2023年，该县政府采购再上台阶。全年完成采购预算206.5万元，实际采购金额183.9万元，节约资金22.6万元。"),
    ).toEqual([
      "procurement.total initial_budget 2023 206.5万元",
      "procurement.total actual 2023 183.9万元",
      "procurement.total saving 2023 22.6万元",
    ]);
    expect(told("全年完成政府采购预算206.5万元，实际采购金额183.9万元。")).toEqual([
      "procurement.total initial_budget 2023 206.5万元",
      "procurement.total actual 2023 183.9万元",
    ]);
    // how far it was carried out stays a rate
    expect(told("政府采购支出183.9万元，完成采购预算89%。")).toContain("procurement.total execution_rate 2023 89%");
  });
  test("全市 beside 市本级: the page is on the one it tells of first", () => {
    expect(
      told(
        "2023年，全市政府采购规模为32.7亿元。",
        "市本级政府采购规模为10.3亿元，占31.5%。从结构上看，全市货物、服务采购规模分别为20.3亿元、12.4亿元。",
      ),
    ).toEqual([
      "procurement.total actual 2023 32.7亿元",
      "procurement.goods actual 2023 20.3亿元",
      "procurement.services actual 2023 12.4亿元",
    ]);
    expect(told("2023年，市本级政府采购规模为10.3亿元。")).toEqual(["procurement.total actual 2023 10.3亿元"]);
    expect(told("2023年，全市政府采购规模为32.7亿元，市本级三公经费支出1.2亿元。")).toHaveLength(2);
  });
});

describe("a part of a year", () => {
  test("ends with no ； and no paragraph, but with a year or 全年", () => {
    expect(told("2023年1—9月，政府采购金额12.3亿元；采购货物5.1亿元。", "其中工程采购3.2亿元。")).toEqual([]);
    expect(told("2023年1—9月，政府采购金额12.3亿元；全年预计公务接待费5.1亿元。")).toEqual([
      "sangong.reception actual 2023 5.1亿元",
    ]);
    expect(told("公务接待费比上年减少2万元，主要原因是按照“十四五”期间规划要求压减；会议费3万元。")).toContain(
      "meetings actual 2023 3万元",
    );
  });
  test("元 is January, and months are written out", () => {
    for (const words of ["元至5月", "一至五月", "元月份至5月底"])
      expect(told(`2023年${words}，全区一般公共预算支出22.7亿元。`)).toEqual([]);
    expect(told("2023年1至12月，公务接待费支出22.7万元。")).toEqual(["sangong.reception actual 2023 22.7万元"]);
  });
});

describe("budgets that were adjusted", () => {
  test("由A调整为B，调增C", () => {
    expect(told("2023年基本支出由年初预算690万元调整为701万元，调增11万元，增长1.6%。")).toEqual([
      "expenditure.basic initial_budget 2023 690万元",
      "expenditure.basic final_budget 2023 701万元",
      "expenditure.basic adjustment 2023 11万元",
    ]);
    expect(told("2023年项目支出由90万元调减为71万元，调减19万元。")).toEqual([
      "expenditure.project initial_budget 2023 90万元",
      "expenditure.project final_budget 2023 71万元",
      "expenditure.project adjustment 2023 -19万元",
    ]);
  });
  test("均由A调整为B holds for both sides", () => {
    expect(told("2023年收入总计和支出总计均由66亿元调整为64亿元。")).toEqual([
      "revenue.total initial_budget 2023 66亿元",
      "expenditure.total initial_budget 2023 66亿元",
      "revenue.total final_budget 2023 64亿元",
      "expenditure.total final_budget 2023 64亿元",
    ]);
  });
  test("由A增加到B is no adjusted budget", () => {
    expect(told("2023年公务接待费由3万元增加到4万元。")).toEqual(["sangong.reception actual 2023 4万元"]);
  });
  test("一般公共预算总收入 is no fund's revenue", () => {
    expect(told("2023年一般公共预算总收入79.5亿元，一般公共预算收入12.9亿元。")).toEqual([
      "revenue.general_public actual 2023 12.9亿元",
    ]);
  });
});

describe("a town's treasury", () => {
  const under = (heading: string, ...paragraphs: readonly string[]): string[] =>
    facts(prose([heading], ...paragraphs), { ...PAGE, types: ["final_accounts"] });
  const LAST = "支出总计830万元。其中：一般公共预算支出739万元，体制及专项上解支出90万元。";

  test("is known by what no body has: its totals are no fund's, its own level's part is nobody's", () => {
    expect(under("（一）一般公共预算", "收入总计830万元。其中：本级收入124万元，上级补助收入470万元。", LAST)).toEqual([
      "revenue.total actual 2023 830万元",
      "revenue.superior actual 2023 470万元",
      "expenditure.total actual 2023 830万元",
      "general_public.expenditure actual 2023 739万元",
    ]);
  });
  test("points say of which phase the amounts below them are", () => {
    const lines = under(
      "（一）一般公共预算年初预算、预算调整、决算情况",
      "1.镇人大会议批准的年初预算草案。",
      "（1）收入总计830万元。",
      "2.镇人大主席团批准的预算调整方案。",
      "（1）收入总计987万元。",
      "3.决算情况。",
      "（1）收入总计1085万元。",
      LAST,
    );
    expect(lines.slice(0, 3)).toEqual([
      "revenue.total initial_budget 2023 830万元",
      "revenue.total final_budget 2023 987万元",
      "revenue.total actual 2023 1085万元",
    ]);
  });
  test("what a congress approved was planned", () => {
    expect(told("镇人大会议批准的镇人民政府2023年一般公共预算收入为352万元。")).toEqual([
      "revenue.general_public initial_budget 2023 352万元",
    ]);
  });
});

test("the day a page bears is no year of its figures", () => {
  expect(told("2024年08月13日06:18 来源：云山时报\n昨天公布了“2023年政府采购情况”，政府采购规模为21.5亿元。")).toEqual([
    "procurement.total actual 2023 21.5亿元",
  ]);
});

test("a part of what was planned was planned", () => {
  expect(told("公务用车购置及运行费4.1亿元，占2023年“三公”经费预算总额的60%。")[0]).toBe(
    "sangong.vehicle initial_budget 2023 4.1亿元",
  );
  expect(told("公务用车购置及运行费决算4.1亿元，占2023年“三公”经费预算总额的60%。")[0]).toBe(
    "sangong.vehicle actual 2023 4.1亿元",
  );
});

test("an amount straight behind another is nobody's, and the rate behind both is the subject's", () => {
  expect(told("公务接待费决算数24.9万元，较2022年决算数22.1万元2.8万元，增长12.7%。")).toEqual([
    "sangong.reception actual 2023 24.9万元",
    "sangong.reception actual 2022 22.1万元",
    "sangong.reception change_rate 2023 12.7%",
  ]);
});

test("a comma more before a mark, as copied pages hold it", () => {
  expect(
    told(
      "2023年因公出国（境）费，、公务用车购置及运行费，、公务接待费决算支出94.7亿元，。其中，，公务接待费15.2亿元。",
    ),
  ).toEqual(["sangong.total actual 2023 94.7亿元", "sangong.reception actual 2023 15.2亿元"]);
});
