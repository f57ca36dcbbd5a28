import { BODY, FILE } from "./common.ts";
import { column, type Dataset } from "./dataset.ts";

/** 文件: who reports on which year, in which file, and how much of it was read. */
export const documents: Dataset = {
  name: "documents",
  title: ["文件", "documents"],
  row: ["每个文件一行", "one document"],
  perDocument: true,
  order: "document",
  from: ["FROM document JOIN file ON file.id = document.file_id JOIN run ON run.document_id = document.id"],
  columns: [
    column(
      "document",
      "code",
      "substr(file.sha256, 1, 16)",
      "文件标识：SHA-256 前 16 位",
      "key of the document: first 16 digits of its SHA-256",
    ),
    column(
      "entity",
      "text",
      BODY,
      "单位；文件未写明时为文件名",
      "reporting body; the file's name where it does not say",
    ),
    column("region_code", "code", "document.region_code", "行政区划代码", "GB/T 2260 code"),
    column("region_path", "text", "document.region_path", "行政区划路径", "names from the province down"),
    column("level", "text", "document.level", "层级", "level of government"),
    column("document_year", "year", "document.fiscal_year", "报告年度", "the year reported on"),
    column(
      "types",
      "text",
      "(SELECT group_concat(type, ' ') FROM (SELECT type FROM document_type WHERE document_id = document.id ORDER BY type))",
      "文件种类，以空格分隔",
      "kinds of disclosure, separated by spaces",
    ),
    column("title", "text", "document.title", "标题", "title"),
    column("filled_on", "date", "document.filled_on", "填报日期", "date of the form"),
    column("pages", "integer", "document.pages", "页数", "number of pages"),
    column("ocr", "boolean", "document.ocr", "含光学识别的页", "whether any page was read by OCR"),
    column("file", "text", FILE, "文件路径", "path of the file"),
    column("media_type", "text", "file.media_type", "文件格式", "format of the file"),
    column(
      "current",
      "boolean",
      "EXISTS (SELECT 1 FROM current_document WHERE current_document.id = document.id)",
      "是否有效文本；重新公布后被取代的为 0，其余各表不含",
      "0 where a text published again replaces it: its rows are in no other table",
    ),
    column("sha256", "code", "file.sha256", "文件内容的 SHA-256", "SHA-256 of the file's bytes"),
    column("tables", "integer", "run.tables", "表数", "tables in it"),
    column("records", "integer", "run.records", "记录数", "records read"),
    column("unread_cells", "integer", "run.unread_cells", "没有读成记录的数", "numbers that became no record"),
    column(
      "status",
      "text",
      "iif(run.incomplete, 'incomplete', run.status)",
      "ok 全部读完，partial 有问题，incomplete 中途受阻，下次运行重读",
      "ok; partial where something was in the way; incomplete where it may pass: the next run reads the file again",
    ),
  ],
};
