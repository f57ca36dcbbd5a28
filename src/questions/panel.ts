import { z } from "zod";
import { Concept } from "../../schemas/index.ts";
import { largest, smallest } from "../lib/long-lists.ts";
import {
  conceptsHeld,
  PANEL_MEASURES,
  type PanelMeasure,
  panelBodies,
  panelChoices,
  panelCoverage,
  panelPoints,
  type Store,
  panel as values,
} from "../store/index.ts";
import { box, count, decimal, pageOf, param, text } from "./fields.ts";
import { question } from "./question.ts";

const asked = {
  concept: Concept.default("sangong.total"),
  measure: z.enum(Object.keys(PANEL_MEASURES) as [PanelMeasure, ...PanelMeasure[]]).default("actual"),
  scope: z.enum(["department", "office", "unit", "territory", "unstated"]).optional(),
  item: param.words.optional(),
  entity: param.words.optional(),
  place: param.place.optional(),
  from: param.year.optional(),
  to: param.year.optional(),
  unit: z.enum(["元", "千元", "万元", "亿元"]).default("万元"),
  cursor: param.cursor,
  limit: param.limit.meta({ description: "bodies at most" }),
};
type Asked = z.output<z.ZodObject<typeof asked>>;

/** What of the numbers is left out, where it is asked for. */
const narrowing = ({ scope, item, from, to }: Pick<Asked, "scope" | "item" | "from" | "to">) => ({
  ...(item === undefined ? {} : { item }),
  ...(scope === undefined ? {} : { scope }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** A page of the panel: its values, whose they are, and where the next page begins. */
function pageOfPanel(store: Store, { entity, place, cursor, limit, concept, measure, unit, ...asked }: Asked) {
  const { rows: bodies, next } = panelBodies(store, { entity, place, cursor, limit });
  const rows = values(store, {
    concept,
    measure,
    unit,
    bodies,
    ...narrowing(asked),
  });
  return { rows, bodies, next };
}

/** One number by body and year, so many bodies a page. */
export const panel = question({
  name: "panel",
  path: "panel",
  title: ["面板：一个概念，各单位各年", "A concept by body and year"],
  params: z.strictObject(asked),
  answer: pageOf(
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
      box,
      quote: text,
    }),
  ),
  ask: (store, params) => {
    const { rows, next } = pageOfPanel(store, params);
    return {
      rows: rows.map((value) => ({
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
        file: value.path,
        sha256: value.sha256,
        slot: value.slot,
        page: value.page,
        box: value.box && ([...value.box] as [number, number, number, number]),
        quote: value.quote,
      })),
      next,
    };
  },
});

/** The years between the first and the last, and those two. */
const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** Which bodies and years of the panel have a number, a report that is silent, or no report. */
export const panelPlaces = question({
  name: "panel.coverage",
  path: "panel/coverage",
  title: ["面板的空缺", "What is missing in the panel"],
  params: z.strictObject(asked),
  answer: pageOf(
    z.strictObject({
      entityId: z.string(),
      entity: z.string(),
      regionCode: text,
      scope: z.string(),
      fiscalYear: count,
      status: z.string(),
    }),
  ),
  ask: (store, params) => {
    const { rows, bodies, next } = pageOfPanel(store, params);
    const { concept, measure, scope } = params;
    const years = rows.map(({ fiscalYear }) => fiscalYear);
    const all = years.length > 0 ? between(smallest(years), largest(years)) : [];
    const stated = new Set(rows.map((row) => `${row.entityId}/${row.scope}/${row.fiscalYear}`));
    return {
      rows: panelCoverage(store, [{ concept, measure }], all, [], { scope, bodies }).map((at) => ({
        entityId: at.entityId,
        entity: at.entity,
        regionCode: at.regionCode,
        scope: at.scope,
        fiscalYear: at.fiscalYear,
        status: stated.has(`${at.entityId}/${at.scope}/${at.fiscalYear}`) ? "stated" : at.status,
      })),
      next,
    };
  },
});

const { cursor: _cursor, limit: _limit, ...ofAll } = asked;

/** One number a body, of the last year that any of them states: what a picture of all of them is drawn from. */
export const panelOfLastYear = question({
  name: "panel.points",
  path: "panel/points",
  title: ["面板最近一年各单位的数", "Every body's number of the last year of a panel"],
  params: z.strictObject(ofAll),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        entity: z.string(),
        regionCode: text,
        scope: z.string(),
        fiscalYear: count,
        value: decimal,
        unit: text,
        sha256: z.string(),
        page: count,
        slot: z.string(),
      }),
    ),
  }),
  ask: (store, { concept, measure, unit, entity, place, ...asked }) => ({
    rows: panelPoints(store, {
      concept,
      measure,
      unit,
      ...narrowing(asked),
      ...(entity === undefined ? {} : { entity }),
      ...(place === undefined ? {} : { place }),
    }),
  }),
});

/** What there is to choose from. */
export const panelChoice = question({
  name: "panel.choices",
  path: "panel/choices",
  title: ["面板可选的概念和口径", "The concepts and measures a panel can be asked for"],
  params: z.strictObject({}),
  answer: z.strictObject({ concepts: z.array(z.string()), measures: z.array(z.string()) }),
  ask: (store) => {
    const { concepts, measures } = panelChoices(store);
    return { concepts: [...concepts], measures: [...measures] };
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
        statements: count,
        firstYear: count.nullable(),
        lastYear: count.nullable(),
      }),
    ),
  }),
  ask: (store, { words }) => ({ rows: conceptsHeld(store, words) }),
});
