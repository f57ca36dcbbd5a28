import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ingest } from "../../src/ingest/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { type Processed, process as read } from "../../src/pipeline.ts";
import { SAMPLES } from "../support/samples/sources/index.ts";
import { goldStatements, readGold, readStatements } from "./compare.ts";

const folder = join(packageRoot, "samples");

async function readFile(path: string): Promise<Processed> {
  for await (const file of ingest(path)) {
    if ("error" in file) throw file.error;
    return read(file);
  }
  throw new Error(`${path} gave no file`);
}

test("every sample folder has its golden records, and every source its folder", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) expect(existsSync(join(folder, name, `${name}.gold.jsonl`)), name).toBe(true);
  expect(folders.map(({ name }) => name)).toEqual(expect.arrayContaining(SAMPLES.map(({ id }) => id)));
});

describe.each(SAMPLES.map(({ id }) => id))("%s", (id) => {
  const formats = readdirSync(join(folder, id)).filter((name) => !name.endsWith(".jsonl"));
  test.each(formats.filter((name) => name.endsWith(".pdf") && !name.endsWith(".scan.pdf")))(
    "%s says what its golden records say, no more and no less",
    async (name) => {
      const processed = await readFile(join(folder, id, name));
      const [gold] = readGold(join(folder, id, `${id}.gold.jsonl`));
      expect({
        entity: processed.document.entity,
        regionCode: processed.document.region?.code ?? null,
        level: processed.document.level,
        fiscalYear: processed.document.fiscalYear,
        types: [...processed.document.types].sort(),
      }).toEqual({
        entity: gold!.entity,
        regionCode: gold!.regionCode,
        level: gold!.level,
        fiscalYear: gold!.fiscalYear,
        types: [...(gold!.types as string[])].sort(),
      });
      expect(readStatements(processed)).toEqual(goldStatements(join(folder, id, `${id}.gold.jsonl`)));
    },
  );

  test("findings: those its golden records name, none else", async () => {
    const { findings } = await readFile(join(folder, id, `${id}.pdf`));
    const printed = findings
      .filter(({ severity }) => severity !== "info")
      .map(({ sides }) => sides.map(({ value }) => value).filter((value) => value !== null));
    const gold = readGold(join(folder, id, `${id}.gold.jsonl`)).filter(({ kind }) => kind === "finding");
    for (const { values } of gold)
      expect(
        printed.some((side) => (values as string[]).every((value) => side.includes(value))),
        `nothing names ${values}: ${JSON.stringify(printed)}`,
      ).toBe(true);
    const known = (side: readonly string[]): boolean =>
      gold.some(({ values }) => (values as string[]).some((value) => side.includes(value)));
    expect(printed.filter((side) => !known(side))).toEqual([]);
  });
});
