import { z } from "zod";
import { bodies, bodyDetail } from "../store/index.ts";
import { count, decimal, pageOf, paging, param, text } from "./fields.ts";
import { question } from "./question.ts";

const bodyRow = {
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  regionCode: text,
  documents: count,
  firstYear: count.nullable(),
  lastYear: count.nullable(),
};

/** Every body. */
export const entities = question({
  name: "entities",
  path: "entities",
  title: ["单位", "Bodies"],
  params: z.strictObject({ ...paging, words: param.words.optional(), place: param.place.optional() }),
  answer: pageOf(z.strictObject(bodyRow)),
  ask: bodies,
});

/** One body with its names, reports and numbers. A merged one names the body it went into. */
export const entity = question({
  name: "entity",
  path: "entities/:id",
  title: ["一个单位", "A body"],
  params: z.strictObject({ id: param.entityId }),
  answer: z.strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    regionCode: text,
    level: text,
    parent: text,
    mergedInto: text,
    names: z.array(
      z.strictObject({
        name: z.string(),
        from: count.nullable(),
        to: count.nullable(),
        source: z.string(),
        seenFrom: count.nullable(),
        seenTo: count.nullable(),
      }),
    ),
    reports: z.array(
      z.strictObject({
        report: z.string(),
        fiscalYear: count.nullable(),
        kind: z.string(),
        scope: z.string(),
        project: z.string(),
        version: count,
        relation: z.string(),
        effective: z.boolean(),
        sha256: z.string(),
        file: z.string(),
      }),
    ),
    series: z.array(
      z.strictObject({
        concept: z.string(),
        measure: z.string(),
        fiscalYear: count,
        value: decimal,
        unit: text,
        yuan: decimal.nullable(),
        sha256: z.string(),
        slot: z.string(),
        page: count,
      }),
    ),
  }),
  ask: (store, { id }) => {
    const body = bodyDetail(store, id);
    if (body === null) return null;
    const { name, kind, region, level, parent, mergedInto, names, reports, series } = body;
    return {
      id,
      name,
      kind,
      regionCode: region,
      level,
      parent,
      mergedInto,
      names: names.map((n) => ({ ...n })),
      reports: reports.map((r) => ({ ...r })),
      series: series.map((s) => ({ ...s })),
    };
  },
});
