import { z } from "zod";
import { changesSince, overview as counts, search as find, held, searchCount } from "../store/index.ts";
import { count, param, text } from "./fields.ts";
import { question } from "./question.ts";

/** What the store holds, in numbers. */
export const overview = question({
  name: "overview",
  path: "overview",
  title: ["库里有多少", "What the store holds"],
  params: z.strictObject({}),
  answer: z.strictObject({
    documents: count,
    bodies: count,
    records: count,
    unread: count,
    doubtful: count,
    errors: count,
    warnings: count,
    infos: count,
    decided: count,
    unreadFiles: count,
  }),
  ask: counts,
});

/** Place × year × kind of report. */
export const coverage = question({
  name: "coverage",
  path: "coverage",
  title: ["各地各年有多少份", "What is held of which place and year"],
  params: z.strictObject({ place: param.place.optional(), kind: z.string().max(40).optional() }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({ place: text, fiscalYear: count, kind: z.string(), bodies: count, documents: count }),
    ),
  }),
  ask: (store, asked) => ({ rows: held(store, asked) }),
});

/** Pages on which all the words stand. */
export const search = question({
  name: "search",
  path: "search",
  title: ["找字", "Search"],
  params: z.strictObject({
    words: param.words,
    entity: param.words.optional(),
    fiscal_year: param.year.optional(),
    limit: param.limit.default(50),
  }),
  answer: z.strictObject({
    pages: count.meta({ description: "pages with all the words, of whatever body and year" }),
    rows: z.array(
      z.strictObject({
        file: z.string(),
        sha256: z.string(),
        entity: text,
        fiscalYear: count.nullable(),
        page: count,
        snippet: z.string(),
        marks: z.array(z.tuple([count, count])),
        table: count.nullable(),
      }),
    ),
  }),
  ask: (store, { words, entity, fiscal_year: fiscalYear, limit }) => ({
    pages: searchCount(store, words),
    rows: find(store, {
      query: words,
      limit,
      ...(entity === undefined ? {} : { entity }),
      ...(fiscalYear === undefined ? {} : { fiscalYear }),
    }).map(({ path, marks, ...hit }) => ({
      file: path,
      ...hit,
      marks: marks.map(([a, b]) => [a, b] as [number, number]),
    })),
  }),
});

/** Everything that changed after a number, each thing once. */
export const changes = question({
  name: "changes",
  path: "changes",
  title: ["某次之后改动过的", "What changed since"],
  params: z.strictObject({
    since: z
      .string()
      .regex(/^\d{1,15}$/u)
      .transform(Number)
      .default(0)
      .meta({ description: "seq of the last change that was seen" }),
    limit: param.limit,
  }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        seq: count,
        subject: z.enum(["document", "entity", "report"]),
        key: z.string(),
        gone: z.boolean(),
        entity: text,
        file: text,
      }),
    ),
  }),
  ask: (store, { since, limit }) => ({ rows: changesSince(store, since, limit) }),
});
