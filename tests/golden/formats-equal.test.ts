import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findLibreOffice } from "../../src/layout/word/libre-office.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import type { MediaType } from "../../src/lib/source-file.ts";
import { type Processed, process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const folder = join(packageRoot, "samples");
const samples = readdirSync(folder).filter((name) => existsSync(join(folder, name, `${name}.docx`)));
const bytesOf = (sample: string, format: string): Uint8Array =>
  readFileSync(join(folder, sample, `${sample}.${format}`));

/** Where a record stands, and what the file itself is: the only things the format may change. */
const POSITIONS = new Set(["source", "table", "pages", "ocr", "file", "sha256"]);

/** The records as lines, positions left off; findings keep what their sides say. */
const said = (result: Processed): string[] =>
  [result.document, ...result.records, ...result.findings].map((record) =>
    JSON.stringify(record, (key, value) => (POSITIONS.has(key) ? undefined : value)),
  );
const readAs = (bytes: Uint8Array, type: MediaType): Promise<Processed> => read(sourceFile(bytes, type, "sample"));

describe.each(samples)("%s says the same whatever it was saved as", (sample) => {
  let docx: Processed;
  beforeAll(async () => {
    docx = await readAs(bytesOf(sample, "docx"), "docx");
  });

  test("the Word document yields records", () => {
    expect(docx.records.length).toBeGreaterThan(10);
  });

  test.each(["html", "pdf", "ofd"] as const)("%s", async (format) => {
    expect(said(await readAs(bytesOf(sample, format), format))).toEqual(said(docx));
  });

  test("xlsx: the tables alone", async () => {
    const tableFacts = ({ records }: Processed): string[] =>
      records
        .filter((record) => record.kind === "fact" && record.basis === "table")
        .map((record) => JSON.stringify(record, (key, value) => (POSITIONS.has(key) ? undefined : value)));
    const facts = tableFacts(await readAs(bytesOf(sample, "xlsx"), "xlsx"));
    expect(facts).toEqual(tableFacts(docx));
    expect(facts.length).toBeGreaterThan(20);
  });

  const office = findLibreOffice();
  test.skipIf(office === null)(office === null ? "doc (LibreOffice not installed: skipped)" : "doc", async () => {
    expect(said(await readAs(bytesOf(sample, "doc"), "doc"))).toEqual(said(docx));
  });
});
