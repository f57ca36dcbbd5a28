import { PLAIN, type RunLook } from "../printed-runs.ts";
import type { BiffRecord } from "./records.ts";

/** The fonts and cell formats of a binary workbook, by their numbers. */
export interface BiffLooks {
  font(index: number): RunLook;
  /** How a cell of this format is printed. */
  cell(format: number): RunLook;
  isFilled(format: number): boolean;
  isWhite(colour: number): boolean;
}

const FONT = 0x31;
const XF = 0xe0;
const PALETTE = 0x92;
/** The number of the first colour a palette holds (MS-XLS 2.5.161). */
const FIRST_OF_PALETTE = 8;
/** No ground at all. */
const NO_PATTERN = 0;

/** Reads them of the workbook's globals. */
export function biffLooks(globals: readonly BiffRecord[], isBiff8: boolean): BiffLooks {
  const palette = globals.find(({ type }) => type === PALETTE)?.data;
  // 1 and, unless a palette says otherwise, 9 are white; 65 is the window's ground.
  const isWhite = (colour: number): boolean => {
    if (colour === 1 || colour === 65) return true;
    const at = 2 + 4 * (colour - FIRST_OF_PALETTE);
    if (palette !== undefined && colour >= FIRST_OF_PALETTE && at + 3 <= palette.length)
      return palette.readUIntLE(at, 3) === 0xff_ff_ff;
    return colour === 9;
  };
  const fonts = globals
    .filter(({ type, data }) => type === FONT && data.length >= 10)
    .map(({ data }) => ({
      struck: (data.readUInt16LE(2) & 0x08) !== 0,
      raised: data.readUInt16LE(8) === 1,
      white: isWhite(data.readUInt16LE(4)),
    }));
  // There is no font 4: the fifth is font 5 (MS-XLS 2.5.129).
  const font = (index: number): RunLook => fonts[index > 4 ? index - 1 : index] ?? PLAIN;
  const formats = globals
    .filter(({ type, data }) => type === XF && data.length >= 12)
    .map(({ data }) => ({ font: data.readUInt16LE(0), filled: hasGround(data, isBiff8, isWhite) }));
  return {
    font,
    isWhite,
    isFilled: (format) => formats[format]?.filled ?? false,
    cell: (format) => ({ ...font(formats[format]?.font ?? 0), raised: false }),
  };
}

/** Whether a cell format puts a ground under its cell that is not the paper's. */
function hasGround(data: Buffer, isBiff8: boolean, isWhite: (colour: number) => boolean): boolean {
  if (isBiff8 && data.length < 20) return false;
  const pattern = isBiff8 ? data.readUInt32LE(14) >>> 26 : data.readUInt16LE(10) & 0x3f;
  const colours = data.readUInt16LE(isBiff8 ? 18 : 8);
  return pattern !== NO_PATTERN && !isWhite(colours & 0x7f);
}
