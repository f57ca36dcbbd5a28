import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compareDocuments } from "../../src/batch/compare-documents.ts";
import {
  openStore,
  panel,
  type Store,
  type StoredFile,
  save,
  storedFindings,
  uncomparedReadings,
} from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "across.sqlite"));
});
afterEach(() => store.close());

const BODY = "青山县示范局";
/** A report of final accounts with 三公经费 of one year. */
function report(name: string, fiscalYear: number, value: string, over: Partial<StoredFile> & { entity?: string } = {}) {
  const { entity = BODY, ...rest } = over;
  const base = storedFile({ name, entity });
  const title = `${entity}${name.includes("单位") ? "（本级）" : ""}${fiscalYear}年度${name.includes("单位") ? "单位" : "部门"}决算`;
  return {
    ...base,
    document: { ...base.document, title, fiscalYear },
    records: [storedFact({ value, fiscalYear: 2023, yuan: `${Number(value) * 10_000}` })],
    ...rest,
  };
}
const across = () => storedFindings(store, { across: true });

describe("findings between documents", () => {
  test("are stored once, listed beside the others with both files", () => {
    save(store, report("2023.pdf", 2023, "7.36"));
    save(store, report("2024.pdf", 2024, "7.63"));
    compareDocuments(store);
    compareDocuments(store);
    expect(uncomparedReadings(store)).toEqual([]);
    expect(across().map(({ rule, file, entity, fiscalYear }) => [rule, file, entity, fiscalYear])).toEqual([
      ["yoy-02-last-year-is-restated-as-published", "公开/2024.pdf", BODY, 2024],
    ]);
    expect(across()[0]?.sides.map(({ value }) => value)).toEqual(["7.36", "7.63"]);
    expect(storedFindings(store, { rule: "yoy-02" })).toHaveLength(1);
    expect(storedFindings(store, { severity: "error" })).toEqual([]);
    expect(storedFindings(store, { entity: "别的局" })).toEqual([]);
  });

  test("are in the findings people take out, with the document and the number of each side, and counted beside the number", () => {
    save(store, report("2023.pdf", 2023, "7.36"));
    save(store, report("2024.pdf", 2024, "7.63"));
    compareDocuments(store);
    const rows = (name: string) => store.db.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[];
    expect(rows("findings")).toMatchObject([
      { document_year: 2024n, finding: 1n, rule: "yoy-02-last-year-is-restated-as-published", across: 1n },
    ]);
    const [published, restated] = rows("finding_sides");
    expect([published, restated]).toMatchObject([
      { side: 1n, value: 7.36, value_printed: "7.36", record: expect.stringMatching(/:sangong\.total\|.*\|2023/u) },
      { side: 2n, value: 7.63, value_printed: "7.63", record: expect.stringMatching(/:sangong\.total\|.*\|2023/u) },
    ]);
    expect(published!.side_document).not.toBe(published!.document);
    expect(restated!.side_document).toBe(restated!.document);
    const [value] = panel(store, { concept: "sangong.total", measure: "actual", unit: "万元" });
    expect(value).toMatchObject({ fiscalYear: 2023, value: "7.36", findings: 1 });
  });

  test("go with a replaced reading and come back only if they still hold", () => {
    save(store, report("2023.pdf", 2023, "7.36"));
    save(store, report("2024.pdf", 2024, "7.63"));
    compareDocuments(store);
    save(store, report("2023.pdf", 2023, "7.63", { engine: "2" }));
    expect(across()).toEqual([]);
    compareDocuments(store);
    expect(across()).toEqual([]);
    save(store, report("2023.pdf", 2023, "7.36", { engine: "3" }));
    compareDocuments(store);
    expect(across()).toHaveLength(1);
  });

  test("of bodies without news stay as they are", () => {
    save(store, report("2023.pdf", 2023, "7.36"));
    save(store, report("2024.pdf", 2024, "7.63"));
    compareDocuments(store);
    save(store, report("别的.pdf", 2024, "1.00", { entity: "青山县另一局" }));
    compareDocuments(store);
    expect(across()).toHaveLength(1);
  });
});

describe("a department and its units", () => {
  const units = ["青山县示范局（本级）", "青山县示范中心"].map((name) => ({ name, page: 3, quote: name }));
  const outcome = () =>
    store.db.prepare("SELECT outcome, note FROM rule_result WHERE rule LIKE 'xdc-01-%'").all() as unknown[];

  test("are compared when the last unit's report arrives", () => {
    save(store, report("部门2023.pdf", 2023, "7.36", { units }));
    save(store, report("单位2023.pdf", 2023, "3.00"));
    compareDocuments(store);
    expect(outcome()).toEqual([{ outcome: "insufficient", note: "not held: 青山县示范中心" }]);
    expect(across()).toEqual([]);
    save(store, report("中心2023.pdf", 2023, "4.00", { entity: "青山县示范中心" }));
    compareDocuments(store);
    expect(outcome()).toEqual([{ outcome: "fail", note: null }]);
    expect(across().map(({ rule, file }) => [rule, file])).toEqual([
      ["xdc-01-department-is-the-sum-of-its-units", "公开/部门2023.pdf"],
    ]);
    save(store, report("中心2023.pdf", 2023, "4.36", { entity: "青山县示范中心", engine: "2" }));
    compareDocuments(store);
    expect(outcome()).toEqual([{ outcome: "pass", note: null }]);
    expect(across()).toEqual([]);
  });
});
