import { afterAll, describe, expect, test } from "vitest";
import { merged, type Placed } from "../../src/review/plots/merged.ts";
import { openStore, panel, panelPoints, type StoredFile } from "../../src/store/index.ts";
import { syntheticFile } from "../support/synthetic.ts";
import { databaseWith, pagesOver } from "./support.ts";

const BODIES = 60;

/** Eight years of sixty bodies. */
const files: StoredFile[] = Array.from({ length: BODIES * 8 }, (_, n) => syntheticFile(n, 24));
/** One body states its number of the last year in another text too: which counts is the panel's choice. */
const twice = { ...syntheticFile(15, 24) };
const database = databaseWith([
  ...files,
  {
    ...twice,
    file: { ...twice.file, sha256: "e".repeat(64), path: "另一份.pdf" },
    document: { ...twice.document, types: ["overall_self_evaluation"] },
  },
]);
const pages = pagesOver(database);
afterAll(() => pages.close());

const at = (x: number, y: number): Placed => ({
  point: { label: "", year: 0, value: "", href: "" },
  x,
  y,
  said: `${x}`,
});

describe("plots of more bodies than a page shows", () => {
  test("points that cover one another are one mark, and every point is counted in one", () => {
    const few = merged([at(1, 1), at(2, 2), at(100, 1)]);
    expect(few.map(({ said, count }) => [said, count])).toEqual([
      ["1", 2],
      ["100", 1],
    ]);
    const many = merged(Array.from({ length: 5000 }, (_, n) => at((n * 37) % 700, (n * 53) % 350)));
    expect(many.length).toBeLessThanOrEqual(400);
    expect(many.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
  });

  test("the points are the panel's numbers of the last year, of a place or within years", () => {
    const store = openStore(database, { readonly: true });
    const asked = { concept: "sangong.total", measure: "actual", unit: "万元" } as const;
    const all = panel(store, asked).map(
      ({ entity, regionCode, scope, fiscalYear, value, unit, sha256, page, slot }) => ({
        entity,
        regionCode,
        scope,
        fiscalYear,
        value,
        unit,
        sha256,
        page,
        slot,
      }),
    );
    const last = Math.max(...all.map(({ fiscalYear }) => fiscalYear));
    expect(panelPoints(store, asked)).toEqual(all.filter(({ fiscalYear }) => fiscalYear === last));
    expect(panelPoints(store, { ...asked, to: 2020 })).toEqual(all.filter(({ fiscalYear }) => fiscalYear === 2020));
    expect(panelPoints(store, { ...asked, place: "99" })).toEqual([]);
    expect(panelPoints(store, { ...asked, entity: "第7局" }).map(({ entity }) => entity)).toEqual([
      expect.stringContaining("第7局"),
    ]);
    store.close();
  });

  test.each(["series", "ranking", "distribution", "against"])(
    "%s: drawn, each mark leads to a number's place",
    async (plot) => {
      const response = await pages.ask(`/panel?plot=${plot}&against=expenditure.total`);
      expect(response.status).toBe(200);
      const html = await response.text();
      const svg = /<svg[\s\S]*?<\/svg>/u.exec(html)![0];
      const links = [...svg.matchAll(/href="([^"]+)"/gu)];
      expect(links.length).toBeGreaterThan(5);
      for (const [, href] of links) expect(href).toMatch(/^\/documents\/[0-9a-f]{64}\?page=\d+#/u);
    },
  );
});
