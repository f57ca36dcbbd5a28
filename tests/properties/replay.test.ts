import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  aliasEntity,
  changesSince,
  correct,
  DATASETS,
  datasetRows,
  entities,
  lastChange,
  mergeEntities,
  openStore,
  renameEntity,
  type Store,
  save,
  slots,
  undoDecision,
} from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

type Row = readonly unknown[];
type Copy = Map<string, Row[]>;

const SUBJECT_COLUMN = { document: "document", entity: "entity_id", report: "report" } as const;

/** What a copy does with the rows that changed after its number: takes the old ones out and puts the new ones in. */
function replay(store: Store, copy: Copy, since: number): number {
  for (const dataset of DATASETS) {
    const rows = copy.get(dataset.name) ?? [];
    const at = dataset.columns.findIndex(({ name }) => name === SUBJECT_COLUMN[dataset.per]);
    const stale = new Set(
      changesSince(store, since)
        .filter(({ subject }) => subject === dataset.per)
        .map(({ key }) => key),
    );
    const kept = rows.filter((row) => !stale.has(String(row[at])));
    copy.set(dataset.name, [...kept, ...datasetRows(store, dataset, { since })]);
  }
  return lastChange(store);
}

const text = (rows: readonly Row[]): string[] =>
  rows.map((row) => JSON.stringify(row, (_, v) => (typeof v === "bigint" ? String(v) : v))).sort();

const NAMES = ["甲局", "乙局", "甲局（本级）", "丙中心"] as const;
const REGIONS = [null, { code: "430212", path: ["渌口区"] }, { code: "430221", path: ["株洲县"] }] as const;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("read" as const),
      file: fc.integer({ min: 0, max: 6 }),
      engine: fc.integer({ min: 1, max: 3 }),
      name: fc.constantFrom(...NAMES),
      region: fc.constantFrom(...REGIONS),
      year: fc.constantFrom(2023, 2024, null),
      title: fc.constantFrom("部门决算", "单位决算", null),
      values: fc.uniqueArray(fc.constantFrom("sangong.total", "sangong.reception", "training"), { maxLength: 3 }),
      value: fc.integer({ min: 1, max: 3 }),
    }),
  },
  fc.record({ do: fc.constant("correct" as const), file: fc.integer({ min: 0, max: 6 }), value: fc.nat(9) }),
  fc.record({ do: fc.constant("merge" as const), kept: fc.nat(9), gone: fc.nat(9) }),
  fc.record({ do: fc.constant("rename" as const), body: fc.nat(9), name: fc.constantFrom("丁局", "甲委") }),
  fc.record({ do: fc.constant("alias" as const), body: fc.nat(9), name: fc.constantFrom("甲局", "戊局") }),
  fc.record({ do: fc.constant("undo" as const) }),
  fc.record({ do: fc.constant("copy" as const) }),
);

/** One step; a decision that cannot be made is no step. */
function take(store: Store, s: typeof step extends fc.Arbitrary<infer T> ? T : never): void {
  const bodies = entities(store);
  const body = (n: number): string => String(bodies[n % bodies.length]!.id);
  try {
    if (s.do === "read") {
      const file = storedFile({
        name: `${s.file}.pdf`,
        engine: String(s.engine),
        records: s.values.map((concept) =>
          storedFact({ concept, value: String(s.value), yuan: `${s.value}0000`, fiscalYear: s.year ?? 2024 }),
        ),
      });
      const { name: entity, region, year: fiscalYear, title } = s;
      const place = region && { code: region.code, path: [...region.path] };
      save(store, { ...file, document: { ...file.document, entity, fiscalYear, title, region: place } });
    } else if (s.do === "correct") {
      const slot = slots(store, `${s.file}.pdf`)[0];
      const value = String(s.value);
      if (slot) correct(store, [{ file: `${s.file}.pdf`, slot: slot.slot, action: "set", value, reason: "原文" }]);
    } else if (bodies.length > 0) {
      if (s.do === "merge") mergeEntities(store, body(s.kept), body(s.gone));
      else if (s.do === "rename") renameEntity(store, body(s.body), s.name, { from: null, to: null });
      else if (s.do === "alias") aliasEntity(store, body(s.body), s.name, { from: null, to: null });
      else if (s.do === "undo") undoDecision(store, null);
    }
  } catch (error) {
    if (!(error instanceof Error && ["DecisionError", "CorrectionError"].includes(error.name))) throw error;
  }
}

test("a copy that replays the changes after its number says the same as the store", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => {
      const store = openStore(join(temporaryFolder(), "replayed.sqlite"));
      const copy: Copy = new Map();
      let since = 0;
      for (const s of steps)
        if (s.do === "copy") since = replay(store, copy, since);
        else take(store, s);
      replay(store, copy, since);
      for (const dataset of DATASETS)
        expect(text(copy.get(dataset.name)!), dataset.name).toEqual(text([...datasetRows(store, dataset)]));
      const uids = store.db.prepare("SELECT count(*) FROM entity WHERE uid IS NULL").pluck().get();
      expect(uids).toBe(0n);
      store.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a reading that says nothing new is no change, and a transaction that fails leaves none", () => {
  const store = openStore(join(temporaryFolder(), "changes.sqlite"));
  save(store, storedFile());
  const last = lastChange(store);
  save(store, storedFile());
  expect(lastChange(store)).toBe(last);
  expect(() =>
    save(store, storedFile({ name: "坏.pdf", records: [storedFact({ basis: "guess" as never })] })),
  ).toThrow();
  expect(lastChange(store)).toBe(last);
  save(store, storedFile({ name: "另一份.pdf", entity: "乙局" }));
  const since = changesSince(store, last);
  expect(since.map(({ subject, gone, entity, file }) => [subject, gone, entity, file]).sort()).toEqual([
    ["document", false, "乙局", "另一份.pdf"],
    ["entity", false, "乙局", null],
    ["report", false, "乙局", null],
  ]);
  store.close();
});
