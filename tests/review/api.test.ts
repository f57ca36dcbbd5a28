import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { packageRoot } from "../../src/lib/package-root.ts";
import { QUESTIONS, type QuestionName } from "../../src/questions/index.ts";
import { databaseOf, pagesOver } from "./support.ts";

let pages: ReturnType<typeof pagesOver>;
let sha256 = "";
let entityId = "";
beforeAll(async () => {
  const samples = ["contradictions", "sangong-columns"].map((name) =>
    join(packageRoot, "samples", name, `${name}.pdf`),
  );
  pages = pagesOver(await databaseOf(samples));
  const documents = (await (await pages.ask("/api/v1/documents")).json()) as {
    rows: { sha256: string; entity_id: string }[];
  };
  ({ sha256, entity_id: entityId } = documents.rows[0]!);
});
afterAll(() => pages.close());

/** What of the OpenAPI description is read here. */
interface Described {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly operationId: string;
          readonly responses: {
            readonly 200: {
              readonly content: {
                readonly "application/json": { readonly schema: Parameters<typeof z.fromJSONSchema>[0] };
              };
            };
          };
        };
      }
    >
  >;
}

/** Each question with parameters that have an answer. */
const asking: Readonly<Record<QuestionName, () => string>> = {
  overview: () => "overview",
  coverage: () => "coverage",
  documents: () => "documents?limit=1",
  document: () => `documents/${sha256}`,
  "document.records": () => `documents/${sha256}/records`,
  "document.indicators": () => `documents/${sha256}/indicators`,
  "document.tables": () => `documents/${sha256}/tables`,
  "document.text": () => `documents/${sha256}/text?page=1`,
  "document.unread": () => `documents/${sha256}/unread`,
  findings: () => "findings",
  panel: () => "panel?concept=sangong.reception",
  "panel.coverage": () => "panel/coverage?concept=sangong.reception",
  "panel.choices": () => "panel/choices",
  "unread.files": () => "unread-files",
  "panel.points": () => "panel/points?concept=sangong.reception",
  entities: () => "entities",
  entity: () => `entities/${entityId}`,
  search: () => `search?words=${encodeURIComponent("三公")}`,
  concepts: () => "concepts",
  changes: () => "changes?since=0",
};

describe("the JSON face of the questions", () => {
  test.each(Object.keys(QUESTIONS) as QuestionName[])("%s answers in its own shape", async (name) => {
    const response = await pages.ask(`/api/v1/${asking[name]()}`);
    expect(response.status).toBe(200);
    const answer: unknown = await response.json();
    const { paths } = (await (await pages.ask("/api/v1/openapi.json")).json()) as Described;
    const { schema } = Object.values(paths).find(({ get }) => get.operationId === name)!.get.responses[200].content[
      "application/json"
    ];
    expect(z.fromJSONSchema(schema).parse(answer)).toEqual(answer);
    expect(JSON.stringify(answer)).not.toMatch(/"[a-z]+[A-Z][A-Za-z]*":/u);
  });

  test("every page of a list comes once, by its cursor", async () => {
    const whole = (await (await pages.ask(`/api/v1/documents/${sha256}/records`)).json()) as { rows: unknown[] };
    const met: unknown[] = [];
    let cursor: string | null = null;
    do {
      const at = cursor === null ? "" : `&cursor=${cursor}`;
      const page = (await (await pages.ask(`/api/v1/documents/${sha256}/records?limit=5${at}`)).json()) as {
        rows: unknown[];
        next: string | null;
      };
      met.push(...page.rows);
      cursor = page.next;
    } while (cursor !== null);
    expect(met).toEqual(whole.rows);
    expect(met.length).toBeGreaterThan(10);
  });

  test("whole answers tell their end: X-Rows, a last line, the same rows in every format", async () => {
    const { rows } = (await (await pages.ask(`/api/v1/documents/${sha256}/records`)).json()) as {
      rows: { slot: string }[];
    };
    const csv = await pages.ask(`/api/v1/documents/${sha256}/records.csv`);
    expect(csv.headers.get("x-rows")).toBe(String(rows.length));
    expect((await csv.text()).trim().split("\n")).toHaveLength(rows.length + 1);
    const lines = (await (await pages.ask(`/api/v1/documents/${sha256}/records.ndjson`)).text()).trim().split("\n");
    expect(lines.slice(0, -1).map((line) => JSON.parse(line) as unknown)).toEqual(rows);
    expect(JSON.parse(lines.at(-1)!)).toEqual({ kind: "end", rows: rows.length });
    const parquet = await (await pages.ask(`/api/v1/documents/${sha256}/records.parquet`)).arrayBuffer();
    const read = (await parquetReadObjects({ file: parquet })) as { slot: string }[];
    expect(read.map(({ slot }) => slot)).toEqual(rows.map(({ slot }) => slot));
    const xlsx = new Uint8Array(await (await pages.ask("/api/v1/documents.xlsx")).arrayBuffer());
    expect([...xlsx.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  test("the state of the store is its tag: what was seen is not sent again", async () => {
    const first = await pages.ask("/api/v1/overview");
    const tag = first.headers.get("etag")!;
    const again = await pages.ask("/api/v1/overview", { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
  });

  test("what is wrong is told as a problem that names the parameters there are", async () => {
    const bad = await pages.ask("/api/v1/panel?konzept=x");
    expect(bad.status).toBe(400);
    expect(bad.headers.get("content-type")).toContain("application/problem+json");
    expect(await bad.json()).toMatchObject({ status: 400, allowed: expect.arrayContaining(["concept", "measure"]) });
    expect((await pages.ask("/api/v1/documents?cursor=zzz")).status).toBe(400);
    expect((await pages.ask(`/api/v1/documents/${"0".repeat(64)}`)).status).toBe(404);
    expect((await pages.ask("/api/v1/nothing")).status).toBe(404);
    expect((await pages.ask("/api/v1/documents", { method: "POST" })).status).toBe(405);
  });

  test("docs/openapi.json tells of these routes (npm run docs)", async () => {
    const { info: _, ...told } = (await (await pages.ask("/api/v1/openapi.json")).json()) as Record<string, unknown>;
    const path = join(packageRoot, "docs/openapi.json");
    const { info: __, ...documented } = (await import(path, { with: { type: "json" } })).default as Record<
      string,
      unknown
    >;
    expect(documented).toEqual(told);
  });
});
