import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Correction,
  correct,
  corrections,
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
const said = (over: Partial<Correction> = {}): Correction => ({
  file: "决算.pdf",
  slot: SLOT,
  action: "set",
  value: "7.63",
  reason: "识别错误",
  ...over,
});
const plain = (action: Correction["action"]): Correction => ({
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
