import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outFolder } from "../../src/cli/out-folder.ts";
import { cannotWrite } from "../../src/cli/writing.ts";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";

const write = async (folder: string, name: string, of: string, content: string, overwrite = false): Promise<string> =>
  (await (await outFolder(folder, overwrite)).write({ name, of, content, ending: ".jsonl" })).slice(folder.length + 1);
const files = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".jsonl"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

test("a file read again replaces its own result; one of the same name from elsewhere, and foreign files, stay", async () => {
  const folder = temporaryFolder();
  expect(await write(folder, "决算.pdf", "/甲/决算.pdf", "1")).toBe("决算.pdf.jsonl");
  expect(await write(folder, "决算.pdf", "/甲/决算.pdf", "2")).toBe("决算.pdf.jsonl");
  expect(await write(folder, "决算.pdf", "/乙/决算.pdf", "3")).toBe("决算.pdf-2.jsonl");
  expect(await write(folder, "决算.pdf", "/乙/决算.pdf", "4")).toBe("决算.pdf-2.jsonl");
  writeFileSync(join(folder, "预算.pdf.jsonl"), "别人的");
  expect(await write(folder, "预算.pdf", "/甲/预算.pdf", "5")).toBe("预算.pdf-2.jsonl");
  expect(await write(folder, "预算.pdf", "/甲/预算.pdf", "6", true)).toBe("预算.pdf.jsonl");
  expect(files(folder)).toEqual({
    "决算.pdf.jsonl": "2",
    "决算.pdf-2.jsonl": "4",
    "预算.pdf-2.jsonl": "5",
    "预算.pdf.jsonl": "6",
  });
});

test("two inputs of one name in one run, and names longer than a file system takes, each get a result", async () => {
  const folder = temporaryFolder();
  const out = await outFolder(folder);
  const long = "长".repeat(84);
  for (const [name, of] of [
    ["a.pdf", "/甲/a.pdf"],
    ["a.pdf", "/乙/a.pdf"],
    [`${long}一.pdf`, "/甲/一.pdf"],
    [`${long}二.pdf`, "/甲/二.pdf"],
  ] as const)
    await out.write({ name, of, content: of, ending: ".jsonl" });
  expect(Object.values(files(folder)).sort()).toEqual(["/乙/a.pdf", "/甲/a.pdf", "/甲/一.pdf", "/甲/二.pdf"].sort());
});

test("a place that cannot be written is named with its cause, and is no wrong usage", () => {
  const system = (code: string): Error => Object.assign(new Error("from the system"), { code });
  expect(cannotWrite("甲", system("ENOSPC")).message).toBe("不能写 甲（磁盘已满, ENOSPC）");
  expect(cannotWrite("甲", system("SQLITE_FULL")).message).toBe("不能写 甲（磁盘已满, ENOSPC）");
  expect(cannotWrite("甲", system("EACCES")).message).toBe("不能写 甲（没有权限, EACCES）");
  expect(cannotWrite("甲", system("EROFS")).message).toBe("不能写 甲（EROFS）");
  const [input, inTheWay] = ["a.txt", "b"].map((name) => join(temporaryFolder(), name)) as [string, string];
  writeFileSync(input, "甲局2023年度部门决算，公务接待费支出1.20万元。");
  writeFileSync(inTheWay, "");
  const { code, err } = mingzhang(["extract", input, "--out", inTheWay]);
  expect([code, err]).toEqual([2, `不能写 ${inTheWay}（那里是文件，不是文件夹）\n`]);
});
