import { type Pdfium, SCRATCH_BYTES } from "../../lib/pdfium-module.ts";

/** What an object is marked as: content of a layer (ISO 32000-1, 8.11.3.2), text to be read out as words of its own (14.9.4), as figures. */
export function marksOf(engine: Pdfium, object: number): { layer: boolean; spoken: boolean; figures: boolean } {
  const { call, heap, scratch } = engine;
  const found = { layer: false, spoken: false, figures: false };
  const marks = call.FPDFPageObj_CountMarks(object);
  for (let i = 0; i < marks; i++) {
    const mark = call.FPDFPageObj_GetMark(object, i);
    if (!call.FPDFPageObjMark_GetName(mark, scratch + 8, 16, scratch)) continue;
    const at = scratch + 8;
    found.layer ||= heap.HEAPU8[at] === 0x4f && heap.HEAPU8[at + 2] === 0x43 && heap.HEAPU8[at + 4] === 0;
    const spoken = actualText(engine, mark);
    found.spoken ||= spoken !== "";
    found.figures ||= /\d/.test(spoken);
  }
  return found;
}

const ACTUAL_TEXT = new TextEncoder().encode("ActualText\0");
const KEY = 8;
const VALUE = KEY + ACTUAL_TEXT.length;
const VALUE_BYTES = SCRATCH_BYTES - VALUE;
const LONGEST_VALUE = 65_536;

/**
 * The text that marked content is to be read out as; blank where it says none. Its bytes are asked for: PDFium's strings of marks take every
 * text for UTF-8, and of one in UTF-16 that leaves other characters, digits among them.
 */
function actualText({ call, heap, scratch }: Pdfium, mark: number): string {
  heap.HEAPU8.set(ACTUAL_TEXT, scratch + KEY);
  const bytesAt = (at: number, room: number): Uint8Array | null => {
    if (!call.FPDFPageObjMark_GetParamBlobValue(mark, scratch + KEY, at, room, scratch)) return null;
    const length = heap.HEAP32[scratch >> 2]!;
    return length > room ? null : heap.HEAPU8.slice(at, at + length);
  };
  const short = bytesAt(scratch + VALUE, VALUE_BYTES);
  if (short) return textOf(short);
  const length = heap.HEAP32[scratch >> 2]!;
  if (length <= VALUE_BYTES || length > LONGEST_VALUE) return "";
  const room = call.malloc(length);
  const long = bytesAt(room, length);
  call.free(room);
  return long ? textOf(long) : "";
}

/** A text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 behind its mark, else PDFDocEncoding, whose digits are those of Latin 1. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder("utf-8").decode(bytes);
  return new TextDecoder("latin1").decode(bytes);
}
