import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refuseErrorPage } from "../../src/batch/no-document.ts";
import { relativeName, walk } from "../../src/batch/walk.ts";
import { PageRate } from "../../src/cli/progress.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

test("links are followed, loops stopped, what is left out is counted with its reason", async () => {
  const folder = temporaryFolder();
  const [files, elsewhere] = [join(folder, "公开"), join(folder, "别处")];
  for (const path of [join(files, "2024"), elsewhere]) mkdirSync(path, { recursive: true });
  for (const path of [
    join(files, "2024", "甲.pdf"),
    join(elsewhere, "乙.pdf"),
    join(files, ".隐藏"),
    join(files, "甲.jsonl"),
  ])
    writeFileSync(path, "x");
  symlinkSync(join(elsewhere, "乙.pdf"), join(files, "链接.pdf"));
  symlinkSync(elsewhere, join(files, "文件夹"));
  symlinkSync(files, join(files, "2024", "回来"));
  symlinkSync(join(folder, "没有"), join(files, "断.pdf"));
  const found = await walk([files, join(elsewhere, "乙.pdf")]);
  expect(found.paths.map((path) => relativeName(path, found.roots))).toEqual([
    "2024/甲.pdf",
    "文件夹/乙.pdf",
    "链接.pdf",
    "乙.pdf",
  ]);
  expect(found.skipped.map(({ why }) => why).sort()).toEqual(["broken-link", "hidden", "loop", "records"]);
  expect(relativeName(join(files, "包.zip", "内", "丙.pdf"), [files])).toBe("包.zip/内/丙.pdf");
});

test("an empty folder has no files and nothing skipped", async () => {
  expect(await walk([temporaryFolder()])).toMatchObject({ paths: [], skipped: [] });
});

test("pages in all are known of files that were opened and guessed of the others; what is left weighs recognised pages", () => {
  const rate = new PageRate();
  const counts = { tables: 0, records: 0, unclaimed: 0, unreadCells: 0, unitsUnknown: 0, troubles: 0 };
  rate.onStart(4);
  expect([rate.pages, rate.total, rate.left]).toEqual([0, 0, null]);
  rate.onFile({ path: "甲.pdf", outcome: "new", counts: { ...counts, pages: 10 }, seconds: 1, trouble: [] });
  rate.onPage("乙.pdf", 5, 30);
  expect([rate.pages, rate.total]).toEqual([15, 80]);
  expect(rate.left).toBeGreaterThan(0);
});

test("an error page under a document's name is refused; a page that is a disclosure is not", () => {
  const page = { name: "决算.pdf", path: "公开/决算.pdf", mediaType: "html" } as const;
  const empty = { sections: [], records: [] };
  expect(() => refuseErrorPage(page, empty)).toThrow(expect.objectContaining({ code: "unknown-format" }));
  expect(() => refuseErrorPage({ ...page, name: "决算.html" }, empty)).not.toThrow();
  expect(() => refuseErrorPage({ ...page, mediaType: "pdf" }, empty)).not.toThrow();
  const { sections, records } = storedFile();
  expect(() => refuseErrorPage(page, { sections, records: [] })).not.toThrow();
  expect(() => refuseErrorPage(page, { sections: [], records } as never)).not.toThrow();
});
