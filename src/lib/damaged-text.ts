import { ExtractionError } from "./errors.ts";

/** UTF-8 with damage has at most this share of bad places among its characters beyond ASCII; text in another encoding has nearly all. */
const DAMAGED_SHARE = 0.05;

/** Bytes that are UTF-8 but for some bad places, with U+FFFD for each; null for text in another encoding. */
export function damagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return unreadable(text) <= beyond * DAMAGED_SHARE ? text : null;
}

const unreadable = (text: string): number => text.match(/\ufffd/g)?.length ?? 0;

/** What could not be decoded of a text, as trouble; empty where all could. */
export function undecoded(text: string, where: string): ExtractionError[] {
  // No text holds NUL: a stretch of a disk that was not written does.
  const places = text.match(/[\ufffd\0]/g)?.length ?? 0;
  return places > 0 ? [new ExtractionError("damaged", `${places} characters of the text are damaged`, where)] : [];
}
