import { DOCUMENT } from "./common.ts";
import { column, type Dataset } from "./dataset.ts";

const ENTITY_ID = column("entity_id", "code", "entity.uid", "单位的固定编号", "stable id of the body");
const REPORT = column("report", "code", "report.uid", "报告的固定编号", "stable id of the report");

/** 单位: the bodies documents are filed under. */
export const entities: Dataset = {
  name: "entities",
  title: ["单位", "bodies"],
  row: ["每个单位一行", "one body"],
  per: "entity",
  key: ["entity_id"],
  order: "entity_id",
  from: ["FROM entity"],
  columns: [
    ENTITY_ID,
    column(
      "entity",
      "text",
      "entity.name",
      "单位；文件未写明时为文件名",
      "the body; the file's name where it does not say",
    ),
    column(
      "entity_kind",
      "text",
      "entity.kind",
      "名称所示：department 部门、office 本级、unit 单位、unstated 看不出、unnamed 文件没写单位",
      "by its name: department, office, unit, unstated, or unnamed where a file says none",
    ),
    column("region_code", "code", "entity.region_code", "行政区划代码", "GB/T 2260 code"),
    column("level", "text", "entity.level", "层级", "level of government"),
    column(
      "parent_id",
      "code",
      "(SELECT above.uid FROM entity AS above WHERE above.id = entity.parent_id)",
      "上级单位的编号",
      "id of the body it belongs to",
    ),
    column(
      "merged_into",
      "code",
      "(SELECT into_body.uid FROM entity AS into_body WHERE into_body.id = entity.merged_into)",
      "人定的并入的单位",
      "the body it was merged into by a person's decision",
    ),
    column(
      "names",
      "text",
      "(SELECT group_concat(name, char(10)) FROM (SELECT DISTINCT name FROM entity_name WHERE entity_id = entity.id ORDER BY name))",
      "见过和人定的全部名称，一行一个",
      "every name it is found by, one a line",
    ),
  ],
};

/** 报告: a body's report of a year, whichever text of it counts. */
export const reports: Dataset = {
  name: "reports",
  title: ["报告", "reports"],
  row: ["每份报告一行", "one report"],
  per: "report",
  key: ["report"],
  order: "report",
  from: ["FROM report JOIN entity ON entity.id = report.entity_id"],
  columns: [
    REPORT,
    ENTITY_ID,
    column("entity", "text", "entity.name", "单位", "the body"),
    column("document_year", "year", "report.fiscal_year", "报告年度", "the year reported on"),
    column("document_kind", "text", "report.kind", "种类", "kind of disclosure"),
    column(
      "scope",
      "text",
      "report.scope",
      "范围：department 部门、office 本级、unit 单位、territory 全域、unstated 未写",
      "department, office, unit, territory, or unstated",
    ),
    column("project", "text", "nullif(report.project, '')", "项目，一行一个", "projects it is about, one a line"),
    column("part", "integer", "report.part", "第几部分", "part: texts of one report that say other things"),
    column(
      "document",
      "code",
      `(SELECT ${DOCUMENT} FROM report_version AS v JOIN document ON document.id = v.document_id
        JOIN file ON file.id = document.file_id WHERE v.report_id = report.id AND v.effective = 1)`,
      "有效文本的文件标识",
      "key of the document that counts",
    ),
    column(
      "texts",
      "integer",
      "(SELECT count(*) FROM report_version WHERE report_id = report.id)",
      "收到几份文本",
      "how many texts of it are held",
    ),
    column(
      "versions",
      "integer",
      "(SELECT max(version) FROM report_version WHERE report_id = report.id)",
      "公布过几版（数有改动的才算）",
      "how often it was published with changed numbers",
    ),
  ],
};

/** 报告的文本: which document is which text of which report. */
export const reportTexts: Dataset = {
  name: "report_texts",
  title: ["报告的文本", "texts of reports"],
  row: ["报告的每份文本一行", "one text of a report"],
  per: "document",
  key: ["report", "document"],
  order: "report",
  from: [
    `FROM report_version AS v JOIN report ON report.id = v.report_id JOIN document ON document.id = v.document_id
  JOIN file ON file.id = document.file_id`,
  ],
  columns: [
    REPORT,
    column("document", "code", DOCUMENT, "文件标识", "key of the document"),
    column("version", "integer", "v.version", "第几版", "version, from 1"),
    column(
      "relation",
      "text",
      "v.relation",
      "original 首发、same_content 内容相同、republished 重发",
      "original, same_content, or republished with changed numbers",
    ),
    column("effective", "boolean", "v.effective", "是否有效文本", "whether it is the text that counts"),
  ],
};
