import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Fact } from "../../schemas/index.ts";
import { codes, diffTexts, findText, openStore, panel, type Store, save, versions } from "../../src/store/index.ts";
import { scopeOf } from "../../src/store/reports/scope.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "test.sqlite"));
  return () => store.close();
});

const amount = (concept: Fact["concept"], value: string, page = 2) =>
  storedFact({
    concept,
    value,
    yuan: `${Number(value) * 10000}`,
    source: { ...storedFact().source, page, row: null, col: null, table: null, quote: value },
  });
const told = (): string[] =>
  versions(store, true).map((v) => `${v.part}/${v.version} ${v.relation}${v.effective ? " *" : ""}`);

describe("one logical report, its texts as versions", () => {
  test("other bytes with the same facts are the same text, changed facts a new one; old ones stay", () => {
    save(store, storedFile({ records: [amount("sangong.total", "7"), amount("sangong.reception", "1")] }));
    const yuan = { ...amount("sangong.total", "70000"), unit: "元", yuan: "70000" };
    save(store, storedFile({ name: "同.docx", records: [yuan, amount("sangong.reception", "1")] }));
    save(
      store,
      storedFile({ name: "重发.pdf", records: [amount("sangong.total", "8"), amount("sangong.reception", "1")] }),
    );
    expect(told()).toEqual(["1/1 original", "1/1 same_content", "1/2 republished *"]);
    const values = panel(store, { concept: "sangong.total", measure: "actual", unit: "万元" });
    expect(values.map(({ value, path, disagreeing }) => [value, path, disagreeing])).toEqual([["8.00", "重发.pdf", 0]]);
  });

  test("copies of a text are one version with it; the one that says it is corrected counts, else what gives most", () => {
    const text = (name: string, value: string, more = 0) =>
      save(
        store,
        storedFile({
          name,
          records: [
            amount("sangong.total", value),
            ...(["training", "meetings", "office"] as const).slice(0, 1 + more).map((concept) => amount(concept, "1")),
          ],
        }),
      );
    text("甲.pdf", "7");
    text("乙.pdf", "8", 1);
    for (const name of ["丙.pdf", "丁.pdf"]) text(name, "8");
    const shown = () => versions(store).map((v) => [v.path, v.version, v.relation, v.effective, v.orderBy]);
    expect(shown()).toEqual([
      ["公开/甲.pdf", 1, "original", false, "unknown"],
      ["公开/乙.pdf", 2, "republished", true, "unknown"],
      ["公开/丁.pdf", 2, "same_content", false, "unknown"],
      ["公开/丙.pdf", 2, "same_content", false, "unknown"],
    ]);
    text("甲（更正）.pdf", "9");
    expect(shown().at(-1)).toEqual(["公开/甲（更正）.pdf", 3, "republished", true, "words"]);
  });

  test("of texts that say the same the paged one counts before the page-less and the recognised one, however they came", () => {
    const records = (["sangong.total", "training", "office", "meetings"] as const).map((c) => amount(c, "1"));
    const page = (from: "text" | "ocr" | "plain") => [{ number: 1, width: 595, height: 842, from }] as const;
    const files = [
      storedFile({ name: "一.pdf", records, pages: page("text") }),
      storedFile({ name: "二.txt", records, pages: page("plain") }),
      storedFile({ name: "三.pdf", records, pages: page("ocr") }),
      storedFile({ name: "四.pdf", records: records.slice(0, 1), pages: page("text") }),
      // A scan misreads a digit: that is no republication.
      storedFile({ name: "五.pdf", records: [amount("sangong.total", "7"), ...records.slice(1)], pages: page("ocr") }),
    ];
    for (const file of [...files].reverse()) save(store, file);
    expect(versions(store)).toEqual([]);
    expect(versions(store, true).map(({ path, relation, effective }) => [path, relation, effective])).toEqual([
      ["公开/一.pdf", "original", true],
      ["公开/三.pdf", "same_content", false],
      ["公开/二.txt", "same_content", false],
      ["公开/五.pdf", "same_content", false],
      ["公开/四.pdf", "same_content", false],
    ]);
  });

  test("a text that says other things is another part of the report, and counts beside it", () => {
    save(store, storedFile({ records: [amount("sangong.total", "7"), amount("sangong.reception", "1")] }));
    save(store, storedFile({ name: "说明.html", records: [amount("operating_costs", "3"), amount("training", "1")] }));
    expect(told()).toEqual(["1/1 original *", "2/1 original *"]);
  });

  test("tables of a text on their own say nothing else; a fuller text takes the place of its tables", () => {
    const [total, reception] = [amount("sangong.total", "7"), amount("sangong.reception", "1")];
    save(store, storedFile({ name: "表.xlsx", records: [total] }));
    save(store, storedFile({ records: [total, reception] }));
    save(store, storedFile({ name: "表2.xlsx", records: [reception] }));
    expect(told()).toEqual(["1/1 original *", "1/1 same_content", "1/1 same_content"]);
  });

  test("a file that does not say how far it reaches is a text of the report it agrees with", () => {
    const titled = (name: string, title: string | null, value: string) => {
      const file = storedFile({ name, records: [amount("sangong.total", value), amount("training", value)] });
      return { ...file, document: { ...file.document, title } };
    };
    save(store, titled("表.xlsx", null, "7"));
    save(store, titled("部门.pdf", "甲局2024年度部门决算", "7"));
    save(store, titled("单位.pdf", "甲局2024年度单位决算", "5"));
    expect(versions(store, true).map(({ scope, relation, path }) => [scope, relation, path])).toEqual([
      ["department", "original", "公开/表.xlsx"],
      ["department", "same_content", "公开/部门.pdf"],
      ["unit", "original", "公开/单位.pdf"],
    ]);
    save(store, { ...titled("部门.pdf", "甲局2024年度部门决算", "9"), engine: "2" });
    expect(versions(store, true).map(({ scope, path }) => [scope, path])).toContainEqual(["unstated", "公开/表.xlsx"]);
    expect(store.db.pragma("foreign_key_check")).toEqual([]);
  });

  test("texts that carry dates stand in their order, whichever came first", () => {
    const dated = (name: string, filledOn: string | null, value: string) => {
      const file = storedFile({ name, records: [amount("sangong.total", value)] });
      return { ...file, document: { ...file.document, filledOn } };
    };
    save(store, dated("新.pdf", "2025-09-01", "8"));
    save(store, dated("旧.pdf", "2025-08-01", "7"));
    const shown = () => versions(store).map(({ path, version, effective }) => [path, version, effective]);
    expect(shown()).toEqual([
      ["公开/旧.pdf", 1, false],
      ["公开/新.pdf", 2, true],
    ]);
    save(store, dated("不明.pdf", null, "9"));
    expect(shown().at(-1)).toEqual(["公开/不明.pdf", 3, true]);
  });

  test("forms of two projects are two reports", () => {
    const form = (name: string, scope: string, value: string) => {
      const file = storedFile({ name, records: [{ ...amount("funding.total", value), scope }] });
      return { ...file, document: { ...file.document, types: ["project_self_evaluation" as const] } };
    };
    save(store, form("甲.docx", "档案修复", "5"));
    save(store, form("乙.docx", "库房改造", "9"));
    expect(told()).toEqual(["1/1 original *", "1/1 original *"]);
  });

  test("a second effective text is refused by the database itself", () => {
    save(store, storedFile());
    save(store, storedFile({ name: "重发.pdf", records: [amount("sangong.total", "8")] }));
    expect(() => store.db.exec("UPDATE report_version SET effective = 1")).toThrow(/UNIQUE/);
  });

  test("reading again with another result moves the document to where it belongs", () => {
    save(store, storedFile({ records: [amount("sangong.total", "7")] }));
    save(store, storedFile({ name: "重发.pdf", records: [amount("sangong.total", "8")] }));
    const id = versions(store)[0]!.report;
    save(store, storedFile({ name: "重发.pdf", engine: "2", records: [amount("sangong.total", "7")] }));
    expect(told()).toEqual(["1/1 original *", "1/1 same_content"]);
    expect(versions(store, true)[0]!.report).toBe(id);
    const later = storedFile({ name: "重发.pdf", engine: "3" });
    save(store, { ...later, document: { ...later.document, fiscalYear: 2023 } });
    expect(versions(store)).toEqual([]);
    expect(store.db.pragma("foreign_key_check")).toEqual([]);
  });

  test.each([
    ["final_accounts", "甲局（本级）", "甲局2024年度部门决算", "office"],
    ["final_accounts", "甲局", "甲局2024年度部门决算", "department"],
    ["final_accounts", "甲局", "甲局本级2024年度单位决算", "office"],
    ["budget", "甲中心", "甲中心2024年单位预算", "unit"],
    ["budget", "甲中心", null, "unstated"],
  ])("%s of %s, titled %s: %s", (kind, name, title, scope) => expect(scopeOf(kind, name, title)).toBe(scope));
});

test("the difference of two texts: what was added, removed and changed, with both places", () => {
  save(
    store,
    storedFile({ records: [amount("sangong.total", "7"), amount("training", "2"), amount("meetings", "1")] }),
  );
  save(
    store,
    storedFile({
      name: "重发.pdf",
      records: [amount("sangong.total", "8", 5), amount("training", "2"), amount("office", "1")],
    }),
  );
  const { report } = versions(store)[0]!;
  const diff = diffTexts(store, findText(store, "公开/决算.pdf"), findText(store, `${report}@2`));
  expect(diff.same).toBe(1);
  expect(
    diff.differences.map(({ key, change, before, after }) => [
      change,
      key.split("|")[0],
      before?.value,
      after?.value,
      after?.page,
    ]),
  ).toEqual([
    ["changed", "sangong.total", "70000.00元", "80000.00元", 5],
    ["removed", "meetings", "10000.00元", undefined, undefined],
    ["added", "office", undefined, "10000.00元", 2],
  ]);
  expect(() => findText(store, "没有.pdf")).toThrow(/no-file/);
});

test("codes grow from what documents print, and shrink when a reading goes", () => {
  const line = (concept: Fact["concept"], code: string, item: string) => ({ ...storedFact(), concept, code, item });
  const records = [
    line("function.2080505.total", "2080505", "机关事业单位基本养老保险缴费支出"),
    line("function.208.total", "208", "社会保障和就业支出"),
    line("function.208.basic", "208", "社会保障与就业"),
    line("function.9990101.total", "9990101", "新设支出"),
    line("economic.30201", "30201", "办公费"),
  ];
  save(store, storedFile({ records }));
  save(store, storedFile({ name: "2.pdf", records: records.slice(0, 1) }));
  expect(codes(store).map(({ code, standing, parent, documents }) => [code, standing, parent, documents])).toEqual([
    ["208", "alias", null, 1],
    ["208", "listed", null, 1],
    ["2080505", "attested", "20805", 2],
    ["9990101", "unknown", "99901", 1],
    ["30201", "attested", "302", 1],
  ]);
  save(store, storedFile({ engine: "2", records: [] }));
  expect(codes(store).map(({ code, documents }) => [code, documents])).toEqual([["2080505", 1]]);
});
