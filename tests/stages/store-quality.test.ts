import { expect, test } from "vitest";
import { byQuality, type Quality } from "../../src/store/reports/quality.ts";

const text = (over: Partial<Quality>): { readonly quality: Quality } => ({
  quality: { grade: 0, records: 20, pictured: 0, doubts: 0, mediaType: "pdf", file: "z.pdf", sha256: "f", ...over },
});

test("of texts that say the same and give as much, one that was read stands before one that was looked at", () => {
  const read = text({ file: "z.pdf" });
  // A scan pasted into a page of text: its page is text, its numbers are pictures.
  const pasted = text({ file: "a.pdf", pictured: 1 });
  const scan = text({ file: "b.pdf", grade: 2, pictured: 1 });
  const pageless = text({ file: "c.txt", grade: 1 });
  expect(byQuality([scan, pasted, pageless, read])).toEqual([read, pasted, pageless, scan]);
});

test("what gives less than half of the richest stands last, whatever it is printed on", () => {
  const poor = text({ records: 9 });
  const rich = text({ grade: 2, pictured: 1 });
  expect(byQuality([poor, rich])).toEqual([rich, poor]);
});
