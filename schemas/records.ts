import { z } from "zod";
import { Basis, Box, DecimalText, Fund, Source } from "./common.ts";
import { Concept } from "./concepts.ts";
import { Measure } from "./measures.ts";
import { DOCUMENT_TYPES, LEVELS } from "./vocabulary.ts";

const text = z.string().min(1);

/** The file itself: who reports, on which year, in which forms. Exactly one a file. */
export const DocumentRecord = z
  .strictObject({
    kind: z.literal("document"),
    file: text.meta({ description: "文件名 file name, with its container: a.zip/b.pdf" }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    title: text.nullable().meta({ description: "标题" }),
    entity: text.nullable().meta({ description: "单位名称 full name of the reporting body" }),
    region: z
      .strictObject({ code: z.string().regex(/^\d{6}$/), path: z.array(text) })
      .nullable()
      .meta({ description: "行政区划 GB/T 2260 code valid in the fiscal year, and the names down to it" }),
    level: z.enum(LEVELS).nullable().meta({ description: "层级" }),
    fiscalYear: z.int().nullable().meta({ description: "年度" }),
    types: z.array(z.enum(DOCUMENT_TYPES)).meta({ description: "文件种类" }),
    filledOn: z.iso.date().nullable().meta({ description: "填报日期" }),
    pages: z.int().min(1),
    ocr: z.boolean().meta({ description: "是否含光学识别页 whether any page was read by OCR" }),
  })
  .meta({ id: "document", title: "文件" });
export type DocumentRecord = z.infer<typeof DocumentRecord>;

/**
 * One number a disclosure states, with what it means and where it stands.
 * `value` is the decimal as printed; `yuan` is exact, null where the unit is not money.
 */
export const Fact = z
  .strictObject({
    kind: z.literal("fact"),
    concept: Concept,
    item: text.nullable().meta({ description: "项目 the row or phrase label as printed, without its numbering" }),
    code: z.string().regex(/^\d+$/).nullable().meta({ description: "科目编码 printed classification code" }),
    measure: Measure,
    fiscalYear: z.int().nullable().meta({ description: "年度 the year the value belongs to" }),
    scope: text.nullable().meta({ description: "范围 null for the whole body, else the project's name" }),
    fund: Fund.nullable(),
    value: DecimalText.meta({ description: "数值 as printed" }),
    unit: text.nullable().meta({ description: "单位 the unit that applies: 元 万元 % 人 …" }),
    yuan: DecimalText.nullable().meta({ description: "金额（元）exact" }),
    basis: Basis,
    source: Source,
    extractor: text.optional().meta({ description: "id of the extractor that read it" }),
    approximate: z.literal(true).optional().meta({ description: "近、约 printed as approximate" }),
    estimated: z.literal(true).optional().meta({
      description:
        "预计：预算里印的上年预算执行数，年度还没有决算 printed in a budget while the year had no accounts yet",
    }),
    unitInferred: z.literal(true).optional().meta({ description: "no unit printed; taken from the form" }),
    changeOf: Measure.optional().meta({ description: "the measure of the figure compared with, where not actual" }),
    uncertain: z
      .literal(true)
      .optional()
      .meta({ description: "读数存疑 in doubt: by OCR, or because a misreading would explain a contradiction" }),
    alternatives: z.array(z.string()).optional().meta({
      description:
        "其他读法 other readings, by OCR or by the document's sums; without uncertain: 由合计或别处的同一数字定下 sums or the same number elsewhere decided",
    }),
  })
  .meta({ id: "fact", title: "事实" });
export type Fact = z.infer<typeof Fact>;

/** A target of an indicator as operator, number and unit. */
export const Target = z
  .strictObject({
    op: z.enum([">=", "<=", "=", ">", "<", "qualitative"]),
    value: DecimalText.nullable(),
    unit: text.nullable(),
  })
  .meta({ id: "target", title: "指标值（解析）" });
export type Target = z.infer<typeof Target>;

/** A row of a performance indicator grid (绩效指标). */
export const Indicator = z
  .strictObject({
    kind: z.literal("indicator"),
    table: z.int().nullable(),
    scope: text.nullable(),
    level1: text.nullable().meta({ description: "一级指标, without its weight note" }),
    level1Weight: DecimalText.nullable(),
    level2: text.nullable().meta({ description: "二级指标" }),
    level2Weight: DecimalText.nullable(),
    level3: text.meta({ description: "三级指标" }),
    target: text.nullable().meta({ description: "指标值 as printed" }),
    actual: text.nullable().meta({ description: "实际完成值 as printed" }),
    weight: DecimalText.nullable().meta({ description: "分值" }),
    score: DecimalText.nullable().meta({ description: "得分" }),
    reason: text.nullable().meta({ description: "偏差原因分析及改进措施" }),
    targetParsed: Target.nullable(),
    source: Source,
    extractor: text.optional(),
    uncertain: z.literal(true).optional(),
    alternatives: z.array(z.string()).optional(),
  })
  .meta({ id: "indicator", title: "绩效指标" });
export type Indicator = z.infer<typeof Indicator>;

/** The 年度总体目标 block of a performance form. */
export const Objective = z
  .strictObject({
    kind: z.literal("objective"),
    table: z.int().nullable(),
    scope: text.nullable(),
    expected: text.nullable().meta({ description: "预期目标" }),
    achieved: text.nullable().meta({ description: "实际完成情况" }),
    source: Source,
    extractor: text.optional(),
  })
  .meta({ id: "objective", title: "年度总体目标" });
export type Objective = z.infer<typeof Objective>;

/** The result of a self-evaluation: a total score, a grade. */
export const Evaluation = z
  .strictObject({
    kind: z.literal("evaluation"),
    table: z.int().nullable(),
    scope: text.nullable(),
    score: DecimalText.nullable(),
    fullScore: DecimalText.nullable(),
    grade: z.enum(["优", "良", "中", "差", "合格"]).nullable(),
    basis: Basis,
    source: Source,
    extractor: text.optional(),
  })
  .meta({ id: "evaluation", title: "评价结果" });
export type Evaluation = z.infer<typeof Evaluation>;

/** One side of a finding: what was printed, and where. */
export const FindingSide = z.strictObject({
  value: DecimalText.nullable().meta({ description: "the printed magnitude, without the sign of 减少" }),
  unit: text.nullable(),
  label: text.nullable().optional().meta({ description: "what this operand is: 05表·合计" }),
  source: Source,
});
export type FindingSide = z.infer<typeof FindingSide>;

/** Two statements that cannot both hold, or a rule broken. */
export const Finding = z
  .strictObject({
    kind: z.literal("finding"),
    rule: text,
    severity: z.enum(["error", "warning", "info"]),
    message: text,
    messageEn: text.optional().meta({ description: "the message in English" }),
    scope: text.nullable(),
    sides: z.array(FindingSide).min(1),
    expected: DecimalText.nullable(),
    difference: DecimalText.nullable(),
    tolerance: DecimalText.nullable(),
    equation: text.nullable().optional().meta({ description: "算式 written out with the printed numbers" }),
    cause: text.nullable().optional().meta({ description: "可能原因" }),
    group: text.nullable().optional().meta({ description: "findings that share an operand share a group" }),
  })
  .meta({ id: "finding", title: "疑点" });
export type Finding = z.infer<typeof Finding>;

/** A cell of a table with its spans. */
export const TableCell = z.strictObject({
  r: z.int(),
  c: z.int(),
  rs: z.int(),
  cs: z.int(),
  text: z.string(),
  bbox: Box.nullable(),
  page: z.int().min(1),
});

/** A table as a grid. A table that runs over several pages is one table. */
export const TableRecord = z
  .strictObject({
    kind: z.literal("table"),
    page: z.int().min(1),
    pages: z.array(z.int().min(1)),
    bbox: Box.nullable(),
    title: text.nullable(),
    unit: text.nullable(),
    rows: z.int(),
    cols: z.int(),
    cells: z.array(TableCell),
  })
  .meta({ id: "table", title: "表格" });
export type TableRecord = z.infer<typeof TableRecord>;

/** Any record of the contract, told apart by `kind`. */
export const Record_ = z.discriminatedUnion("kind", [DocumentRecord, Fact, Indicator, Objective, Evaluation, Finding]);
export type Record_ = z.infer<typeof Record_>;
