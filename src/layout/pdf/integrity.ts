import { inflateSync } from "node:zlib";
import { append } from "../../lib/long-lists.ts";

/** How far from the end the last words of a PDF stand. */
const TAIL_BYTES = 2048;
/** What is unpacked at most to be checked, in one stream and in all. */
const STREAM_BYTES = 64 << 20;
const ALL_BYTES = 512 << 20;
/** More objects than this are no disclosure's. */
const MOST_OBJECTS = 500_000;
const MOST_SECTIONS = 1000;

/** What does not agree in a PDF with what it says of itself: nothing of an undamaged one. */
export interface PdfDamage {
  /** It stops before its end, or the list of its objects cannot be followed: an engine must guess where they stand. */
  readonly list: boolean;
  /** Objects that are not where the list says. */
  readonly misplaced: number;
  /** Streams that cannot be unpacked to their end, or have another checksum or length than they say. */
  readonly streams: number;
}

/** Checks what a PDF says of itself: where its objects stand, how long its streams are, the checksums of packed ones. */
export function pdfDamage(bytes: Uint8Array): PdfDamage {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Check(data).run();
}

class Check {
  readonly #data: Buffer;
  readonly #start: number;
  /** Offset of each object in use, newest first; 0 for one that is free or packed in another. */
  readonly #objects = new Map<number, number>();
  #encrypted = false;
  #left = ALL_BYTES;

  constructor(data: Buffer) {
    this.#data = data;
    this.#start = Math.max(0, data.subarray(0, 1024).indexOf("%PDF-"));
  }

  run(): PdfDamage {
    const list = !this.#readLists();
    let misplaced = 0;
    let streams = 0;
    for (const [number, offset] of this.#objects) {
      if (offset === 0) continue;
      const at = offset + this.#start;
      const head = /^\s*(\d+)\s+\d+\s+obj/.exec(this.#text(at, 40));
      if (!head || Number(head[1]) !== number) misplaced++;
      else if (!this.#isSound(at + head[0].length)) streams++;
    }
    return { list, misplaced, streams };
  }

  #text(at: number, length: number): string {
    return this.#data.toString("latin1", at, at + length);
  }

  /** Follows the lists of objects from the end of the file; false where that fails. */
  #readLists(): boolean {
    const tail = this.#text(Math.max(0, this.#data.length - TAIL_BYTES), TAIL_BYTES);
    const end = tail.lastIndexOf("startxref");
    const first = /^startxref\s+(\d+)\s+%%EOF/.exec(end < 0 ? "" : tail.slice(end));
    if (!first) return false;
    const seen = new Set<number>();
    const waiting = [Number(first[1])];
    for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
      if (seen.has(offset) || seen.size > MOST_SECTIONS) continue;
      seen.add(offset);
      const more = this.#readList(offset + this.#start);
      if (more === null || this.#objects.size > MOST_OBJECTS) return false;
      append(waiting, more);
    }
    return true;
  }

  /** One list and where the lists before it stand; null where there is none. */
  #readList(at: number): number[] | null {
    if (/^\s*xref/.test(this.#text(at, 20))) return this.#readTable(at);
    const head = /^\s*\d+\s+\d+\s+obj/.exec(this.#text(at, 40));
    return head ? this.#readPackedList(at + head[0].length) : null;
  }

  #readTable(at: number): number[] | null {
    const end = this.#data.indexOf("trailer", at);
    if (end < 0) return null;
    const words = this.#text(at, end - at)
      .trim()
      .split(/\s+/);
    let i = 1;
    while (i < words.length) {
      const [first, count] = [Number(words[i]), Number(words[i + 1])];
      if (!Number.isInteger(first) || !Number.isInteger(count)) return null;
      i += 2;
      for (let n = 0; n < count; n++, i += 3) {
        if (i + 2 >= words.length) return null;
        const use = words[i + 2];
        if (use !== "n" && use !== "f") return null;
        this.#add(first + n, use === "n" ? Number(words[i]) : 0);
      }
    }
    const close = this.#data.indexOf("startxref", end);
    return this.#linksOf(this.#text(end, Math.min(close < 0 ? 4096 : close - end, 65536)));
  }

  #add(number: number, offset: number): void {
    if (!this.#objects.has(number)) this.#objects.set(number, offset);
  }

  #linksOf(dictionary: string): number[] {
    if (/\/Encrypt\b/.test(dictionary)) this.#encrypted = true;
    return [...dictionary.matchAll(/\/(?:Prev|XRefStm)\s+(\d+)/g)].map((m) => Number(m[1]));
  }

  #readPackedList(at: number): number[] | null {
    const stream = this.#streamAt(at);
    if (!stream || !/\/XRef\b/.test(stream.dictionary)) return null;
    const rows = this.#rowsOf(stream);
    const widths = /\/W\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(stream.dictionary)?.slice(1).map(Number);
    if (!rows || !widths) return null;
    const [a, b, c] = widths as [number, number, number];
    const size = Number(/\/Size\s+(\d+)/.exec(stream.dictionary)?.[1] ?? "0");
    const index = /\/Index\s*\[([\d\s]+)\]/.exec(stream.dictionary)?.[1]?.trim().split(/\s+/).map(Number) ?? [0, size];
    let row = 0;
    const number = (from: number, width: number): number =>
      width === 0 ? 0 : rows.readUIntBE(from, Math.min(6, width));
    if (a + b + c === 0 || a > 6 || b > 6) return null;
    for (let k = 0; k + 1 < index.length; k += 2)
      for (let n = 0; n < index[k + 1]!; n++, row++) {
        const from = row * (a + b + c);
        if (from + a + b + c > rows.length) return null;
        const kind = a === 0 ? 1 : number(from, a);
        this.#add(index[k]! + n, kind === 1 ? number(from + a, b) : 0);
      }
    return this.#linksOf(stream.dictionary);
  }

  /** The rows of a packed list, the prediction of each from the one above undone. */
  #rowsOf({ dictionary, from, to }: Stream): Buffer | null {
    let rows: Buffer = this.#data.subarray(from, to);
    if (/\/Filter/.test(dictionary)) {
      const unpacked = inflated(rows, STREAM_BYTES);
      if (!unpacked) return null;
      rows = unpacked;
    }
    const predictor = Number(/\/Predictor\s+(\d+)/.exec(dictionary)?.[1] ?? "1");
    if (predictor < 10) return rows;
    const columns = Number(/\/Columns\s+(\d+)/.exec(dictionary)?.[1] ?? "1");
    const height = Math.floor(rows.length / (columns + 1));
    const out = Buffer.alloc(height * columns);
    for (let y = 0; y < height; y++) {
      const kind = rows[y * (columns + 1)];
      for (let x = 0; x < columns; x++) {
        const raw = rows[y * (columns + 1) + 1 + x]!;
        const up = y > 0 ? out[(y - 1) * columns + x]! : 0;
        const left = x > 0 ? out[y * columns + x - 1]! : 0;
        if (kind !== 0 && kind !== 1 && kind !== 2) return null;
        out[y * columns + x] = raw + (kind === 2 ? up : kind === 1 ? left : 0);
      }
    }
    return out;
  }

  /** The stream of the object whose contents begin at `at`; null for an object that is none. `to` is negative where it has no end. */
  #streamAt(at: number): Stream | null {
    const word = this.#data.indexOf("stream", at);
    if (word < 0) return null;
    const dictionary = this.#text(at, Math.min(word - at, 65536));
    if (/\bendobj\b/.test(dictionary) || !/>>\s*$/.test(dictionary)) return null;
    let from = word + 6;
    if (this.#data[from] === 13) from++;
    if (this.#data[from] === 10) from++;
    const stated = this.#lengthIn(dictionary);
    if (stated !== null && /^\s*endstream/.test(this.#text(from + stated, 24)))
      return { dictionary, from, to: from + stated, fits: true };
    const end = this.#data.indexOf("endstream", from);
    return { dictionary, from, to: end < 0 ? this.#data.length : end, fits: false };
  }

  #lengthIn(dictionary: string): number | null {
    const length = /\/Length\s+(\d+)(?:\s+\d+\s+(R))?/.exec(dictionary);
    if (!length) return null;
    if (length[2] === undefined) return Number(length[1]);
    const offset = this.#objects.get(Number(length[1]));
    if (!offset) return null;
    const held = /^\s*\d+\s+\d+\s+obj\s+(\d+)/.exec(this.#text(offset + this.#start, 60));
    return held ? Number(held[1]) : null;
  }

  /** Whether the object whose contents begin at `at` is no stream, or one that can be unpacked to its end. */
  #isSound(at: number): boolean {
    const stream = this.#streamAt(at);
    if (!stream) return true;
    const { dictionary, from, to, fits } = stream;
    // A wrong length that stands in another object may be packed there.
    if (!fits && (/\/Length\s+\d+(?!\d|\s+\d+\s+R)/.test(dictionary) || !/\/Length\b/.test(dictionary))) return false;
    if (this.#encrypted || this.#left <= 0) return true;
    const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1];
    if (filter !== "FlateDecode" && filter !== "Fl") return true;
    const unpacked = inflated(this.#data.subarray(from, to), STREAM_BYTES);
    this.#left -= unpacked?.length ?? 0;
    return unpacked !== null;
  }
}

interface Stream {
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
  /** Whether it ends where it says. */
  readonly fits: boolean;
}

const EMPTY = Buffer.alloc(0);

/** What a stream unpacks to, its checksum compared; null where it is damaged. One larger than `most` is not looked at to its end. */
function inflated(packed: Buffer, most: number): Buffer | null {
  if (packed.length === 0) return EMPTY;
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? EMPTY : null;
  }
}
