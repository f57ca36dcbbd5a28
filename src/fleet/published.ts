import type pg from "pg";
import { byHash, hashesFor, type Provenance } from "../batch/provenance.ts";
import { push } from "../lib/push.ts";
import type { FileSource } from "../store/index.ts";
import type { Connection } from "./connection.ts";
import { FLEET } from "./schema.ts";

/** Rows of one statement. */
const TOGETHER = 500;

/** Keeps what journals say of the bytes of this round's tasks and of members of their archives: the newest journal says what an address is. */
export async function keepSources(
  { transaction }: Connection,
  sources: ReadonlyMap<string, ReadonlyMap<string, FileSource>>,
): Promise<void> {
  const rows = [...sources].flatMap(([sha256, own]) =>
    [...own.values()].map((body) => ({ sha256, address: body.address, body })),
  );
  if (rows.length === 0) return;
  await transaction(async (client) => {
    for (let at = 0; at < rows.length; at += TOGETHER)
      await client.query(
        `INSERT INTO ${FLEET}.source (sha256, address, body)
         SELECT of->>'sha256', of->>'address', of->'body' FROM jsonb_array_elements($1) WITH ORDINALITY AS t (of, n) ORDER BY n
         ON CONFLICT (sha256, address) DO UPDATE SET body = CASE
           WHEN excluded.body->>'lastAt' >= source.body->>'lastAt'
           THEN jsonb_set(excluded.body, '{firstAt}', to_jsonb(least(excluded.body->>'firstAt', source.body->>'firstAt')))
           ELSE jsonb_set(source.body, '{firstAt}', to_jsonb(least(excluded.body->>'firstAt', source.body->>'firstAt'))) END`,
        [JSON.stringify(rows.slice(at, at + TOGETHER))],
      );
  });
}

/** Where these files were published. */
export async function publishedAt(
  pool: pg.Pool,
  files: readonly { readonly path: string; readonly sha256: string | null }[],
): Promise<Provenance> {
  const hashes = [...new Set(files.flatMap(({ path, sha256 }) => hashesFor(path, sha256)))];
  const { rows } = await pool.query<{ sha256: string; body: FileSource }>(
    `SELECT sha256, body FROM ${FLEET}.source WHERE sha256 = ANY($1) ORDER BY seq`,
    [hashes],
  );
  const by = new Map<string, FileSource[]>();
  for (const { sha256, body } of rows) push(by, sha256, body);
  return { ofFile: byHash((sha256) => by.get(sha256) ?? []), badLines: 0 };
}
