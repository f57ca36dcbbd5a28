import { utils, write } from "cfb";

/** A record of a binary workbook: its number and its bytes. */
export type BiffRecord = readonly [type: number, data: Uint8Array];

/** A binary worksheet: what stands before its cells, the cells, what stands behind them. */
export interface RawSheet {
  readonly name: string;
  readonly before?: readonly BiffRecord[];
  readonly cells: readonly BiffRecord[];
  readonly after?: readonly BiffRecord[];
}

/** What all sheets of a binary workbook share. */
export interface RawBook {
  readonly version: 5 | 8;
  /** Bytes of a text in a BIFF5 workbook. */
  readonly encode?: (text: string) => Uint8Array;
  readonly codePage?: number;
  readonly globals?: readonly BiffRecord[];
  readonly sheets: readonly RawSheet[];
}

/** Little-endian numbers of 1, 2, 4 or 8 (a float) bytes, written as `u8`, `u16`, `u32`, `f64` pairs. */
export function packed(...fields: readonly (readonly ["u8" | "u16" | "u32" | "f64", number] | Uint8Array)[]): Buffer {
  return Buffer.concat(
    fields.map((field) => {
      if (field instanceof Uint8Array) return field;
      const [kind, value] = field;
      const bytes = Buffer.alloc({ u8: 1, u16: 2, u32: 4, f64: 8 }[kind]);
      if (kind === "f64") bytes.writeDoubleLE(value);
      else bytes.writeUIntLE(value, 0, bytes.length);
      return bytes;
    }),
  );
}

/** A FONT: flags 8 is struck out, colour 9 white, position 1 above the line. */
export const font = (
  version: 5 | 8,
  { flags = 0, colour = 0x7fff, position = 0 }: { flags?: number; colour?: number; position?: number } = {},
): BiffRecord => [
  0x31,
  packed(
    ...([220, flags, colour, 400, position] as const).map((n) => ["u16", n] as const),
    ["u32", 0],
    ["u8", 4],
    ...(version === 8 ? [["u8", 0] as const] : []),
    Buffer.from("Song", "latin1"),
  ),
];

/** An XF of a font, a number format and a ground: `ground` is a colour's number. */
export const cellFormat = (version: 5 | 8, fontIndex: number, format = 0, ground?: number): BiffRecord => {
  const pattern = ground === undefined ? 0 : 1;
  const colours = (ground ?? 64) | (65 << 7);
  return version === 8
    ? [
        0xe0,
        packed(
          ["u16", fontIndex],
          ["u16", format],
          ["u16", 1],
          ["u32", 0],
          ["u32", 0],
          ["u32", (pattern << 26) >>> 0],
          ["u16", colours],
        ),
      ]
    : [
        0xe0,
        packed(
          ["u16", fontIndex],
          ["u16", format],
          ["u16", 1],
          ["u16", 0],
          ["u16", colours],
          ["u16", pattern],
          ["u32", 0],
        ),
      ];
};

/** A NUMBER cell. */
export const numberCell = (row: number, column: number, format: number, value: number): BiffRecord => [
  0x203,
  packed(["u16", row], ["u16", column], ["u16", format], ["f64", value]),
];

/** A LABELSST cell of a BIFF8 workbook. */
export const sharedCell = (row: number, column: number, format: number, index: number): BiffRecord => [
  0xfd,
  packed(["u16", row], ["u16", column], ["u16", format], ["u32", index]),
];

/** A cell of a BIFF5 workbook with its own text, in runs of fonts where there are any: [first byte, font]. */
export function labelCell(
  row: number,
  column: number,
  format: number,
  bytes: Uint8Array,
  runs: readonly (readonly [number, number])[] = [],
): BiffRecord {
  const head = packed(["u16", row], ["u16", column], ["u16", format], ["u16", bytes.length], bytes);
  if (runs.length === 0) return [0x204, head];
  return [0xd6, packed(head, ["u8", runs.length], ...runs.flat().map((n) => ["u8", n] as const))];
}

/** The table of shared strings; a text with runs is [text, [[first character, font], …]]. */
export function sharedStrings(
  texts: readonly (string | readonly [string, readonly (readonly [number, number])[]])[],
): BiffRecord {
  const strings = texts.map((entry) => {
    const [text, runs] = typeof entry === "string" ? [entry, []] : entry;
    return packed(
      ["u16", text.length],
      ["u8", runs.length > 0 ? 9 : 1],
      ...(runs.length > 0 ? [["u16", runs.length] as const] : []),
      Buffer.from(text, "utf16le"),
      ...runs.flat().map((n) => ["u16", n] as const),
    );
  });
  return [0xfc, packed(["u32", texts.length], ["u32", texts.length], ...strings)];
}

/** A `.xls` written record by record (MS-XLS 2.4). */
export function rawBiff({ version, encode, codePage, globals = [], sheets }: RawBook): Uint8Array {
  const begin = (kind: number): BiffRecord => [
    0x809,
    packed(
      ["u16", version === 8 ? 0x600 : 0x500],
      ["u16", kind],
      ["u16", 0x0dbb],
      ["u16", 1996],
      ...(version === 8 ? [["u32", 0x41] as const, ["u32", 6] as const] : []),
    ),
  ];
  const end: BiffRecord = [0x0a, Buffer.alloc(0)];
  const bytes = (records: readonly BiffRecord[]) =>
    Buffer.concat(records.flatMap(([type, data]) => [packed(["u16", type], ["u16", data.length]), data]));
  const parts = sheets.map(({ before = [], cells, after = [] }) =>
    bytes([begin(0x10), ...before, ...cells, ...after, end]),
  );
  const named = (at: (i: number) => number) =>
    sheets.map(({ name }, i): BiffRecord => {
      const text = version === 8 ? Buffer.from(name, "utf16le") : Buffer.from(encode?.(name) ?? Buffer.from(name));
      const length = version === 8 ? name.length : text.length;
      const head = [
        ["u32", at(i)],
        ["u16", 0],
        ["u8", length],
      ] as const;
      return [0x85, packed(...head, ...(version === 8 ? [["u8", 1] as const] : []), text)];
    });
  const book = (at: (i: number) => number) =>
    bytes([begin(5), [0x42, packed(["u16", codePage ?? 1200])], ...globals, ...named(at), end]);
  const length = book(() => 0).length;
  const place = (i: number) => length + parts.slice(0, i).reduce((sum, part) => sum + part.length, 0);
  const file = utils.cfb_new();
  utils.cfb_add(file, version === 8 ? "/Workbook" : "/Book", Buffer.concat([book(place), ...parts]));
  return new Uint8Array(write(file, { type: "buffer" }) as Buffer);
}
