import { type Column, column } from "./dataset.ts";

/** The file's name below the folder that was read; of copies the first. */
export const FILE =
  "(SELECT min(coalesce(relative, name)) FROM acquisition WHERE acquisition.file_id = document.file_id)";

/** Whose numbers they are: the body the document is filed under; for a document that names none, its file's name. */
export const BODY =
  "(SELECT entity.name FROM filing JOIN entity ON entity.id = filing.entity_id WHERE filing.document_id = document.id LIMIT 1)";
/** All filings of a document are of one body. */
export const BODY_ID = "(SELECT entity_id FROM filing WHERE filing.document_id = document.id LIMIT 1)";

/** The body's id as exports name it. */
export const ENTITY_ID =
  "(SELECT entity.uid FROM filing JOIN entity ON entity.id = filing.entity_id WHERE filing.document_id = document.id LIMIT 1)";
/** How far a document reaches: 部门, 本级, 单位, a territory. */
export const DOCUMENT_SCOPE =
  "(SELECT scope FROM filing WHERE filing.document_id = document.id ORDER BY scope = 'unstated', kind LIMIT 1)";
/** Kinds of disclosure a document holds, separated by spaces. */
export const DOCUMENT_KINDS =
  "(SELECT group_concat(type, ' ') FROM (SELECT type FROM document_type WHERE document_id = document.id ORDER BY type))";

/** A document's key: the first 16 digits of its SHA-256. */
export const DOCUMENT = "substr(file.sha256, 1, 16)";

/** Joins a table of records, called `record`, to its document: of documents published again, only the texts that count. */
export const fromRecords = (table: string): string =>
  `FROM ${table} AS record JOIN run ON run.id = record.run_id JOIN current_document AS document ON document.id = run.document_id
  JOIN file ON file.id = document.file_id LEFT JOIN grid ON grid.id = record.grid_id`;

/** How far the numbers reach. */
export const REACH = column(
  "scope",
  "text",
  DOCUMENT_SCOPE,
  "范围：department 部门（含所属单位）、office 本级、unit 单位、territory 全域（全县、全省）、unstated 未写",
  "department with its units, office, unit, territory (a whole county or province), or unstated",
);

/** Which document a row belongs to: the same in every dataset. */
export const OWNER: readonly Column[] = [
  column(
    "document",
    "code",
    DOCUMENT,
    "文件标识：SHA-256 前 16 位",
    "key of the document: first 16 digits of its SHA-256",
  ),
  column("entity_id", "code", ENTITY_ID, "单位的固定编号", "stable id of the body"),
  column("entity", "text", BODY, "单位；文件未写明时为文件名", "reporting body; the file's name where it does not say"),
  column("region_code", "code", "document.region_code", "行政区划代码", "GB/T 2260 code"),
  column("document_year", "year", "document.fiscal_year", "报告年度", "the year reported on"),
  column("document_kinds", "text", DOCUMENT_KINDS, "文件种类，以空格分隔", "kinds of disclosure, separated by spaces"),
  REACH,
];

/** A record's key: the document and the address of the statement in it. */
export const RECORD: readonly Column[] = [
  column(
    "record",
    "text",
    `${DOCUMENT} || ':' || record.slot`,
    "记录的固定标识：文件标识、冒号、文件内的地址",
    "stable key of the record: document, colon, address in it",
  ),
  column("slot", "text", "record.slot", "记录在文件内的固定地址", "stable address of the record in its document"),
];

/** Where a record stands. */
export const PLACE: readonly Column[] = [
  column("page", "integer", "record.page", "页码", "page, from 1"),
  column("table_number", "integer", "grid.number", "文件中第几张表", "number of the table in the document, from 1"),
  column("table_row", "integer", "record.row", "行，从 0 起", "row, from 0"),
  column("table_column", "integer", "record.col", "列，从 0 起", "column, from 0"),
  ...["x0", "y0", "x1", "y1"].map((edge) =>
    column(
      edge,
      "points",
      `record.${edge}`,
      "在页上的位置，点，左上角为原点",
      "place on the page in points from the top left",
    ),
  ),
  column("quote", "text", "record.quote", "原文", "verbatim text"),
];

/** How sure recognition was of the cell, or of the page where it stands in no cell. */
const CONFIDENCE = `coalesce(
    (SELECT confidence FROM cell WHERE cell.grid_id = record.grid_id AND cell.r = record.cell_r AND cell.c = record.cell_c),
    (SELECT confidence FROM page WHERE page.run_id = record.run_id AND page.number = record.page))`;

/** The project a row is about. */
export const PROJECT = column(
  "project",
  "text",
  "record.scope",
  "项目名称；空为单位整体",
  "the project's name; empty for the whole body",
);
/** What read a row. */
export const EXTRACTOR = column(
  "extractor",
  "text",
  "record.extractor",
  "读出该行的表样程序",
  "id of the extractor that read it",
);

/** An amount in 分 with how it was printed; `record` is an observation. */
export const AMOUNT: readonly Column[] = [
  column("value", "decimal", "record.value", "数值，照印刷", "the number as printed"),
  column("unit", "text", "record.unit", "印刷的单位", "the unit as printed"),
  column("amount_fen", "fen", "record.fen", "金额；非金额为空", "the amount of money; empty where it is none"),
  column(
    "amount_exact",
    "boolean",
    "record.fen_exact",
    "金额精确；0 为印刷细于分，已四舍六入五取偶",
    "0 where printed finer than 1 分 and rounded half to even",
  ),
  column(
    "precision_fen",
    "fen",
    "record.quantum_fen",
    "印刷精度：0.01 万元为 100 元",
    "printed precision: 100 元 where printed to 0.01 万元",
  ),
  column("basis", "text", "record.basis", "依据：table 表格，narrative 文字", "table, or narrative for prose"),
  column(
    "status",
    "text",
    "record.status",
    "machine 机读，corrected 已更正，confirmed 已确认，added 人工补录，disputed 更正与新读数冲突",
    "machine, corrected, confirmed, added by a person, or disputed where a correction and a new reading disagree",
  ),
  column("approximate", "boolean", "record.approximate", "约数", "printed as approximate"),
  column(
    "estimated",
    "boolean",
    "record.estimated",
    "预算里印的上年预算执行数，还不是决算",
    "printed in a budget as carried out before the accounts were made",
  ),
  column("uncertain", "boolean", "record.uncertain", "光学识别存疑", "OCR left it in doubt"),
  column(
    "confidence",
    "points",
    CONFIDENCE,
    "光学识别的把握，0–100；没有识别的为空",
    "how sure recognition was, 0–100; empty where nothing was recognised",
  ),
  column(
    "findings",
    "integer",
    `(SELECT count(DISTINCT finding_id) FROM finding_side JOIN finding ON finding.id = finding_id
        WHERE observation_id = record.id AND severity <> 'info' AND settled = 0)
      + (SELECT count(DISTINCT finding_id) FROM across_side JOIN across_finding ON across_finding.id = finding_id
        WHERE observation_id = record.id AND severity <> 'info')`,
    "牵涉它的疑点数",
    "how many findings speak of it",
  ),
];
