import { describe, expect, test } from "vitest";
import type { ShownDocument } from "../../src/batch/show.ts";
import { shown } from "../../src/batch/show.ts";
import { whole } from "../../src/batch/stored.ts";
import { unreadRows } from "../../src/cli/shown-text.ts";
import { process } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";
import { storedFact } from "../support/stored-file.ts";

const TEXT = "2024年度部门决算\n三、“三公”经费支出决算7.36万元。";

async function withFacts(...facts: readonly ReturnType<typeof storedFact>[]): Promise<ShownDocument> {
  const file = sourceFile(new TextEncoder().encode(TEXT), "text");
  return shown(whole(file, { ...(await process(file)), records: facts }));
}

describe("what a person must look up", () => {
  test("numbers that recognition left in doubt, with their place and the other readings", async () => {
    const sure = storedFact({ value: "1.20" });
    const doubtful = storedFact({ uncertain: true, alternatives: ["7.86", "1.36"] });
    const rows = unreadRows(await withFacts(sure, doubtful)).filter(([kind]) => kind === "存疑的数");
    expect(rows).toEqual([["存疑的数", "2", "1", "r1 c1", "7.36万元，另有读法 7.86、1.36  合计"]]);
  });
  test("a number that sums decided is in doubt no more, though its other readings are kept", async () => {
    const decided = storedFact({ alternatives: ["7.86"] });
    expect((await withFacts(decided)).doubtful).toEqual([]);
  });
});
