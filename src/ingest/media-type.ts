import { compoundDamage } from "../lib/compound-damage.ts";
import { ExtractionError } from "../lib/errors.ts";
import type { MediaType } from "../lib/source-file.ts";
import { openZip, type ZipLimits, type ZipMember } from "../lib/zip-archive.ts";
import { compoundFileHolds, isCompoundFile, isLockedWord } from "./compound-file.ts";
import { textKind } from "./text-kind.ts";

/** Files that begin so are so, whatever they are called. */
const SIGNATURES: readonly (readonly [string, MediaType])[] = [
  ["Rar!\x1a\x07", "rar"],
  ["7z\xbc\xaf\x27\x1c", "7z"],
  ["\x89PNG\r\n\x1a\n", "image"],
  ["\xff\xd8\xff", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["GIF8", "image"],
  // A workbook of Excel 5 and older that stands without a compound file around it.
  ["\x09\x08\x08\0\0\x05", "xls"],
  ["\x09\x08\x10\0\0\x06", "xls"],
];

/** Where an OFD package says which of its parts are encrypted (GM/T 0099, appendix C). */
const OFD_KEYS = "encryptions.xml";

/** A PDF may begin with so many bytes of something else. */
const PDF_REACH = 1024;

/**
 * What the bytes are; null where they are nothing this project reads. The file's name plays no part.
 * Throws ExtractionError: `password` for an encrypted office file, `unsupported-format` for an office file without text or
 * sheets, `damaged` for a cut zip and for a cut compound file whose list of streams is gone.
 */
export async function mediaTypeOf(bytes: Uint8Array, limits: ZipLimits, where: string): Promise<MediaType | null> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(PDF_REACH, bytes.length)).toString("latin1");
  const signed = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (signed) return signed[1];
  if (/^RIFF....WEBP/s.test(head)) return "image";
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return packageKind(bytes, limits, where);
  if (isCompoundFile(bytes)) {
    const held = compoundFileHolds(bytes);
    if (held === "encrypted" || (held === "doc" && isLockedWord(bytes))) throw locked(where);
    if (held === "presentation") throw presentation(where);
    const damage = held === null ? compoundDamage(bytes) : null;
    if (damage !== null) throw new ExtractionError("damaged", damage, where);
    return held;
  }
  if (head.includes("%PDF-")) return "pdf";
  return textKind(bytes);
}

/** A zip by what it holds: a Word document, a workbook, an OFD document, or files of any kind. */
async function packageKind(bytes: Uint8Array, limits: ZipLimits, where: string): Promise<MediaType> {
  const members = await openZip(bytes, limits, where);
  const names = new Set(members.map((m) => m.name.replace(/^\//, "").toLowerCase()));
  if (names.has("ofd.xml")) return "ofd";
  if (names.has(OFD_KEYS)) throw new ExtractionError("password", "the document is encrypted", where);
  if (names.has("[content_types].xml")) {
    const has = (folder: string): boolean => [...names].some((n) => n.startsWith(`${folder}/`));
    if (has("word")) return "docx";
    if (has("xl")) return "xlsx";
    if (has("ppt")) throw presentation(where);
    throw new ExtractionError("unsupported-format", "the office file holds neither text nor sheets", where);
  }
  const uof = members.find((m) => m.name === "uof.xml" && !m.encrypted);
  if (uof)
    return /spreadsheet/.test(Buffer.from((await uof.read()).subarray(0, 4096)).toString("utf8")) ? "xls" : "doc";
  const mimetype = members.find((m) => m.name === "mimetype" && m.size < 200 && !m.encrypted);
  if (mimetype) {
    const type = Buffer.from(await mimetype.read()).toString("latin1");
    const kind = type.includes("opendocument.text")
      ? "doc"
      : type.includes("opendocument.spreadsheet")
        ? "xls"
        : undefined;
    if (kind !== undefined && (await isLockedOpenDocument(members))) throw locked(where);
    if (kind !== undefined) return kind;
  }
  return "zip";
}

/** Whether the list of an OpenDocument's members says that they are encrypted. */
async function isLockedOpenDocument(members: readonly ZipMember[]): Promise<boolean> {
  const list = members.find((m) => m.name === "META-INF/manifest.xml" && !m.encrypted);
  // A list that cannot be read says nothing: the reader tells what is damaged.
  const bytes = await list?.read().catch(() => undefined);
  return bytes !== undefined && Buffer.from(bytes).toString("utf8").includes("encryption-data");
}

const locked = (where: string): ExtractionError =>
  new ExtractionError("password", "the office file is locked with a password", where);

const presentation = (where: string): ExtractionError =>
  new ExtractionError("unsupported-format", "presentations are not read", where);
