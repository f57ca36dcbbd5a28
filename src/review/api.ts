import { type Context, Hono } from "hono";
import { QUESTIONS, type Question, type QuestionName } from "../questions/index.ts";
import { asWritten, rowOf } from "../questions/rows.ts";
import { AskError, type Asker } from "./asker.ts";
import { openApi, STREAMS, type StreamKind } from "./openapi.ts";
import { type Problem, ProblemError, problem, problemOf, readParams } from "./problem.ts";
import { fileStream, jsonLines } from "./streams.ts";

const ENDING = /\.(csv|ndjson|parquet|xlsx)$/u;

/** A problem as `application/problem+json`. */
export const problemResponse = (c: Context, told: Problem): Response =>
  c.body(JSON.stringify(told), told.status, { "Content-Type": "application/problem+json; charset=utf-8" });

/** The JSON face of the questions. `etag` tells the state of the store: the same state gives the same answers. `onBug` is told what went wrong on our side. */
export function api(asker: Asker, version: string, etag: () => Promise<string>, onBug: (error: Error) => void): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(c, error.problem);
    if (error instanceof AskError) return problemResponse(c, problemOf(error.code, error.message));
    onBug(error);
    return problemResponse(c, problem(500, "the question failed"));
  });
  app.use(async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      c.header("Allow", "GET, HEAD");
      return problemResponse(c, problem(405, "only GET"));
    }
    const tag = `"${await etag()}"`;
    if (c.req.header("if-none-match") === tag) return c.body(null, 304, { ETag: tag });
    c.header("ETag", tag);
    c.header("Cache-Control", "no-cache");
    return await next();
  });
  app.get("/openapi.json", (c) => c.json(openApi(version)));
  for (const [name, asked] of Object.entries(QUESTIONS) as [QuestionName, Question][]) {
    const last = asked.path.lastIndexOf("/") + 1;
    const [before, part] = [asked.path.slice(0, last), asked.path.slice(last)];
    // The ending belongs to the last part: `documents.csv`, `documents/:sha256/records.ndjson`.
    const route = rowOf(asked) === null ? asked.path : `${before}:last{${part}(?:\\.[a-z]+)?}`;
    app.get(`/${route}`, async (c) => {
      const { last: whole, ...named } = c.req.param() as Record<string, string>;
      const ending = ENDING.exec(whole ?? "")?.[1] as StreamKind | undefined;
      if (whole !== undefined && whole !== part && ending === undefined) return problemResponse(c, problem(404, whole));
      const { excel, ...query } = c.req.query();
      const params = readParams(asked.params, {
        ...query,
        ...(ending || excel === undefined ? {} : { excel }),
        ...named,
      });
      if (ending !== undefined) return await wholeAnswer(c, ending, asker, name, params, excel === "1");
      const answer = await asker.ask(name, params);
      if (answer === null) return problemResponse(c, problem(404, c.req.path));
      const merged = name === "entity" ? (answer as { mergedInto: string | null }).mergedInto : null;
      if (merged !== null) return c.redirect(`/api/v1/entities/${merged}`, 308);
      return c.json(asWritten(answer as object));
    });
  }
  app.notFound((c) => problemResponse(c, problem(404, c.req.path)));
  return app;
}

async function wholeAnswer(
  c: Context,
  ending: StreamKind,
  asker: Asker,
  name: QuestionName,
  params: Readonly<Record<string, unknown>>,
  excel: boolean,
): Promise<Response> {
  const headers: Record<string, string> = {
    "Content-Type": STREAMS[ending],
    "Content-Disposition": `attachment; filename="${name}.${ending}"`,
  };
  if (ending === "ndjson") return c.body(jsonLines(asker, name, params), 200, headers);
  const { stream, rows } = await fileStream(ending === "csv" && excel ? "excel" : ending, asker, name, params);
  return c.body(stream, 200, { ...headers, "X-Rows": String(rows) });
}
