import { crc32, deflateRawSync } from "node:zlib";

/** A member to write: `raw` gives the name's bytes (GB18030 without a flag), `encrypted` sets the password flag only. */
export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly raw?: Uint8Array;
  readonly encrypted?: boolean;
  /** Size stated in the headers, where it is to lie. */
  readonly statedSize?: number;
  /** Checksum stated in the headers, where it is to be of other bytes. */
  readonly statedChecksum?: number;
}

/** A zip archive of the parts, deflated, with names in UTF-8 and flagged so. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = typeof part.data === "string" ? Buffer.from(part.data) : Buffer.from(part.data);
    const packed = deflateRawSync(data);
    const name = Buffer.from(part.raw ?? Buffer.from(part.name));
    const flags = (part.raw ? 0 : 0x800) | (part.encrypted ? 1 : 0);
    const size = part.statedSize ?? data.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(part.statedChecksum ?? crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    files.push(Buffer.from("PK\x03\x04"), common, name, packed);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(offset, 12);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), common, entry.subarray(2), name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}
