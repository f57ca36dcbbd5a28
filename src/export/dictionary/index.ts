import { z } from "zod";
import {
  Amount,
  type ClosedConcept,
  CONCEPTS,
  DocumentRecord,
  EconomicLine,
  Evaluation,
  Fact,
  Figure,
  Finding,
  FUNDING,
  FunctionalLine,
  INCOME_AND_EXPENDITURE,
  Indicator,
  MEASURES,
  type Measure,
  measureField,
  Objective,
  OPERATING_COSTS,
  PerformanceForm,
  PROCUREMENT,
  ProjectLine,
  Record_,
  Report,
  SANGONG,
  Source,
  STAFFING,
  STATE_ASSETS,
  Statement,
  TableRecord,
  Target,
} from "../../../schemas/index.ts";
import { CONCEPT_TERMS, MEASURE_TERMS, SHAPE_TERMS } from "./english.ts";
import { FIELD_NOTES } from "./field-notes.ts";
import { storeTables } from "./store-tables.ts";
import { tableNotes } from "./tables.ts";
import { type Language, typeOf } from "./type-words.ts";

type Shape = z.ZodObject;

const RECORDS: readonly Shape[] = [
  DocumentRecord,
  Fact,
  Indicator,
  Target,
  Objective,
  Evaluation,
  Finding,
  TableRecord,
  Source,
];
/** Its declared type is written out by hand and hides the shape. */
const REPORT = Report as z.ZodType as Shape;
const VIEWS: readonly Shape[] = [
  REPORT,
  PerformanceForm,
  FunctionalLine,
  EconomicLine,
  ProjectLine,
  Figure,
  Amount,
  Statement,
];
/** Views that are lists of figures, each field one concept. */
const FIGURES: readonly (readonly [string, string, Readonly<Record<string, ClosedConcept>>])[] = [
  ["income-and-expenditure", "收入支出", INCOME_AND_EXPENDITURE],
  ["sangong", "“三公”经费", SANGONG],
  ["operating-costs", "机关运行经费", OPERATING_COSTS],
  ["procurement", "政府采购", PROCUREMENT],
  ["state-assets", "国有资产占用", STATE_ASSETS],
  ["staffing", "人员编制", STAFFING],
  ["funding", "资金", FUNDING],
];
/** Concepts whose codes are open: lines of the classifications, projects. */
const OPEN: readonly (readonly [string, string, string])[] = [
  [
    "function.<编码>",
    "功能分类科目：.total 合计、.basic 基本支出、.project 项目支出、.revenue 本年收入、.revenue_appropriation 财政拨款收入",
    "line of the functional classification: .total, .basic, .project, .revenue, .revenue_appropriation",
  ],
  ["economic.<编码>", "经济分类科目", "line of the economic classification"],
  ["function / economic", "以文字称呼、没有编码的科目", "a line named in words, without a code"],
  ["project.<序号> / project", "项目；scope 为项目名称", "a project; its name is the scope"],
];

const HEADS = {
  zh: {
    title: "数据字典",
    note: "本文件由 `npm run dictionary` 依 `schemas/` 生成，不手改。",
    records: "记录",
    views: "视图",
    concepts: "概念",
    measures: "口径",
    field: "字段",
    type: "类型",
    meaning: "含义",
    concept: "概念",
    measure: "口径",
    inView: "视图字段",
    column: "列",
    tables: "导出的表",
    tablesNote:
      "`mingzhang export` 导出的表；数据库里有同名视图，金额列以分为单位（`…_yuan` 在库里是 `…_fen`）。金额为名义值，不作估补。",
  },
  en: {
    title: "Data dictionary",
    note: "Generated from `schemas/` by `npm run dictionary`; not edited by hand.",
    records: "Records",
    views: "Views",
    concepts: "Concepts",
    measures: "Measures",
    field: "Field",
    type: "Type",
    meaning: "Meaning",
    concept: "Concept",
    measure: "Measure",
    inView: "Field in a view",
    column: "Column",
    tables: "Exported tables",
    tablesNote:
      "The tables of `mingzhang export`. The store has views of the same names with money in 分 (`…_yuan` is `…_fen` there). Amounts are nominal; nothing is imputed.",
  },
} as const;

/** Every generated file of the dictionary: path under `docs/` → text. */
export function dictionaryFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ["dictionary.zh.md", dictionary("zh")],
    ["dictionary.en.md", dictionary("en")],
    ["store-tables.md", storeTables()],
  ]);
  const schemas: readonly z.ZodType[] = [...RECORDS, REPORT];
  for (const schema of schemas) files.set(`schema/${idOf(schema)}.schema.json`, jsonSchema(schema));
  files.set("schema/record.schema.json", jsonSchema(Record_));
  return files;
}

/** Fields without a note, `shape.field`: the dictionary is whole only when there are none. */
export const missingNotes = (): string[] =>
  [...RECORDS, ...VIEWS].flatMap((shape) =>
    Object.keys(shape.shape)
      .filter((field) => noteOf(idOf(shape), field, "zh") === null)
      .map((field) => `${idOf(shape)}.${field}`),
  );

const idOf = (schema: z.ZodType): string => schema.meta()?.id ?? "";
const titleOf = (schema: z.ZodType, language: Language): string =>
  language === "zh" ? (schema.meta()?.title ?? "") : (SHAPE_TERMS[idOf(schema)] ?? idOf(schema));
const jsonSchema = (schema: z.ZodType): string => `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;

const MEASURE_BY_FIELD = new Map<string, Measure>(
  (Object.keys(MEASURES) as Measure[]).map((m) => [measureField(m), m]),
);

function noteOf(shape: string, field: string, language: Language): string | null {
  const own = FIELD_NOTES[`${shape}.${field}`];
  const measure = shape === "figure" ? MEASURE_BY_FIELD.get(field) : undefined;
  if (!own && measure) return language === "zh" ? MEASURES[measure] : MEASURE_TERMS[measure];
  return (own ?? FIELD_NOTES[`*.${field}`])?.[language === "zh" ? 0 : 1] ?? null;
}

function dictionary(language: Language): string {
  const head = HEADS[language];
  const parts = [`# ${head.title}`, head.note, `## ${head.records}`];
  for (const shape of RECORDS) parts.push(...shapeTable(shape, language));
  parts.push(`## ${head.views}`);
  for (const shape of VIEWS) parts.push(...shapeTable(shape, language));
  for (const [id, title, concepts] of FIGURES) {
    const rows = Object.entries(concepts).map(([field, concept]) => [
      code(field),
      code(concept),
      termOf(concept, language),
    ]);
    parts.push(
      `### ${language === "zh" ? title : SHAPE_TERMS[id]} \`${id}\``,
      table([head.field, head.concept, head.meaning], rows),
    );
  }
  const concepts = Object.keys(CONCEPTS).map((concept) => [code(concept), termOf(concept as ClosedConcept, language)]);
  const open = OPEN.map(([concept, zh, en]) => [code(concept), language === "zh" ? zh : en]);
  parts.push(`## ${head.concepts}`, table([head.concept, head.meaning], [...concepts, ...open]));
  const measures = (Object.keys(MEASURES) as Measure[]).map((measure) => [
    code(measure),
    code(measureField(measure)),
    language === "zh" ? MEASURES[measure] : `${MEASURE_TERMS[measure]} (${MEASURES[measure]})`,
  ]);
  parts.push(`## ${head.measures}`, table([head.measure, head.inView, head.meaning], measures));
  parts.push(`## ${head.tables}`, head.tablesNote);
  for (const { name, title, row, columns } of tableNotes(language)) {
    const rows = columns.map(([column, type, meaning]) => [code(column), type, meaning]);
    parts.push(`### ${title} ${code(name)}`, row, table([head.column, head.type, head.meaning], rows));
  }
  return `${parts.join("\n\n")}\n`;
}

const termOf = (concept: ClosedConcept, language: Language): string =>
  language === "zh" ? CONCEPTS[concept] : `${CONCEPT_TERMS[concept]} (${CONCEPTS[concept]})`;

function shapeTable(shape: Shape, language: Language): string[] {
  const head = HEADS[language];
  const id = idOf(shape);
  const rows = Object.entries(shape.shape).map(([field, type]) => [
    code(field),
    typeOf(type as z.ZodType, language),
    noteOf(id, field, language) ?? "",
  ]);
  return [`### ${titleOf(shape, language)} \`${id}\``, table([head.field, head.type, head.meaning], rows)];
}

const code = (text: string): string => `\`${text}\``;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
