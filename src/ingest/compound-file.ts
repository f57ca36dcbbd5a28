import type { MediaType } from "../lib/source-file.ts";
import { rootStreams } from "./compound-root.ts";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_BYTES = 128;

/** Whether the bytes are an OLE2 compound file: the container of `.doc`, `.xls`, `.wps`, `.et`, and of encrypted `.docx`. */
export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((b, i) => bytes[i] === b);

/**
 * What a compound file holds, by the names of its streams; `encrypted` for an office package behind a password.
 * Directory entries stand at multiples of 128 bytes, so they are found in a damaged file too.
 */
export function compoundFileHolds(bytes: Uint8Array): MediaType | "encrypted" | "presentation" | null {
  const names = new Set<string>();
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + ENTRY_BYTES <= data.length; at += ENTRY_BYTES) {
    const type = data[at + 66];
    const length = data.readUInt16LE(at + 64);
    if (type !== 2 || length < 4 || length > 64 || length % 2 !== 0 || data.readUInt16LE(at + length - 2) !== 0)
      continue;
    names.add(data.toString("utf16le", at, at + length - 2));
  }
  const kinds = kindsAmong(names);
  if (kinds.length < 2) return kinds[0] ?? null;
  // A workbook may hold a document, and a document a workbook: what stands in the root is the file's own.
  const [own] = kindsAmong(rootStreams(bytes) ?? names);
  return own ?? kinds[0]!;
}

type Kind = MediaType | "encrypted" | "presentation";
const KINDS: readonly (readonly [Kind, readonly string[]])[] = [
  ["encrypted", ["EncryptedPackage"]],
  ["doc", ["WordDocument", "MatOST"]],
  ["xls", ["Workbook", "Book", "WORKBOOK"]],
  ["presentation", ["PowerPoint Document"]],
];

const kindsAmong = (names: Pick<ReadonlySet<string>, "has">): Kind[] =>
  KINDS.filter(([, streams]) => streams.some((name) => names.has(name))).map(([kind]) => kind);

/** A Word document's first two bytes, and the bit that says its text is behind a password ([MS-DOC] 2.5.2: `fEncrypted`). */
const WORD_97 = 0xa5ec;
const LOCKED_AT = 11;
const LOCKED = 1;

/** Whether a compound file's own Word document is locked with a password. */
export function isLockedWord(bytes: Uint8Array): boolean {
  const at = rootStreams(bytes)?.get("WordDocument") ?? null;
  if (at === null || at + LOCKED_AT >= bytes.length) return false;
  const [low = 0, high = 0] = bytes.subarray(at, at + 2);
  return low + high * 256 === WORD_97 && (bytes[at + LOCKED_AT]! & LOCKED) !== 0;
}
