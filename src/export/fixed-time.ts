/** 1 January 1980, the first day an archive can name. */
const DOS_DATE = 0x0021;
const DOS_TIME = 0;
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Sets the time of every entry of a zip archive to one fixed day, so that the same contents are the same bytes whenever they are
 * written. Changes `archive` itself. Throws RangeError where it is no archive.
 */
export function fixTimes(archive: Uint8Array): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new RangeError("no zip archive");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("no zip archive");
    const local = view.getUint32(at + 42, true);
    for (const place of [at + 12, local + 10]) {
      view.setUint16(place, DOS_TIME, true);
      view.setUint16(place + 2, DOS_DATE, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
