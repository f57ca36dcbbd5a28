import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/**
 * Parts of Tesseract's language data that only its engine before neural networks reads: shapes of characters, nine tenths of the Chinese file
 * (ccutil/tessdatamanager.h: INTTEMP, PFFMTABLE, NORMPROTO, SHAPE_TABLE).
 */
const OF_SHAPES: ReadonlySet<number> = new Set([3, 4, 5, 13]);
const MOST_PARTS = 100;

/** Packed language data without its shapes. The whole is never held at once. */
export async function withoutShapes(path: string): Promise<Uint8Array> {
  const chunks = createReadStream(path).pipe(createGunzip()) as AsyncIterable<Buffer>;
  let head: Buffer = Buffer.alloc(0);
  let data: Data | undefined;
  for await (const chunk of chunks) {
    if (data) data.take(chunk);
    else {
      head = Buffer.concat([head, chunk]);
      if (!isWhole(head)) continue;
      data = new Data(head);
      data.take(head.subarray(data.headBytes));
    }
  }
  if (!data) throw new Error(`${path} holds no language data`);
  return data.whole();
}

/** Bytes of a head that lists so many parts: their number, and where each begins. */
const headBytes = (parts: number): number => 4 + 8 * parts;
const isWhole = (head: Buffer): boolean => head.length >= 4 && head.length >= headBytes(head.readInt32LE(0));

/** Language data that comes piece by piece, of which some parts are kept. */
class Data {
  readonly headBytes: number;
  readonly #starts: readonly number[];
  readonly #kept: Buffer[][];
  #at: number;

  constructor(head: Buffer) {
    const parts = head.readInt32LE(0);
    if (parts < 1 || parts > MOST_PARTS) throw new Error("no language data");
    this.headBytes = headBytes(parts);
    this.#starts = Array.from({ length: parts }, (_, i) => Number(head.readBigInt64LE(headBytes(i))));
    this.#kept = this.#starts.map(() => []);
    this.#at = this.headBytes;
  }

  take(chunk: Buffer): void {
    for (const [i, start] of this.#starts.entries()) {
      if (start < 0 || OF_SHAPES.has(i)) continue;
      const end = this.#starts.slice(i + 1).find((next) => next >= 0) ?? Number.POSITIVE_INFINITY;
      const [from, to] = [Math.max(0, start - this.#at), Math.min(chunk.length, end - this.#at)];
      if (from < to) this.#kept[i]!.push(Buffer.from(chunk.subarray(from, to)));
    }
    this.#at += chunk.length;
  }

  whole(): Uint8Array {
    const parts = this.#kept.map((pieces) => Buffer.concat(pieces));
    const head = Buffer.alloc(this.headBytes);
    head.writeInt32LE(parts.length, 0);
    let at = this.headBytes;
    for (const [i, part] of parts.entries()) {
      const isThere = this.#starts[i]! >= 0 && !OF_SHAPES.has(i);
      head.writeBigInt64LE(isThere ? BigInt(at) : -1n, headBytes(i));
      at += part.length;
    }
    return Buffer.concat([head, ...parts]);
  }
}
