import pg from "pg";
import { ExportError } from "./errors.ts";
import { type Cell, cellText, type ExportColumn, type ExportTable, type ExportType, type Row } from "./table.ts";

const TYPES: Readonly<Record<ExportType, string>> = {
  text: "text",
  code: "text",
  year: "integer",
  integer: "integer",
  yuan: "numeric(18,2)",
  decimal: "numeric",
  boolean: "boolean",
  date: "date",
};

/** What a table of ours is known by; another one of the same name is left alone. */
const OURS = "明账 Mingzhang: ";
/** Rows of one statement. */
const TOGETHER = 2_000;
const CONNECT_MS = 5_000;

/** A printed decimal keeps its print beside the number: 1.50 and 1.5 are one number and two prints. */
const written = ({ columns }: ExportTable): readonly (ExportColumn & { readonly at: number })[] =>
  columns.flatMap((column, at) => [
    { ...column, at },
    ...(column.type === "decimal" && column.name === "value"
      ? [{ ...column, at, name: `${column.name}_printed`, type: "text" as const }]
      : []),
  ]);

/**
 * Every table into a schema of the PostgreSQL that `PG*` names, in one transaction: numeric money, dates, keys, comments in both languages.
 * Tables of an earlier export are replaced, tables that are not ours never. Throws ExportError `not-our-table`, `no-server`.
 */
export async function writePostgres(
  tables: readonly ExportTable[],
  schema: string,
): Promise<{ readonly path: string; readonly rows: number }[]> {
  const client = new pg.Client({ connectionTimeoutMillis: CONNECT_MS, application_name: "mingzhang" });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new ExportError("no-server", (error as Error).message || "PG*");
  }
  try {
    await client.query("BEGIN");
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${name(schema)}`);
    const done: { readonly path: string; readonly rows: number }[] = [];
    for (const table of tables)
      done.push({ path: `${schema}.${table.name}`, rows: await writeTable(client, schema, table) });
    await client.query("COMMIT");
    return done;
  } finally {
    await client.end();
  }
}

const name = (identifier: string): string => pg.escapeIdentifier(identifier);

async function writeTable(client: pg.Client, schema: string, table: ExportTable): Promise<number> {
  const at = `${name(schema)}.${name(table.name)}`;
  const { rows } = await client.query<{ comment: string | null }>(
    "SELECT obj_description(to_regclass($1), 'pg_class') AS comment WHERE to_regclass($1) IS NOT NULL",
    [at],
  );
  if (rows[0] && rows[0].comment?.startsWith(OURS) !== true)
    throw new ExportError("not-our-table", `${schema}.${table.name}`);
  await client.query(`DROP TABLE IF EXISTS ${at}`);
  const columns = written(table);
  await client.query(`CREATE TABLE ${at} (${columns.map((c) => `${name(c.name)} ${TYPES[c.type]}`).join(", ")})`);
  await client.query(`COMMENT ON TABLE ${at} IS ${pg.escapeLiteral(`${OURS}${table.title[0]} / ${table.title[1]}`)}`);
  for (const { name: column, note } of columns)
    await client.query(`COMMENT ON COLUMN ${at}.${name(column)} IS ${pg.escapeLiteral(`${note[0]} / ${note[1]}`)}`);
  const insert = `INSERT INTO ${at} SELECT * FROM unnest(${columns.map((c, n) => `$${n + 1}::${TYPES[c.type]}[]`).join(", ")})`;
  let count = 0;
  let batch: Row[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await client.query(
      insert,
      columns.map(({ at: n, type }) => batch.map((row) => cell(type, row[n]!))),
    );
    count += batch.length;
    batch = [];
  };
  for (const row of table.rows()) {
    batch.push(row);
    if (batch.length === TOGETHER) await flush();
  }
  await flush();
  if (table.key && table.key.length > 0 && table.key.every((key) => columns.some((c) => c.name === key)))
    await client.query(`ALTER TABLE ${at} ADD PRIMARY KEY (${table.key.map(name).join(", ")})`);
  return count;
}

/** Everything leaves as text: PostgreSQL reads numbers exactly, and no amount passes through a float. */
function cell(type: ExportType, value: Cell): string | null {
  const text = cellText(type, value);
  // PostgreSQL's text holds no NUL.
  return text === null ? null : type === "boolean" ? (text === "1" ? "true" : "false") : text.replaceAll("\u0000", "");
}
