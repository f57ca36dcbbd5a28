import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXTRACTORS } from "../../src/extract/registry.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

/** One file may hold several extractors: the forms of one section share its id. */
const ids = [...new Set(EXTRACTORS.map(({ id }) => id))];
const DEFINED = /define(?:Table|Prose)Extractor\(/u;
/** `ledger/` holds what the forms of accounts have in common. */
const files = readdirSync(join(packageRoot, "extractors"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({
    id: file.replace(/\.ts$/u, ""),
    text: readFileSync(join(packageRoot, "extractors", file), "utf8"),
  }))
  .filter(({ id, text }) => DEFINED.test(text) && !id.startsWith("ledger/"));
const tests = readdirSync(join(packageRoot, "tests/extractors"), { encoding: "utf8" })
  .map((file) => readFileSync(join(packageRoot, "tests/extractors", file), "utf8"))
  .join("\n");

test.each(ids)("%s is the path of its file", (id) => {
  expect(existsSync(join(packageRoot, "extractors", `${id}.ts`))).toBe(true);
});

test.each(files)("$id is registered, names itself once, and is read in a test of the extractors", ({ id, text }) => {
  expect(ids).toContain(id);
  expect(text.split(`"${id}"`)).toHaveLength(2);
  const names = [...text.matchAll(/export const (\w+)[^=]*= (?:define|\[)/gu)].map((m) => m[1]!);
  expect([`"${id}"`, ...names].filter((name) => tests.includes(name))).not.toEqual([]);
});
