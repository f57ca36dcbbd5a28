import { z } from "zod";
import { Basis, DecimalText, Fund, Source } from "../common.ts";
import type { Measure } from "../measures.ts";
import { MEASURES } from "../vocabulary.ts";

/** One statement of a number: as printed, exact, with its place. */
export const Statement = z
  .strictObject({
    value: DecimalText.meta({ description: "数值 as printed" }),
    unit: z.string().nullable().meta({ description: "单位 the unit that applies" }),
    yuan: DecimalText.nullable().meta({ description: "金额（元）exact, null where it is no money" }),
    fiscalYear: z.int().nullable().meta({ description: "年度 the year the value belongs to" }),
    fund: Fund.nullable(),
    item: z.string().nullable().meta({ description: "项目 the label it was printed with" }),
    basis: Basis,
    approximate: z.boolean().meta({ description: "约、近 printed as approximate" }),
    uncertain: z.boolean().meta({ description: "光学识别存疑 OCR left it in doubt" }),
    source: Source,
  })
  .meta({ id: "statement", title: "表述" });
export interface Statement extends z.infer<typeof Statement> {}

/**
 * A number of the report: the statement to use, and every other statement of the same number. A table stands before the prose,
 * a sure reading before a doubtful one; nothing is lost: what the prose says of a table's number is in `others`.
 */
export const Amount: AmountSchema = Statement.extend({
  others: z.array(Statement).meta({ description: "其他表述 the same number stated elsewhere" }),
}).meta({ id: "amount", title: "数额" });
export interface Amount extends z.infer<AmountSchema> {}
/** Named, like the schemas below: declaration files then name it where they would else write it out at every place it is used. */
export interface AmountSchema
  extends z.ZodObject<(typeof Statement)["shape"] & { others: z.ZodArray<typeof Statement> }, z.core.$strict> {}

/** `change_rate` → `changeRate`: how a measure is called in a view. */
export type MeasureField = CamelCase<Measure>;
type CamelCase<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<CamelCase<B>>}` : S;
/** A measure as a field is called: initial_budget is `initialBudget`. */
export const measureField = (measure: Measure): MeasureField =>
  measure.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as MeasureField;

const amounts = Object.fromEntries(
  (Object.keys(MEASURES) as Measure[]).map((measure) => [
    measureField(measure),
    Amount.nullable().meta({ description: `${MEASURES[measure]} ${measure}` }),
  ]),
) as Record<MeasureField, z.ZodNullable<AmountSchema>>;

/** Everything stated of one concept for one year, by measure; `null` where nothing is stated. */
export const YearFigure: YearFigureSchema = z.strictObject(amounts).meta({ id: "year-figure", title: "年度数据" });
export interface YearFigure extends z.infer<YearFigureSchema> {}
export interface YearFigureSchema
  extends z.ZodObject<Record<MeasureField, z.ZodNullable<AmountSchema>>, z.core.$strict> {}

/** One concept: the report's year, and the year before it (a 上年决算数 column, a budget's comparison). */
export const Figure: FigureSchema = YearFigure.extend({
  concept: z.string().meta({ description: "概念 the concept of the vocabulary" }),
  previous: YearFigure.meta({ description: "上年 the same concept one year before" }),
}).meta({ id: "figure", title: "指标数据" });
export interface Figure extends z.infer<FigureSchema> {}
export interface FigureSchema
  extends z.ZodObject<
    YearFigureSchema["shape"] & { concept: z.ZodString; previous: YearFigureSchema },
    z.core.$strict
  > {}
