const ENTRY_BYTES = 128;
const NONE = 0xffffffff;
/** More sectors of a directory than this are no document's. */
const MOST_SECTORS = 100_000;
const SECTORS_IN_HEAD = 109;

/** Streams below this size stand in pieces of 64 bytes in the root's own stream. */
const SMALL_STREAM = 4096;
const SMALL_SECTOR = 64;

/**
 * The streams that stand in the root of a compound file, not in an object embedded in it ([MS-CFB] 2.6.4: the root's child and its siblings left
 * and right), each with the place of its first byte (null where its sectors cannot be followed); null where the directory cannot be followed.
 */
export function rootStreams(bytes: Uint8Array): ReadonlyMap<string, number | null> | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 512) return null;
  const sectors = sectorsOf(data);
  const directory = sectors.chain(data.readUInt32LE(48));
  if (directory.length === 0) return null;
  const entries = Buffer.concat(directory.map((at) => data.subarray(at, at + sectors.size)));
  const small = sectors.chain(entries.readUInt32LE(116));
  const streams = new Map<string, number | null>();
  const seen = new Set<number>();
  const open = [entries.readUInt32LE(76)];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const at = entry * ENTRY_BYTES;
    if (entry === NONE || seen.has(entry) || at + ENTRY_BYTES > entries.length) continue;
    seen.add(entry);
    const length = entries.readUInt16LE(at + 64);
    if (entries[at + 66] === 2 && length >= 2 && length <= 64) {
      const start = entries.readUInt32LE(at + 116);
      const inSmall = start * SMALL_SECTOR;
      const piece = small[Math.floor(inSmall / sectors.size)];
      const place =
        entries.readUInt32LE(at + 120) >= SMALL_STREAM
          ? (start + 1) * sectors.size
          : piece === undefined
            ? null
            : piece + (inSmall % sectors.size);
      streams.set(entries.toString("utf16le", at, at + length - 2), place);
    }
    open.push(entries.readUInt32LE(at + 68), entries.readUInt32LE(at + 72));
  }
  return streams;
}

/** The sectors of a compound file: their size, and where those of one chain begin, up to where it breaks off. */
function sectorsOf(data: Buffer): { readonly size: number; readonly chain: (first: number) => readonly number[] } {
  const size = data.readUInt16LE(30) === 12 ? 4096 : 512;
  const after = (sector: number): number => {
    const place = Math.floor(sector / (size / 4));
    if (place >= SECTORS_IN_HEAD) return NONE;
    const at = (data.readUInt32LE(76 + 4 * place) + 1) * size + (sector % (size / 4)) * 4;
    return at + 4 <= data.length ? data.readUInt32LE(at) : NONE;
  };
  const chain = (first: number): number[] => {
    const places: number[] = [];
    const seen = new Set<number>();
    for (let sector = first; sector < NONE - 5 && !seen.has(sector); sector = after(sector)) {
      seen.add(sector);
      const at = (sector + 1) * size;
      if (at + size > data.length || seen.size > MOST_SECTORS) break;
      places.push(at);
    }
    return places;
  };
  return { size, chain };
}
