import { z } from "zod";
import { Concept } from "../../schemas/index.ts";
import { conceptsHeld, PANEL_MEASURES, type PanelMeasure, panelCoverage, panel as values } from "../store/index.ts";
import { count, decimal, param, text } from "./fields.ts";
import { question } from "./question.ts";

/** One number by body and year. */
export const panel = question({
  name: "panel",
  path: "panel",
  title: ["面板：一个概念，各单位各年", "A concept by body and year"],
  params: z.strictObject({
    concept: Concept.default("sangong.total"),
    measure: z.enum(Object.keys(PANEL_MEASURES) as [PanelMeasure, ...PanelMeasure[]]).default("actual"),
    scope: z.enum(["department", "office", "unit", "territory", "unstated"]).optional(),
    item: param.words.optional(),
    entity: param.words.optional(),
    place: param.place.optional(),
    from: param.year.optional(),
    to: param.year.optional(),
    unit: z.enum(["元", "千元", "万元", "亿元"]).default("万元"),
  }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        concept: z.string(),
        measure: z.string(),
        entityId: z.string(),
        entity: z.string(),
        regionCode: text,
        parent: text,
        scope: z.string(),
        fiscalYear: count,
        value: decimal,
        unit: text,
        basis: z.string(),
        approximate: z.boolean(),
        disagreeing: count,
        disputed: z.boolean(),
        status: z.string(),
        findings: count,
        sourceYear: count.nullable(),
        file: z.string(),
        sha256: z.string(),
        slot: z.string(),
        page: count,
        quote: text,
      }),
    ),
  }),
  ask: (store, { concept, measure, unit, item, entity, place, scope, from, to }) => ({
    rows: values(store, {
      concept,
      measure,
      unit,
      ...(item === undefined ? {} : { item }),
      ...(scope === undefined ? {} : { scope }),
      ...(entity === undefined ? {} : { entity }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })
      .filter(({ regionCode }) => place === undefined || regionCode?.startsWith(place) === true)
      .map(({ path, restated: _, ...value }) => ({
        concept: value.concept,
        measure: value.measure,
        entityId: value.entityId,
        entity: value.entity,
        regionCode: value.regionCode,
        parent: value.parent,
        scope: value.scope,
        fiscalYear: value.fiscalYear,
        value: value.value,
        unit: value.unit,
        basis: value.basis,
        approximate: value.approximate,
        disagreeing: value.disagreeing,
        disputed: value.disputed,
        status: value.status,
        findings: value.findings,
        sourceYear: value.sourceYear,
        file: path,
        sha256: value.sha256,
        slot: value.slot,
        page: value.page,
        quote: value.quote,
      })),
  }),
});

/** Which bodies and years of the panel have a number, a report that is silent, or no report. */
export const panelPlaces = question({
  name: "panel.coverage",
  path: "panel/coverage",
  title: ["面板的空缺", "What is missing in the panel"],
  params: panel.params,
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        entityId: z.string(),
        entity: z.string(),
        regionCode: text,
        scope: z.string(),
        fiscalYear: count,
        status: z.string(),
      }),
    ),
  }),
  ask: (store, params) => {
    const { rows } = panel.ask(store, params)!;
    const years = [...new Set(rows.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
    const all = years.length > 0 ? Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, n) => years[0]! + n) : [];
    const { concept, measure, place, entity, scope } = params;
    const stated = new Set(rows.map((row) => `${row.entityId}/${row.scope}/${row.fiscalYear}`));
    return {
      rows: panelCoverage(store, [{ concept, measure }], all, [], { entity, scope })
        .filter(({ regionCode }) => place === undefined || regionCode?.startsWith(place) === true)
        .map(({ entityId, entity, regionCode, scope, fiscalYear, status }) => ({
          entityId,
          entity,
          regionCode,
          scope,
          fiscalYear,
          status: stated.has(`${entityId}/${scope}/${fiscalYear}`) ? "stated" : status,
        })),
    };
  },
});

/** What the store states at all, with words that which has them in its name, term or line. */
export const concepts = question({
  name: "concepts",
  path: "concepts",
  title: ["库里有哪些概念", "The concepts the store holds"],
  params: z.strictObject({ words: param.words.optional() }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        concept: z.string(),
        term: text,
        measure: z.string(),
        measureTerm: z.string(),
        values: count,
        documents: count,
        firstYear: count.nullable(),
        lastYear: count.nullable(),
      }),
    ),
  }),
  ask: (store, { words }) => ({ rows: conceptsHeld(store, words) }),
});
