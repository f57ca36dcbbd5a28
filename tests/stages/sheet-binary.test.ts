import { describe, expect, test } from "vitest";
import { biffDamage } from "../../src/layout/sheet/biff/damage.ts";
import { biffRecords } from "../../src/layout/sheet/biff/records.ts";
import { readSheets } from "../../src/layout/sheet/sheet.ts";
import {
  type BiffRecord,
  cellFormat,
  font,
  labelCell,
  numberCell,
  packed,
  rawBiff,
  sharedCell,
  sharedStrings,
} from "../support/raw-biff.ts";
import { printed, sourceFile } from "../support/source-file.ts";

/** Fonts 0 to 3 are plain, 5 is struck out, 6 white, 7 above the line; there is no font 4. */
const fonts = (version: 5 | 8): BiffRecord[] => [
  ...Array.from({ length: 4 }, () => font(version)),
  font(version, { flags: 8 }),
  font(version, { colour: 9 }),
  font(version, { position: 1 }),
];
/** Cell formats: 0 plain, 1 two decimals, 2 struck out, 3 white, 4 white on blue. */
const formats = (version: 5 | 8): BiffRecord[] => [
  cellFormat(version, 0),
  cellFormat(version, 0, 2),
  cellFormat(version, 5, 2),
  cellFormat(version, 6, 2),
  cellFormat(version, 6, 2, 12),
];

const WORDS = ["项目", "预算数", "决算数", "接待费", "会议费", "培训费"];

/** A table of 项目, 预算数, 决算数 with the given cells behind its head. */
function eight(
  cells: readonly BiffRecord[],
  {
    before = [] as readonly BiffRecord[],
    after = [] as readonly BiffRecord[],
    strings = [] as Parameters<typeof sharedStrings>[0],
  } = {},
): Uint8Array {
  const head = WORDS.map((_, i) => sharedCell(i < 3 ? 0 : i - 2, i < 3 ? i : 0, 0, i));
  return rawBiff({
    version: 8,
    globals: [...fonts(8), ...formats(8), sharedStrings([...WORDS, ...strings])],
    sheets: [{ name: "表一", before, cells: [...head, ...cells], after }],
  });
}
const row = (index: number, height: number, flags: number): BiffRecord => [
  0x208,
  packed(["u16", index], ["u16", 0], ["u16", 3], ["u16", height], ["u32", 0], ["u16", flags], ["u16", 15]),
];
const FILLED = [1, 2, 3].flatMap((r) => [numberCell(r, 1, 1, 10 + r), numberCell(r, 2, 1, 20 + r)]);
const grid = async (bytes: Uint8Array) => printed(await readSheets(sourceFile(bytes, "xls"))).find(Array.isArray);

describe("what a binary workbook shows (MS-XLS)", () => {
  test("cells struck out or white on the paper are not read, and told; white on a ground is (2.4.122, 2.4.353)", async () => {
    const bytes = eight([
      numberCell(1, 1, 2, 8),
      numberCell(1, 2, 4, 9),
      numberCell(2, 1, 3, 7),
      numberCell(2, 2, 1, 6),
    ]);
    const layout = await readSheets(sourceFile(bytes, "xls"));
    expect(printed(layout).at(-1)).toEqual([
      "项目 | 预算数 | 决算数",
      "接待费 |  | 9.00",
      "会议费 |  | 6.00",
      "培训费 |  | ",
    ]);
    expect(layout.trouble.map(({ message }) => message)).toEqual([
      "2 cells struck out or in the paper's colour were not read",
    ]);
  });

  test("runs of a text have looks of their own, whatever the cell's (2.5.293)", async () => {
    const strings = [
      [
        "89.003",
        [
          [0, 5],
          [1, 0],
          [5, 7],
        ],
      ],
      ["12.50", [[0, 0]]],
    ] as const;
    const bytes = eight([sharedCell(1, 1, 0, 6), sharedCell(1, 2, 2, 7), ...FILLED.slice(2)], { strings });
    expect((await grid(bytes))?.[1]).toBe("接待费 | 9.00³ | 12.50");
  });

  test("a table of strings goes on in CONTINUE records, in the width each of them states (2.4.58)", async () => {
    const text = `${"长".repeat(3)}9.001`;
    const [type, whole] = sharedStrings([
      ...WORDS,
      [
        text,
        [
          [0, 0],
          [7, 7],
        ],
      ],
    ]);
    // Cut after three characters; what follows is Latin and goes on in single bytes.
    const cut = whole.length - 8 - 2 * 5;
    const tail = packed(["u8", 0], Buffer.from("9.001", "latin1"), whole.subarray(whole.length - 8));
    const bytes = rawBiff({
      version: 8,
      globals: [...fonts(8), ...formats(8), [type, whole.subarray(0, cut)], [0x3c, tail]],
      sheets: [
        {
          name: "表一",
          cells: [
            ...WORDS.map((_, i) => sharedCell(i < 3 ? 0 : i - 2, i < 3 ? i : 0, 0, i)),
            sharedCell(1, 1, 0, 6),
            ...FILLED.slice(2),
          ],
        },
      ],
    });
    expect((await grid(bytes))?.[1]).toBe("接待费 | 长长长9.00¹ | ");
  });

  test("rows without height, columns without width and zeros that are not shown (2.4.87, 2.4.221, 2.4.53, 2.4.346)", async () => {
    expect(await grid(eight(FILLED, { before: [row(2, 0, 0x140)] }))).toHaveLength(3);
    const low: BiffRecord = [0x225, packed(["u16", 2], ["u16", 300])];
    expect(await grid(eight(FILLED, { before: [low, row(0, 300, 0x140), row(1, 300, 0x140)] }))).toHaveLength(2);
    const narrow: BiffRecord = [0x7d, packed(["u16", 1], ["u16", 1], ["u16", 0], ["u16", 0], ["u16", 0], ["u16", 0])];
    expect((await grid(eight(FILLED, { before: [narrow] })))?.[1]).toBe("接待费 | 21.00");
    const window: BiffRecord = [0x23e, packed(["u16", 0x6a6], Buffer.alloc(16))];
    const zero = [numberCell(1, 1, 1, 0), ...FILLED.slice(1)];
    expect((await grid(eight(zero, { after: [window] })))?.[1]).toBe("接待费 |  | 21.00");
  });

  test("a rule that sets white takes a number away; one with a number format is listed (2.4.42, 2.4.43)", async () => {
    const area: BiffRecord = [
      0x1b0,
      packed(["u16", 1], ["u16", 1], Buffer.alloc(8), ["u16", 1], ["u16", 1], ["u16", 3], ["u16", 1], ["u16", 2]),
    ];
    const look = Buffer.alloc(118);
    look.writeUInt32LE(9, 80);
    look.writeUInt32LE(0x9a, 88);
    const under = (limit: number) => packed(["u8", 0x1e], ["u16", limit]);
    const white: BiffRecord = [
      0x1b1,
      packed(["u8", 1], ["u8", 6], ["u16", 3], ["u16", 0], ["u32", 0x0400_0000], ["u16", 0], look, under(12)),
    ];
    expect(await grid(eight(FILLED, { after: [area, white] }))).toEqual([
      "项目 | 预算数 | 决算数",
      "接待费 |  | 21.00",
      "会议费 | 12.00 | 22.00",
      "培训费 | 13.00 | 23.00",
    ]);
    const format: BiffRecord = [
      0x1b1,
      packed(["u8", 1], ["u8", 5], ["u16", 3], ["u16", 0], ["u32", 0x0200_0000], ["u16", 0], ["u16", 2], under(22)),
    ];
    const layout = await readSheets(sourceFile(eight(FILLED, { after: [area, format] }), "xls"));
    expect(printed(layout).at(-1)?.[3]).toBe("培训费 | 13.00 | ###");
    expect(layout.trouble.map(({ code }) => code)).toEqual(["number-unreadable"]);
  });

  test("the unit stands in a text box or the page header; a note that opens is no part of the page (2.4.181, 2.4.329, 2.4.136)", async () => {
    const object = (kind: number): BiffRecord => [
      0x5d,
      packed(["u16", 0x15], ["u16", 0x12], ["u16", kind], ["u16", 1], Buffer.alloc(18)),
    ];
    const text = (words: string): BiffRecord[] => [
      [0x1b6, packed(Buffer.alloc(10), ["u16", words.length], Buffer.alloc(6))],
      [0x3c, packed(["u8", 1], Buffer.from(words, "utf16le"))],
    ];
    const boxed = eight(FILLED, { after: [object(6), ...text("单位：万元"), object(25), ...text("批注 99.99")] });
    expect(printed(await readSheets(sourceFile(boxed, "xls"))).slice(0, -1)).toEqual(["表一", "单位：万元"]);
    const words = "&C表&R&10单位：千元";
    const header: BiffRecord = [0x14, packed(["u16", words.length], ["u8", 1], Buffer.from(words, "utf16le"))];
    const headed = await readSheets(sourceFile(eight(FILLED, { after: [header] }), "xls"));
    expect(printed(headed).slice(0, -1)).toEqual(["表一", "单位：千元"]);
  });

  test("BIFF5 holds its texts in the cells, in bytes of a code page (2.4.148 of its time)", async () => {
    const item = Buffer.from("Item");
    // 合计 in GBK, then figures: runs begin at bytes, of which the two characters take four.
    const rich = Buffer.concat([Buffer.from("bacfbcc6", "hex"), Buffer.from("89.003")]);
    const cells = [
      labelCell(0, 0, 0, item),
      labelCell(0, 1, 0, Buffer.from("Actual")),
      labelCell(1, 0, 0, item),
      labelCell(1, 1, 0, rich, [
        [4, 5],
        [5, 0],
        [9, 7],
      ]),
      labelCell(2, 0, 0, item),
      numberCell(2, 1, 2, 5),
    ];
    const sheets = [{ name: "Sheet1", cells }];
    const layout = await readSheets(
      sourceFile(rawBiff({ version: 5, codePage: 936, globals: [...fonts(5), ...formats(5)], sheets }), "xls"),
    );
    expect(printed(layout)).toEqual([["Item | Actual", "Item | 合计9.00³", "Item | "]]);
  });
});

test("a binary workbook that lost a stretch of its bytes is told as damaged, with the sheets it lost", () => {
  const sheet = (name: string) => ({ name, cells: Array.from({ length: 40 }, (_, r) => numberCell(r, 0, 0, r)) });
  const whole = Buffer.from(rawBiff({ version: 8, sheets: [sheet("甲"), sheet("乙")] }));
  expect(biffDamage(whole)).toEqual([]);
  expect(biffDamage(Buffer.from("no workbook"))).toEqual([]);
  const [first] = biffRecords(whole)!;
  const begin = whole.indexOf(packed(["u16", first!.type], ["u16", first!.data.length], first!.data));
  const sheets = biffRecords(whole)!.filter(({ type }) => type === first!.type);
  const lost = Buffer.from(whole).fill(0, begin + sheets[2]!.at - 60, begin + sheets[2]!.at + 90);
  expect(biffDamage(lost)).toEqual([
    "1 of 2 sheets do not begin where the workbook says",
    expect.stringMatching(/^\d+ records are none$/),
    "a sheet does not end: what follows is missing",
  ]);
  const moved = Buffer.from(whole);
  moved.writeUInt32LE(7, moved.indexOf(packed(["u32", sheets[2]!.at])));
  expect(biffDamage(moved)).toEqual(["1 of 2 sheets do not begin where the workbook says"]);
});
