import type { MediaType } from "../lib/source-file.ts";

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
  if (names.has("EncryptedPackage")) return "encrypted";
  if (names.has("WordDocument") || names.has("MatOST")) return "doc";
  if (names.has("Workbook") || names.has("Book") || names.has("WORKBOOK")) return "xls";
  if (names.has("PowerPoint Document")) return "presentation";
  return null;
}
