import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DATASETS,
  datasetRows,
  openStore,
  panel,
  type Store,
  type StoredFile,
  save,
  versions,
} from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

const CONCEPTS = ["sangong.total", "sangong.reception", "training", "meetings"] as const;

/** A reading of one of few bodies in few years, so that texts meet. */
const reading = fc.record({
  entity: fc.constantFrom("甲局", "甲局（本级）", "甲局（汇总）", "甲 局", null),
  region: fc.constantFrom(null, "430212", "430221", "110105"),
  year: fc.constantFrom(2023, 2024),
  title: fc.constantFrom("2024年部门决算", "2024年单位决算", "2024年部门决算（更正）", null),
  types: fc.constantFrom(["final_accounts"], ["budget"], ["overall_self_evaluation"], [] as string[]),
  filledOn: fc.constantFrom(null, null, "2024-08-01", "2024-09-01"),
  from: fc.constantFrom("text", "ocr", "plain", "office"),
  values: fc.array(fc.record({ concept: fc.constantFrom(...CONCEPTS), value: fc.integer({ min: 1, max: 2 }) }), {
    maxLength: 5,
  }),
});

function fileOf(r: typeof reading extends fc.Arbitrary<infer T> ? T : never, n: number): StoredFile {
  const file = storedFile({
    name: `${n}.pdf`,
    pages: [
      { number: 1, width: 595, height: 842, from: r.from as "text" },
      { number: 2, width: 595, height: 842, from: r.from as "text" },
    ],
    records: r.values.map(({ concept, value }) =>
      storedFact({ concept, value: `${value}.00`, yuan: `${value}0000`, fiscalYear: r.year }),
    ),
  });
  const { entity, year: fiscalYear, title, filledOn } = r;
  const region = r.region === null ? null : { code: r.region, path: [] };
  return {
    ...file,
    document: { ...file.document, entity, fiscalYear, title, filledOn, region, types: r.types as never },
  };
}

/** Everything a store says, and what it calls its bodies and reports. */
function said(store: Store): unknown {
  return {
    panel: CONCEPTS.flatMap((concept) => panel(store, { concept, measure: "actual", unit: "万元" })).map(
      ({ body: _, ...value }) => value,
    ),
    versions: versions(store, true).map(({ report: _, ...version }) => version),
    ...Object.fromEntries(DATASETS.map((dataset) => [dataset.name, [...datasetRows(store, dataset)]])),
  };
}

test("the order in which files come changes nothing: not the panel, not a version, not an id", () => {
  fc.assert(
    fc.property(
      fc.array(reading, { minLength: 2, maxLength: 5 }).chain((readings) => {
        const files = readings.map(fileOf);
        return fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }));
      }),
      ([files, shuffled]) => {
        const [one, other] = [files, shuffled].map((list) => {
          const store = openStore(join(temporaryFolder(), "ordered.sqlite"));
          for (const file of list) save(store, file);
          const all = said(store);
          store.close();
          return all;
        });
        expect(other).toEqual(one);
      },
    ),
    { numRuns: 80 },
  );
}, 60_000);
