import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { databaseOf } from "../review/support.ts";
import { mingzhang } from "../support/mingzhang.ts";

test("findings as CSV and as a list: page, Word with pieces of the pages, Excel; nothing is replaced unasked", async () => {
  const sample = join(packageRoot, "samples/contradictions/contradictions.pdf");
  const db = await databaseOf([sample]);
  const csv = mingzhang(["findings", "--csv", "--db", db]);
  expect(csv.out.split("\n")[0]).toBe("file,entity,fiscal_year,rule,severity,message,side,value,unit,page,quote");
  expect(csv.out).toContain("tpe-01-sangong-total-is-sum-of-three-items");
  const folder = mkdtempSync(join(tmpdir(), "list-"));
  const write = (name: string, ...more: string[]) =>
    mingzhang(["findings", "report", "--db", db, "--out", join(folder, name), ...more]);
  expect(write("清单.docx").code).toBe(0);
  const word = unzipSync(readFileSync(join(folder, "清单.docx")));
  expect(new TextDecoder().decode(word["word/document.xml"])).toContain("12.80");
  expect(Object.keys(word).some((name) => name.startsWith("word/media/"))).toBe(true);
  expect(write("清单.html", "--severity", "error").code).toBe(0);
  const page = readFileSync(join(folder, "清单.html"), "utf8");
  expect(page).toContain("12.80");
  expect(page).not.toMatch(/(?:src|href)="https?:/u);
  expect(write("清单.xlsx").code).toBe(0);
  expect(write("清单.xlsx").code).toBe(2);
  expect(write("清单.xlsx", "--overwrite").code).toBe(0);
  expect(write("清单.pdf").code).toBe(2);
  expect(existsSync(join(folder, "清单.docx.part"))).toBe(false);
});
