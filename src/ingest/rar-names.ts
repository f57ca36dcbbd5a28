import { decodeName } from "../lib/zip-archive.ts";

const SIGNATURE = "Rar!\x1a\x07\0";
const FILE_BLOCK = 0x74;
const LONG_BLOCK = 0x8000;
const LARGE_FILE = 0x100;
const UNICODE_NAME = 0x200;

/**
 * The members' names of a RAR 4 archive, folders included, in order; null for any other archive. The unpacking library knows no
 * Chinese there: the names are kept in the archiver's own code page (GB18030), before a packed Unicode form that is left alone.
 */
export function rar4Names(bytes: Uint8Array): string[] | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.toString("latin1", 0, 7) !== SIGNATURE) return null;
  const names: string[] = [];
  for (let at = 7; at + 7 <= data.length; ) {
    const type = data[at + 2];
    const flags = data.readUInt16LE(at + 3);
    const size = data.readUInt16LE(at + 5);
    if (size < 7 || at + size > data.length) break;
    const packed = type === FILE_BLOCK || flags & LONG_BLOCK ? data.readUInt32LE(Math.min(at + 7, data.length - 4)) : 0;
    if (type === FILE_BLOCK && size >= 32) {
      const start = at + 32 + (flags & LARGE_FILE ? 8 : 0);
      const raw = data.subarray(start, Math.min(start + data.readUInt16LE(at + 26), at + size));
      const end = flags & UNICODE_NAME ? raw.indexOf(0) : -1;
      names.push(decodeName(end < 0 ? raw : raw.subarray(0, end)).replaceAll("\\", "/"));
    }
    at += size + packed + (type === FILE_BLOCK && flags & LARGE_FILE ? data.readUInt32LE(at + 32) * 2 ** 32 : 0);
  }
  return names;
}
