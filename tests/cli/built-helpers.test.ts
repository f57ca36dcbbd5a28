import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { startProcess } from "../../src/lib/helper/start-process.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";
import { type BiffRecord, numberCell, packed, rawBiff } from "../support/raw-biff.ts";
import { rarOf } from "../support/stored-archives.ts";

/** What a work brings along in a built program: a bundle of its own, with classes that are not the helper's. */
const WORK = `
class ExtractionError extends Error {
  name = "ExtractionError";
  constructor(code, message, where) { super(message); this.code = code; this.where = where; }
}
export async function* work(code) {
  yield 1;
  if (code === "bug") throw new TypeError("of ours");
  throw new ExtractionError(code, "told", "表一");
}
`;

test.each([
  ["password", { code: "password", where: "表一", message: "told" }],
  ["damaged", { code: "damaged", where: "表一", message: "told" }],
  ["disk-full", { code: "disk-full", where: "表一", message: "told" }],
  ["bug", { code: "crashed", where: null, message: "of ours" }],
])("a built helper hands on what its work says: %s", async (request, trouble) => {
  const module = join(temporaryFolder(), "work.mjs");
  writeFileSync(module, WORK);
  const child = startProcess(pathToFileURL(join(packageRoot, "dist/src/lib/helper/main.js")), {
    args: [pathToFileURL(module).href, JSON.stringify({ megabytes: 500, seconds: 20 })],
  });
  const answer = async (question: object): Promise<unknown> => {
    child.send(question);
    const [said] = await once(child, "message");
    return said;
  };
  expect(await answer({ kind: "begin", request })).toEqual({ kind: "piece", piece: 1 });
  expect(await answer({ kind: "next" })).toEqual({ kind: "trouble", ...trouble });
  child.disconnect();
  await once(child, "exit");
});

test("the built program names the cause that its helpers found", () => {
  const folder = join(temporaryFolder(), "in");
  mkdirSync(folder);
  /** FILEPASS with the head of RC4: what follows is encrypted ([MS-XLS] 2.4.117). */
  const locked: BiffRecord = [0x2f, packed(["u16", 1], ["u16", 1], ["u16", 1], Buffer.alloc(48, 7))];
  writeFileSync(
    join(folder, "a.xls"),
    rawBiff({ version: 8, globals: [locked], sheets: [{ name: "表", cells: [numberCell(0, 0, 0, 1)] }] }),
  );
  const archive = rarOf([{ name: "b.txt", data: Buffer.from("决算数1.50万元") }]);
  archive[archive.indexOf("1.50")] = 0x32;
  writeFileSync(join(folder, "b.rar"), archive);
  const { code, err } = mingzhang(["extract", folder]);
  expect(code).toBe(1);
  const lines = err.split("\n");
  expect(lines.find((line) => line.includes("a.xls"))).toContain("加密文件，需要密码");
  expect(lines.find((line) => line.includes("b.rar"))).toContain("文件损坏");
  expect(err).not.toContain("程序出错");
});
