import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { walk } from "../../src/batch/walk.ts";
import { ingest } from "../../src/ingest/index.ts";
import { nameOf, systemPath } from "../../src/lib/file-names.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

test("a name that is no UTF-8 is written out so that it leads back to its bytes", () => {
  const gbk = Buffer.from("b9abbfaa2e747874", "hex");
  expect(nameOf(gbk)).toBe("\\xb9\\xab\\xbf\\xaa.txt");
  expect(Buffer.from(systemPath(nameOf(gbk)) as Buffer)).toEqual(gbk);
  expect(nameOf(Buffer.from("公开.txt"))).toBe("公开.txt");
  expect(nameOf(Buffer.concat([Buffer.from("公"), Buffer.of(0xff), Buffer.from("开")]))).toBe("公\\xff开");
  expect(systemPath("公开.txt")).toBe("公开.txt");
});

test.skipIf(process.platform !== "linux")("files and folders of such names are found and read", async () => {
  const folder = temporaryFolder();
  const inside = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from("b9ab", "hex")]);
  mkdirSync(inside);
  writeFileSync(Buffer.concat([inside, Buffer.from("/"), Buffer.from("bfaa2e747874", "hex")]), "2024年度部门决算");
  writeFileSync(join(folder, "\\xe5.txt"), "一个真叫这个名字的文件");
  const { paths } = await walk([folder]);
  expect(paths).toEqual([join(folder, "\\xb9\\xab", "\\xbf\\xaa.txt"), join(folder, "\\xe5.txt")]);
  for (const path of paths)
    for await (const file of ingest(path)) expect(file).toMatchObject({ path, mediaType: "text" });
});
