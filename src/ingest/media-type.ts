import type { MediaType } from "../lib/source-file.ts";

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(text.length, bytes.length - at)).toString("latin1") ===
  text;

/** What the bytes are; null where they are nothing this project reads. The file's name plays no part. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).toString("latin1");
  if (head.includes("%PDF-")) return "pdf";
  if (startsWith(bytes, "PK\u0003\u0004")) return "zip";
  if (startsWith(bytes, "Rar!")) return "rar";
  if (/<(!doctype html|html|table|body|head|meta)\b/i.test(head)) return "html";
  if (!head.includes("\0")) return "text";
  return null;
}
