import { describe, expect, it } from "vitest";
import { pageBlocks } from "../../src/layout/table/index.ts";
import { drawnPage, gridText } from "../support/drawn-page.ts";

const blocks = (notation: string): string[][] =>
  pageBlocks(drawnPage(notation)).map((block) => (block.kind === "grid" ? gridText(block) : [`P ${block.text}`]));
const grids = (notation: string): string[][] => blocks(notation).filter(([first]) => !first?.startsWith("P "));

const rows = (y: number, step: number, ends: readonly number[], lines: readonly string[]): string =>
  lines
    .flatMap((line, i) =>
      line.split("|").map((text, k) => {
        if (text === "") return "";
        return k === 0 ? `t 40,${y + step * i} ${text}` : `t >${ends[k - 1]},${y + step * i} ${text}`;
      }),
    )
    .join("\n");

/** Lines of prose from margin to margin, in their own rhythm. */
const prose = (x: number, y: number, step: number, count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `t ${x},${y + step * i} pupils of the counties were asked again in each ${i % 2 ? "year" : "term"}`,
  ).join("\n");

const STATES = [
  "Arland|1,144|193.5|37",
  "Borland|39,385|181.2|29",
  "Corland|6,930|177.4|53",
  "Dorland|10,602|167.8|54",
  "Eorland|2,187|162.4|31",
  "Forland|5,100|160.1|58",
  "Gorland|3,548|158.7|47",
  "Horland|16,782|156.6|44",
];

describe("tables on pages of statistics", () => {
  it("reads a table in one column of a page beside prose in the other", () => {
    const ends = [130, 190, 240];
    const found = grids(`${rows(100, 12, ends, ["State|no.|Rate|All", ...STATES])}\n${prose(300, 100, 12, 14)}`);
    expect(found).toEqual([["State|no.|Rate|All", ...STATES]]);
  });

  it("reads it also where the prose stands to the left", () => {
    const table = STATES.map((line, i) => {
      const [label, ...numbers] = line.split("|");
      return [
        `t 330,${100 + 12 * i} ${label}`,
        ...numbers.map((text, k) => `t >${430 + 60 * k},${100 + 12 * i} ${text}`),
      ].join("\n");
    });
    expect(grids(`${prose(40, 100, 12, 12)}\n${table.join("\n")}`)).toEqual([STATES]);
  });

  it("keeps a table whole whose last column is remarks of different lengths", () => {
    const remarks = [
      "asked once",
      "asked in both terms of the year",
      "not asked",
      "asked by letter and once more by telephone",
      "new",
      "joined with its neighbour in spring",
      "as before",
      "not told",
    ];
    const found = grids(
      STATES.map(
        (line, i) => `${rows(100 + 12 * i, 12, [130, 190, 240], [line])}\nt 300,${100 + 12 * i} ${remarks[i]}`,
      ).join("\n"),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.[3]).toBe("Dorland|10,602|167.8|54|asked by letter and once more by telephone");
  });

  it("takes a line typed of dashes for a rule", () => {
    const found = grids(`
      ${rows(100, 12, [260, 320, 380], ["|1.0|1.1|1.2"])}
      t 40,112 --------------------------------------------------------------------
      ${rows(124, 12, [260, 320, 380], ["0.99|800|880|960", "0.95|160|176|192", "0.90|80|88|96"])}`);
    expect(found).toEqual([["|1.0|1.1|1.2", "0.99|800|880|960", "0.95|160|176|192", "0.90|80|88|96"]]);
    expect(blocks("t 40,100 one line\nt 40,112 --------------------\nt 40,124 another").flat().join()).toContain(
      "-----",
    );
  });

  it("takes numbers a little more than a space apart for two", () => {
    const found = grids(
      rows(
        100,
        14,
        [200, 272, 320],
        ["Arland|39,385|(95.25–98.1)|12", "Borland|42,117|(95.25–97.2)|9", "Corland|41,300|99.125|14"],
      ),
    );
    expect(found[0]?.[1]).toBe("Borland|42,117|(95.25–97.2)|9");
  });

  it("shares one rule out among the heads over it", () => {
    const found = grids(`
      h 88 40-470
      h 120 40-470
      h 170 40-470
      t 160,98 2009
      t 280,98 2010
      t 400,98 2011
      h 104 130-450
      ${rows(112, 12, [160, 220, 280, 340, 400, 450], ["Loans|sum|part|sum|part|sum|part"])}
      ${rows(130, 14, [160, 220, 280, 340, 400, 450], ["Homes|4,151|25.0|4,090|27.5|3,925|24.9", "Shops|361|2.2|331|2.2|284|1.8", "All|4,512|27.2|4,421|29.7|4,209|26.7"])}`);
    expect(found[0]?.slice(0, 2)).toEqual(["Loans*2x1|2009*1x2|2010*1x2|2011*1x2", "sum|part|sum|part|sum|part"]);
  });

  it("takes the falling numbers of a chart's axis for no table", () => {
    const chart = [450, 400, 350, 300, 250, 200, 150].map(
      (value, i) => `t >100,${100 + 20 * i} ${value}\nt 330,${100 + 20 * i} ${i % 3 ? "spread" : "yield"}`,
    );
    expect(grids(chart.join("\n"))).toEqual([]);
  });
});
