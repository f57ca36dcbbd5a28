import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import type { MediaType } from "../../src/lib/source-file.ts";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";
import { goldStatements, says } from "./compare.ts";

const folder = join(packageRoot, "samples");
/** `[sample, file]`: photographs, scans, and documents whose tables are pictures. */
const scans = readdirSync(folder).flatMap((sample) =>
  readdirSync(join(folder, sample))
    .filter((name) => name.endsWith(".scan.pdf") || name.endsWith(".pasted.docx"))
    .map((name): [string, string] => [sample, name]),
);
/** Of a hundred statements, so many may be missing: told as unreadable, or lost with a word that was misread. */
const MOST_MISSING = 0.15;

describe.each(scans)("%s/%s", { timeout: 300_000 }, (sample, name) => {
  test("says what its golden records say; what it may have misread is marked", async () => {
    const bytes = readFileSync(join(folder, sample, name));
    const type: MediaType = name.endsWith(".pdf") ? "pdf" : "docx";
    const { document, records } = await read(sourceFile(bytes, type, name));
    const gold = goldStatements(join(folder, sample, `${sample}.gold.jsonl`));
    expect(document.ocr).toBe(true);
    const sure = records.filter((record) => !("uncertain" in record)).map((record) => says({ ...record }));
    expect(sure.filter((statement) => !gold.includes(statement))).toEqual([]);
    const doubtful = records.flatMap((record) =>
      record.kind === "fact" && record.uncertain
        ? [record.value, ...(record.alternatives ?? [])].filter(isNumber).map((value) => says({ ...record, value }))
        : [],
    );
    const missing = gold.filter((statement) => !sure.includes(statement) && !doubtful.includes(statement));
    expect(missing.length, missing.join("\n")).toBeLessThanOrEqual(gold.length * MOST_MISSING);
    // every record read from a picture says how sure its reader was
    const marked = records.filter(({ source }) => source.confidence !== undefined);
    expect(marked.length).toBeGreaterThanOrEqual(name.includes("pasted") ? 5 : records.length);
  });
});

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
