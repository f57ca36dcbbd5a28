import { z } from "zod";
import { documentDetail, documents, grids, indicatorRows, paragraphs, records, unreadRows } from "../store/index.ts";
import { box, count, decimal, pageOf, paging, param, text } from "./fields.ts";
import { question } from "./question.ts";

const documentRow = z.strictObject({
  sha256: z.string(),
  file: z.string(),
  title: text,
  entity: text,
  entityId: text,
  regionCode: text,
  fiscalYear: count.nullable(),
  types: z.array(z.string()),
  pages: count,
  ocr: z.boolean(),
  records: count,
  tables: count,
  unclaimed: count,
  unread: count,
  doubtful: count,
  troubles: count,
  findings: count,
  current: z.boolean(),
});
const recordRow = z.strictObject({
  slot: z.string(),
  concept: z.string(),
  item: text,
  code: text,
  measure: z.string(),
  fiscalYear: count.nullable(),
  scope: text,
  fund: text,
  basis: z.string(),
  value: decimal,
  unit: text,
  yuan: decimal.nullable(),
  read: text,
  status: z.string(),
  uncertain: z.boolean(),
  alternatives: z.array(z.string()),
  approximate: z.boolean(),
  page: count,
  box,
  table: count.nullable(),
  row: count.nullable(),
  col: count.nullable(),
  quote: text,
  extractor: text,
});
const cell = z.strictObject({
  r: count,
  c: count,
  rs: count,
  cs: count,
  page: count,
  text: z.string(),
  box,
  unread: z.boolean(),
  alternatives: z.array(z.string()),
});
const grid = z.strictObject({
  table: count,
  title: text,
  unit: text,
  page: count,
  rows: count,
  cols: count,
  box,
  claimed: z.boolean(),
  cells: z.array(cell),
});
const indicatorRow = z.strictObject({
  scope: text,
  level1: text,
  level2: text,
  level3: z.string(),
  target: text,
  actual: text,
  weight: text,
  score: text,
  reason: text,
  uncertain: z.boolean(),
  page: count,
  box,
});
const ofDocument = { sha256: param.sha256 };

/** Every document. */
export const documentList = question({
  name: "documents",
  path: "documents",
  title: ["文件", "Documents"],
  params: z.strictObject({
    ...paging,
    words: param.words.optional(),
    entity_id: param.entityId.optional(),
    place: param.place.optional(),
    fiscal_year: param.year.optional(),
    kind: z.string().max(40).optional(),
    having: z.enum(["unread", "doubtful", "trouble", "unclaimed"]).optional(),
  }),
  answer: pageOf(documentRow),
  ask: (store, { entity_id: entityId, fiscal_year: fiscalYear, ...asked }) =>
    documents(store, { ...asked, entityId, fiscalYear }),
});

/** One document: its pages, trouble, versions. */
export const document = question({
  name: "document",
  path: "documents/:sha256",
  title: ["一个文件", "A document"],
  params: z.strictObject(ofDocument),
  answer: z.strictObject({
    ...documentRow.shape,
    mediaType: z.string(),
    bytes: count,
    level: text,
    filledOn: text,
    reader: z.string(),
    engine: z.string(),
    paths: z.array(z.string()),
    sources: z.array(
      z.strictObject({
        address: z.string(),
        foundOn: text,
        words: text,
        title: text,
        site: text,
        published: text,
        publishedFrom: text,
        firstAt: z.string(),
        lastAt: z.string(),
      }),
    ),
    sheets: z.array(
      z.strictObject({
        number: count,
        width: z.number(),
        height: z.number(),
        origin: z.string(),
        confidence: z.number().nullable(),
      }),
    ),
    trouble: z.array(z.strictObject({ code: z.string(), place: text, message: z.string() })),
    versions: z.array(
      z.strictObject({
        report: z.string(),
        kind: z.string(),
        scope: z.string(),
        version: count,
        relation: z.string(),
        effective: z.boolean(),
        sha256: z.string(),
        file: z.string(),
      }),
    ),
  }),
  ask: (store, { sha256 }) => documentDetail(store, sha256),
});

/** The numbers of a document. */
export const documentRecords = question({
  name: "document.records",
  path: "documents/:sha256/records",
  title: ["文件里的数", "Numbers of a document"],
  params: z.strictObject({
    ...ofDocument,
    ...paging,
    page: param.page.optional(),
    doubtful: param.flag.optional(),
  }),
  answer: pageOf(recordRow),
  ask: records,
});

/** The indicators of a document. */
export const documentIndicators = question({
  name: "document.indicators",
  path: "documents/:sha256/indicators",
  title: ["文件里的绩效指标", "Indicators of a document"],
  params: z.strictObject({ ...ofDocument, page: param.page.optional() }),
  answer: z.strictObject({ rows: z.array(indicatorRow) }),
  ask: (store, { sha256, page }) => ({ rows: indicatorRows(store, sha256, page ?? null) }),
});

/** The tables of a document as grids. */
export const documentTables = question({
  name: "document.tables",
  path: "documents/:sha256/tables",
  title: ["文件里的表", "Tables of a document"],
  params: z.strictObject({ ...ofDocument, page: param.page.optional() }),
  answer: z.strictObject({ rows: z.array(grid) }),
  ask: (store, { sha256, page }) => ({ rows: grids(store, sha256, page ?? null) }),
});

/** The prose of one page. */
export const documentText = question({
  name: "document.text",
  path: "documents/:sha256/text",
  title: ["一页的文字", "The prose of a page"],
  params: z.strictObject({ ...ofDocument, page: param.page }),
  answer: z.strictObject({ rows: z.array(z.strictObject({ page: count, text: z.string(), box })) }),
  ask: (store, { sha256, page }) => ({ rows: paragraphs(store, sha256, page) }),
});

/** Numbers that became no record, in tables and in sentences. */
export const documentUnread = question({
  name: "document.unread",
  path: "documents/:sha256/unread",
  title: ["文件里没读成记录的数", "Numbers of a document that became no record"],
  params: z.strictObject({ ...ofDocument, page: param.page.optional() }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        sha256: z.string(),
        table: count.nullable(),
        title: text,
        r: count.nullable(),
        c: count.nullable(),
        page: count,
        text: z.string(),
        sentence: text,
        box,
      }),
    ),
  }),
  ask: (store, { sha256, page }) => ({ rows: unreadRows(store, sha256, page ?? null) }),
});
