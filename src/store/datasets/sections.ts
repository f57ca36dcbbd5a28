import {
  INCOME_AND_EXPENDITURE,
  OPERATING_COSTS,
  PROCUREMENT,
  SANGONG,
  STAFFING,
  STATE_ASSETS,
} from "../../../schemas/views/fields.ts";
import { type ClosedConcept, CONCEPTS } from "../../../schemas/vocabulary.ts";
import { writtenName } from "../../lib/written-name.ts";
import { choice } from "../choice.ts";
import { BODY_ID, DOCUMENT_SCOPE, FILE } from "./common.ts";
import { type Column, column, type Dataset, type Words } from "./dataset.ts";

/** Concepts that count things, persons or percentages: everything else is money. */
const NO_MONEY =
  /^(?:assets\.|staff\.|sangong\.(?:overseas_groups|overseas_persons|vehicles_|reception_(?:batches|persons)))/u;

const english = (field: string): string => writtenName(field).replaceAll("_", " ");

/** Rates by the amount they belong to. */
const RATE_OF: Readonly<Record<string, string>> = {
  execution_rate: "actual",
  change_rate: "change",
  saving_rate: "saving",
  budget_variance_rate: "budget_variance",
};
const RATES = Object.keys(RATE_OF)
  .map((rate) => `'${rate}'`)
  .join(", ");

/** A document of budgets alone: what it counts is planned. */
const BUDGET = `EXISTS (SELECT 1 FROM document_type WHERE document_id = document.id AND type = 'budget')
      AND NOT EXISTS (SELECT 1 FROM document_type WHERE document_id = document.id AND type = 'final_accounts')`;

/** Documents that count with what a section says of each: worked out once a document, not once a number. */
const OWNED = `SELECT document.id, document.file_id, document.fiscal_year, run.id AS run_id, ${BODY_ID} AS body,
      ${DOCUMENT_SCOPE} AS scope, ${FILE} AS file, row_number() OVER (ORDER BY ${FILE}, file.sha256) AS place, ${BUDGET} AS plans
    FROM current_document AS document JOIN run ON run.document_id = document.id JOIN file ON file.id = document.file_id`;

/** The row a number stands in: that of the money it belongs to. What a budget says of the year before is no 决算. */
const ROW = `CASE WHEN o.measure = 'actual' AND o.estimated = 1 THEN 'estimated'
      WHEN o.measure = 'count' THEN CASE WHEN document.plans THEN 'initial_budget' ELSE 'actual' END
      WHEN o.measure = 'share' THEN 'actual'
      ${Object.entries(RATE_OF)
        .map(([rate, of]) => `WHEN o.measure = '${rate}' THEN '${of}'`)
        .join(" ")} ELSE o.measure END`;

/** Whether findings speak of a statement, or a person's correction and the reading disagree about it. */
const DOUBTED = `o.status = 'disputed'
      OR EXISTS (SELECT 1 FROM finding_side AS s JOIN finding AS f ON f.id = s.finding_id
        WHERE s.observation_id = o.id AND f.severity <> 'info' AND f.settled = 0)
      OR EXISTS (SELECT 1 FROM across_side AS s JOIN across_finding AS f ON f.id = s.finding_id
        WHERE s.observation_id = o.id AND f.severity <> 'info')`;

/** A field as its columns: money with its rate and share, anything else by itself. */
function columnsOf(field: string, concept: ClosedConcept, shares: boolean): Column[] {
  const name = writtenName(field);
  const [zh, en] = [CONCEPTS[concept], `${english(field)} (${concept})`];
  const of = (measures: string, value: string): string =>
    `max(CASE WHEN concept = '${concept}' AND ${measures} THEN ${value} END)`;
  if (NO_MONEY.test(concept)) return [column(name, "decimal", of("TRUE", "value"), zh, en)];
  return [
    column(`${name}_fen`, "fen", of(`measure NOT IN (${RATES}, 'share')`, "fen"), zh, en),
    column(`${name}_rate`, "decimal", of(`measure IN (${RATES})`, "value"), `${zh}：比率（%）`, `${en}: rate, %`),
    ...(shares
      ? [column(`${name}_share`, "decimal", of("measure = 'share'", "value"), `${zh}：占比（%）`, `${en}: share, %`)]
      : []),
  ];
}

/** A section as a table: a row for each body, scope, year and measure, columns for each concept, the statement that counts in each. */
function section(
  name: string,
  title: Words,
  concepts: Readonly<Record<string, ClosedConcept>>,
  shares = false,
): Dataset {
  const list = Object.values(concepts)
    .map((concept) => `'${concept}'`)
    .join(", ");
  const values = Object.entries(concepts).flatMap(([field, concept]) => columnsOf(field, concept, shares));
  const fieldOf = Object.entries(concepts)
    .map(([field, concept]) => `WHEN '${concept}' THEN '${writtenName(field)}'`)
    .join(" ");
  return {
    name,
    title,
    row: ["每个单位、范围、年度、口径一行", "one body, scope, year and measure"],
    per: "entity",
    key: ["entity_id", "scope", "fiscal_year", "measure"],
    order: "entity, region_code, entity_id, scope, fiscal_year, measure",
    from: [
      `FROM (
    WITH document AS MATERIALIZED (${OWNED})
    SELECT document.body, document.scope, document.fiscal_year AS document_year, document.file,
      ${ROW} AS row_measure, o.concept, o.measure, o.fiscal_year, o.fen, o.fen_exact, o.value, o.basis, o.approximate, o.status,
      ${DOUBTED} AS doubted,
      max(CASE WHEN o.fund IS NULL AND o.approximate = 0 THEN o.fen END) OVER said
        - min(CASE WHEN o.fund IS NULL AND o.approximate = 0 THEN o.fen END) OVER said > max(coalesce(o.quantum_fen, 0)) OVER said AS disagreeing,
      row_number() OVER (said ORDER BY ${choice("document.place")}) AS choice
    FROM effective_observation AS o JOIN document ON document.run_id = o.run_id
    WHERE o.concept IN (${list}) AND o.scope IS NULL AND o.fiscal_year IS NOT NULL
    WINDOW said AS (PARTITION BY document.body, document.scope, o.concept, o.measure, o.estimated, o.fiscal_year)
  ) AS said JOIN entity AS owner ON owner.id = said.body WHERE choice = 1 GROUP BY body, said.scope, fiscal_year, row_measure
  HAVING coalesce(${values.map(({ sql }) => sql).join(", ")}, NULL) IS NOT NULL`,
    ],
    columns: [
      column("entity_id", "code", "owner.uid", "单位的固定编号", "stable id of the body"),
      column(
        "entity",
        "text",
        "owner.name",
        "单位；文件未写明时为文件名",
        "reporting body; the file's name where it does not say",
      ),
      column("region_code", "code", "owner.region_code", "行政区划代码", "GB/T 2260 code"),
      column(
        "scope",
        "text",
        "said.scope",
        "范围：department 部门（含所属单位）、office 本级、unit 单位、territory 全域、unstated 未写",
        "department with its units, office, unit, territory or unstated",
      ),
      column("fiscal_year", "year", "fiscal_year", "数值所属年度", "the year the values belong to"),
      column(
        "measure",
        "text",
        "row_measure",
        "口径；estimated 为预算里印的上年预算执行数",
        "phase or relation; estimated is what a budget prints as carried out in the year before",
      ),
      ...values,
      column(
        "disputed",
        "text",
        `group_concat(CASE WHEN doubted OR disagreeing THEN CASE concept ${fieldOf} END END, ' ')`,
        "有疑点或说法不一的栏，以空格分隔",
        "fields that findings speak of or that are stated otherwise elsewhere, separated by spaces",
      ),
      column(
        "corrected",
        "integer",
        "sum(status IN ('corrected', 'added'))",
        "其中人更正、补录的个数",
        "how many of them a person corrected or added",
      ),
      column(
        "from_prose",
        "integer",
        "sum(basis = 'narrative')",
        "其中只见于文字的个数",
        "how many of them come from prose",
      ),
      column("approximate", "integer", "sum(approximate)", "其中约数的个数", "how many of them are approximate"),
      column(
        "rounded",
        "integer",
        "sum(fen_exact IS 0)",
        "其中印刷细于分的个数",
        "how many are printed finer than 1 分 and rounded",
      ),
      column(
        "source_year",
        "year",
        "max(document_year)",
        "出自哪一年度的报告（最晚）",
        "the latest report year they are taken from",
      ),
      column("file", "text", "min(file)", "文件（之一）", "a file they are taken from"),
    ],
  };
}

/** Sections by body, scope, year and measure. */
export const sections: readonly Dataset[] = [
  section("income_and_expenditure", ["收入支出", "income and expenditure"], INCOME_AND_EXPENDITURE),
  section("sangong", ["“三公”经费", "the three public costs"], SANGONG, true),
  section("operating_costs", ["机关运行经费", "operating costs"], OPERATING_COSTS),
  section("procurement", ["政府采购", "procurement"], PROCUREMENT, true),
  section("state_assets", ["国有资产占用", "state assets"], STATE_ASSETS),
  section("staffing", ["人员编制", "staffing"], STAFFING),
];
