import { OWNER } from "./common.ts";
import { column, type Dataset } from "./dataset.ts";

const OF_DOCUMENT = `JOIN run ON run.id = record.run_id JOIN current_document AS document ON document.id = run.document_id
  JOIN file ON file.id = document.file_id`;
const WITHIN = `FROM (SELECT *, 0 AS across FROM finding) AS record ${OF_DOCUMENT}`;
/** Findings between documents stand behind those of the document they speak of. */
const ACROSS = `FROM (
    SELECT id, run_id, rule, severity, message, message_en, NULL AS scope, expected, difference, tolerance, equation, cause, NULL AS family, 0 AS settled, NULL AS restated, 1 AS across,
      (SELECT count(*) FROM finding WHERE finding.run_id = a.run_id) + (SELECT count(*) FROM across_finding AS b
        WHERE b.run_id = a.run_id AND (b.rule, b.message, b.id) < (a.rule, a.message, a.id)) AS seq
    FROM across_finding AS a
  ) AS record ${OF_DOCUMENT}`;
/** The document a side stands in: another one where the finding is between documents. */
const SIDE = `LEFT JOIN observation ON observation.id = side.observation_id LEFT JOIN grid ON grid.id = observation.grid_id
  JOIN run AS side_run ON side_run.id = side.run_id JOIN document AS side_document ON side_document.id = side_run.document_id
  JOIN file AS side_file ON side_file.id = side_document.file_id`;
const SEQ = column("finding", "integer", "record.seq + 1", "文件内第几处疑点", "number of the finding in its document");

/** 疑点: statements that cannot both hold. */
export const findings: Dataset = {
  name: "findings",
  title: ["疑点", "findings"],
  row: ["每处疑点一行", "one finding"],
  per: "document",
  key: ["document", "finding"],
  order: "finding",
  from: [WITHIN, ACROSS],
  columns: [
    ...OWNER,
    SEQ,
    column("rule", "text", "record.rule", "所违规则", "the rule that is broken"),
    column(
      "severity",
      "text",
      "record.severity",
      "error 不可能成立、warning 说法不一、info 提示",
      "error, warning or info",
    ),
    column("message", "text", "record.message", "说明", "what is the matter"),
    column("message_en", "text", "record.message_en", "说明的英文", "the same in English"),
    column(
      "across",
      "boolean",
      "record.across",
      "不同文件之间的疑点为 1：上年数、年初预算、重发的报告、部门与所属单位",
      "1 where documents disagree with one another: last year's numbers, budgets, texts published again, a department and its units",
    ),
    column("project", "text", "record.scope", "项目名称；空为单位整体", "the project's name; empty for the whole body"),
    column("settled", "boolean", "record.settled", "更正之后不再成立", "no more so after a correction"),
    column("expected", "decimal", "record.expected", "应有的数", "what the number should be"),
    column("difference", "decimal", "record.difference", "差额", "difference"),
    column(
      "difference_corrected",
      "decimal",
      "record.restated",
      "按更正后的数仍有的差额；空为未更正或已不成立",
      "what still differs with the corrected numbers; empty where none is corrected or nothing differs",
    ),
    column("tolerance", "decimal", "record.tolerance", "容差", "tolerance, from the printed precision"),
    column("equation", "text", "record.equation", "算式", "the sum written out"),
    column("cause", "text", "record.cause", "可能原因", "a possible cause"),
    column("finding_group", "text", "record.family", "同源疑点的组", "findings that share a number share a group"),
  ],
};

/** 疑点各方: what was printed on each side of a finding, and where. */
export const findingSides: Dataset = {
  name: "finding_sides",
  title: ["疑点各方", "sides of findings"],
  row: ["疑点的每一方一行", "one side of a finding"],
  per: "document",
  key: ["document", "finding", "side"],
  order: "finding, side",
  from: [
    `${WITHIN} JOIN finding_side AS side ON side.finding_id = record.id LEFT JOIN observation ON observation.id = side.observation_id
  LEFT JOIN grid ON grid.id = side.grid_id JOIN file AS side_file ON side_file.id = file.id`,
    `${ACROSS} JOIN across_side AS side ON side.finding_id = record.id ${SIDE}`,
  ],
  columns: [
    ...OWNER,
    SEQ,
    column("side", "integer", "side.seq + 1", "第几方", "number of the side"),
    column(
      "side_document",
      "code",
      "substr(side_file.sha256, 1, 16)",
      "这一方所在的文件；文件之间的疑点各方可以不同",
      "the document this side stands in: sides of a finding between documents may differ",
    ),
    column("label", "text", "side.label", "名称", "what it is called"),
    column("value", "decimal", "side.value", "印出的数", "the number as printed"),
    column("unit", "text", "side.unit", "单位", "its unit"),
    column(
      "corrected_value",
      "decimal",
      "(SELECT e.value FROM observation_effect AS e WHERE e.observation_id = side.observation_id AND e.status = 'corrected')",
      "人更正后的数",
      "the number after a person's correction",
    ),
    column(
      "record",
      "text",
      "substr(side_file.sha256, 1, 16) || ':' || observation.slot",
      "所指的事实",
      "the fact it speaks of",
    ),
    column("page", "integer", "side.page", "页码", "page, from 1"),
    column("table_number", "integer", "grid.number", "文件中第几张表", "number of the table in the document, from 1"),
    column("quote", "text", "side.quote", "原文", "verbatim text"),
  ],
};
