import { describe, expect, test } from "vitest";
import type { PageReading } from "../../src/layout/pdf/engine.ts";
import { judge } from "../../src/layout/pdf/trust.ts";
import { characterText } from "../../src/layout/radicals.ts";
import type { Glyph, Picture } from "../../src/lib/page-content.ts";

/** A page with this text in lines of 30 characters, 10 points each, unless told otherwise. */
function page(
  text: string,
  { advance = 10, unmapped = 0, invisible = 0, outlines = 0, pictures = [] as Picture[] } = {},
): PageReading {
  const glyphs = [...text].map((character, i): Glyph => {
    const x = 50 + (i % 30) * advance;
    const y = 50 + Math.floor(i / 30) * 15;
    return { text: character, box: [x, y, x + 10, y + 10], size: 10, run: Math.floor(i / 30) };
  });
  const evidence = { drawn: glyphs.length, invisible, unmapped, clipped: 0, unseen: 0, outlines };
  return { number: 1, width: 595, height: 842, glyphs, lines: [], pictures, evidence, turned: 0 };
}
const prose =
  "2023年度一般公共预算财政拨款支出决算数为208.80万元，完成年初预算的96.5%（其中：基本支出1,234.56万元）。".repeat(4);
const scan: Picture[] = [{ box: [0, 0, 595, 842] }];

describe("a text layer is believed", () => {
  test.each([
    ["prose with figures", prose],
    ["bullets and tick boxes from a symbol font", `\uf06c 基本支出 \uf0fe ${prose}`],
    ["a table of hardly anything", "合计0.00"],
    ["English", "Budget of the department for 2024, in ten thousand yuan. ".repeat(5)],
  ])("%s", (_what, text) => {
    expect(judge(page(text))).toBe("text");
  });
  test("over a background picture", () => {
    expect(judge(page(prose, { pictures: scan }))).toBe("text");
  });
});

describe("a text layer is not believed", () => {
  test.each([
    ["private-use characters", "\ue001\ue002\ue003\ue004\ue005年度\ue006\ue007"],
    ["replacement characters", "支出�����决算��"],
    ["national bytes read as Latin", "²¿ÃÅ¾öËã±¨±í ÊÕÈëÖ§³ö"],
    ["scripts of elsewhere", "ഀഁംഃഅആഇഈഉഊഋഌ"],
  ])("%s", (_what, text) => {
    expect(judge(page(text))).toBe("garbled");
  });
  test("where fonts give no Unicode values", () => {
    expect(judge(page(prose, { unmapped: 100 }))).toBe("garbled");
  });
  test("where characters are piled up", () => {
    expect(judge(page(prose, { advance: 1 }))).toBe("garbled");
  });
});

describe("a page to be looked at", () => {
  test("a scan, with a page number or a hidden layer", () => {
    expect(judge(page("", { pictures: scan }))).toBe("picture");
    expect(judge(page("- 12 -", { pictures: scan }))).toBe("picture");
    expect(judge(page(prose, { invisible: 500, pictures: scan }))).toBe("picture");
  });
  test("a scan in strips", () => {
    const strips = Array.from({ length: 8 }, (_, i): Picture => ({ box: [20, i * 100, 575, i * 100 + 100] }));
    expect(judge(page("", { pictures: strips }))).toBe("picture");
  });
  test("text turned into outlines", () => {
    expect(judge(page("", { outlines: 900 }))).toBe("picture");
  });
  test("a blank page is not", () => {
    expect(judge(page(""))).toBe("blank");
  });
});

test("characters become text without changing what was printed", () => {
  const written = (text: string): string => [...text].map((c) => characterText(c.codePointAt(0)!)).join("");
  expect(written("⻔⻚⾏⾦⼈")).toBe("门页行金人");
  expect(written("ﬁnance\u00ad5")).toBe("finance-5");
  expect(written("１２３，％①㎡℃")).toBe("１２３，％①㎡℃");
  expect(written("\uf900𠮷")).toBe("\u8c48𠮷");
  expect(written("因\u3000公\u00a0 \u200b国\ufeff")).toBe("因公国");
});
