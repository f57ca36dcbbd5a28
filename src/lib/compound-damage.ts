const SIGNATURE = "d0cf11e0a1b11ae1";
/** Numbers of the allocation table that name no sector. */
const SPECIAL = 0xffff_fffa;
/** Places of the allocation table's sectors in the header. */
const HEADER_PLACES = 109;

/**
 * What does not agree in a compound file (`.doc`, `.xls`, `.wps`, `.et`) with its own allocation table: sectors that lie beyond the end of the
 * file, chains that lead nowhere. Null where nothing is, and for any other file.
 */
export function compoundDamage(bytes: Uint8Array): string | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.toString("hex", 0, 8) !== SIGNATURE) return null;
  if (data.length < 512) return "its end is missing";
  const shift = data.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return "its sectors have no known size";
  const sector = 1 << shift;
  const sectors = Math.ceil((data.length - sector) / sector);
  const tables = data.readUInt32LE(44);
  if (tables > sectors) return "its allocation table is larger than the file";
  for (let n = 0; n < Math.min(tables, HEADER_PLACES); n++) {
    const place = data.readUInt32LE(76 + 4 * n);
    const at = (place + 1) * sector;
    if (place >= SPECIAL) return "its allocation table has gaps";
    if (at + sector > data.length) return "its end is missing";
    for (let entry = 0; entry < sector / 4; entry++) {
      const next = data.readUInt32LE(at + 4 * entry);
      const own = n * (sector / 4) + entry;
      // Some writers fill the table up with ends of chains.
      if (next < SPECIAL && (own >= sectors || next >= sectors)) return "its end is missing";
    }
  }
  return null;
}
