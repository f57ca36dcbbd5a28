import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Fact, Finding } from "../../schemas/index.ts";
import { correct, openStore, panel, type Store, save, storedFindings } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "texts.sqlite"));
  return () => store.close();
});

const SLOT = "sangong.total|合计|actual|2024|||table|";
const shown = () =>
  panel(store, { concept: "sangong.total", measure: "actual", unit: "万元" }).map(({ value, status }) => [
    value,
    status,
  ]);
const more = (["training", "meetings"] as const).map((concept) =>
  storedFact({ concept, value: "1.00", yuan: "10000" }),
);
const text = (name: string, over: Partial<Fact> = {}, from: "text" | "plain" = "text") =>
  storedFile({
    name,
    pages: [
      { number: 1, width: 595, height: 842, from },
      { number: 2, width: 595, height: 842, from },
    ],
    records: [storedFact(over), ...more],
  });

describe("a correction is of the report", () => {
  test("set on the copy that does not count it shows all the same, and stays when another text comes to count", () => {
    save(store, text("表.txt", { item: "“三公”经费合计" }, "plain"));
    save(store, text("决算.pdf"));
    const slot = SLOT.replace("合计", "“三公”经费合计");
    correct(store, [{ file: "表.txt", slot, action: "set", value: "7.63", reason: "原文" }]);
    expect(shown()).toEqual([["7.63", "corrected"]]);
    save(store, text("另一份.pdf"));
    expect(shown()).toEqual([["7.63", "corrected"]]);
    correct(store, [{ file: "表.txt", slot, action: "withdraw", reason: "看错了" }]);
    expect(shown()).toEqual([["7.36", "machine"]]);
  });

  test("a copy read before the correction's own text takes it too; the text's own decision comes first", () => {
    save(store, text("甲.pdf"));
    correct(store, [{ file: "甲.pdf", slot: SLOT, action: "set", value: "7.63", reason: "原文" }]);
    save(store, text("乙.pdf"));
    correct(store, [{ file: "乙.pdf", slot: SLOT, action: "set", value: "7.66", reason: "乙的原文" }]);
    const own = store.db
      .prepare(
        `SELECT a.name, e.value FROM observation_effect AS e JOIN observation AS o ON o.id = e.observation_id JOIN run ON run.id = o.run_id
         JOIN document ON document.id = run.document_id JOIN acquisition AS a ON a.file_id = document.file_id ORDER BY a.name`,
      )
      .raw();
    expect(own.all()).toEqual([
      ["乙.pdf", "7.66"],
      ["甲.pdf", "7.63"],
    ]);
  });

  test("an address without its label is found where it can be nothing else; an unknown one names the nearest", () => {
    save(store, text("决算.pdf"));
    const unlabelled = "sangong.total||actual|2024|||table|";
    correct(store, [{ file: "决算.pdf", slot: unlabelled, action: "set", value: "7.63", reason: "原文" }]);
    expect(shown()).toEqual([["7.63", "corrected"]]);
    const wrong = "sangong.total|总计|actual|2023|||table|";
    expect(() => correct(store, [{ file: "决算.pdf", slot: wrong, action: "confirm", reason: "原文" }])).toThrow(
      expect.objectContaining({ code: "no-slot", nearest: [SLOT] }),
    );
  });
});

describe("findings that rested on a corrected value", () => {
  const at = (row: number) => ({ ...storedFact().source, row });
  const [total, part] = [
    storedFact(),
    storedFact({ concept: "sangong.reception", item: "公务接待费", value: "7.63", yuan: "76300", source: at(2) }),
  ];
  const finding = (expected: string | null): Finding => ({
    kind: "finding",
    rule: "parts-equal-total",
    severity: "error",
    message: "合计不符",
    scope: null,
    sides: [
      { value: "7.36", unit: "万元", source: total.source },
      { value: "7.63", unit: "万元", source: part.source },
    ],
    expected,
    difference: "0.27",
    tolerance: "0.01",
  });
  const open = (): number => storedFindings(store).length;
  const set = (slot: string, value: string) =>
    correct(store, [{ file: "决算.pdf", slot, action: "set", value, reason: "原文" }]);

  test.each([
    ["the total becomes what its parts come to", SLOT, "7.63", 0],
    ["a part is corrected to what is missing", "sangong.reception|公务接待费|actual|2024|||table|", "7.36", 0],
    ["a correction that explains nothing leaves it open", SLOT, "8.00", 1],
  ])("%s", (_, slot, value, left) => {
    save(store, storedFile({ records: [total, part], findings: [finding("7.63")] }));
    expect(open()).toBe(1);
    set(slot, value);
    expect(open()).toBe(left);
    correct(store, [{ file: "决算.pdf", slot, action: "withdraw", reason: "收回" }]);
    expect(open()).toBe(1);
  });

  test("a correction that leaves a difference restates the finding; its withdrawal takes the difference back", () => {
    save(store, storedFile({ records: [total, part], findings: [finding("7.63")] }));
    set(SLOT, "8.00");
    expect(storedFindings(store)).toMatchObject([{ difference: "0.27", restated: "0.37" }]);
    expect(store.db.prepare("SELECT difference, difference_corrected FROM findings").raw().all()).toEqual([
      [0.27, 0.37],
    ]);
    correct(store, [{ file: "决算.pdf", slot: SLOT, action: "withdraw", reason: "收回" }]);
    expect(storedFindings(store)[0]).not.toHaveProperty("restated");
  });

  test("two statements that agree after the correction are settled; the table keeps both the print and what counts now", () => {
    save(store, storedFile({ records: [total, part], findings: [finding(null)] }));
    set(SLOT, "7.63");
    expect(open()).toBe(0);
    const rows = store.db.prepare("SELECT settled FROM findings").pluck();
    expect(rows.all()).toEqual([1n]);
    const sides = store.db.prepare("SELECT value_printed, corrected_value FROM finding_sides ORDER BY side").raw();
    expect(sides.all()).toEqual([
      ["7.36", 7.63],
      ["7.63", null],
    ]);
  });
});
