import { describe, expect, it } from "vitest";
import { pageBlocks } from "../../src/layout/table/index.ts";
import { drawnPage, gridText } from "../support/drawn-page.ts";

const read = (notation: string): string[] =>
  pageBlocks(drawnPage(notation)).flatMap((block) => (block.kind === "grid" ? gridText(block) : [`P ${block.text}`]));

/** Rows of a table: a label at 72, numbers ending at 300, 380, 460 … */
const rows = (y: number, ...lines: readonly string[]): string =>
  lines
    .flatMap((line, i) =>
      line.split("|").map((text, k) => {
        if (text === "") return "";
        return k === 0 ? `t 72,${y + 14 * i} ${text}` : `t >${220 + 80 * k},${y + 14 * i} ${text}`;
      }),
    )
    .join("\n");

describe("tables of statistics with few lines", () => {
  it("reads the columns of a table that draws only the frame, the stub and the head", () => {
    const table = `
      h 90 70-470
      h 112 70-470
      h 160 70-470
      h 176 70-470
      v 200 90-176
      ${rows(102, "Age|Men|Women|All")}
      ${rows(121, "Under 5|101|98|199", "5 to 14|210|207|417", "15 to 24|190||190")}
      ${rows(168, "Total|501|305|806")}`;
    expect(read(table)).toEqual([
      "Age|Men|Women|All",
      "Under 5|101|98|199",
      "5 to 14|210|207|417",
      "15 to 24|190||190",
      "Total|501|305|806",
    ]);
  });

  it("parts numbers that only a drawn line keeps apart", () => {
    expect(
      read(`
        h 90 70-470
        h 112 70-470
        h 176 70-470
        v 200 90-176
        v 302 90-176
        ${rows(102, "Age|Men|Women|All")}
        ${rows(121, "Under 5|101|9,876,543,210.1|199", "5 to 14|210|1,876,543,210.7|417", "15 to 24|190||190", "Total|501|305|806")}`),
    ).toContain("5 to 14|210|1,876,543,210.7|417");
  });

  it("keeps the rows of a head that alone has lines between its columns", () => {
    const walls = [220, 305, 385].map((x) => `v ${x} 90-112`).join("\n");
    const rules = [90, 112, 128, 144, 160].map((y) => `h ${y} 70-470`).join("\n");
    expect(
      read(`${rules}\n${walls}\n${rows(102, "Country|Home|Abroad|All")}
        ${rows(120, "Arland|12.0|88.0|1,034")}\n${rows(136, "Borland|0|100.0|12")}\n${rows(152, "Corland|7.5|92.5|640")}`),
    ).toEqual(["Country|Home|Abroad|All", "Arland|12.0|88.0|1,034", "Borland|0|100.0|12", "Corland|7.5|92.5|640"]);
  });

  it("leaves a drawn form whose cells hold a remark with a number to its lines", () => {
    const form = `
      h 90 70-470
      h 130 70-470
      h 170 70-470
      v 70 90-170
      v 170 90-170
      v 470 90-170
      t 80,110 Remarks
      t 180,104 paid in two parts    40
      t 180,118 and the rest later    60
      t 80,150 Signed
      t 180,150 yes`;
    expect(read(form)).toHaveLength(2);
  });

  it("takes dots that lead to several numbers for no part of the label, and lines of the contents for no table", () => {
    const dots = " ....................";
    expect(read(rows(100, "Share|1.0|1.1", `0.99${dots}|800|880`, `0.95${dots}|160|176`, `0.90${dots}|80|88`))).toEqual(
      ["Share|1.0|1.1", "0.99|800|880", "0.95|160|176", "0.90|80|88"],
    );
    const contents = read(rows(100, `Preface${dots}|3`, `Sources${dots}|7`, `Methods${dots}|12`, `Results${dots}|31`));
    expect(contents.every((line) => line.startsWith("P "))).toBe(true);
  });
});
