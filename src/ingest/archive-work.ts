import { crc32 } from "node:zlib";
import type { ArchiveReader } from "libarchive-wasm";
import { ExtractionError } from "../lib/errors.ts";
import { type ArchiveWork, isLeftover, isUnsafe, type PlainMember } from "./archive.ts";
import type { Listed } from "./listed.ts";
import { rarList } from "./rar-list.ts";
import { sevenZipList } from "./seven-zip-list.ts";

/** The longest list of members that is unpacked for its names. */
const HEADER_BYTES = 64 << 20;
/** Below this size a high ratio is ordinary. */
const RATIO_FLOOR_BYTES = 4 << 20;
/** The library looks for a zip's directory in this many bytes before the end. */
const ZIP_REACH = 66_000;

/** A helper's work: the members of a `.rar` or `.7z`. Throws ExtractionError where the archive itself cannot be read. */
export async function* work({ bytes, limits, where }: ArchiveWork): AsyncGenerator<PlainMember> {
  const { ArchiveReader, libarchiveWasm } = await import("libarchive-wasm");
  const library = await libarchiveWasm();
  const readerOf = (archive: Uint8Array): ArchiveReader =>
    new ArchiveReader(library, new Int8Array(archive.buffer, archive.byteOffset, archive.byteLength));
  const listed = rarList(bytes) ?? sevenZipList(bytes, (archive) => onlyMember(readerOf(archive)), where);
  let reader: ArchiveReader;
  try {
    reader = readerOf(outermost(bytes));
  } catch (cause) {
    throw unreadable(cause, where);
  }
  let entry = 0;
  let count = 0;
  let total = 0;
  try {
    for (;;) {
      const pointer = step(() => reader.nextEntryPointer(), where);
      if (!pointer) {
        const complaint = library.error_string(reader.archive);
        if (complaint || endIsMissing(bytes)) throw unreadable(complaint, where);
        return;
      }
      const stated = listed?.[entry++];
      if (/Directory|Link/.test(reader.getEntryFiletype(pointer))) continue;
      const name = legible(stated?.name ?? reader.getEntryPathname(pointer), count + 1);
      const size = reader.getEntrySize(pointer);
      total += size;
      if (++count > limits.members) throw over(`more than ${limits.members} members`, where);
      if (total > limits.totalBytes) throw over(`unpacks to more than ${limits.totalBytes} bytes`, where);
      if (total > RATIO_FLOOR_BYTES && total > bytes.length * limits.ratio)
        throw over(`packed more than ${limits.ratio} times`, where);
      const refused = (error: ExtractionError): PlainMember => ({
        name,
        error: { code: error.code, message: error.message },
      });
      if (reader.isEntryEncrypted(pointer))
        yield refused(new ExtractionError("password", "the member is locked with a password"));
      else if (size > limits.memberBytes) yield refused(over(`larger than ${limits.memberBytes} bytes`, where));
      else if (isLeftover(name) || isUnsafe(name)) yield { name, bytes: new Uint8Array(0) };
      else if (stated?.split === true)
        yield refused(new ExtractionError("damaged", "a part of the member lies in another volume, which is not here"));
      else
        try {
          yield { name, bytes: checked(new Uint8Array(reader.readData(size)), stated) };
        } catch (cause) {
          yield refused(cause instanceof ExtractionError ? cause : unreadable(cause, where));
        }
    }
  } finally {
    reader.free();
  }
}

/** A member's bytes. Throws ExtractionError `damaged` where the archive states the checksum of others. */
function checked(bytes: Uint8Array, listed: Listed | undefined): Uint8Array {
  if (listed?.checksum != null && crc32(bytes) !== listed.checksum)
    throw new ExtractionError("damaged", "the member is damaged (its checksum is another)");
  return bytes;
}

/** The library takes an archive that ends with a stored zip for that zip: where one may be taken so, nothing stands at the end. */
function outermost(bytes: Uint8Array): Uint8Array {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-ZIP_REACH);
  if (!tail.includes("PK\x05\x06", 0, "latin1")) return bytes;
  const longer = new Uint8Array(bytes.length + ZIP_REACH);
  longer.set(bytes);
  return longer;
}

function onlyMember(reader: ArchiveReader): Uint8Array {
  try {
    const size = reader.getEntrySize(reader.nextEntryPointer());
    if (size > HEADER_BYTES) throw new RangeError("no list of members is that long");
    return new Uint8Array(reader.readData(size));
  } finally {
    reader.free();
  }
}

/** Where the library could not decode a name it puts `*`: the member is called by its number. */
function legible(name: string | null, number: number): string {
  const slashed = (name ?? "*").replaceAll("\\", "/");
  return slashed.includes("*") ? `member ${number}${/\.\w{1,5}$/.exec(slashed)?.[0] ?? ""}` : slashed;
}

/** A RAR 5 archive closes with a block of its own; the library takes the end of the bytes for the end of the archive. */
function endIsMissing(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.toString("latin1", 0, 8) !== "Rar!\x1a\x07\x01\0") return false;
  // Size 3, type 5 (end of archive), flags, archive flags.
  return !/\x03\x05[\0\x04][\0\x01]/.test(data.toString("latin1", Math.max(8, data.length - 1024)));
}

function step<T>(read: () => T, where: string): T {
  try {
    return read();
  } catch (cause) {
    throw unreadable(cause, where);
  }
}

const over = (message: string, where: string): ExtractionError => new ExtractionError("limit-exceeded", message, where);

const unreadable = (cause: unknown, where: string): ExtractionError =>
  /passphrase|encrypt/i.test(String(cause))
    ? new ExtractionError("password", "the archive is locked with a password", where, cause)
    : new ExtractionError("damaged", `the archive is damaged${said(cause)}`, where, cause);

/** What the library says is wrong, where it says anything. */
const said = (cause: unknown): string => {
  const text = (cause instanceof Error ? cause.message : String(cause ?? "")).replace(/\s+/g, " ").trim();
  return text === "" ? "" : ` (${text.slice(0, 200)})`;
};
