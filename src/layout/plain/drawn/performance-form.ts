import type { Grid } from "../../../lib/layout.ts";
import { splitHeader } from "../form-words.ts";
import { gridBlock, type PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";
import { fundingCells, isFieldLine, readFields } from "./form-head.ts";
import { readIndicatorHeader, valueKinds } from "./indicator-header.ts";
import { indicatorCells, readIndicatorRows } from "./indicator-rows.ts";
import { splitObjective } from "./objective-columns.ts";

/** A form is at most this many lines long; its parts follow each other in this order. */
const FORM_LINES = 600;
/** Fields, funding and the beginning of the objective fit in this many lines. */
const HEAD_LINES = 40;
/** Columns of the grid the form is rebuilt in. */
const WIDTH = 9;

const find = (lines: readonly Line[], from: number, to: number, pattern: RegExp): number => {
  for (let k = from; k < Math.min(to, lines.length); k++)
    if (pattern.test(lines[k]!.text.replace(/\s+/g, ""))) return k;
  return -1;
};

const TOTAL = /^(?:总分|合计|总计|得分合计)\D{0,4}(\d+(?:\.\d+)?)(?:\D+(\d+(?:\.\d+)?))?$/u;

/**
 * A self-evaluation form in text taken out of a PDF: fields, 资金 block, 年度总体目标, indicator rows, total. It is rebuilt in the form it is
 * drawn in. Null where none begins at `at`.
 */
export function readPerformanceForm(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  // 项目名称 财政资金 项目得分: the head of a table
  if (!isFieldLine(lines[at]!.text) || splitHeader(lines[at]!.text) !== null) return null;
  if (readFields(lines[at]!.text).every(([, value]) => value === "")) return null;
  const limit = Math.min(lines.length, at + FORM_LINES);
  const head = find(lines, at, limit, /^(?:绩效|指标|绩效指标|[绩效指标])?一级指(?:标|$)/);
  // The parts between the fields and the indicators: a form has at least one, a table of projects has none.
  if (
    head < 0 ||
    (head > at + HEAD_LINES && find(lines, at, at + HEAD_LINES, /资金总额|预期目标|年度目标|总体目标/) < 0)
  )
    return null;
  const header = readIndicatorHeader(lines, head, limit);
  if (!header) return null;
  const { cells: columns, next: first } = header;
  const kinds = valueKinds(columns);
  if (columns.filter((word) => /分值|权重|得分/.test(word)).length !== 2) return null;
  const end = find(lines, first, limit, /^(?:总分|合计|总计|得分合计)\D{0,4}\d/u);
  const stop = end >= 0 ? end : nextForm(lines, first, limit);
  const foot = find(lines, first, stop, FOOT);
  const hasReason = columns.some((word) => /原因|备注/.test(word));
  const indicators = readIndicatorRows(lines.slice(first, foot >= 0 ? foot : stop), kinds, hasReason);
  if (indicators.length === 0) return null;

  const rows: PlainCell[][] = headRows(lines, at, header.start);
  const block: PlainCell[][] = [columns.map((text) => ({ text })), ...indicatorCells(indicators)];
  rows.push(...block.map((cells, i) => (i === 0 ? [{ text: "绩效指标", rs: block.length }, ...cells] : cells)));
  if (foot >= 0) rows.push(...lines.slice(foot, stop).map(({ text }) => footCells(text, columns.length + 1)));
  if (end >= 0) rows.push(totalCells(lines[end]!.text, columns.length));
  let next = end >= 0 ? end + 1 : stop;
  for (; next < limit && GRADE_LINE.test(lines[next]!.text); next++)
    rows.push(footCells(lines[next]!.text, columns.length + 1));
  return { grid: gridBlock(rows, lines[at]!.number), next };
}

/** What stands between the indicators and the total. */
const FOOT = /^(?:其[他它])?需要?说明的?(?:事项|问题|情况)/u;
const GRADE_LINE = /^(?:自评|评价|绩效)?(?:等级|等次|结论)[\s\u3000：:]+\S/u;

/** `其他需要说明事项 无`: the label, and what is said over the other columns. */
function footCells(text: string, width: number): PlainCell[] {
  const [name = "", ...rest] = text.trim().split(/[\s\u3000]+/);
  return [{ text: name }, { text: rest.join(" "), cs: width - 1 }];
}

/** `总分 100 97.93`, or pairs of label and number: 总分 100 总得分 93.25 自评等级 优. */
function totalCells(text: string, width: number): PlainCell[] {
  const [name = "", ...rest] = text.trim().split(/[\s\u3000]+/);
  if (rest.length > 3) return [{ text: name }, ...rest.map((word) => ({ text: word }))];
  const total = TOTAL.exec(text.replace(/[\s\u3000]+/g, " "));
  return [{ text: name, cs: width - 2 }, { text: total?.[1] ?? "" }, { text: total?.[2] ?? "" }, { text: "" }];
}

const nextForm = (lines: readonly Line[], from: number, limit: number): number => {
  const next = find(lines, from, limit, /^(?:附件|填表人|说明[：:])|绩效(?:自评|评价|目标)(?:申报)?表$/u);
  return next >= 0 ? next : limit;
};

/** Fields, funding and objective: everything above the indicators. */
function headRows(lines: readonly Line[], at: number, head: number): PlainCell[][] {
  const rows: PlainCell[][] = [];
  let k = at;
  for (
    ;
    (k < head && !/资金|预算$|年度$|预算数|申请|总体|目标/.test(lines[k]!.text.replace(/\s+/g, ""))) ||
    (k < head && isFieldLine(lines[k]!.text));
    k++
  ) {
    const pairs = readFields(lines[k]!.text);
    if (pairs.length === 0) continue;
    const share = Math.floor((WIDTH - 3) / pairs.length);
    rows.push(
      pairs.flatMap(([label, value], i) => [
        { text: label, cs: i === 0 ? 3 : 1 },
        { text: value, cs: i === pairs.length - 1 ? WIDTH - 3 - share * i - (i === 0 ? 0 : 1) : share },
      ]),
    );
  }
  const expected = find(lines, k, head, /^预期目标/);
  const objectiveAt = expected >= 0 ? sideLabelStart(lines, k, expected) : head;
  if (objectiveAt > k) rows.push(...fundingCells(lines.slice(k, objectiveAt)));
  if (expected >= 0) {
    let last = head;
    while (last > expected + 1 && /^(?:绩|效|指|标|绩效|指标|绩效指标)$/.test(lines[last - 1]!.text)) last--;
    const { expected: wanted, achieved } = splitObjective(lines.slice(expected + 1, last));
    rows.push([
      { text: "年度总体目标", rs: 2 },
      { text: "预期目标", cs: 4 },
      { text: "实际完成情况", cs: 4 },
    ]);
    rows.push([
      { text: wanted, cs: 4 },
      { text: achieved, cs: 4 },
    ]);
  }
  return rows;
}

/** 年度⏎总体⏎目标 stands on lines of its own before 预期目标. */
function sideLabelStart(lines: readonly Line[], from: number, expected: number): number {
  let k = expected;
  while (
    k > from &&
    /^(?:年度|总体|目标|年度总体|总体目标|年度总体目标|年度总体目|标)$/.test(lines[k - 1]!.text.replace(/\s+/g, ""))
  )
    k--;
  return k;
}
