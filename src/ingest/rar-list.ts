import { decodeName } from "../lib/zip-archive.ts";
import type { Listed } from "./listed.ts";

const RAR4 = "Rar!\x1a\x07\0";
const RAR5 = "Rar!\x1a\x07\x01\0";

/** The members a RAR archive lists, folders included, in order; null for any other archive. */
export function rarList(bytes: Uint8Array): Listed[] | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.toString("latin1", 0, RAR5.length) === RAR5) return rar5List(data);
  return data.toString("latin1", 0, RAR4.length) === RAR4 ? rar4List(data) : null;
}

const FILE_BLOCK = 0x74;
const LONG_BLOCK = 0x8000;
const LARGE_FILE = 0x100;
const UNICODE_NAME = 0x200;
const ENCRYPTED = 4;
const SPLIT = 3;

/**
 * The unpacking library knows no Chinese names of RAR 4: they are kept in the archiver's own code page (GB18030), before a packed Unicode
 * form that is left alone.
 */
function rar4List(data: Buffer): Listed[] {
  const members: Listed[] = [];
  for (let at = RAR4.length; at + 7 <= data.length; ) {
    const type = data[at + 2];
    const flags = data.readUInt16LE(at + 3);
    const size = data.readUInt16LE(at + 5);
    if (size < 7 || at + size > data.length) break;
    const packed = type === FILE_BLOCK || flags & LONG_BLOCK ? data.readUInt32LE(Math.min(at + 7, data.length - 4)) : 0;
    if (type === FILE_BLOCK && size >= 32) {
      const start = at + 32 + (flags & LARGE_FILE ? 8 : 0);
      const raw = data.subarray(start, Math.min(start + data.readUInt16LE(at + 26), at + size));
      const end = flags & UNICODE_NAME ? raw.indexOf(0) : -1;
      members.push({
        name: decodeName(end < 0 ? raw : raw.subarray(0, end)).replaceAll("\\", "/"),
        checksum: flags & (ENCRYPTED | SPLIT) ? null : data.readUInt32LE(at + 16),
        split: (flags & SPLIT) !== 0,
      });
    }
    at += size + packed + (type === FILE_BLOCK && flags & LARGE_FILE ? data.readUInt32LE(at + 32) * 2 ** 32 : 0);
  }
  return members;
}

const FILE = 2;
const END = 5;
const HAS_EXTRA = 1;
const HAS_DATA = 2;
const SPLIT_5 = 0x18;
const HAS_TIME = 2;
const HAS_CHECKSUM = 4;
const ENCRYPTION_RECORD = 1;

/** Walks over the fields of RAR 5 blocks: numbers of seven bits a byte, lowest first. */
class Fields {
  readonly #data: Buffer;
  at: number;

  constructor(data: Buffer, at: number) {
    this.#data = data;
    this.at = at;
  }

  number(): number {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = this.#data[this.at++];
      if (byte === undefined || place > 2 ** 56) throw new RangeError("a number goes on for ever");
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  }

  word(): number {
    this.at += 4;
    return this.#data.readUInt32LE(this.at - 4);
  }
}

/** As far as the blocks can be followed. */
function rar5List(data: Buffer): Listed[] {
  const members: Listed[] = [];
  try {
    for (let at = RAR5.length; at + 7 <= data.length; ) {
      const fields = new Fields(data, at + 4);
      const size = fields.number();
      const end = fields.at + size;
      const type = fields.number();
      const flags = fields.number();
      const extra = flags & HAS_EXTRA ? fields.number() : 0;
      const packed = flags & HAS_DATA ? fields.number() : 0;
      if (type === END || size === 0) break;
      if (type === FILE) members.push(fileOf(data, fields, { end, extra, split: (flags & SPLIT_5) !== 0 }));
      at = end + packed;
    }
  } catch (error) {
    // What is wrong with the archive the unpacking library says.
    if (!(error instanceof RangeError)) throw error;
  }
  return members;
}

function fileOf(data: Buffer, fields: Fields, block: { end: number; extra: number; split: boolean }): Listed {
  const flags = fields.number();
  fields.number();
  fields.number();
  if (flags & HAS_TIME) fields.word();
  const checksum = flags & HAS_CHECKSUM ? fields.word() : null;
  fields.number();
  fields.number();
  const length = fields.number();
  const name = decodeName(data.subarray(fields.at, fields.at + length), true);
  // Behind a password the checksum may be of bytes mixed with the key.
  const encrypted = block.extra > 0 && isEncrypted(data, block.end - block.extra, block.end);
  return { name, checksum: encrypted || block.split ? null : checksum, split: block.split };
}

function isEncrypted(data: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const fields = new Fields(data, at);
    const size = fields.number();
    const next = fields.at + size;
    if (fields.number() === ENCRYPTION_RECORD) return true;
    at = next;
  }
  return false;
}
