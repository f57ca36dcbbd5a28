import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { ExtractionError } from "./errors.ts";

/** What an archive may cost before it is refused: a few kilobytes can be made to unpack into gigabytes. */
export interface ZipLimits {
  readonly members: number;
  /** Unpacked bytes of one member. */
  readonly memberBytes: number;
  /** Unpacked bytes of all members together. */
  readonly totalBytes: number;
  /** Unpacked to packed, for members larger than a megabyte. */
  readonly ratio: number;
}

/** What an office package (docx, xlsx, ofd) may hold: far above the largest disclosure. */
export const PACKAGE_LIMITS: ZipLimits = {
  members: 20_000,
  memberBytes: 128 << 20,
  totalBytes: 512 << 20,
  ratio: 400,
};

/** Below this size a high ratio is ordinary: a sheet of empty cells packs very well. */
const RATIO_FLOOR_BYTES = 4 << 20;

/** One file of an archive; `read` unpacks it. Throws ExtractionError: `password`, `limit-exceeded`, `damaged`. */
export interface ZipMember {
  readonly name: string;
  readonly size: number;
  readonly encrypted: boolean;
  read(): Promise<Uint8Array>;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const gb18030 = new TextDecoder("gb18030");

/** A member's name: UTF-8 where flagged or valid, else GB18030, which Chinese archivers write without a flag. */
export function decodeName(raw: Uint8Array, flagged = false): string {
  try {
    return utf8.decode(raw);
  } catch {
    return flagged ? new TextDecoder("utf-8").decode(raw) : gb18030.decode(raw);
  }
}

/** The members of a zip, in the archive's order, without folders. Throws ExtractionError where it is no readable zip. */
export async function openZip(bytes: Uint8Array, limits: ZipLimits, where: string): Promise<ZipMember[]> {
  const members: ZipMember[] = [];
  let total = 0;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { fromBufferPromise } = await import("yauzl");
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      const name = decodeName(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0).replaceAll("\\", "/");
      if (name.endsWith("/")) continue;
      total += entry.uncompressedSize;
      if (members.length >= limits.members) throw over(`more than ${limits.members} members`, where);
      if (total > limits.totalBytes) throw over(`unpacks to more than ${limits.totalBytes} bytes`, where);
      members.push({
        name,
        size: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
        read: () => unpack(zip, entry, limits, `${where}/${name}`),
      });
    }
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw new ExtractionError("damaged", "the zip archive is damaged", where, cause);
  }
  return members;
}

async function unpack(zip: ZipFile, entry: Entry, limits: ZipLimits, where: string): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new ExtractionError("password", "the member is locked with a password", where);
  const size = entry.uncompressedSize;
  if (size > limits.memberBytes) throw over(`larger than ${limits.memberBytes} bytes`, where);
  if (size > RATIO_FLOOR_BYTES && size > entry.compressedSize * limits.ratio)
    throw over(`packed more than ${limits.ratio} times`, where);
  try {
    const chunks: Buffer[] = [];
    // yauzl ends the stream with an error as soon as it yields more than the size it announced.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (crc32(bytes) !== entry.crc32) throw new RangeError("the member's checksum is another");
    return bytes;
  } catch (cause) {
    throw new ExtractionError(
      "damaged",
      `the member is damaged (${cause instanceof Error ? cause.message : cause})`,
      where,
      cause,
    );
  }
}

const over = (message: string, where: string): ExtractionError => new ExtractionError("limit-exceeded", message, where);
