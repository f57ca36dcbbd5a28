import { closeSync, openSync, writeSync } from "node:fs";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { type AsyncFlateStreamHandler, Zip, type ZipInputFile } from "fflate";
import { ExportError } from "./errors.ts";

/** 1 January 1980, the first day an archive can name: the same contents are the same bytes whenever and wherever they are written. */
const MTIME = new Date(1980, 0, 1);
const DEFLATED = 8;
/** Characters that are compressed at once. Each piece is compressed by itself, which costs next to nothing at this size. */
const PIECE = 1 << 19;
/** Places and sizes in a plain archive have 32 bits. */
const MOST = 0xffff_ffff;

/** A zip archive written to a file entry by entry, piece by piece: what is in memory does not grow with the archive. */
export class ZipOut {
  readonly #file: number;
  readonly #zip: Zip;
  readonly #path: string;
  #size = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, "w");
    this.#zip = new Zip((_, data) => {
      this.#size += data.length;
      if (this.#size <= MOST) writeSync(this.#file, data);
    });
  }

  /** Adds one entry from pieces of text. Throws ExportError where the archive grows beyond what its format holds. */
  entry(name: string, pieces: Iterable<string>): void {
    const entry = new Entry(name);
    this.#zip.add(entry);
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      entry.push(waiting, false);
      waiting = "";
      this.#check(entry.size);
    }
    entry.push(waiting, true);
    this.#check(entry.size);
  }

  /** Writes the list of entries. */
  end(): void {
    this.#zip.end();
    this.#check(0);
  }

  /** To be called in the end, whatever happened. */
  close(): void {
    closeSync(this.#file);
  }

  #check(entrySize: number): void {
    if (Math.max(this.#size, entrySize) > MOST) throw new ExportError("too-large", this.#path);
  }
}

/** One entry: pieces compressed by zlib, joined as one stream. */
class Entry implements ZipInputFile {
  readonly filename: string;
  readonly mtime = MTIME;
  readonly compression = DEFLATED;
  size = 0;
  crc = 0;
  declare ondata: AsyncFlateStreamHandler;

  constructor(filename: string) {
    this.filename = filename;
  }

  push(text: string, last: boolean): void {
    const bytes = Buffer.from(text);
    this.size += bytes.length;
    this.crc = crc32(bytes, this.crc);
    const finishFlush = last ? constants.Z_FINISH : constants.Z_FULL_FLUSH;
    this.ondata(null, deflateRawSync(bytes, { finishFlush }), last);
  }
}
