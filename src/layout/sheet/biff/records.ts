import { find, read } from "cfb";

/** One record of a binary workbook; what CONTINUE records carry on stands in pieces of its own. */
export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  readonly continued: readonly Buffer[];
  /** Where it begins in the stream. */
  readonly at: number;
}

const CONTINUE = 0x3c;

/** The records of a binary workbook (MS-XLS 2.1.4): BIFF8 in a stream called Workbook, BIFF5 in one called Book. Null for any other file. */
export function biffRecords(bytes: Uint8Array): BiffRecord[] | null {
  let stream: Buffer;
  try {
    const file = read(bytes, { type: "array" });
    const entry = find(file, "/Workbook") ?? find(file, "/Book");
    if (!entry) return null;
    stream = Buffer.from(entry.content as Uint8Array);
  } catch {
    return null;
  }
  const records: (BiffRecord & { continued: Buffer[] })[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const size = stream.readUInt16LE(at + 2);
    const data = stream.subarray(at + 4, at + 4 + size);
    if (type === CONTINUE && records.length > 0) records.at(-1)!.continued.push(data);
    else records.push({ type, data, continued: [], at });
    at += 4 + size;
  }
  return records;
}
