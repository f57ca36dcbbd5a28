import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";
import { sevenZipOf } from "../support/stored-archives.ts";

const sample = (ending: string): string =>
  join(packageRoot, "samples/jiangxi-final-accounts", `jiangxi-final-accounts.${ending}`);
const facts = (path: string): number => {
  const { code, out, err } = mingzhang(["extract", path, "--ocr", "never"]);
  expect([code, err.includes("程序")]).toEqual([0, false]);
  return out.split("\n").filter((line) => line.startsWith('{"kind":"fact"')).length;
};

// Each has a reader, a library or a helper process of its own that the built program must find.
test.each(["pdf", "docx", "xlsx", "html", "ofd"])("the built program reads .%s", (ending) => {
  expect(facts(sample(ending))).toBeGreaterThan(150);
});

test("the built program unpacks a .7z", () => {
  const path = join(temporaryFolder(), "决算.7z");
  writeFileSync(path, sevenZipOf([{ name: "决算.html", data: readFileSync(sample("html")) }]));
  expect(facts(path)).toBeGreaterThan(150);
});

test("the built program reads .doc", (context) => {
  if (spawnSync("soffice", ["--version"], { stdio: "ignore" }).error) context.skip("LibreOffice is not installed");
  expect(facts(sample("doc"))).toBeGreaterThan(150);
});
