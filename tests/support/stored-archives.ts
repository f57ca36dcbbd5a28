import { crc32 } from "node:zlib";

/** A file to store, uncompressed. */
export interface StoredFile {
  readonly name: string;
  readonly data: Uint8Array;
}

const u16 = (n: number): Buffer => {
  const b = Buffer.alloc(2);
  b.writeUInt16LE(n);
  return b;
};
const u32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32LE(n >>> 0);
  return b;
};
const u64 = (n: number): Buffer => Buffer.concat([u32(n), u32(Math.floor(n / 2 ** 32))]);

/** RAR 5 numbers: seven bits a byte, lowest first. */
const vint = (n: number): Buffer => {
  const bytes: number[] = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
  return Buffer.from([...bytes, n]);
};

/** A RAR 5 archive of stored files, by the published format description. */
export function rarOf(files: readonly StoredFile[]): Buffer {
  const block = (...fields: Buffer[]): Buffer => {
    const header = Buffer.concat(fields);
    const sized = Buffer.concat([vint(header.length), header]);
    return Buffer.concat([u32(crc32(sized)), sized]);
  };
  const parts = [Buffer.from("Rar!\x1a\x07\x01\0", "latin1"), block(vint(1), vint(0), vint(0))];
  for (const { name, data } of files) {
    const utf8 = Buffer.from(name);
    const fileFlags = 4; // CRC32 present
    const header = [
      vint(2),
      vint(2),
      vint(data.length),
      vint(fileFlags),
      vint(data.length),
      vint(0o100644),
      u32(crc32(data)),
    ];
    parts.push(block(...header, vint(0), vint(1), vint(utf8.length), utf8), Buffer.from(data));
  }
  parts.push(block(vint(5), vint(0), vint(0)));
  return Buffer.concat(parts);
}

/** A RAR 4 archive of stored files, names as the given bytes (a code page). */
export function rar4Of(files: readonly { readonly raw: Uint8Array; readonly data: Uint8Array }[]): Buffer {
  const block = (...fields: Buffer[]): Buffer => {
    const header = Buffer.concat(fields);
    const sized = Buffer.concat([header.subarray(0, 3), u16(header.length + 4), header.subarray(3)]);
    return Buffer.concat([u16(crc32(sized) & 0xffff), sized]);
  };
  const parts = [Buffer.from("Rar!\x1a\x07\0", "latin1"), block(Buffer.from([0x73]), u16(0), Buffer.alloc(6))];
  for (const { raw, data } of files) {
    const sizes = [u32(data.length), u32(data.length), Buffer.from([3]), u32(crc32(data)), u32(0x58210000)];
    const rest = [Buffer.from([29, 0x30]), u16(raw.length), u32(0o100644), Buffer.from(raw)];
    parts.push(block(Buffer.from([0x74]), u16(0x8000), ...sizes, ...rest), Buffer.from(data));
  }
  parts.push(block(Buffer.from([0x7b]), u16(0x4000)));
  return Buffer.concat(parts);
}

/** A 7z archive of stored files in one folder each, by the published format description. */
export function sevenZipOf(files: readonly StoredFile[]): Buffer {
  const byte = (...n: number[]): Buffer => Buffer.from(n);
  /** 7z numbers; a leading byte of ones tells how many bytes follow. */
  const number = (n: number): Buffer => (n < 128 ? byte(n) : Buffer.concat([byte(0xff), u64(n)]));
  const data = Buffer.concat(files.map((f) => f.data));
  const names = Buffer.concat(files.map((f) => Buffer.concat([Buffer.from(f.name, "utf16le"), u16(0)])));
  const count = number(files.length);
  const header = Buffer.concat([
    byte(1, 4), // Header, MainStreamsInfo
    byte(6),
    number(0),
    count,
    byte(9),
    ...files.map((f) => number(f.data.length)),
    byte(0), // PackInfo
    byte(7, 11),
    count,
    byte(0),
    ...files.map(() => byte(1, 1, 0)), // one coder, id of one byte, Copy
    byte(12),
    ...files.map((f) => number(f.data.length)),
    byte(10, 1),
    ...files.map((f) => u32(crc32(f.data))),
    byte(0), // UnpackInfo
    byte(8, 0), // SubStreamsInfo: one file a folder
    byte(0), // end of streams
    byte(5),
    count,
    byte(17),
    number(names.length + 1),
    byte(0),
    names,
    byte(0),
    byte(0),
  ]);
  const start = Buffer.concat([u64(data.length), u64(header.length), u32(crc32(header))]);
  return Buffer.concat([Buffer.from("377abcaf271c0004", "hex"), u32(crc32(start)), start, data, header]);
}
