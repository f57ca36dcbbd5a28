import type { Run } from "../printed-runs.ts";
import type { BiffLooks } from "./looks.ts";
import type { BiffRecord } from "./records.ts";

/** A run of a text begins at `from` and is set in the font `font`. */
interface FontRun {
  readonly from: number;
  readonly font: number;
}

/** Shared strings with more characters than this are cut short: no cell holds more. */
const MOST_CHARACTERS = 32_767;

/** Shared strings in runs, by index (MS-XLS 2.4.265, 2.5.293). */
export function sharedRuns(record: BiffRecord | undefined, looks: BiffLooks): Map<number, readonly Run[]> {
  const found = new Map<number, readonly Run[]>();
  if (!record || record.data.length < 8) return found;
  const pieces = new Pieces([record.data.subarray(8), ...record.continued]);
  const count = record.data.readUInt32LE(4);
  try {
    for (let i = 0; i < count; i++) {
      const { text, runs } = pieces.string();
      if (runs.length > 0) found.set(i, inRuns(text, runs, looks));
    }
  } catch (error) {
    // A table of strings that ends early is damage, which is told elsewhere.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** A text in the runs that begin in it; what stands before the first is printed as its cell. */
export function inRuns(text: string, runs: readonly FontRun[], looks: BiffLooks): Run[] {
  const lead = text.slice(0, runs[0]?.from);
  return [
    ...(lead === "" ? [] : [{ text: lead, look: null }]),
    ...runs.map(({ from, font }, i) => ({ text: text.slice(from, runs[i + 1]?.from), look: looks.font(font) })),
  ];
}

/** Characters as a workbook packs them: two bytes each, or one for those of Latin-1. */
export const characters = (bytes: Buffer, wide: boolean, length: number): string =>
  wide ? bytes.subarray(0, 2 * length).toString("utf16le") : bytes.subarray(0, length).toString("latin1");

/** Strings laid over a record and those that carry it on. */
class Pieces {
  private readonly pieces: readonly Buffer[];
  private piece = 0;
  private at = 0;
  constructor(pieces: readonly Buffer[]) {
    this.pieces = pieces;
  }

  string(): { text: string; runs: FontRun[] } {
    const length = this.number(2);
    const flags = this.number(1);
    const runs = flags & 0x08 ? this.number(2) : 0;
    const beyond = flags & 0x04 ? this.number(4) : 0;
    const text = this.characters(length, (flags & 1) === 1);
    const found = Array.from({ length: runs }, () => ({ from: this.number(2), font: this.number(2) }));
    this.skip(beyond);
    return { text, runs: found };
  }

  /** Where characters go on in the next record, a byte of its own tells their width again. */
  private characters(length: number, wide: boolean): string {
    let text = "";
    let isWide = wide;
    for (let left = Math.min(length, MOST_CHARACTERS); left > 0; ) {
      if (this.left() === 0) isWide = (this.number(1) & 1) === 1;
      const width = isWide ? 2 : 1;
      const here = Math.min(left, Math.floor(this.left() / width));
      if (here === 0) throw new RangeError("the table of strings ends early");
      text += characters(this.bytes(here * width), isWide, here);
      left -= here;
    }
    return text;
  }

  private left(): number {
    return (this.pieces[this.piece]?.length ?? 0) - this.at;
  }

  private bytes(count: number): Buffer {
    while (this.left() === 0 && this.piece < this.pieces.length) {
      this.piece++;
      this.at = 0;
    }
    if (this.left() < count) throw new RangeError("the table of strings ends early");
    this.at += count;
    return this.pieces[this.piece]!.subarray(this.at - count, this.at);
  }

  private number(size: 1 | 2 | 4): number {
    return this.bytes(size).readUIntLE(0, size);
  }

  private skip(count: number): void {
    for (let left = count; left > 0; ) {
      const here = Math.min(left, this.left() || 1);
      this.bytes(here);
      left -= here;
    }
  }
}
