import { describe, expect, test } from "vitest";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import type { Grid } from "../../src/lib/layout.ts";
import { process as read } from "../../src/pipeline.ts";
import { say } from "../support/sections.ts";
import { sourceFile } from "../support/source-file.ts";

const grids = (text: string): Grid[] => plainBlocks(text).filter((block): block is Grid => block.kind === "grid");
const rowsOf = (grid: Grid): string[] =>
  Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map(({ text }) => text)
      .join("|"),
  );
/** Cells → a paragraph each, an empty line between them; a blank cell leaves an empty line more, or an empty paragraph. */
const spaced = (cells: string, blank = "\n"): string =>
  cells
    .trim()
    .split("\n")
    .flatMap((row) => row.trim().split("|"))
    .map((cell) => (cell === "" ? blank : `\n${cell}\n`))
    .join("");
const TITLE = "青溪县2022年“三公”经费决算统计表\n\n单位：万元\n";
const HEADS = "2022年决算数|2021年决算数|2022年决算比上年增减情况|增减额|增减幅度";
async function factsOf(text: string): Promise<string[]> {
  const { records } = await read(sourceFile(text, "text", "a.txt"));
  return records.flatMap((record) => (record.kind === "fact" && record.basis === "table" ? [say(record)] : []));
}

describe("cells a paragraph each", () => {
  test.each([
    ["an empty line more", "\n"],
    ["an empty paragraph", "\n\n"],
  ])("%s tells a blank cell; the names of lines need no head", (_, blank) => {
    const text = `${TITLE}${spaced(
      `${HEADS}
      合计|9.00|8.00|1.00|12.50%
      1、因公出国（境）费|0|0||
      2、公务接待费|4.00|3.00|1.00|33.33%
      其中：外事接待费|0.50||0.50|
      3、公务用车购置及运行维护费|5.00|5.00||`,
      blank,
    )}\n\n注：数据来自决算。`;
    expect(rowsOf(grids(text)[0]!).slice(2)).toEqual([
      "合计|9.00|8.00|1.00|12.50%",
      "1、因公出国（境）费|0|0||",
      "2、公务接待费|4.00|3.00|1.00|33.33%",
      "其中：外事接待费|0.50||0.50|",
      "3、公务用车购置及运行维护费|5.00|5.00||",
    ]);
  });
  test("a first row without its name is nobody's, the others are read", async () => {
    const facts = await factsOf(
      `${TITLE}${spaced(`${HEADS}
      9.00|8.00|1.00|12.50%
      1、因公出国（境）费|0|0||
      2、公务接待费|4.00|3.00|1.00|33.33%
      3、公务用车购置及运行维护费|5.00|5.00|0|`)}`,
    );
    expect(facts).toContain("sangong.reception change 2022 1.00万元");
    expect(facts).toContain("sangong.vehicle actual 2021 5.00万元");
    expect(facts.filter((fact) => fact.startsWith("sangong.total"))).toEqual([]);
  });
  test("a row that holds more cells than heads ends the table: nothing of it is read", async () => {
    const facts = await factsOf(
      `${TITLE}${spaced(`${HEADS}
      合计|9.00|8.00|1.00|12.50%
      1、公务接待费|4.00|3.00|1.00|33.33%
      2、公务用车购置及运行维护费|5.00|5.00|7.00|8.00|0`)}`,
    );
    expect(facts).toContain("sangong.reception actual 2022 4.00万元");
    expect(facts.filter((fact) => /vehicle/u.test(fact))).toEqual([]);
  });
});

test("cells with bars, more of them blank than not: every amount is read", async () => {
  const cells =
    "项 目|预 算 数|合 计|3.20|因公出国（境）费||公务接待费|3.20|公务用车购置及运行费||其中：公务用车运行费||公务用车购置费|";
  const bars = cells
    .split("|")
    .map((cell) => (cell === "" ? "|" : `${cell} |`))
    .join("\n");
  expect(await factsOf(`2021年一般公共预算“三公”经费支出预算表\n单位：万元\n${bars}\n`)).toEqual([
    "sangong.total initial_budget 2021 3.20万元",
    "sangong.reception initial_budget 2021 3.20万元",
  ]);
});
