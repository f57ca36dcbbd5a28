import { z } from "zod";
import { Fund } from "../common.ts";
import { type ClosedConcept, CONCEPTS } from "../vocabulary.ts";
import {
  FUNDING,
  INCOME_AND_EXPENDITURE,
  OPERATING_COSTS,
  PROCUREMENT,
  SANGONG,
  STAFFING,
  STATE_ASSETS,
} from "./fields.ts";
import { Figure, type FigureSchema } from "./figure.ts";

type Figures<T> = z.ZodObject<{ [K in keyof T]: FigureSchema }, z.core.$strict>;

/** An object of figures, one a concept; each field is described by the concept's Chinese term. */
function figures<const T extends Readonly<Record<string, ClosedConcept>>>(concepts: T): Figures<T> {
  const shape = Object.entries(concepts).map(([field, concept]) => [
    field,
    Figure.meta({ description: `${CONCEPTS[concept]} ${concept}` }),
  ]);
  return z.strictObject(Object.fromEntries(shape)) as unknown as Figures<T>;
}

/** “三公”经费: trips abroad, official cars, receptions, with the things and persons counted. */
export const Sangong = figures(SANGONG).meta({ id: "sangong", title: "“三公”经费" });
export type Sangong = z.infer<typeof Sangong>;

/** 收入支出: the sums of both sides, by kind and by fund. */
export const IncomeAndExpenditure = figures(INCOME_AND_EXPENDITURE).meta({
  id: "income-and-expenditure",
  title: "收入支出",
});
export type IncomeAndExpenditure = z.infer<typeof IncomeAndExpenditure>;

/** 机关运行经费 and the costs a 基础数据表 controls. */
export const OperatingCosts = figures(OPERATING_COSTS).meta({ id: "operating-costs", title: "机关运行经费" });
export type OperatingCosts = z.infer<typeof OperatingCosts>;

/** 政府采购: the sum by kind, and what small enterprises were awarded. */
export const Procurement = figures(PROCUREMENT).meta({ id: "procurement", title: "政府采购" });
export type Procurement = z.infer<typeof Procurement>;

/** 国有资产占用: vehicles by use and large equipment, counted. */
export const StateAssets = figures(STATE_ASSETS).meta({ id: "state-assets", title: "国有资产占用" });
export type StateAssets = z.infer<typeof StateAssets>;

/** 人员编制: posts, persons and their ratio. */
export const Staffing = figures(STAFFING).meta({ id: "staffing", title: "人员编制" });
export type Staffing = z.infer<typeof Staffing>;

const lineFields = {
  code: z.string().nullable().meta({ description: "科目编码 printed code, null where the line is named in words" }),
  name: z.string().nullable().meta({ description: "科目名称 as printed" }),
  fund: Fund.nullable(),
};

/** A line of the functional classification 支出功能分类, once a fund. */
export const FunctionalLine = z
  .strictObject({
    ...lineFields,
    total: Figure.meta({ description: "合计" }),
    basic: Figure.meta({ description: "基本支出" }),
    project: Figure.meta({ description: "项目支出" }),
    revenue: Figure.meta({ description: "本年收入合计" }),
    revenueAppropriation: Figure.meta({ description: "财政拨款收入" }),
  })
  .meta({ id: "functional-line", title: "功能分类科目" });
export type FunctionalLine = z.infer<typeof FunctionalLine>;

/** A line of the economic classification 支出经济分类, once a fund. */
export const EconomicLine = z
  .strictObject({ ...lineFields, amount: Figure.meta({ description: "金额" }) })
  .meta({ id: "economic-line", title: "经济分类科目" });
export type EconomicLine = z.infer<typeof EconomicLine>;

/** A project with its money: a line of 项目支出明细, or a project the prose names. */
export const ProjectLine = z
  .strictObject({
    name: z.string().meta({ description: "项目名称" }),
    amount: Figure.meta({ description: "金额" }),
  })
  .meta({ id: "project-line", title: "项目支出" });
export type ProjectLine = z.infer<typeof ProjectLine>;

/** The 资金 block of a performance form. */
export const Funding = figures(FUNDING).meta({ id: "funding", title: "资金" });
export type Funding = z.infer<typeof Funding>;
