import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ExportError } from "../../src/export/index.ts";
import { intoFolder } from "../../src/export/into-folder.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

const table = (text: string) => (folder: string) => {
  writeFileSync(join(folder, "facts.csv"), text);
  return [{ path: join(folder, "facts.csv"), rows: 1 }];
};
const contents = (folder: string): string => readFileSync(join(folder, "facts.csv"), "utf8");

test("what this program has written is replaced, what anybody else wrote or changed is not, unless that is wanted", async () => {
  const folder = join(temporaryFolder(), "数据");
  expect(await intoFolder(folder, false, table("1"))).toEqual([{ path: join(folder, "facts.csv"), rows: 1 }]);
  await intoFolder(folder, false, table("2"));
  expect(contents(folder)).toBe("2");
  writeFileSync(join(folder, "facts.csv"), "改过");
  await expect(intoFolder(folder, false, table("3"))).rejects.toMatchObject({
    name: "ExportError",
    code: "foreign",
    path: join(folder, "facts.csv"),
  });
  expect(contents(folder)).toBe("改过");
  await intoFolder(folder, true, table("3"));
  expect(contents(folder)).toBe("3");
});

test("where writing fails nothing is there that was not before", async () => {
  const folder = join(temporaryFolder(), "数据");
  mkdirSync(folder);
  const half = (place: string): never => {
    writeFileSync(join(place, "facts.csv"), "half of");
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  };
  await expect(intoFolder(folder, false, half)).rejects.toThrow("no space left");
  expect(readdirSync(folder)).toEqual([]);
  await intoFolder(folder, false, table("1"));
  await expect(intoFolder(folder, false, half)).rejects.toThrow("no space left");
  expect(contents(folder)).toBe("1");
});

test("a folder of the file's name is no file of this program", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "facts.csv"));
  await expect(intoFolder(folder, false, table("1"))).rejects.toBeInstanceOf(ExportError);
  expect(existsSync(join(folder, "facts.csv"))).toBe(true);
});
