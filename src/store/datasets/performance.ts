import { EXTRACTOR, fromRecords, OWNER, PLACE, PROJECT, RECORD } from "./common.ts";
import { column, type Dataset } from "./dataset.ts";

const SEQ = column("seq", "integer", "record.seq", "文件内的次序", "order in the document");

/** 绩效指标: targets parsed, and whether they were met. */
export const indicators: Dataset = {
  name: "indicators",
  title: ["绩效指标", "performance indicators"],
  row: ["每个指标一行", "one indicator"],
  per: "document",
  key: ["record"],
  order: "seq",
  from: [`${fromRecords("indicator")} LEFT JOIN indicator_outcome AS outcome ON outcome.indicator_id = record.id`],
  columns: [
    ...RECORD,
    ...OWNER,
    SEQ,
    PROJECT,
    column("level1", "text", "record.level1", "一级指标", "first level"),
    column("level2", "text", "record.level2", "二级指标", "second level"),
    column("level3", "text", "record.level3", "三级指标", "third level: the indicator itself"),
    column("target", "text", "record.target", "指标值，照印刷", "target as printed"),
    column(
      "target_op",
      "text",
      "record.target_op",
      "比较符；qualitative 为定性",
      "operator; qualitative where it is no number",
    ),
    column("target_value", "decimal", "record.target_value", "指标值的数", "number of the target"),
    column("target_unit", "text", "record.target_unit", "指标值的单位", "unit of the target"),
    column("actual", "text", "record.actual", "实际完成值，照印刷", "what was achieved, as printed"),
    column("actual_value", "decimal", "outcome.actual_value", "实际完成值的数", "number of what was achieved"),
    column("actual_unit", "text", "outcome.actual_unit", "实际完成值的单位", "unit of what was achieved"),
    column(
      "met",
      "boolean",
      "outcome.met",
      "是否达到；两边不能相比时为空",
      "whether it was met; empty where the two cannot be compared",
    ),
    column("weight", "decimal", "record.weight", "分值", "full score"),
    column("score", "decimal", "record.score", "得分", "score"),
    column("reason", "text", "record.reason", "偏差原因及改进措施", "reason of the deviation and remedies"),
    column("uncertain", "boolean", "record.uncertain", "光学识别存疑", "OCR left it in doubt"),
    ...PLACE,
    EXTRACTOR,
  ],
};

/** 年度总体目标: expected and achieved. */
export const objectives: Dataset = {
  name: "objectives",
  title: ["年度总体目标", "objectives"],
  row: ["每张绩效表一行", "one form's objectives"],
  per: "document",
  key: ["record"],
  order: "seq",
  from: [fromRecords("objective")],
  columns: [
    ...RECORD,
    ...OWNER,
    SEQ,
    PROJECT,
    column("expected", "text", "record.expected", "预期目标", "what was to be achieved"),
    column("achieved", "text", "record.achieved", "实际完成情况", "what was achieved"),
    ...PLACE,
  ],
};

/** 评价结果: scores and grades. */
export const evaluations: Dataset = {
  name: "evaluations",
  title: ["评价结果", "evaluations"],
  row: ["每个评价结果一行", "one result of an evaluation"],
  per: "document",
  key: ["record"],
  order: "seq",
  from: [fromRecords("evaluation")],
  columns: [
    ...RECORD,
    ...OWNER,
    SEQ,
    PROJECT,
    column("score", "decimal", "record.score", "得分", "score"),
    column("full_score", "decimal", "record.full_score", "满分", "full score"),
    column("grade", "text", "record.grade", "等级", "grade"),
    column("basis", "text", "record.basis", "依据：table 表格，narrative 文字", "table, or narrative for prose"),
    ...PLACE,
  ],
};
