import { join } from "node:path";
import { openStore, type Store, save } from "../../src/store/index.ts";
import { temporaryFolder } from "./mingzhang.ts";
import { storedFact, storedFile } from "./stored-file.ts";

/** What spreadsheets, statistics programs and careless writers get wrong. */
export const HARD = {
  formula: '=HYPERLINK("x","点这里")',
  lines: '第一行\n第二行，有"引号"',
  /** Sixteen digits: a float or a spreadsheet loses the last. */
  large: "90071992547409.93",
} as const;

/** A store with two bodies and the text and numbers that exports must not spoil. */
export function exportStore(): Store {
  const store = openStore(join(temporaryFolder(), "export.sqlite"));
  const file = storedFile({
    records: [
      storedFact({ item: HARD.formula }),
      storedFact({ concept: "revenue.total", value: HARD.large, unit: "元", yuan: HARD.large, item: HARD.lines }),
      storedFact({
        concept: "function.2080505.basic",
        code: "2080505",
        item: "=4次",
        value: "-5.00",
        unit: "元",
        yuan: "-5",
      }),
      storedFact({ concept: "sangong.total", measure: "change_rate", value: "-12.50", unit: "%", yuan: null }),
      {
        kind: "indicator",
        table: 1,
        scope: null,
        level1: "产出指标",
        level1Weight: null,
        level2: "数量指标",
        level2Weight: null,
        level3: "检查次数",
        target: "=4次",
        actual: "4次",
        weight: "10",
        score: "9.5",
        reason: null,
        targetParsed: { op: "=", value: "4", unit: "次" },
        source: { page: 2, bbox: null, table: 1, row: 1, col: null, quote: null },
      },
    ],
    findings: [
      {
        kind: "finding",
        rule: "some-rule",
        severity: "warning",
        message: "两处不一致",
        scope: null,
        sides: [{ value: "7.36", unit: "万元", label: "合计", source: storedFact().source }],
        expected: "7.30",
        difference: "0.06",
        tolerance: "0.01",
      },
    ],
  });
  save(store, { ...file, document: { ...file.document, filledOn: "2025-03-01" } });
  save(store, storedFile({ name: "另一.pdf", entity: "安河县图书馆" }));
  return store;
}
