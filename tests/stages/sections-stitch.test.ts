import { describe, expect, it } from "vitest";
import { isSound } from "../../src/lib/grid.ts";
import type { Block } from "../../src/lib/layout.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { sections } from "../../src/sections/index.ts";
import { gridText } from "../support/drawn-page.ts";
import { layoutOf, line, textGrid, title } from "../support/layout.ts";

const EDGES = [72, 150, 300, 400, 520];
const HEAD = "科目编码|科目名称|合计|基本支出";
const grid = (rows: string, edges: readonly number[] = EDGES) => textGrid(rows, { edges });
const tables = (...pages: readonly (readonly Block[])[]): TableSection[] =>
  sections(layoutOf(...pages)).filter((section) => section.kind === "table");

const opening = [title("支出决算表"), line("单位：万元"), grid(`${HEAD}\n208|社会保障和就业支出|754.75|754.75`)];

describe("tables over several pages", () => {
  it("joins a table whose header is not repeated, the total alone on the last page", () => {
    const [table, ...more] = tables(opening, [grid("210|卫生健康支出|236.64|236.64")], [grid("|合计|991.39|991.39")]);
    expect(more).toEqual([]);
    expect(table).toMatchObject({ title: "支出决算表", pages: [1, 2, 3], unit: { text: "万元", from: "caption" } });
    expect(gridText(table!.grid)).toEqual([
      HEAD,
      "208|社会保障和就业支出|754.75|754.75",
      "210|卫生健康支出|236.64|236.64",
      "|合计|991.39|991.39",
    ]);
    expect(table!.grid.cells.at(-1)!.page).toBe(3);
  });

  it("leaves the pieces of a table apart where two of their cells would stand at one place", () => {
    // On the second page a sliver of a column stands beside an edge of the first.
    const sliver = [72, 150, 300, 303, 400, 520];
    const found = tables(opening, [grid("210|卫生健康支出|1|236.64|236.64\n221|住房保障支出|2|10.00|10.00", sliver)]);
    expect(found.map(({ pages, grid: { rows, cols } }) => [pages, rows, cols])).toEqual([
      [[1], 2, 4],
      [[2], 2, 5],
    ]);
    for (const table of found) expect(isSound(table.grid)).toBe(true);
  });

  it("a page laid out anew keeps the columns one for one; with another number of columns nothing says which is which", () => {
    const moved = [72, 120, 260, 400, 520];
    const narrower = [72, 110, 300, 345, 520];
    for (const edges of [moved, narrower]) {
      const [table, ...more] = tables(opening, [grid("210|卫生健康支出|236.64|236.64", edges)]);
      expect(more).toEqual([]);
      expect(gridText(table!.grid)).toEqual([
        HEAD,
        "208|社会保障和就业支出|754.75|754.75",
        "210|卫生健康支出|236.64|236.64",
      ]);
    }
    expect(tables(opening, [grid("210|卫生健康支出|236.64", [72, 240, 410, 520])])).toHaveLength(2);
  });

  it("drops a repeated header, title and unit line", () => {
    const [table, ...more] = tables(opening, [
      title("支出决算表（续）"),
      line("单位：万元"),
      grid(`${HEAD}\n210|卫生健康支出|236.64|236.64`),
    ]);
    expect(more).toEqual([]);
    expect(table!.grid.rows).toBe(3);
  });

  it("joins a header cut off after its first row: 合计 among other heads closes no table", () => {
    const [table, ...more] = tables(
      [title("支出总表"), grid("科目编码|科目名称|合计|基本支出")],
      [
        grid(
          "类|款|项|||小计|项目支出\n208|05|01|行政单位离退休|9.36|9.36|0.00",
          [72, 98, 124, 150, 300, 400, 460, 520],
        ),
      ],
    );
    expect(more).toEqual([]);
    expect(table!.grid.rows).toBe(3);
    expect(table!.grid.cells.filter(({ r }) => r === 0).map(({ text, cs }) => [text, cs])).toEqual([
      ["科目编码", 3],
      ["科目名称", 1],
      ["合计", 1],
      ["基本支出", 2],
    ]);
  });

  it("makes a row cut by the page break whole", () => {
    const [table] = tables(
      [title("支出决算表"), grid(`${HEAD}\n2080505|机关事业单位基本养老保险缴|446.11|446.11`)],
      [grid("|费支出||\n210|卫生健康支出|236.64|236.64")],
    );
    expect(gridText(table!.grid)).toEqual([
      HEAD,
      "2080505|机关事业单位基本养老保险缴/费支出|446.11|446.11",
      "210|卫生健康支出|236.64|236.64",
    ]);
  });

  it("keeps what recognition doubted in either part of a cut cell", () => {
    const part = (rows: string, of: string, doubt: object): Block => {
      const whole = grid(rows);
      return { ...whole, cells: whole.cells.map((cell) => (cell.text === of ? { ...cell, ...doubt } : cell)) };
    };
    const [table] = tables(
      [
        title("支出决算表"),
        part(`${HEAD}\n2080505|机关事业单位基本养老保险缴|446.11|446.11`, "机关事业单位基本养老保险缴", {
          asRead: "机关事业单位基本养老保险缎",
          confidence: 80,
        }),
      ],
      [part("|费支出2023||", "费支出2023", { alternatives: ["费支出2028"], confidence: 60 })],
    );
    expect(table!.grid.cells.find(({ text }) => text.endsWith("2023"))).toMatchObject({
      text: "机关事业单位基本养老保险缴\n费支出2023",
      alternatives: ["机关事业单位基本养老保险缴\n费支出2028"],
      asRead: "机关事业单位基本养老保险缎\n费支出2023",
      confidence: 60,
    });
  });

  it.each([
    ["a lone per cent sign", "时效|完成及|100|95", "|时率|%|"],
    ["a line that begins with a comma", "时效|按期完工，受汛期影响|≥95%|90%", "|，两项延期||"],
    ["the last word of 某某指标", "满意|群众满意度|≥90%|92%", "度指标|||"],
    ["the last syllable of a sentence", "目标|保障全县农村公路畅|保障有力|完成", "|通。|，有效|"],
    ["支出 as the rest of a label", "八|社会保障和就业|58.56|58.56", "|支出||"],
  ])("makes a cut row whole by %s", (_, above, below) => {
    const [table] = tables([title("情况表"), grid(`${HEAD}\n七|文化旅游体育与|1.00|1.00\n${above}`)], [grid(below)]);
    expect(table!.grid.rows).toBe(3);
  });

  it("keeps forms of one name apart, each with its title and year in the grid", () => {
    const form = (name: string) =>
      grid(
        `项目支出绩效自评表*1x4\n（2023年度）*1x4\n项目名称|${name}*1x3\n一级指标|二级指标|指标值|得分\n产出指标|数量|3|10`,
      );
    expect(tables([form("物业管理")], [form("会议服务")]).map(({ grid }) => grid.rows)).toEqual([3, 3]);
  });

  it("tells forms apart that stand one under the other without a gap", () => {
    const [first, second, ...more] = tables([
      title("支出决算表"),
      line("单位：万元"),
      grid(
        `${HEAD}\n208|社会保障和就业支出|1.00|1.00\n“三公”经费支出决算表*1x4\n公开09表*1x2|单位：元*1x2\n项目*1x2|预算数|决算数\n合计*1x2|2.00|1.50`,
      ),
    ]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ title: "支出决算表", unit: { text: "万元" }, grid: { rows: 2, cols: 4 } });
    expect(second).toMatchObject({ title: "“三公”经费支出决算表", unit: { text: "元" }, grid: { rows: 2, cols: 3 } });
  });

  it("lets a merged label reach over the page break", () => {
    const [table] = tables(
      [title("绩效自评表"), grid("一级指标|三级指标|指标值|得分\n产出指标*2x1|数量|≥3|10\n质量|优|10")],
      [grid("*2x1|时效|及时|10\n成本|≤5|10")],
    );
    expect(table!.grid.cells.find((cell) => cell.text === "产出指标")).toMatchObject({ r: 1, rs: 4 });
  });

  it("makes a level's name whole that the page break cuts, its rows stay two", () => {
    const [table] = tables(
      [title("绩效自评表"), grid("一级指标|三级指标|指标值|得分\n产出指|营造林面积|≥50万亩|30")],
      [grid("标（60分）|项目完成率|≥95%|28\n效益指标|森林覆盖率|≥67%|30")],
    );
    expect(table!.grid.rows).toBe(4);
    expect(table!.grid.cells.find((cell) => cell.text.startsWith("产出指"))).toMatchObject({ r: 1, rs: 2 });
  });

  it("joins a page with fewer columns by its edges", () => {
    const [table] = tables(opening, [grid("合计|991.39|991.39", [72, 300, 400, 520])]);
    expect(gridText(table!.grid).at(-1)).toBe("合计*1x2|991.39|991.39");
  });

  it("keeps tables apart that have a title, notes or text between, or another header", () => {
    const other = grid(`${HEAD}\n210|卫生健康支出|236.64|236.64`);
    expect(tables(opening, [title("基本支出决算表"), other])).toHaveLength(2);
    expect(tables([...opening, line("注：本表反映各项支出情况。")], [other])).toHaveLength(2);
    expect(tables(opening, [line("上述支出均已公开。"), other])).toHaveLength(2);
    expect(tables(opening, [grid("项目|金额\n甲|1.00", [72, 260, 520])])).toHaveLength(2);
    const closed = grid(`${HEAD}\n|合计|1.00|1.00`);
    expect(tables([title("支出决算表"), closed], [grid("序号|项目|预算数|决算数\n1|甲|1.00|1.00")])).toHaveLength(2);
  });

  it("forgets empty ruled rows spilled over a page", () => {
    const [table, ...more] = tables(opening, [grid("|||\n|||")]);
    expect(more).toEqual([]);
    expect(table!.grid.rows).toBe(2);
  });
});
