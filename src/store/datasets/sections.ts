import {
  INCOME_AND_EXPENDITURE,
  OPERATING_COSTS,
  PROCUREMENT,
  SANGONG,
  STAFFING,
  STATE_ASSETS,
} from "../../../schemas/views/fields.ts";
import { type ClosedConcept, CONCEPTS } from "../../../schemas/vocabulary.ts";
import { CHOICE } from "../choice.ts";
import { BODY, BODY_ID, FILE } from "./common.ts";
import { type Column, column, type Dataset, type Words } from "./dataset.ts";

/** Concepts that count things, persons or percentages: everything else is money. */
const NO_MONEY =
  /^(?:assets\.|staff\.|sangong\.(?:overseas_groups|overseas_persons|vehicles_|reception_(?:batches|persons)))/u;

const snake = (field: string): string => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
const english = (field: string): string => snake(field).replaceAll("_", " ");

/** A section as a table: a row for each body, year and measure, a column for each concept, the statement that counts in each. */
function section(name: string, title: Words, concepts: Readonly<Record<string, ClosedConcept>>): Dataset {
  const list = Object.values(concepts)
    .map((concept) => `'${concept}'`)
    .join(", ");
  const amounts = Object.entries(concepts).map(([field, concept]): Column => {
    const money = !NO_MONEY.test(concept);
    const sql = `max(CASE concept WHEN '${concept}' THEN ${money ? "fen" : "value"} END)`;
    const words = `${english(field)} (${concept})`;
    return column(
      money ? `${snake(field)}_fen` : snake(field),
      money ? "fen" : "decimal",
      sql,
      CONCEPTS[concept],
      words,
    );
  });
  return {
    name,
    title,
    row: ["每个单位、年度、口径一行", "one body, year and measure"],
    per: "entity",
    key: ["entity_id", "fiscal_year", "measure"],
    order: "entity, region_code, entity_id, fiscal_year, measure",
    from: [
      `FROM (
    SELECT ${BODY_ID} AS body, ${BODY} AS entity, document.region_code, document.fiscal_year AS document_year, ${FILE} AS file,
      o.concept, o.measure, o.fiscal_year, o.fen, o.fen_exact, o.value, o.basis, o.approximate,
      row_number() OVER (PARTITION BY ${BODY_ID}, o.concept, o.measure, o.fiscal_year ORDER BY ${CHOICE}) AS choice
    FROM effective_observation AS o JOIN run ON run.id = o.run_id JOIN current_document AS document ON document.id = run.document_id
    WHERE o.concept IN (${list}) AND o.scope IS NULL AND o.fiscal_year IS NOT NULL
  ) WHERE choice = 1 GROUP BY body, fiscal_year, measure`,
    ],
    columns: [
      column(
        "entity_id",
        "code",
        "(SELECT uid FROM entity WHERE id = body)",
        "单位的固定编号",
        "stable id of the body",
      ),
      column(
        "entity",
        "text",
        "entity",
        "单位；文件未写明时为文件名",
        "reporting body; the file's name where it does not say",
      ),
      column("region_code", "code", "min(region_code)", "行政区划代码", "GB/T 2260 code"),
      column("fiscal_year", "year", "fiscal_year", "数值所属年度", "the year the values belong to"),
      column("measure", "text", "measure", "口径", "phase or relation"),
      ...amounts,
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
      column("file", "text", "min(file)", "文件路径（之一）", "a file they are taken from"),
    ],
  };
}

/** Sections by body, year and measure. */
export const sections: readonly Dataset[] = [
  section("income_and_expenditure", ["收入支出", "income and expenditure"], INCOME_AND_EXPENDITURE),
  section("sangong", ["“三公”经费", "the three public costs"], SANGONG),
  section("operating_costs", ["机关运行经费", "operating costs"], OPERATING_COSTS),
  section("procurement", ["政府采购", "procurement"], PROCUREMENT),
  section("state_assets", ["国有资产占用", "state assets"], STATE_ASSETS),
  section("staffing", ["人员编制", "staffing"], STAFFING),
];
