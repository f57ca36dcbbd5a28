import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { coverageMap, coveragePng } from "../../src/export/coverage-map.ts";
import { coverage, openStore, readDates, readExpected, type Store, save, saveFailure } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "test.sqlite"));
  return () => store.close();
});

const LIST = `单位,区划,年度,种类,期限
白鹭县档案馆,,2024,决算,2025-09-30
白鹭县档案馆,430212,2023,部门决算,2024-09-30
白鹭县档案馆,,2022,final_accounts,
白鹭县档案馆,,2024,预算,
白鹭县档案馆,,2021,决算,
,430221,2024,决算,
`;

const held = (year: number, filledOn: string | null, name: string, value = "7.36") => {
  const file = storedFile({
    name,
    records: value === "" ? [] : [storedFact({ value, yuan: `${Number(value) * 10000}` })],
  });
  return { ...file, document: { ...file.document, fiscalYear: year, filledOn } };
};

function fill(): void {
  save(store, held(2024, "2025-08-20", "a.pdf"));
  save(store, held(2023, "2024-10-08", "b.pdf"));
  save(store, held(2022, null, "c.pdf"));
  save(store, held(2022, null, "c2.pdf", "8.00"));
  const trouble = { code: "damaged", where: null, message: "no xref" } as const;
  saveFailure(store, { path: "公开/白鹭县档案馆2021年决算.pdf", sha256: null, engine: "1", trouble });
}

test("what should be out against what is held", () => {
  fill();
  expect(
    coverage(store, readExpected(LIST)).map(({ label, fiscalYear, status, versions }) => [
      label,
      fiscalYear,
      status,
      versions,
    ]),
  ).toEqual([
    ["白鹭县档案馆", 2024, "published", 1],
    ["白鹭县档案馆", 2023, "late", 1],
    ["白鹭县档案馆", 2022, "superseded", 2],
    ["白鹭县档案馆", 2024, "missing", 0],
    ["白鹭县档案馆", 2021, "unreadable", 0],
    ["湖南省株洲市株洲县", 2024, "published", 1],
  ]);
});

test("late goes by the day it came out where that is known, and says which day it is", () => {
  fill();
  const told = (list: string, dates = new Map() as ReadonlyMap<string, string>) =>
    coverage(store, readExpected(list), dates).map(({ status, date, dateFrom }) => [status, date, dateFrom]);
  const list = (more: string) => `单位,年度,种类,期限,公开日期\n白鹭县档案馆,2024,决算,2025-09-30,${more}\n`;
  expect(told(list(""))).toEqual([["published", "2025-08-20", "form"]]);
  const dates = readDates("文件,公开日期\n公开/a.pdf,2025年10月9日\nb.pdf,2024/9/30\n");
  expect(told(list(""), dates)).toEqual([["late", "2025-10-09", "file"]]);
  expect(told(list("2025/9/1"), dates)).toEqual([["published", "2025-09-01", "list"]]);
  // By its name: filled in after the day it was due, out on that day.
  const named = "单位,年度,种类,期限\n白鹭县档案馆,2023,决算,2024-09-30\n";
  expect(told(named)).toEqual([["late", "2024-10-08", "form"]]);
  expect(told(named, dates)).toEqual([["published", "2024-09-30", "file"]]);
  expect(() => readDates("文件,公开日期\na.pdf,2025-02-30\n")).toThrow(/bad-date: line 2/);
  expect(() => readDates("文件\na.pdf\n")).toThrow(/no-columns/);
});

test("an announcement does not stand for the text that it announces", () => {
  const announcement = held(2024, null, "公告.html", "");
  const text = held(2024, null, "决算.pdf");
  // What is said across the page's frame is a finding at most.
  const { source } = storedFact();
  const nothing = { expected: null, difference: null, tolerance: null };
  const side = { value: "7.36", unit: "万元", source: { ...source, table: null, row: null, col: null } };
  const finding = { kind: "finding", rule: "x", severity: "info", message: "没有表", scope: null, ...nothing } as const;
  save(store, { ...announcement, findings: [{ ...finding, sides: [side] }] });
  const list = readExpected("entity,fiscal_year,kind\n白鹭县档案馆,2024,决算\n");
  const status = (): unknown[] => coverage(store, list).map((row) => [row.status, row.path]);
  expect(status()).toEqual([["unreadable", announcement.file.path]]);
  save(store, text);
  expect(status()).toEqual([["published", text.file.path]]);
});

test("a document in which nothing was understood is unreadable", () => {
  save(store, held(2024, null, "a.pdf", ""));
  expect(coverage(store, readExpected("entity,fiscal_year,kind\n白鹭县档案馆,2024,决算\n"))[0]!.status).toBe(
    "unreadable",
  );
});

test.each([
  ["entity,kind\n甲,决算\n", /no-columns: line 1/],
  ["entity,fiscal_year,kind\n甲,2024,决算\n甲,去年,决算\n", /bad-year: line 3/],
  ["entity,fiscal_year,kind\n甲,2024,别的\n", /bad-kind/],
  ["entity,region_code,fiscal_year,kind\n,,2024,决算\n", /no-body/],
  ["region_code,fiscal_year,kind\n4302,2024,决算\n", /bad-region/],
  ["entity,fiscal_year,kind,due\n甲,2024,决算,八月\n", /bad-date/],
])("a list that cannot be understood says where", (csv, error) => {
  expect(() => readExpected(csv)).toThrow(error);
});

test("the picture has a field for each row of the list, the same every time", async () => {
  fill();
  const status = { published: "已公开", missing: "未见", unreadable: "读不出", superseded: "已重发", late: "迟" };
  const scope = { department: "部门", office: "本级", unit: "单位" };
  const words = { title: "公开情况 <县>", status, scope, kind: (kind: string) => kind };
  const svg = coverageMap(coverage(store, readExpected(LIST)), words);
  expect(svg.match(/<title>/g)).toHaveLength(6);
  expect(svg).toContain("公开情况 &lt;县&gt;");
  expect(svg).toBe(coverageMap(coverage(store, readExpected(LIST)), words));
  expect(Buffer.from((await coveragePng(svg)).slice(1, 4)).toString()).toBe("PNG");
});
