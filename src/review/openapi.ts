import { z } from "zod";
import { writtenName } from "../lib/written-name.ts";
import { QUESTIONS } from "../questions/index.ts";
import { rowOf } from "../questions/rows.ts";

/** Whole answers besides JSON. */
export const STREAMS = {
  csv: "text/csv; charset=utf-8",
  ndjson: "application/x-ndjson",
  parquet: "application/vnd.apache.parquet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
/** An ending of an address: `.csv`, … */
export type StreamKind = keyof typeof STREAMS;

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    allowed: { type: "array", items: { type: "string" } },
  },
};
const failed = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** A schema of an answer with its fields called as they are written. */
function asAnswered(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asAnswered);
  if (schema === null || typeof schema !== "object") return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, of]) => {
      if (key === "required") return [key, (of as string[]).map(writtenName)];
      if (key !== "properties") return [key, asAnswered(of)];
      return [key, Object.fromEntries(Object.entries(of as object).map(([f, s]) => [writtenName(f), asAnswered(s)]))];
    }),
  );
}

/** The description of every route, made from the questions (OpenAPI 3.1: its schemas are JSON Schema 2020-12, as zod writes them). */
export function openApi(version: string): Record<string, unknown> {
  const paths: Record<string, unknown> = {};
  for (const asked of Object.values(QUESTIONS)) {
    const inPath = new Set([...asked.path.matchAll(/:(\w+)/gu)].map((m) => m[1]!));
    const { properties = {}, required = [] } = z.toJSONSchema(asked.params, { io: "input" }) as {
      properties?: Record<string, Record<string, unknown>>;
      required?: string[];
    };
    const parameters = Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: inPath.has(name) ? "path" : "query",
      required: inPath.has(name) || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    }));
    const address = `/api/v1/${asked.path.replace(/:(\w+)/gu, "{$1}")}`;
    const responses = { 400: failed("a parameter that is none"), 404: failed("not there"), 503: failed("no store") };
    const operation = { summary: asked.title[1], description: asked.title[0], parameters };
    const { $schema: _, ...answered } = z.toJSONSchema(asked.answer) as Record<string, unknown>;
    const schema = asAnswered(answered);
    paths[address] = {
      get: {
        operationId: asked.name,
        ...operation,
        responses: { 200: { description: "the answer", content: { "application/json": { schema } } }, ...responses },
      },
    };
    if (rowOf(asked) === null) continue;
    for (const [ending, type] of Object.entries(STREAMS))
      paths[`${address}.${ending}`] = {
        get: {
          operationId: `${asked.name}.${ending}`,
          ...operation,
          responses: { 200: { description: "every row", content: { [type]: {} } }, ...responses },
        },
      };
  }
  paths["/api/v1/documents/{sha256}/pages/{page}.png"] = {
    get: {
      operationId: "document.picture",
      summary: "The picture of a page",
      parameters: [
        { name: "sha256", in: "path", required: true, schema: { type: "string", pattern: "^[0-9a-f]{64}$" } },
        { name: "page", in: "path", required: true, schema: { type: "integer", minimum: 1 } },
        { name: "dpi", in: "query", required: false, schema: { type: "integer", minimum: 20, maximum: 300 } },
      ],
      responses: {
        200: { description: "PNG or JPEG", content: { "image/png": {}, "image/jpeg": {} } },
        404: failed("no picture"),
      },
    },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: "明账 Mingzhang",
      version,
      description:
        "Numbers of published disclosures, each with page, box, quote and file. Money is text: exact decimals.",
    },
    servers: [{ url: "/" }],
    paths,
    components: { schemas: { Problem: PROBLEM } },
  };
}
