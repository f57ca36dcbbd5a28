import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dictionaryFiles, missingNotes } from "../../src/export/dictionary/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

test("every field has its note in both languages", () => {
  expect(missingNotes()).toEqual([]);
});

test.each([...dictionaryFiles()])("docs/%s is what the schemas say (npm run dictionary)", (name, text) => {
  const path = join(packageRoot, "docs", name);
  expect(existsSync(path), `${name} is missing`).toBe(true);
  expect(readFileSync(path, "utf8") === text, `${name} is stale`).toBe(true);
});
