import CFB from "cfb";
import { expect, test } from "vitest";
import { compoundFileHolds } from "../../src/ingest/compound-file.ts";

/** A compound file of streams, by their paths. */
function compound(...streams: readonly string[]): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const stream of streams) CFB.utils.cfb_add(file, stream, Buffer.alloc(5_000, 1));
  return CFB.write(file, { type: "buffer" }) as Buffer;
}

test("an object embedded in an office file does not decide what the file is", () => {
  expect(compoundFileHolds(compound("/MBD0000A/WordDocument", "/Workbook"))).toBe("xls");
  expect(compoundFileHolds(compound("/ObjectPool/_1/Workbook", "/WordDocument"))).toBe("doc");
  expect(compoundFileHolds(compound("/MBD0000A/WordDocument", "/PowerPoint Document"))).toBe("presentation");
});

test("where its directory cannot be followed, the streams it names decide", () => {
  const bytes = Buffer.from(compound("/MBD0000A/WordDocument", "/Workbook"));
  bytes.writeUInt32LE(0xfffffffe, 48);
  expect(compoundFileHolds(bytes)).toBe("doc");
  expect(compoundFileHolds(compound("/Something"))).toBe(null);
});
