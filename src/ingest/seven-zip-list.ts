import { crc32 } from "node:zlib";
import { ExtractionError } from "../lib/errors.ts";
import type { Listed } from "./listed.ts";
import { HeaderCursor } from "./seven-zip-cursor.ts";

const SIGNATURE = "7z\xbc\xaf\x27\x1c";
const SIGNATURE_BYTES = 32;

/** Marks of the header's parts, by the format's own numbers. */
const END = 0;
const HEADER = 1;
const ARCHIVE_PROPERTIES = 2;
const ADDITIONAL_STREAMS = 3;
const MAIN_STREAMS = 4;
const FILES = 5;
const PACK_INFO = 6;
const UNPACK_INFO = 7;
const SUB_STREAMS = 8;
/** Where it stands, whatever else may stand there is checksums. */
const SIZES = 9;
const FOLDERS = 11;
const UNPACK_SIZES = 12;
const STREAMS_OF_FOLDERS = 13;
const EMPTY = 14;
const NAMES = 17;
const PACKED_HEADER = 23;

/** How members may be packed that the unpacking library knows nothing of. */
const UNKNOWN_CODERS: Readonly<Record<string, string>> = {
  "04f71101": "Zstandard",
  "04f71102": "Brotli",
  "04f71104": "LZ4",
};

/**
 * The members a 7z archive lists, folders included, in order; null for any other archive and for a header that cannot be read.
 * Throws ExtractionError `unsupported-format` where they are packed in a way no reader here knows, `damaged` where the archive goes on in
 * another file. 7z keeps names in UTF-16, which the unpacking library turns into ASCII with `*` for every Chinese character. The header is mostly
 * packed itself: `unpack` gives the only member of an archive, and is handed one that holds the header as its member.
 */
export function sevenZipList(
  bytes: Uint8Array,
  unpack: (archive: Uint8Array) => Uint8Array,
  where: string,
): Listed[] | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.toString("latin1", 0, SIGNATURE.length) !== SIGNATURE || data.length < SIGNATURE_BYTES) return null;
  const start = SIGNATURE_BYTES + Number(data.readBigUInt64LE(12));
  const length = Number(data.readBigUInt64LE(20));
  if (start + length > data.length)
    throw new ExtractionError("damaged", "the archive goes on in another file, or its end is missing", where);
  const stated = data.subarray(start, start + length);
  try {
    const header = stated[0] === PACKED_HEADER ? unpack(archiveOfHeader(data.subarray(0, start), stated)) : stated;
    return membersIn(new HeaderCursor(header), where);
  } catch (error) {
    if (error instanceof ExtractionError) throw error;
    // What is wrong with the archive the unpacking library says.
    return null;
  }
}

/** A packed header is described as any packed member is: that description makes it the only member of an archive of its own. */
function archiveOfHeader(before: Buffer, described: Uint8Array): Buffer {
  const cursor = new HeaderCursor(described);
  cursor.expect(PACKED_HEADER);
  cursor.expect(PACK_INFO);
  const packed = before.subarray(SIGNATURE_BYTES + cursor.number());
  const header = Buffer.concat([
    Buffer.of(HEADER, MAIN_STREAMS, PACK_INFO, 0),
    described.subarray(cursor.at, -1),
    Buffer.of(SUB_STREAMS, END, END, FILES, 1, NAMES, 5, 0, 0x68, 0, 0, 0, END, END),
  ]);
  const place = Buffer.alloc(20);
  place.writeBigUInt64LE(BigInt(packed.length), 0);
  place.writeBigUInt64LE(BigInt(header.length), 8);
  place.writeUInt32LE(crc32(header), 16);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(place));
  return Buffer.concat([before.subarray(0, 8), checksum, place, packed, header]);
}

function membersIn(cursor: HeaderCursor, where: string): Listed[] | null {
  let checksums: readonly (number | null)[] = [];
  cursor.expect(HEADER);
  for (let part = cursor.byte(); part !== FILES; part = cursor.byte()) {
    if (part === ARCHIVE_PROPERTIES) while (cursor.byte() !== END) cursor.skip(cursor.number());
    else if (part === ADDITIONAL_STREAMS) streams(cursor, where);
    else if (part === MAIN_STREAMS) checksums = streams(cursor, where);
    else return null;
  }
  const count = cursor.number();
  let names: readonly string[] | null = null;
  let empty: readonly boolean[] = [];
  for (let property = cursor.byte(); property !== END; property = cursor.byte()) {
    const size = cursor.number();
    if (property === EMPTY) empty = new HeaderCursor(cursor.bytes(size)).bits(count);
    else if (property !== NAMES) cursor.skip(size);
    else if (cursor.byte() !== 0) return null;
    else
      names = new TextDecoder("utf-16le")
        .decode(cursor.bytes(size - 1))
        .split("\0")
        .slice(0, -1);
  }
  let stream = 0;
  return (
    names?.map((name, i) => ({
      name,
      checksum: empty[i] === true ? null : (checksums[stream++] ?? null),
      split: false,
    })) ?? null
  );
}

/** Members packed together, and the checksum of all of it. */
interface Folder {
  streams: number;
  readonly checksum: number | null;
}

/** The checksums of the packed streams, in order; past how they are packed, how long they are, which members lie in which. */
function streams(cursor: HeaderCursor, where: string): (number | null)[] {
  let folders: Folder[] = [];
  let own: readonly (number | null)[] = [];
  for (let part = cursor.byte(); part !== END; part = cursor.byte()) {
    if (part === PACK_INFO) skipPackInfo(cursor);
    else if (part === UNPACK_INFO) folders = foldersIn(cursor, where);
    else if (part === SUB_STREAMS) own = subStreams(cursor, folders);
    else throw new RangeError("an unknown part of a 7z header");
  }
  let next = 0;
  return folders.flatMap(({ streams, checksum }) => {
    if (streams === 1 && checksum !== null) return [checksum];
    next += streams;
    return own.slice(next - streams, next);
  });
}

function skipPackInfo(cursor: HeaderCursor): void {
  cursor.number();
  const streams = cursor.number();
  for (let part = cursor.byte(); part !== END; part = cursor.byte())
    if (part === SIZES) cursor.numbers(streams);
    else cursor.checksums(streams);
}

function foldersIn(cursor: HeaderCursor, where: string): Folder[] {
  cursor.expect(FOLDERS);
  const count = cursor.number();
  cursor.expect(0);
  const outputs: number[] = [];
  for (let folder = 0; folder < count; folder++) outputs.push(skipCoders(cursor, where));
  cursor.expect(UNPACK_SIZES);
  for (const outs of outputs) cursor.numbers(outs);
  let checksums: readonly (number | null)[] = [];
  for (let part = cursor.byte(); part !== END; part = cursor.byte()) checksums = cursor.checksums(count);
  return outputs.map((_, i) => ({ streams: 1, checksum: checksums[i] ?? null }));
}

/** How many streams come out of a folder's coders. */
function skipCoders(cursor: HeaderCursor, where: string): number {
  const coders = cursor.number();
  let inputs = 0;
  let outputs = 0;
  for (let coder = 0; coder < coders; coder++) {
    const flags = cursor.byte();
    const method = UNKNOWN_CODERS[Buffer.from(cursor.bytes(flags & 0x0f)).toString("hex")];
    if (method !== undefined)
      throw new ExtractionError("unsupported-format", `the members are packed with ${method}`, where);
    inputs += flags & 0x10 ? cursor.number() : 1;
    outputs += flags & 0x10 ? cursor.number() : 1;
    if (flags & 0x20) cursor.skip(cursor.number());
  }
  cursor.numbers(2 * (outputs - 1));
  const packed = inputs - (outputs - 1);
  if (packed > 1) cursor.numbers(packed);
  return outputs;
}

/** Checksums of members that share a folder, or whose folder states none. */
function subStreams(cursor: HeaderCursor, folders: readonly Folder[]): (number | null)[] {
  let checksums: (number | null)[] | undefined;
  const open = (): number =>
    folders
      .filter(({ streams, checksum }) => streams !== 1 || checksum === null)
      .reduce((sum, { streams }) => sum + streams, 0);
  for (let part = cursor.byte(); part !== END; part = cursor.byte()) {
    if (part === STREAMS_OF_FOLDERS) for (const folder of folders) folder.streams = cursor.number();
    else if (part === SIZES) for (const { streams } of folders) cursor.numbers(streams - 1);
    else checksums = cursor.checksums(open());
  }
  return checksums ?? new Array<null>(Math.min(open(), 1e6)).fill(null);
}
