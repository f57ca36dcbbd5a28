import type { BiffRecord } from "./records.ts";
import { characters } from "./texts.ts";

const OBJ = 0x5d;
const TXO = 0x1b6;
const HEADER = 0x14;
/** Rectangles, ovals, text boxes and drawn shapes show their text; a note (25) does only when it is opened (MS-XLS 2.5.143). */
const SHOWN = new Set([2, 3, 6, 30]);

/** The text boxes and the page header of a binary worksheet (MS-XLS 2.4.136, 2.4.181, 2.4.329). */
export function biffDrawn(
  records: readonly BiffRecord[],
  isBiff8: boolean,
  codePage: { decode(bytes: Uint8Array): string },
): { boxes?: readonly string[]; header?: string } {
  const boxes: string[] = [];
  let header: string | undefined;
  let kind = -1;
  for (const { type, data, continued } of records) {
    if (type === OBJ) kind = isBiff8 && data.length >= 6 ? data.readUInt16LE(4) : -1;
    else if (type === TXO && SHOWN.has(kind) && data.length >= 12)
      for (const line of linesOf(continued, data.readUInt16LE(10))) boxes.push(line);
    else if (type === HEADER && data.length > 1)
      header = isBiff8
        ? characters(data.subarray(3), isWide(data[2]), data.readUInt16LE(0))
        : codePage.decode(data.subarray(1, 1 + data[0]!));
  }
  return { ...(boxes.length > 0 ? { boxes } : {}), ...(header === undefined ? {} : { header }) };
}

/** By the byte in front of characters. */
const isWide = (flags: number | undefined): boolean => ((flags ?? 0) & 1) === 1;

/** The text of a box goes on over records, each with a byte in front that tells the width of its characters. */
function linesOf(pieces: readonly Buffer[], length: number): string[] {
  let text = "";
  for (const piece of pieces) {
    if (text.length >= length || piece.length === 0) break;
    text += characters(piece.subarray(1), isWide(piece[0]), length - text.length);
  }
  return text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
}
