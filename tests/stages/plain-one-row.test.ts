import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

/** Facts a text gives, and the amounts below no head. */
async function readRow(text: string): Promise<{ facts: string[]; placed: Map<string, string> }> {
  const { records } = await read(sourceFile(text, "text", "a.txt"));
  const facts = records.flatMap((record) =>
    record.kind === "fact" ? [[`${record.concept} ${record.measure}`, record.value] as const] : [],
  );
  return { facts: facts.map(([key, value]) => `${key} ${value}`), placed: new Map(facts) };
}

const TITLE = "白鹭区档案馆\n2023年度部门决算\n财政拨款“三公”经费支出决算表\n单位：万元\n";
/** Taken line by line across the cells of a header of four heights. */
const ACROSS = [
  "财政拨款“三公”经费",
  "公务用车购置及运行维护费",
  "因公出国",
  "合计 公务用车 公务用车 公务接待费",
  "（境）费 小计",
  "购置费 运行维护费",
  "预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数",
].join("\n");

describe("“三公”经费 in one row below a header whose cells broke over lines", () => {
  test("a full row", async () => {
    const { facts } = await readRow(
      `${TITLE}${ACROSS}\n9.50 7.30 1.00 0.80 6.50 5.50 0 0 6.50 5.50 2.00 1.00\n注：略。`,
    );
    expect(facts).toContain("sangong.overseas initial_budget 1.00");
    expect(facts).toContain("sangong.vehicle actual 5.50");
    expect(facts).toContain("sangong.vehicle_operation initial_budget 6.50");
    expect(facts).toContain("sangong.reception actual 1.00");
    expect(facts).toHaveLength(12);
  });
  test("a full row whose sums hold but for rounding", async () => {
    const { facts } = await readRow(
      `${TITLE}${ACROSS}\n9.51 7.30 1.00 0.80 6.50 5.50 0 0 6.50 5.50 2.00 1.00\n注：略。`,
    );
    expect(facts).toContain("sangong.total initial_budget 9.51");
    expect(facts).toHaveLength(12);
  });
  test("blank cells lost: what the sums place in one way alone", async () => {
    const { facts } = await readRow(`${TITLE}${ACROSS}\n9.50 7.30 7.50 6.30 7.50 6.30 2.00 1.00\n注：略。`);
    // bought or run: nothing tells it
    expect(facts.sort()).toEqual([
      "sangong.reception actual 1.00",
      "sangong.reception initial_budget 2.00",
      "sangong.total actual 7.30",
      "sangong.total initial_budget 9.50",
      "sangong.vehicle actual 6.30",
      "sangong.vehicle initial_budget 7.50",
    ]);
  });
  test.each([
    ["sums that do not hold", "9.81 7.30 7.50 6.30 7.50 6.30 2.00 1.00"],
    ["a number of the page behind", "9.50 7.30 7.50 6.30 7.50 6.30 2.00 1.00 12"],
  ])("%s: nothing", async (_, row) => {
    expect((await readRow(`${TITLE}${ACROSS}\n${row}\n注：略。`)).facts).toEqual([]);
  });
  test("whatever is lost, no amount stands under a head that is not its own", async () => {
    const amount = fc.constantFrom(0, 0, 100, 250, 350, 1200);
    const year = fc.record({ overseas: amount, bought: amount, run: amount, reception: amount });
    await fc.assert(
      fc.asyncProperty(year, year, async (budget, actual) => {
        const cells = [budget, actual].map(({ overseas, bought, run, reception }) => ({
          "sangong.total": overseas + bought + run + reception,
          "sangong.overseas": overseas,
          "sangong.vehicle": bought + run,
          "sangong.vehicle_purchase": bought,
          "sangong.vehicle_operation": run,
          "sangong.reception": reception,
        }));
        const heads = Object.keys(cells[0]!) as (keyof (typeof cells)[0])[];
        const printed = heads.flatMap((head) => cells.map((cell) => cell[head])).filter((cents) => cents > 0);
        const row = printed.map((cents) => (cents / 100).toFixed(2)).join(" ");
        const { placed } = await readRow(`${TITLE}${ACROSS}\n${row}\n注：略。`);
        for (const [key, value] of placed) {
          const [concept, measure] = key.split(" ") as [keyof (typeof cells)[0], string];
          expect(`${key} ${value}`).toBe(`${key} ${(cells[measure === "actual" ? 1 : 0]![concept] / 100).toFixed(2)}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
