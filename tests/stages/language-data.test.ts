import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { withoutShapes } from "../../src/layout/scan/language-data.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

/** Language data as Tesseract packs it: how many parts, where each begins (−1: not there), then the parts. */
function packed(parts: readonly (string | null)[]): Buffer {
  const head = Buffer.alloc(4 + 8 * parts.length);
  head.writeInt32LE(parts.length, 0);
  let at = head.length;
  for (const [i, part] of parts.entries()) {
    head.writeBigInt64LE(part === null ? -1n : BigInt(at), 4 + 8 * i);
    at += part?.length ?? 0;
  }
  return Buffer.concat([head, ...parts.map((part) => Buffer.from(part ?? ""))]);
}

test("language data is kept without the shapes of characters, its other parts in their places", async () => {
  const parts = Array.from({ length: 24 }, (_, i) => (i % 5 === 2 ? null : `part ${i} `.repeat(10_000)));
  const path = join(temporaryFolder(), "a.traineddata.gz");
  writeFileSync(path, gzipSync(packed(parts)));
  const kept = parts.map((part, i) => ([3, 4, 5, 13].includes(i) ? null : part));
  expect(Buffer.compare(Buffer.from(await withoutShapes(path)), packed(kept))).toBe(0);
});

test("what is no language data is told", async () => {
  const path = join(temporaryFolder(), "b.traineddata.gz");
  writeFileSync(path, gzipSync(Buffer.alloc(2)));
  await expect(withoutShapes(path)).rejects.toThrow("no language data");
});
