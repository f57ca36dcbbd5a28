/** Walks over the header of a 7z archive. Every step beyond its end throws RangeError. */
export class HeaderCursor {
  at = 0;
  readonly #data: Uint8Array;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  byte(): number {
    const byte = this.#data[this.at++];
    if (byte === undefined) throw new RangeError("the header ends too early");
    return byte;
  }

  expect(mark: number): void {
    if (this.byte() !== mark) throw new RangeError(`no mark ${mark} where the format asks for it`);
  }

  /** The leading ones of the first byte tell how many bytes follow, lowest first; the bits left over are the highest. */
  number(): number {
    const first = this.byte();
    let value = 0;
    let mask = 0x80;
    for (let place = 1; mask > 0; place *= 256, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * place;
      value += this.byte() * place;
    }
    return value;
  }

  numbers(count: number): void {
    for (let i = 0; i < count; i++) this.number();
  }

  skip(count: number): void {
    this.at += count;
    if (this.at > this.#data.length) throw new RangeError("the header ends too early");
  }

  bytes(count: number): Uint8Array {
    const from = this.at;
    this.skip(count);
    return this.#data.subarray(from, this.at);
  }

  /** One bit for each of `count` things, highest first. */
  bits(count: number): boolean[] {
    const bits = this.bytes(Math.ceil(count / 8));
    return Array.from({ length: count }, (_, i) => ((bits[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0);
  }

  /** For each of `count` streams its checksum; null where none is given. */
  checksums(count: number): (number | null)[] {
    const given = this.byte() !== 0 ? this.#all(count) : this.bits(count);
    return given.map((is) => (is ? this.#word() : null));
  }

  #all(count: number): boolean[] {
    if (count > this.#data.length) throw new RangeError("more streams than bytes");
    return new Array<boolean>(count).fill(true);
  }

  #word(): number {
    return Buffer.from(this.bytes(4)).readUInt32LE(0);
  }
}
