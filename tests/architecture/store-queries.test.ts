import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore, save } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

const text = readFileSync(join(packageRoot, "docs/store.md"), "utf8");
const queries = [...text.matchAll(/```sql\n([\s\S]*?)```/gu)].map((m) => m[1]!);

const store = openStore(join(temporaryFolder(), "worked.sqlite"));
const amount = (over: Parameters<typeof storedFact>[0], value: string) =>
  storedFact({ ...over, value, yuan: `${Number(value) * 10_000}` });
const records = [
  storedFact(),
  amount({ measure: "initial_budget" }, "7.00"),
  amount({ basis: "narrative" }, "7.60"),
  storedFact({ concept: "sangong.vehicles_held", measure: "count", value: "3", unit: "辆", yuan: null }),
  {
    kind: "indicator" as const,
    table: 1,
    scope: null,
    level1: "产出指标",
    level1Weight: null,
    level2: "数量指标",
    level2Weight: null,
    level3: "检查次数",
    target: "≥4次",
    actual: "3次",
    weight: "10",
    score: "7.5",
    reason: null,
    targetParsed: { op: ">=" as const, value: "4", unit: "次" },
    source: storedFact().source,
  },
];
save(store, storedFile({ records }));
save(store, storedFile({ name: "决算.docx", records: records.slice(0, 2) }));
afterAll(() => store.close());

const rows = (n: number): unknown[] => store.db.prepare(queries[n]!).raw().all();

test("docs/store.md has five worked queries", () => expect(queries).toHaveLength(5));

test("what departments spent, doubtful cells told", () =>
  expect(rows(0)).toEqual([["白鹭县档案馆", 2024n, 73_600, 3, 1n]]));
test("budgets beside accounts", () => expect(rows(1)).toEqual([["白鹭县档案馆", "department", 2024n, 3600]]));
test("where a number stands", () => {
  const [, table] = rows(2) as unknown[][];
  expect(rows(2)).toHaveLength(2);
  expect(table!.slice(1, 10)).toEqual(["决算.pdf", 2n, 60, 110, 90, 120, "7.36", "万元", "machine"]);
});
test("indicators that were not met", () =>
  expect(rows(3)).toEqual([["白鹭县档案馆", 2024n, "检查次数", "≥4次", "3次", 4, 3]]));
test("texts of reports", () =>
  expect((rows(4) as unknown[][]).map((row) => row.slice(3))).toEqual([
    ["department", 1n, "original", 1n, "决算.pdf"],
    ["department", 1n, "same_content", 0n, "决算.docx"],
  ]));
