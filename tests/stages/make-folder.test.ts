import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../src/lib/make-folder.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

test("a folder and those above it are made; one that is there stays", () => {
  const path = join(temporaryFolder(), "一", "二", "三");
  makeFolder(path);
  makeFolder(path);
  expect(existsSync(path)).toBe(true);
});

test("a file in the way, and a place where no folder can be, are the system's errors", () => {
  const file = join(temporaryFolder(), "文件");
  writeFileSync(file, "");
  expect(() => makeFolder(file)).toThrow(/EEXIST/);
  expect(() => makeFolder(join(file, "下"))).toThrow(/ENOTDIR/);
});

test.runIf(process.platform === "linux")("under /proc there is an end to it", () => {
  expect(() => makeFolder("/proc/mingzhang/出")).toThrow(/ENOENT/);
});
