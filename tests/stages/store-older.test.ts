import { join } from "node:path";
import { expect, test } from "vitest";
import { correct, corrections, openStore, panel, type Store, save, slots, versions } from "../../src/store/index.ts";
import { MIGRATIONS } from "../../src/store/migrations/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { olderStore } from "../support/older-store.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

/** A store of an earlier version, filled by `fill`, opened by this one. */
function opened(version: number, fill: (store: Store) => void): Store {
  const folder = temporaryFolder();
  const made = openStore(join(folder, "made.sqlite"));
  fill(made);
  const path = join(folder, "older.sqlite");
  olderStore(made, path, version);
  made.close();
  return openStore(path);
}

const SLOT = "sangong.total|合计|actual|2024|||table|";

test("of the first version: its documents are given to bodies and reports", () => {
  const store = opened(1, (made) => {
    save(made, storedFile());
    save(made, storedFile({ name: "重发.pdf", records: [storedFact({ value: "8", yuan: "80000" })] }));
  });
  expect(versions(store).map(({ entity, version, effective }) => [entity, version, effective])).toEqual([
    ["白鹭县档案馆", 1, false],
    ["白鹭县档案馆", 2, true],
  ]);
  expect(store.db.pragma("foreign_key_check")).toEqual([]);
  store.close();
});

test("of every version: what was read and corrected is there and can be corrected again", () => {
  for (let version = 2; version < MIGRATIONS.length; version++) {
    const store = opened(version, (made) => {
      save(made, storedFile());
      const said = { file: "决算.pdf", slot: SLOT, reason: "看过原文" };
      correct(made, [{ ...said, action: "confirm" }]);
      correct(made, [{ ...said, action: "set", value: "7.63" }]);
    });
    const shown = () => panel(store, { concept: "sangong.total", measure: "actual", unit: "万元" }).map((v) => v.value);
    expect(shown(), `version ${version}`).toEqual(["7.63"]);
    expect(corrections(store).map(({ action, superseded }) => [action, superseded])).toEqual([
      ["confirm", true],
      ["set", false],
    ]);
    expect(() => store.db.exec("DELETE FROM correction")).toThrow(/append-only/);
    correct(store, [{ file: "决算.pdf", slot: SLOT, action: "withdraw", reason: "原来就对" }]);
    expect(shown()).toEqual(["7.36"]);
    expect(slots(store, "决算.pdf")).toMatchObject([{ slot: SLOT, status: "machine" }]);
    expect(store.db.pragma("foreign_key_check")).toEqual([]);
    store.close();
  }
});
