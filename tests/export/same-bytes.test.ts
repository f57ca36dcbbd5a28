import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXPORT_FORMATS, type ExportFormat, exportStore } from "../../src/export/index.ts";
import { exportStore as hardStore } from "../support/export-store.ts";
import { temporaryFolder } from "../support/mingzhang.ts";

async function hashes(format: ExportFormat): Promise<Record<string, string>> {
  const store = hardStore();
  const folder = temporaryFolder();
  await exportStore(store, format, folder);
  store.close();
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]),
  );
}

test.each(EXPORT_FORMATS)("%s: the same store gives the same bytes", async (format) => {
  const first = await hashes(format);
  expect(Object.keys(first).length).toBeGreaterThan(0);
  expect(await hashes(format)).toEqual(first);
});
