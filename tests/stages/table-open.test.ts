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

/** A table between rules: 70 to 470, one under the head. */
const framed = (head: number, foot: number): string => `h 90 70-470\nh ${head} 70-470\nh ${foot} 70-470`;

describe("heads between rules", () => {
  it("takes an underlined head for the head of the columns its rule covers, and a head on three lines for one", () => {
    expect(
      read(`
        ${framed(146, 210)}
        t 72,98 Age
        t 72,110 group
        t 72,122 (years)
        t 330,99 Deaths
        h 106 240-470
        t 262,116 Men
        t 410,116 All
        h 123 240-385
        ${rows(132, "|no.|Rate|no.")}
        ${rows(160, "45-54|12|21.8|91", "55-64|16|85.5|224", "65-74|20|120.9|527", "Total|48|63.4|842")}`),
    ).toEqual([
      "Age/group/(years)*3x1|Deaths*1x3",
      "Men*1x2|All/no.*2x1",
      "no.|Rate",
      "45-54|12|21.8|91",
      "55-64|16|85.5|224",
      "65-74|20|120.9|527",
      "Total|48|63.4|842",
    ]);
  });

  it("takes years over a rule for heads", () => {
    const table = `${framed(128, 190)}\nt 360,100 Year\nh 108 240-470\n${rows(116, "Measure|1997|1998|1999")}
      ${rows(142, "Income|49,497|51,295|52,587", "Index|0.4590|0.4560|0.4580", "Rate|12.1|12.7|13.0")}`;
    expect(read(table).slice(0, 3)).toEqual(["Measure*2x1|Year*1x3", "1997|1998|1999", "Income|49,497|51,295|52,587"]);
  });

  it("joins heads on several lines where a rule ends them and each stands over its column", () => {
    expect(
      read(`
        ${framed(134, 200)}
        ${rows(102, "||Total|")}
        ${rows(113, "|Schools|pupils|Pupils")}
        ${rows(124, "System|asked|invited|seen")}
        ${rows(146, "Arland|290|6,709|6,126", "Borland|160|5,089|4,670", "Corland|169|5,398|4,881")}`)[0],
    ).toBe("System|Schools/asked|Total/pupils/invited|Pupils/seen");
  });

  it("leaves the title over a table's first rule and the notes under its last out of it", () => {
    const lines = read(`
      t 72,80 Table 4.    Money paid by kind of school
      ${framed(112, 172)}
      ${rows(102, "School|Public|Private|All")}
      ${rows(124, "First|120|98|218", "Second|210|207|417", "Third|190|60|250")}
      t 72,182 Note: pupils of    all ages are in it.
      t 72,196 Source: own count,    third year.`);
    expect(lines[0]).toMatch(/^P Table 4/u);
    expect(lines.slice(1, 5)).toEqual([
      "School|Public|Private|All",
      "First|120|98|218",
      "Second|210|207|417",
      "Third|190|60|250",
    ]);
    expect(lines.slice(5).every((line) => line.startsWith("P "))).toBe(true);
  });

  it("ends a table where prose in columns of its own goes on under it", () => {
    const prose = [0, 1, 2, 3].map(
      (i) =>
        `t 72,${170 + 12 * i} and all of the counties that had\nt 270,${170 + 12 * i} more than the median of the others`,
    );
    const lines = read(`
      ${rows(100, "Age|Men|Women|All", "Under 5|101|98|199", "5 to 14|210|207|417", "15 to 24|190|60|250", "Total|501|365|866")}
      ${prose.join("\n")}`);
    expect(lines[4]).toBe("Total|501|365|866");
    expect(lines.slice(5).every((line) => line.startsWith("P "))).toBe(true);
  });

  it("finds rows of numbers among as many lines of labels wrapped around them", () => {
    const labelled = [0, 1, 2, 3, 4].flatMap((i) => [
      `t 72,${120 + 30 * i} Inequality of incomes`,
      rows(126 + 30 * i, `|0.${61 + i}|0.${52 + i}|0.${43 + i}`),
      `t 72,${132 + 30 * i} between parts of it`,
    ]);
    const lines = read(`${rows(100, "Measure|1997|1998|1999")}\n${labelled.join("\n")}`);
    expect(lines).toHaveLength(6);
    expect(lines[5]).toBe("Inequality of incomes/between parts of it|0.65|0.56|0.47");
  });

  it("keeps rows of words apart that only a rule under the head and one at the foot enclose", () => {
    expect(
      read(`
        ${framed(112, 170)}
        ${rows(102, "|1994|1997|2003")}
        ${rows(122, "Lowest|9,594 or less|22,400 or less|34,000 or less", "Middle|to 25,771|to 40,888|to 66,900", "Highest|above|above|above")}`),
    ).toEqual([
      "|1994|1997|2003",
      "Lowest|9,594 or less|22,400 or less|34,000 or less",
      "Middle|to 25,771|to 40,888|to 66,900",
      "Highest|above|above|above",
    ]);
  });
});
