import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { append, largest, smallest } from "../../src/lib/long-lists.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

/** Code whose lists are as long as a document, or a store, makes them; the rest handles questions and addresses. */
const READING = [
  "extractors",
  "schemas",
  ...["extract", "ingest", "layout", "lib", "normalise", "review", "sections", "store", "validate"].map((stage) =>
    join("src", stage),
  ),
];
/** A list handed to a function value by value. */
const SPREAD =
  /Math\.(?:max|min)\((?:[^()]|\([^()]*\))*?\.\.\.|(?:\.push|\.unshift|\.fromCharCode|\.fromCodePoint)\(\s*\.\.\./g;

test("no list that a document makes long is handed to a function value by value", () => {
  const found = READING.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/u.test(name))
      .flatMap((name) => {
        const text = readFileSync(join(packageRoot, folder, name), "utf8");
        return [...text.matchAll(SPREAD)].map(({ 0: call }) => `${join(folder, name)}: ${call.slice(0, 60)}`);
      }),
  );
  expect(found).toEqual([]);
});

test("a list of a million is no trouble", () => {
  const million = Array.from({ length: 1_000_000 }, (_, i) => i);
  const list = [-1];
  append(list, million);
  expect([list.length, largest(list), smallest(list)]).toEqual([1_000_001, 999_999, -1]);
  expect([largest([]), smallest([])]).toEqual([Math.max(), Math.min()]);
});
