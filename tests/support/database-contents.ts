import type { Store } from "../../src/store/index.ts";

/**
 * Everything a database holds, row by row, with its row ids replaced by where they lead: two databases with the same contents
 * give the same text, whatever order the rows came in. The search index (page_text) and the sequence of changes are left out:
 * they depend on the order.
 */
export function contents({ db }: Store): string {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'page_text%' AND name <> 'change' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const names = new Map<string, string>();
  const nameOf = (table: string, id: unknown): string => names.get(`${table}/${id}`) ?? "?";
  // Parents first, so that a row's owner has its name already.
  const naming: readonly (readonly [string, string, (row: Record<string, unknown>) => string])[] = [
    ["file", "SELECT * FROM file", (row) => String(row.sha256)],
    ["document", "SELECT * FROM document", (row) => nameOf("file", row.file_id)],
    ["run", "SELECT * FROM run", (row) => nameOf("document", row.document_id)],
    ["entity", "SELECT * FROM entity", (row) => `${row.name} ${row.region_code}`],
    [
      "report",
      "SELECT * FROM report",
      (row) =>
        `${nameOf("entity", row.entity_id)} ${row.fiscal_year} ${row.kind} ${row.scope} ${row.project} ${row.part}`,
    ],
    ["section", "SELECT * FROM section", (row) => `${nameOf("run", row.run_id)} §${row.seq}`],
    ["grid", "SELECT * FROM grid", (row) => `${nameOf("run", row.run_id)} t${row.number}`],
    ["observation", "SELECT * FROM observation", (row) => `${nameOf("run", row.run_id)} ${row.slot}`],
    ["indicator", "SELECT * FROM indicator", (row) => `${nameOf("run", row.run_id)} i${row.seq}`],
    ["finding", "SELECT * FROM finding", (row) => `${nameOf("run", row.run_id)} f${row.seq}`],
  ];
  for (const [table, sql, name] of naming)
    for (const row of db.prepare(sql).all() as Record<string, unknown>[]) names.set(`${table}/${row.id}`, name(row));
  const lines = tables.flatMap((table) =>
    (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).map((row) => {
      const shown = Object.entries(row)
        .filter(([column]) => column !== "id")
        .map(([column, value]) => {
          const table = column === "parent_id" ? "entity" : column === "supersedes" ? "document" : column.slice(0, -3);
          const leads = column.endsWith("_id") || column === "supersedes";
          const owner = leads && value !== null ? nameOf(table, value) : String(value);
          return `${column}=${owner}`;
        });
      return `${table}: ${shown.join(" ")}`;
    }),
  );
  return lines.sort().join("\n");
}
