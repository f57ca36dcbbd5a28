import { expect, test } from "vitest";
import { unitList } from "../../extractors/final-accounts/unit-list.ts";
import { tableSection } from "../support/table-section.ts";

const HINTS = { fiscalYear: 2024, entity: null, types: ["final_accounts"] };

test("the list of units is claimed and holds no facts: its running numbers are no amounts", () => {
  const list = tableSection(`
序号 | 单位名称 | 单位性质
1 | 河湾市水利局本级 | 行政
2 | 河湾市水文站 | 事业
`);
  expect(unitList.matches(list, HINTS)).toBe(true);
  expect([...unitList.extract(list, HINTS)]).toEqual([]);
});

test("a table of units with amounts is no such list", () => {
  const amounts = tableSection(`
序号 | 单位名称 | 决算数
1 | 河湾市水利局本级 | 120.50
`);
  expect(unitList.matches(amounts, HINTS)).toBe(false);
});
