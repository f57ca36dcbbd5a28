import { z } from "zod";
import { DocumentRecord, Evaluation, Finding, Indicator, Objective, Record_ } from "../records.ts";
import {
  EconomicLine,
  FunctionalLine,
  Funding,
  IncomeAndExpenditure,
  OperatingCosts,
  Procurement,
  ProjectLine,
  Sangong,
  Staffing,
  StateAssets,
} from "./sections.ts";

/** One performance form: 绩效自评表, 绩效目标表 or 评价指标体系 of the department or of one project. */
export const PerformanceForm = z
  .strictObject({
    table: z.int().nullable().meta({ description: "表序 number of the table in the document" }),
    scope: z.string().nullable().meta({ description: "项目名称; null for the whole department" }),
    funding: Funding.nullable().meta({ description: "资金 its money block" }),
    objectives: z.array(Objective).meta({ description: "年度总体目标" }),
    indicators: z.array(Indicator).meta({ description: "绩效指标, in printed order" }),
    evaluation: Evaluation.nullable().meta({ description: "评价结果" }),
  })
  .meta({ id: "performance-form", title: "绩效表" });
export type PerformanceForm = z.infer<typeof PerformanceForm>;

/**
 * A disclosure by section. A section the document does not have is `null` (or an empty list); inside a section every figure is
 * there, with `null` for what is not stated. The records it was made of stay in `records`.
 */
export const Report: z.ZodType<Report> = z
  .strictObject({
    document: DocumentRecord,
    incomeAndExpenditure: IncomeAndExpenditure.nullable().meta({ description: "收入支出" }),
    functional: z.array(FunctionalLine).meta({ description: "功能分类科目" }),
    economic: z.array(EconomicLine).meta({ description: "经济分类科目" }),
    sangong: Sangong.nullable().meta({ description: "“三公”经费" }),
    operatingCosts: OperatingCosts.nullable().meta({ description: "机关运行经费" }),
    procurement: Procurement.nullable().meta({ description: "政府采购" }),
    stateAssets: StateAssets.nullable().meta({ description: "国有资产占用" }),
    staffing: Staffing.nullable().meta({ description: "人员编制" }),
    projects: z.array(ProjectLine).meta({ description: "项目支出" }),
    forms: z.array(PerformanceForm).meta({ description: "绩效表" }),
    evaluations: z.array(Evaluation).meta({ description: "评价结果, of forms and prose alike" }),
    findings: z.array(Finding).meta({ description: "疑点" }),
    records: z.array(Record_).meta({ description: "全部记录 everything the sections were made of" }),
  })
  .meta({ id: "report", title: "报告" });

/** Written out: inferred, the type is too long for the compiler to put into a declaration file. */
export interface Report {
  document: DocumentRecord;
  incomeAndExpenditure: z.infer<typeof IncomeAndExpenditure> | null;
  functional: z.infer<typeof FunctionalLine>[];
  economic: z.infer<typeof EconomicLine>[];
  sangong: z.infer<typeof Sangong> | null;
  operatingCosts: z.infer<typeof OperatingCosts> | null;
  procurement: z.infer<typeof Procurement> | null;
  stateAssets: z.infer<typeof StateAssets> | null;
  staffing: z.infer<typeof Staffing> | null;
  projects: z.infer<typeof ProjectLine>[];
  forms: PerformanceForm[];
  evaluations: Evaluation[];
  findings: Finding[];
  records: Record_[];
}
