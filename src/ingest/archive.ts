import type { ArchiveReader } from "libarchive-wasm";
import { ExtractionError } from "../lib/errors.ts";
import { openZip, type ZipMember } from "../lib/zip-archive.ts";
import type { IngestLimits } from "./limits.ts";
import { rar4Names } from "./rar-names.ts";
import { sevenZipNames } from "./seven-zip-names.ts";

/** A member that is to be read, or the reason why it cannot be. */
export type Member =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly error: ExtractionError };

/** Left by operating systems and office programs beside the real files. */
const LEFTOVERS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/i;

/** The longest list of members that is unpacked for its names. */
const HEADER_BYTES = 64 << 20;

/** Whether a member is none of the publisher's files. */
export const isLeftover = (name: string): boolean => LEFTOVERS.test(name);

/** Whether a member's name would lead out of the archive's folder. Nothing is written to disk, still no such name is a document's. */
export const isUnsafe = (name: string): boolean =>
  name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.split(/[/\\]/).includes("..") || name.includes("\0");

/** The members of a zip, one after the other. Throws ExtractionError where the archive itself cannot be read. */
export async function* zipMembers(bytes: Uint8Array, limits: IngestLimits, where: string): AsyncGenerator<Member> {
  for (const member of await openZip(bytes, limits, where)) {
    if (isLeftover(member.name) || isUnsafe(member.name)) yield { name: member.name, bytes: new Uint8Array(0) };
    else yield await unpacked(member);
  }
}

async function unpacked(member: ZipMember): Promise<Member> {
  try {
    return { name: member.name, bytes: await member.read() };
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    return { name: member.name, error };
  }
}

/** The members of a `.rar` or `.7z`. A password hides either the names too or the contents alone. */
export async function* libarchiveMembers(
  bytes: Uint8Array,
  limits: IngestLimits,
  where: string,
): AsyncGenerator<Member> {
  const { ArchiveReader, libarchiveWasm } = await import("libarchive-wasm");
  const library = await libarchiveWasm();
  const readerOf = (archive: Uint8Array): ArchiveReader =>
    new ArchiveReader(library, new Int8Array(archive.buffer, archive.byteOffset, archive.byteLength));
  let reader: ArchiveReader;
  try {
    reader = readerOf(bytes);
  } catch (cause) {
    throw unreadable(cause, where);
  }
  const ownNames = rar4Names(bytes) ?? sevenZipNames(bytes, (archive) => onlyMember(readerOf(archive)));
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
      const stated = ownNames?.[entry++] ?? reader.getEntryPathname(pointer);
      if (/Directory|Link/.test(reader.getEntryFiletype(pointer))) continue;
      const name = legible(stated, count + 1);
      const size = reader.getEntrySize(pointer);
      const place = `${where}/${name}`;
      total += size;
      if (++count > limits.members) throw over(`more than ${limits.members} members`, where);
      if (total > limits.totalBytes) throw over(`unpacks to more than ${limits.totalBytes} bytes`, where);
      if (reader.isEntryEncrypted(pointer))
        yield { name, error: new ExtractionError("password", "the member is locked with a password", place) };
      else if (size > limits.memberBytes) yield { name, error: over(`larger than ${limits.memberBytes} bytes`, place) };
      else if (isLeftover(name) || isUnsafe(name)) yield { name, bytes: new Uint8Array(0) };
      else {
        let member: Member;
        try {
          member = { name, bytes: new Uint8Array(reader.readData(size)) };
        } catch (cause) {
          member = { name, error: unreadable(cause, place) };
        }
        yield member;
      }
    }
  } finally {
    reader.free();
  }
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
    : new ExtractionError("damaged", "the archive is damaged", where, cause);
