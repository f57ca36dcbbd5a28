import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
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

afterEach(() => {
  vi.useRealTimers();
});

// A PostgreSQL is no file: what it holds is looked at in tests/fleet.
test.each(EXPORT_FORMATS.filter((format) => format !== "postgres"))(
  "%s: the same store gives the same bytes, whenever it is exported",
  async (format) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2019-05-01T08:00:00Z") });
    const first = await hashes(format);
    vi.setSystemTime(new Date("2031-11-30T23:59:59Z"));
    expect(Object.keys(first).length).toBeGreaterThan(0);
    expect(await hashes(format)).toEqual(first);
  },
);
