import { AMOUNT, EXTRACTOR, fromRecords, OWNER, PLACE, PROJECT, RECORD } from "./common.ts";
import { column, type Dataset } from "./dataset.ts";

const YEAR = column("fiscal_year", "year", "record.fiscal_year", "数值所属年度", "the year the value belongs to");
const MEASURE = column("measure", "text", "record.measure", "口径", "phase or relation");
const FUND = column("fund", "text", "record.fund", "资金性质；空为全部资金", "whose money; empty for all funds");
const FROM = fromRecords("effective_observation");

/** 事实: every number with its meaning, one a row. */
export const facts: Dataset = {
  name: "facts",
  title: ["事实", "facts"],
  row: ["每个数一行", "one number"],
  per: "document",
  key: ["record"],
  order: "slot",
  from: [FROM],
  columns: [
    ...RECORD,
    ...OWNER,
    column("concept", "text", "record.concept", "概念", "what is counted"),
    column("item", "text", "record.item", "项目，照印刷", "label as printed"),
    column("code", "code", "record.code", "科目编码", "classification code"),
    MEASURE,
    YEAR,
    PROJECT,
    FUND,
    column(
      "kind",
      "text",
      "CASE WHEN record.fen IS NOT NULL THEN 'money' WHEN record.unit IN ('%', '‰') THEN 'percent' ELSE 'number' END",
      "money 金额、percent 百分比、number 数量",
      "money, percent or number",
    ),
    ...AMOUNT,
    column(
      "unit_inferred",
      "boolean",
      "record.unit_inferred",
      "单位未印，按表样确定",
      "no unit is printed; it is the form's",
    ),
    column("change_of", "text", "record.change_of", "所比的口径", "the measure compared with, where not actual"),
    ...PLACE,
    EXTRACTOR,
  ],
};

const LINE = [
  column(
    "code",
    "code",
    "record.code",
    "科目编码；以文字称呼的行为空",
    "classification code; empty where named in words",
  ),
  column("name", "text", "record.item", "科目名称，照印刷", "name as printed"),
  FUND,
  YEAR,
  MEASURE,
] as const;

/** 功能分类科目: lines of the functional classification. */
export const functionalLines: Dataset = {
  name: "functional_lines",
  title: ["功能分类科目", "functional lines"],
  row: ["每个文件、科目、栏目一行", "one amount of one line in one document"],
  per: "document",
  key: ["record"],
  order: "slot",
  from: [`${FROM} WHERE record.concept = 'function' OR record.concept GLOB 'function.*'`],
  columns: [
    ...RECORD,
    ...OWNER,
    ...LINE,
    column(
      "part",
      "text",
      `CASE WHEN record.concept GLOB 'function.*.*' THEN substr(record.concept, 10 + instr(substr(record.concept, 10), '.'))
        ELSE 'total' END`,
      "栏目：total 合计、basic 基本支出、project 项目支出、revenue 本年收入、revenue_appropriation 财政拨款收入",
      "column: total, basic, project, revenue, revenue_appropriation",
    ),
    column(
      "code_level",
      "integer",
      "CASE length(record.code) WHEN 3 THEN 1 WHEN 5 THEN 2 WHEN 7 THEN 3 END",
      "科目层级：1 类、2 款、3 项",
      "level of the code: 1 类, 2 款, 3 项",
    ),
    ...AMOUNT,
    ...PLACE,
  ],
};

/** 经济分类科目: lines of the economic classification. */
export const economicLines: Dataset = {
  name: "economic_lines",
  title: ["经济分类科目", "economic lines"],
  row: ["每个文件、科目一行", "one amount of one line in one document"],
  per: "document",
  key: ["record"],
  order: "slot",
  from: [`${FROM} WHERE record.concept = 'economic' OR record.concept GLOB 'economic.*'`],
  columns: [
    ...RECORD,
    ...OWNER,
    ...LINE,
    column(
      "code_level",
      "integer",
      "CASE length(record.code) WHEN 3 THEN 1 WHEN 5 THEN 2 END",
      "科目层级：1 类、2 款",
      "level of the code: 1 类, 2 款",
    ),
    ...AMOUNT,
    ...PLACE,
  ],
};

/** 项目支出: amounts of projects. */
export const projectLines: Dataset = {
  name: "project_lines",
  title: ["项目支出", "projects"],
  row: ["每个项目、口径一行", "one amount of one project in one document"],
  per: "document",
  key: ["record"],
  order: "slot",
  from: [`${FROM} WHERE record.concept = 'project' OR record.concept GLOB 'project.*'`],
  columns: [
    ...RECORD,
    ...OWNER,
    column("project", "text", "coalesce(record.scope, record.item)", "项目名称", "name of the project"),
    YEAR,
    MEASURE,
    ...AMOUNT,
    ...PLACE,
  ],
};
