import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { exportStore } from "../../src/export/index.ts";
import { lastChange, save } from "../../src/store/index.ts";
import { exportStore as hardStore } from "../support/export-store.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

interface Key {
  readonly fields: readonly string[];
  readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
}
interface Resource {
  readonly name: string;
  readonly schema: { readonly primaryKey: readonly string[]; readonly foreignKeys?: readonly Key[] };
}

test("every table has a primary key that holds, every foreign key leads somewhere; what is covered travels with it", async () => {
  const store = hardStore();
  const folder = temporaryFolder();
  await exportStore(store, "datapackage", folder, { version: "1.2.3" });
  const described = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  const rows = new Map<string, Record<string, string>[]>(
    (described.resources as Resource[]).map(({ name }) => [
      name,
      parse(readFileSync(join(folder, `${name}.csv`), "utf8"), { columns: true }),
    ]),
  );
  const keyOf = (row: Record<string, string>, fields: readonly string[]): string =>
    JSON.stringify(fields.map((field) => row[field]));
  for (const { name, schema } of described.resources as Resource[]) {
    const own = rows.get(name)!;
    expect(new Set(own.map((row) => keyOf(row, schema.primaryKey))).size, name).toBe(own.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const there = new Set(rows.get(reference.resource ?? name)!.map((row) => keyOf(row, reference.fields)));
      for (const row of own)
        if (fields.every((field) => row[field] !== ""))
          expect(there.has(keyOf(row, fields)), `${name}.${fields}`).toBe(true);
    }
  }
  expect(described).toMatchObject({
    version: `1.2.3+${lastChange(store)}`,
    licenses: [{ name: "other-open" }],
    mingzhang: { program: "1.2.3", documents: 2, entities: 2, sequence: lastChange(store) },
  });
  expect(described.mingzhang.by_year).toEqual([
    { document_year: 2024, document_kind: "final_accounts", reports: 2, entities: 2 },
  ]);
  store.close();
});

test("since a number only what changed is written, with the rows to take out", async () => {
  const store = hardStore();
  const since = lastChange(store);
  save(store, storedFile({ name: "新.pdf", entity: "丙局" }));
  const folder = temporaryFolder();
  await exportStore(store, "csv", folder, { since });
  const read = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, `${name}.csv`), "utf8"), { columns: true });
  expect(read("documents").map(({ entity }) => entity)).toEqual(["丙局"]);
  expect(read("entities").map(({ entity }) => entity)).toEqual(["丙局"]);
  expect(
    read("changes")
      .map(({ subject, gone }) => `${subject} ${gone}`)
      .sort(),
  ).toEqual(["document 0", "entity 0", "report 0"]);
  store.close();
});
