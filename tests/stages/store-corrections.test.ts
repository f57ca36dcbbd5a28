import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Addition,
  codes,
  correct,
  corrections,
  diffTexts,
  findText,
  type Judgement,
  openStore,
  panel,
  readCorrections,
  type Store,
  save,
  slots,
} from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "test.sqlite"));
  save(store, storedFile());
  return () => store.close();
});

const SLOT = "sangong.total|合计|actual|2024|||table|";
const said = (over: Partial<Judgement> = {}): Judgement => ({
  file: "决算.pdf",
  slot: SLOT,
  action: "set",
  value: "7.63",
  reason: "识别错误",
  ...over,
});
const plain = (action: Judgement["action"]): Judgement => ({
  file: "决算.pdf",
  slot: SLOT,
  action,
  reason: "看过原文",
});
const shown = () =>
  panel(store, { concept: "sangong.total", measure: "actual", unit: "万元" }).map(({ value }) => value);
const again = (engine: string, value: string, yuan: string, unit = "万元") =>
  save(store, storedFile({ engine, records: [storedFact({ value, yuan, unit })] }));
const outcomes = () => corrections(store).map(({ outcome }) => outcome);

describe("a correction survives every reading", () => {
  test("set: people see the new value, the reading stays beside it", () => {
    expect(correct(store, [said()])).toEqual(["applied"]);
    expect(shown()).toEqual(["7.63"]);
    expect(slots(store, "决算.pdf")).toMatchObject([
      { slot: SLOT, read: "7.36万元", effective: "7.63万元", status: "corrected" },
    ]);
    again("2", "7.36", "73600");
    expect([outcomes(), shown()]).toEqual([["applied"], ["7.63"]]);
    again("3", "73600", "73600", "元");
    expect([outcomes(), shown()]).toEqual([["applied"], ["7.63"]]);
  });

  test("redundant where the program reads it right by now", () => {
    correct(store, [said()]);
    again("2", "7.63", "76300");
    expect([outcomes(), shown()]).toEqual([["redundant"], ["7.63"]]);
  });

  test("conflict where it reads a third value: shown, not overwritten", () => {
    correct(store, [said()]);
    again("2", "7.93", "79300");
    expect([outcomes(), shown()]).toEqual([["conflict"], ["7.93"]]);
    expect(corrections(store, "conflict")).toMatchObject([{ read: "7.36万元", value: "7.63万元", now: "7.93万元" }]);
    expect(correct(store, [said()])).toEqual(["applied"]);
    expect([outcomes(), shown()]).toEqual([[null, "applied"], ["7.63"]]);
  });

  test("orphan where the statement is gone, and applied again when it comes back", () => {
    correct(store, [said()]);
    save(store, storedFile({ engine: "2", records: [] }));
    expect([outcomes(), shown()]).toEqual([["orphan"], []]);
    again("3", "7.36", "73600");
    expect([outcomes(), shown()]).toEqual([["applied"], ["7.63"]]);
    save(store, storedFile({ engine: "4", records: [] }));
    correct(store, [plain("withdraw")]);
    again("5", "7.36", "73600");
    expect(shown()).toEqual(["7.36"]);
  });

  test("confirm, reject and withdraw follow one another on one value", () => {
    correct(store, [plain("confirm")]);
    expect(slots(store, "决算.pdf")[0]!.status).toBe("confirmed");
    correct(store, [plain("reject")]);
    expect(shown()).toEqual([]);
    correct(store, [plain("withdraw")]);
    expect(shown()).toEqual(["7.36"]);
    expect(corrections(store).map(({ action, superseded }) => [action, superseded])).toEqual([
      ["confirm", true],
      ["reject", true],
      ["withdraw", false],
    ]);
  });
});

test("corrections cannot be changed or deleted", () => {
  correct(store, [said()]);
  expect(() => store.db.exec("UPDATE correction SET value = '1'")).toThrow(/append-only/);
  expect(() => store.db.exec("DELETE FROM correction")).toThrow(/append-only/);
});

test.each([
  [said({ slot: "没有|这个" }), /no-slot/],
  [said({ value: "七万" }), /not-a-number/],
  [said({ reason: " " }), /no-reason/],
  [said({ file: "没有.pdf" }), /no-file/],
  [{ ...plain("confirm"), value: "1" }, /value-not-wanted/],
  [{ ...plain("set") }, /no-value/],
])("what cannot be taken is refused, and nothing with it", (bad, error) => {
  expect(() => correct(store, [said(), bad])).toThrow(error);
  expect(corrections(store)).toEqual([]);
});

test("import from CSV, with the headers of either language", () => {
  const csv = `\ufeff文件,地址,做法,数值,单位,理由\n决算.pdf,${SLOT},更正,"76,300.00",元,识别错误\n`;
  expect(correct(store, readCorrections(csv))).toEqual(["applied"]);
  expect(shown()).toEqual(["7.63"]);
  expect(() => readCorrections("file,slot\na,b\n")).toThrow(/no-columns/);
  expect(() => readCorrections("file,slot,action,reason\n决算.pdf,x,改,y\n")).toThrow(/bad-line: 2/);
});

describe("a value that was not read is added with its evidence", () => {
  const added = (over: Partial<Addition> = {}): Addition => ({
    file: "决算.pdf",
    action: "add",
    concept: "sangong.reception",
    value: "1.20",
    unit: "万元",
    page: "2",
    quote: "公务接待费 1.20",
    reason: "扫描件漏读",
    ...over,
  });
  const reception = () =>
    panel(store, { concept: "sangong.reception", measure: "actual", unit: "万元" }).map(({ value, page }) => [
      value,
      page,
    ]);
  const reading = (engine: string, value: string, item: string) =>
    save(
      store,
      storedFile({
        engine,
        records: [
          storedFact(),
          storedFact({ concept: "sangong.reception", item, value, yuan: `${Number(value) * 10_000}` }),
        ],
      }),
    );

  test("it is asked for like any other, says that it was added, and stays when the file is read again", () => {
    expect(correct(store, [added()])).toEqual(["applied"]);
    expect(reception()).toEqual([["1.20", 2]]);
    expect(slots(store, "决算.pdf", "reception")).toMatchObject([
      { slot: "sangong.reception||actual|2024|||table|", read: null, effective: "1.20万元", status: "added" },
    ]);
    again("2", "7.36", "73600");
    expect([outcomes(), reception()]).toEqual([["applied"], [["1.20", 2]]]);
    expect(corrections(store)).toMatchObject([{ action: "add", read: null, value: "1.20万元", now: null, page: 2 }]);
  });

  test("read the same later, under whatever label: redundant, and there is one value", () => {
    correct(store, [added()]);
    reading("2", "1.20", "3.公务接待费");
    expect([outcomes(), reception()]).toEqual([["redundant"], [["1.20", 2]]]);
    expect(slots(store, "决算.pdf", "reception")).toMatchObject([{ read: "1.20万元", status: "confirmed" }]);
  });

  test("read otherwise later: a conflict is shown, the reading is not overwritten; withdrawing ends it", () => {
    correct(store, [added()]);
    reading("2", "1.70", "公务接待费");
    expect([outcomes(), reception()]).toEqual([["conflict"], [["1.70", 2]]]);
    expect(corrections(store, "conflict")).toMatchObject([{ value: "1.20万元", now: "1.70万元" }]);
    const slot = "sangong.reception||actual|2024|||table|";
    correct(store, [{ file: "决算.pdf", slot, action: "withdraw", reason: "读数对" }]);
    expect(slots(store, "决算.pdf", "reception")).toMatchObject([{ read: "1.70万元", status: "machine" }]);
  });

  test("added again it is replaced, withdrawn it goes", () => {
    correct(store, [added(), added({ value: "１２，０００．００", unit: "元" })]);
    expect(reception()).toEqual([["1.20", 2]]);
    expect(slots(store, "决算.pdf", "reception")).toMatchObject([{ effective: "12000.00元" }]);
    const slot = "sangong.reception||actual|2024|||table|";
    expect(() => correct(store, [said({ slot })])).toThrow(/added-by-hand/);
    correct(store, [{ file: "决算.pdf", slot, action: "withdraw", reason: "不是这个数" }]);
    expect(reception()).toEqual([]);
    expect(corrections(store).map(({ action, superseded }) => [action, superseded])).toEqual([
      ["add", true],
      ["add", true],
      ["withdraw", false],
    ]);
  });

  test("it is no reading: neither versions nor the dictionary of codes have it", () => {
    const document = findText(store, "决算.pdf");
    correct(store, [added({ concept: "function.2010101.total", item: "行政运行", measure: "actual" })]);
    expect(diffTexts(store, document, document)).toMatchObject({ same: 1, differences: [] });
    expect(codes(store)).toEqual([]);
    again("2", "7.36", "73600");
    expect(codes(store)).toEqual([]);
  });

  test("points of a score are no money", () => {
    correct(store, [added({ concept: "project.1", scope: "路灯改造", value: "9.5", unit: "分" })]);
    expect(store.db.prepare("SELECT value, unit, fen FROM observation WHERE added").all()).toEqual([
      { value: "9.5", unit: "分", fen: null },
    ]);
  });

  test("from CSV", () => {
    const csv = `文件,做法,概念,项目,数值,单位,页,原文,理由
决算.pdf,补录,sangong.reception,公务接待费,1.20,万元,2,公务接待费 1.20,漏读
`;
    expect(correct(store, readCorrections(csv))).toEqual(["applied"]);
    expect(reception()).toEqual([["1.20", 2]]);
  });

  test.each([
    [added({ concept: "sangong.total" }), /read-already/],
    [added({ concept: "三公" }), /no-concept/],
    [added({ measure: "决算" }), /no-measure/],
    [added({ year: "二〇二四" }), /bad-year/],
    [added({ unit: " " }), /no-unit/],
    [added({ page: "3" }), /no-page/],
    [added({ quote: " " }), /no-quote/],
    [added({ value: "约一万" }), /not-a-number/],
  ])("refused: %#", (bad, error) => {
    expect(() => correct(store, [added(), bad])).toThrow(error);
    expect(corrections(store)).toEqual([]);
  });
});
