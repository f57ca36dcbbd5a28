import { crc32 } from "node:zlib";
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
const NAMES = 17;
const PACKED_HEADER = 23;

/**
 * The members' names of a 7z archive, folders included, in order; null for any other archive and for a header that cannot be read.
 * 7z keeps names in UTF-16, which the unpacking library turns into ASCII with `*` for every Chinese character. The header is mostly
 * packed itself: `unpack` gives the only member of an archive, and is handed one that holds the header as its member.
 */
export function sevenZipNames(bytes: Uint8Array, unpack: (archive: Uint8Array) => Uint8Array): string[] | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.toString("latin1", 0, SIGNATURE.length) !== SIGNATURE || data.length < SIGNATURE_BYTES) return null;
  const start = SIGNATURE_BYTES + Number(data.readBigUInt64LE(12));
  const stated = data.subarray(start, start + Number(data.readBigUInt64LE(20)));
  try {
    const header = stated[0] === PACKED_HEADER ? unpack(archiveOfHeader(data.subarray(0, start), stated)) : stated;
    return namesIn(new HeaderCursor(header));
  } catch {
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

function namesIn(cursor: HeaderCursor): string[] | null {
  cursor.expect(HEADER);
  for (let part = cursor.byte(); part !== FILES; part = cursor.byte()) {
    if (part === ARCHIVE_PROPERTIES) while (cursor.byte() !== END) cursor.skip(cursor.number());
    else if (part === ADDITIONAL_STREAMS || part === MAIN_STREAMS) skipStreams(cursor);
    else return null;
  }
  cursor.number();
  for (let property = cursor.byte(); property !== END; property = cursor.byte()) {
    const size = cursor.number();
    if (property !== NAMES) cursor.skip(size);
    else if (cursor.byte() !== 0) return null;
    else
      return new TextDecoder("utf-16le")
        .decode(cursor.bytes(size - 1))
        .split("\0")
        .slice(0, -1);
  }
  return null;
}

/** Past the description of the packed streams: how they are packed, how long they are, which members lie in which. */
function skipStreams(cursor: HeaderCursor): void {
  let folders: { readonly streams: number; readonly checked: boolean }[] = [];
  for (let part = cursor.byte(); part !== END; part = cursor.byte()) {
    if (part === PACK_INFO) skipPackInfo(cursor);
    else if (part === UNPACK_INFO) folders = skipUnpackInfo(cursor).map((checked) => ({ streams: 1, checked }));
    else if (part === SUB_STREAMS) skipSubStreams(cursor, folders);
    else throw new RangeError("an unknown part of a 7z header");
  }
}

function skipPackInfo(cursor: HeaderCursor): void {
  cursor.number();
  const streams = cursor.number();
  for (let part = cursor.byte(); part !== END; part = cursor.byte())
    if (part === SIZES) cursor.numbers(streams);
    else cursor.checksums(streams);
}

/** For each folder (members packed together) whether it has a checksum. */
function skipUnpackInfo(cursor: HeaderCursor): boolean[] {
  cursor.expect(FOLDERS);
  const folders = cursor.number();
  cursor.expect(0);
  const outputs: number[] = [];
  for (let folder = 0; folder < folders; folder++) outputs.push(skipCoders(cursor));
  cursor.expect(UNPACK_SIZES);
  for (const count of outputs) cursor.numbers(count);
  let checked = outputs.map(() => false);
  for (let part = cursor.byte(); part !== END; part = cursor.byte()) checked = cursor.checksums(folders);
  return checked;
}

/** How many streams come out of a folder's coders. */
function skipCoders(cursor: HeaderCursor): number {
  const coders = cursor.number();
  let inputs = 0;
  let outputs = 0;
  for (let coder = 0; coder < coders; coder++) {
    const flags = cursor.byte();
    cursor.skip(flags & 0x0f);
    inputs += flags & 0x10 ? cursor.number() : 1;
    outputs += flags & 0x10 ? cursor.number() : 1;
    if (flags & 0x20) cursor.skip(cursor.number());
  }
  cursor.numbers(2 * (outputs - 1));
  const packed = inputs - (outputs - 1);
  if (packed > 1) cursor.numbers(packed);
  return outputs;
}

function skipSubStreams(cursor: HeaderCursor, folders: { streams: number; checked: boolean }[]): void {
  for (let part = cursor.byte(); part !== END; part = cursor.byte()) {
    if (part === STREAMS_OF_FOLDERS) for (const folder of folders) folder.streams = cursor.number();
    else if (part === SIZES) for (const { streams } of folders) cursor.numbers(streams - 1);
    else {
      const open = folders.filter(({ streams, checked }) => streams !== 1 || !checked);
      cursor.checksums(open.reduce((sum, { streams }) => sum + streams, 0));
    }
  }
}
