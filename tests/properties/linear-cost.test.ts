import { expect, test } from "vitest";
import { process as readFile } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";
import { growth } from "../support/work-done.ts";

const HEAD = "2023年度部门决算公开说明\n";
/** What a hostile or careless writer repeats: a text of about `n` characters, as a file of the given kind. */
const INPUTS: Readonly<Record<string, (n: number) => readonly [string, "text" | "html"]>> = {
  "one number": (n) => [`${HEAD}公务接待费支出决算为${"1".repeat(n)}万元。`, "text"],
  "commas in a number": (n) => [`${HEAD}公务接待费${"1,".repeat(n / 2)}万元。`, "text"],
  "brackets that never close": (n) => [`${HEAD}${"（".repeat(n)}单位`, "text"],
  "dots of a contents line": (n) => [`${HEAD}目录${".".repeat(n)}1`, "text"],
  blanks: (n) => [`${HEAD}公务接待费${" ".repeat(n)}x`, "text"],
  "short lines of numbers": (n) => [`${HEAD}${"1 2 3\n".repeat(n / 6)}`, "text"],
  "sentences with amounts": (n) => [`${HEAD}${"公务接待费支出决算为1.2万元，".repeat(n / 16)}`, "text"],
  "rows drawn with strokes": (n) => [`${HEAD}${"│项目│1.5│\n├──┼──┤\n".repeat(n / 16)}`, "text"],
  "words set apart": (n) => [`${HEAD}${"收 入 总 计  1 . 5\n".repeat(n / 15)}`, "text"],
  "heads of a table": (n) => [`${HEAD}${"项目 预算数 决算数\n".repeat(n / 12)}`, "text"],
  "one head a line": (n) => [`${HEAD}${"项目名称\n".repeat(n / 5)}`, "text"],
  "columns of a table one below another": (n) => [
    `${HEAD}${"支出预算表\n科目编码\n科目名称\n201\n行政运行\n机关服务\n合计\n基本支出\n项目支出\n21.10\n8.30\n12.80\n".repeat(n / 56)}`,
    "text",
  ],
  "lines of a table": (n) => [
    `支出决算表,,\n部门：某局,,单位：元\n项目,2023年度预算数,2023年度决算数\n${Array.from({ length: n / 4 }, (_, i) => `支出${i},${i}.10,${i}.20\n`).join("")}`,
    "text",
  ],
  "cells of a page": (n) => [`<table>${`<tr>${"<td>1.5</td>".repeat(10)}</tr>`.repeat(n / 120)}</table>`, "html"],
  "elements in elements": (n) => [`<html><body>${"<div>".repeat(n / 5)}x</body></html>`, "html"],
};

const SIZE = 6_000;
/** Twice the input, and what noise there is. */
const MOST_GROWTH = 2.6;

test.each(Object.keys(INPUTS))(
  "twice the input is at most about twice the work: %s",
  { timeout: 120_000 },
  async (name) => {
    const reading = (n: number) => () =>
      readFile(sourceFile(...INPUTS[name]!(n)), { ocr: "never" }).catch(() => undefined);
    const grown = await growth(reading(SIZE), reading(2 * SIZE), MOST_GROWTH);
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(MOST_GROWTH);
  },
);

/** Patterns run inside the engine, where no blocks are counted: one that goes back over its input never comes to the end of this. */
test.each(Object.keys(INPUTS).filter((name) => name !== "elements in elements"))(
  "comes to the end of a hundred thousand characters: %s",
  { timeout: 120_000 },
  async (name) => {
    const end = await readFile(sourceFile(...INPUTS[name]!(100_000)), { ocr: "never" }).then(
      () => "read",
      (error: Error) => error.name,
    );
    expect(["read", "ExtractionError"]).toContain(end);
  },
);
