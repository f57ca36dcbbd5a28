import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";

/** Where the printed words of forms and of prose are declared, and what is shown to people. */
const DECLARED = ["schemas/forms", "narrative/vocabulary", "/messages/"];
/** A regular expression written out, with the first characters that can stand before one. */
const REGEX = /(?<![\w)\]"'`/*])\/(?![/*])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n[])+)\/[dgimsuvy]*/g;

const sources = ["src", "extractors", "schemas"].flatMap((top) =>
  readdirSync(join(packageRoot, top), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(top, file).split(sep).join("/")),
);
const hanPatterns = (file: string): string[] => {
  const text = readFileSync(join(packageRoot, file), "utf8");
  return [...text.matchAll(REGEX)]
    .filter(({ index, 1: pattern = "" }) => {
      const before = text.slice(text.lastIndexOf("\n", index) + 1, index + 1);
      return /\p{Script=Han}/u.test(pattern) && !/^\s*(\*|\/\/)/.test(before);
    })
    .map(([pattern]) => pattern);
};
const elsewhere = sources.filter((file) => !DECLARED.some((place) => file.includes(place)));

describe("the words of forms", () => {
  test("patterns of Chinese words stand where forms and prose are declared; what is left elsewhere grows no more", () => {
    expect(elsewhere.flatMap(hanPatterns).length).toBeLessThanOrEqual(350);
  });
  test("the readers of accounts and budgets hold none but a few of their own", () => {
    const own = elsewhere.filter((file) => /^extractors\/(?:ledger|final-accounts|budget)\//.test(file));
    expect(own.length).toBeGreaterThan(20);
    expect(own.flatMap((file) => hanPatterns(file).map((pattern) => `${file} ${pattern}`))).toEqual([]);
  });
});
