const ENTRY_BYTES = 128;
const NONE = 0xffffffff;
/** More sectors of a directory than this are no document's. */
const MOST_SECTORS = 100_000;
const SECTORS_IN_HEAD = 109;

/**
 * The names of the streams that stand in the root of a compound file, not in an object embedded in it ([MS-CFB] 2.6.4: the root's child and its
 * siblings left and right); null where its directory cannot be followed.
 */
export function rootStreams(bytes: Uint8Array): ReadonlySet<string> | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryOf(data);
  if (!directory) return null;
  const names = new Set<string>();
  const seen = new Set<number>();
  const open = [directory.readUInt32LE(76)];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const at = entry * ENTRY_BYTES;
    if (entry === NONE || seen.has(entry) || at + ENTRY_BYTES > directory.length) continue;
    seen.add(entry);
    const length = directory.readUInt16LE(at + 64);
    if (directory[at + 66] === 2 && length >= 2 && length <= 64)
      names.add(directory.toString("utf16le", at, at + length - 2));
    open.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72));
  }
  return names;
}

/** The sectors of the directory put together; null where their chain breaks off before it begins. */
function directoryOf(data: Buffer): Buffer | null {
  if (data.length < 512) return null;
  const size = data.readUInt16LE(30) === 12 ? 4096 : 512;
  const after = (sector: number): number => {
    const place = Math.floor(sector / (size / 4));
    if (place >= SECTORS_IN_HEAD) return NONE;
    const at = (data.readUInt32LE(76 + 4 * place) + 1) * size + (sector % (size / 4)) * 4;
    return at + 4 <= data.length ? data.readUInt32LE(at) : NONE;
  };
  const sectors: Buffer[] = [];
  const seen = new Set<number>();
  for (let sector = data.readUInt32LE(48); sector < NONE - 5 && !seen.has(sector); sector = after(sector)) {
    seen.add(sector);
    const at = (sector + 1) * size;
    if (at + size > data.length || seen.size > MOST_SECTORS) break;
    sectors.push(data.subarray(at, at + size));
  }
  return sectors.length > 0 ? Buffer.concat(sectors) : null;
}
