import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { DERIVE_ALL } from "../../src/store/derived.ts";
import { openStore, type Store, save, search, searchCount } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "search.sqlite"));
  return () => store.close();
});
const found = (query: string): string[] => search(store, { query }).map(({ path, page }) => `${path} ${page}`);

test.each([
  ["三公", "two characters, with a quotation mark behind"],
  ["三公经费", "a word across the marks printed inside it"],
  ["接待", "inside a cell"],
  ["7.36", "a number"],
  ["公务接待费 1.20", "two words of one page"],
  ["７.３６", "full-width digits"],
])("%s is found: %s", (query) => {
  save(store, storedFile());
  expect(found(query)).toEqual(["公开/决算.pdf 2"]);
});

test.each(["公三", "会议费", "接待 会议费", "？！", '"', 'x" OR "三公'])("%s is not found", (query) => {
  save(store, storedFile());
  expect(found(query)).toEqual([]);
});

test("the line with the words, and where they stand in it", () => {
  save(store, storedFile());
  const [hit] = search(store, { query: "接待费" });
  expect(hit).toMatchObject({
    entity: "白鹭县档案馆",
    fiscalYear: 2024,
    page: 2,
    table: 1,
    snippet: "公务接待费 | 1.20",
  });
  expect(hit!.marks.map(([from, to]) => hit!.snippet.slice(from, to))).toEqual(["接待费"]);
});

test("the index goes with the reading and comes with the next", () => {
  save(store, storedFile());
  save(store, storedFile({ name: "另一.pdf", entity: "安河县图书馆" }));
  expect(searchCount(store, "三公")).toBe(2);
  const again = storedFile({ engine: "2" });
  const [section] = again.sections;
  if (section?.kind !== "table") throw new Error("a table");
  save(store, {
    ...again,
    records: [],
    unread: [],
    sections: [{ ...section, headings: [], grid: { ...section.grid, cells: section.grid.cells.slice(0, 1) } }],
  });
  expect(found("三公")).toEqual(["公开/另一.pdf 2"]);
  expect(found("决算数")).toHaveLength(2);
  const orphans = "SELECT count(*) FROM page_text WHERE rowid NOT IN (SELECT id FROM page_search)";
  expect(store.db.prepare(orphans).pluck().get()).toBe(0n);
});

test("only of one body or year", () => {
  save(store, storedFile());
  save(store, storedFile({ name: "另一.pdf", entity: "安河县图书馆" }));
  expect(search(store, { query: "三公", entity: "图书馆" }).map((hit) => hit.entity)).toEqual(["安河县图书馆"]);
  expect(search(store, { query: "三公", fiscalYear: 2023 })).toEqual([]);
});

test("what an older version of the program stored is indexed by the migration", () => {
  save(store, storedFile());
  store.db.exec("DELETE FROM page_search; DELETE FROM indicator_outcome");
  expect(found("三公")).toEqual([]);
  store.db.exec(DERIVE_ALL);
  expect(found("三公")).toEqual(["公开/决算.pdf 2"]);
});
