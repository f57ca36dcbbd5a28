import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { kindOfName, nameKey, stemOf } from "../../src/store/entities/names.ts";
import { lineage, samePlace } from "../../src/store/entities/regions.ts";
import {
  aliasEntity,
  entities,
  entityHistory,
  mergeEntities,
  openStore,
  panel,
  renameEntity,
  type Store,
  save,
  splitEntity,
  undoDecision,
} from "../../src/store/index.ts";
import { contents } from "../support/database-contents.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

let store: Store;
const always = { from: null, to: null };
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "test.sqlite"));
  return () => store.close();
});

/** A document of a body, of a year and place. */
const document = (
  entity: string | null,
  year = 2024,
  region: string | null = "430212",
  name = `${entity}${year}.pdf`,
) => {
  const file = storedFile({ name, entity: entity ?? "" });
  return {
    ...file,
    document: {
      ...file.document,
      entity,
      fiscalYear: year,
      region: region === null ? null : { code: region, path: [] },
      title: null,
    },
  };
};
const filed = (): string[] =>
  entities(store)
    .filter(({ documents }) => documents > 0)
    .map(({ name, documents }) => `${name} ${documents}`)
    .sort();

describe("names are the same by rule, never by likeness", () => {
  test("width, brackets and spaces do not matter", () => {
    expect(nameKey("白鹭县 档案馆（本级）")).toBe(nameKey("白鹭县档案馆(本级)"));
    save(store, document("白鹭县档案馆（本级）"));
    save(store, document("白鹭县档案馆 (本级)", 2023));
    save(store, document("白鹭县档案局"));
    expect(filed()).toEqual(["白鹭县档案局 1", "白鹭县档案馆（本级） 2"]);
  });

  test("部门, 本级 and 单位 are bodies of their own, the office below its department", () => {
    expect(["甲局（汇总）", "甲局本级", "甲局（机关本级）", "甲局"].map((n) => kindOfName(nameKey(n)))).toEqual([
      "department",
      "office",
      "office",
      "unstated",
    ]);
    expect(stemOf(nameKey("甲局（本级）"))).toBe("甲局");
    save(store, document("甲局（本级）"));
    save(store, document("甲局"));
    expect(entities(store).map(({ name, parent }) => [name, parent])).toEqual([
      ["甲局", null],
      ["甲局（本级）", "甲局"],
    ]);
  });

  test("one name in two places is two bodies; without a place it is only told where there is one", () => {
    save(store, document("财政局", 2024, "430212"));
    save(store, document("财政局", 2023, null));
    save(store, document("财政局", 2024, "110105", "别处财政局.pdf"));
    save(store, document("财政局", 2022, null));
    expect(entities(store).map(({ region, documents }) => [region, documents])).toEqual([
      [null, 2],
      ["110105", 1],
      ["430212", 1],
    ]);
  });

  test("a document that does not say whose it is stands for itself", () => {
    save(store, document(null, 2024, null, "无名.pdf"));
    expect(entities(store).map(({ name, kind }) => [name, kind])).toEqual([["无名.pdf", "unnamed"]]);
  });

  test("a later reading with another name leaves no body behind", () => {
    save(store, document("甲局"));
    const again = document("乙局", 2024, "430212", "甲局2024.pdf");
    save(store, { ...again, engine: "2" });
    expect(entities(store).map(({ name }) => name)).toEqual(["乙局"]);
  });
});

describe("places over the years", () => {
  test("the county of 2017 and the district of 2019 are one place", () => {
    expect(lineage("430221").map(({ code }) => code)).toEqual(["430221", "430212"]);
    expect(samePlace("430212", "430221")).toBe(true);
    save(store, document("财政局", 2017, "430221"));
    save(store, document("财政局", 2019, "430212"));
    save(store, document("株洲县档案馆", 2017, "430221"));
    expect(entities(store, { region: "430212" }).map(({ name, documents }) => `${name} ${documents}`)).toEqual([
      "财政局 2",
      "株洲县档案馆 1",
    ]);
  });

  test("a district that took another in is not the same place as that one", () => {
    expect(samePlace("330103", "330105")).toBe(false);
    expect(lineage("330105").map(({ code }) => code)).toContain("330103");
  });
});

describe("decisions are kept and can be undone", () => {
  beforeEach(() => {
    for (const [name, year] of [
      ["甲局", 2022],
      ["甲管理局", 2023],
      ["乙局", 2023],
    ] as const)
      save(store, document(name, year));
  });

  test("merge, and what is read later goes there too", () => {
    mergeEntities(store, "甲局", "甲管理局");
    save(store, document("甲管理局", 2024));
    expect(filed()).toEqual(["乙局 1", "甲局 3"]);
    const shown = panel(store, { concept: "sangong.total", measure: "actual", unit: "万元" });
    expect(shown.map(({ entity }) => entity)).toEqual(["乙局", "甲局"]);
    expect(() => mergeEntities(store, "甲局", "甲管理局")).toThrow(/same-body/);
    undoDecision(store, null);
    expect(filed()).toEqual(["乙局 1", "甲局 1", "甲管理局 2"]);
    expect(entityHistory(store).map(({ action, undoneBy }) => [action, undoneBy])).toEqual([
      ["merge", 2],
      ["undo", null],
    ]);
    undoDecision(store, 2n);
    expect(filed()).toEqual(["乙局 1", "甲局 3"]);
  });

  test("split by file and by name", () => {
    const before = contents(store);
    splitEntity(store, "甲局", "甲局筹备处", { names: [], files: ["甲局2022.pdf"] });
    expect(filed()).toEqual(["乙局 1", "甲局筹备处 1", "甲管理局 1"]);
    undoDecision(store, null);
    mergeEntities(store, "甲局", "甲管理局");
    splitEntity(store, "甲局", "新甲局", { names: ["甲管理局"], files: [] });
    expect(filed()).toEqual(["乙局 1", "新甲局 1", "甲局 1"]);
    undoDecision(store, 4n);
    undoDecision(store, 3n);
    const kept = (text: string): string[] => text.split("\n").filter((line) => !line.startsWith("entity_"));
    expect(kept(contents(store))).toEqual(kept(before));
  });

  test("rename keeps the old name as a name, an alias counts in its years", () => {
    renameEntity(store, "甲局", "甲委员会", { from: 2024, to: null });
    aliasEntity(store, "乙局", "乙办", { from: 2020, to: 2023 });
    save(store, document("甲委员会", 2024));
    save(store, document("甲局", 2021));
    save(store, document("乙办", 2021));
    save(store, document("乙办", 2024));
    expect(filed()).toEqual(["乙办 1", "乙局 2", "甲委员会 3", "甲管理局 1"]);
  });

  test("a name has one body in one place; unknown bodies are refused", () => {
    expect(() => aliasEntity(store, "乙局", "甲局", always)).toThrow(/name-taken/);
    expect(() => aliasEntity(store, "丙局", "丙办", always)).toThrow(/no-body/);
    expect(() => undoDecision(store, null)).toThrow(/no-event/);
    expect(entityHistory(store)).toEqual([]);
  });

  test("a decision that later ones rest on is not undone before them", () => {
    splitEntity(store, "甲局", "新甲局", { names: [], files: ["甲局2022.pdf"] });
    mergeEntities(store, "新甲局", "乙局");
    expect(() => undoDecision(store, 1n)).toThrow(/changed-since/);
  });

  test("the history cannot be rewritten", () => {
    mergeEntities(store, "甲局", "甲管理局");
    expect(() => store.db.exec("DELETE FROM entity_event")).toThrow(/append-only/);
    expect(() => store.db.exec("UPDATE entity_change SET after = NULL")).toThrow(/append-only/);
  });
});
