import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeBehind } from "../../src/batch/code-behind.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

const textOf = (file: string): string => readFileSync(join(packageRoot, file), "utf8");

test("the table engine loads no SQLite, no OCR and no native code", () => {
  const files = codeBehind(packageRoot, ["src/tables/index"], ".ts");
  // its threads and what it loads later are walked too
  expect(files).toContain("src/layout/pdf/pdfjs-worker");
  expect(files.filter((file) => /^src\/(?:store|batch|layout\/scan|lib\/helper)\b/u.test(file))).toEqual([]);
  const packages = files.flatMap((file) =>
    [...textOf(`${file}.ts`).matchAll(/(?:from|import|resolve|require)\s*\(?\s*"([^."][^"]*)"/gu)].map((m) => m[1]!),
  );
  const outside = packages
    .filter((name) => !name.startsWith("node:"))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/u.exec(name)![0]);
  // tsx loads the threads of a checkout that is not compiled
  expect([...new Set(outside)].filter((name) => name !== "tsx").sort()).toEqual([
    "@embedpdf/pdfium",
    "pdfjs-dist",
    "zod",
  ]);
});

test("the page of licences says what the lock file says", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(packageRoot, ".ci/licences.mjs"), "--check"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
