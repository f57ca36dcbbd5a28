import { cell, figure, label, type SampleCell } from "./model.ts";

/** Columns of the 资金 block of a self-evaluation form. */
export const FUNDING_HEAD = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];
/** Columns of its indicator grid. */
export const INDICATOR_HEAD = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];

/** A row of the 资金 block: three amounts, then 分值 | 执行率 | 得分. */
export const funding = (
  concept: string,
  scope: string | null,
  name: string,
  values: readonly string[],
  tail: readonly string[],
): SampleCell[] => [
  cell(name, 2),
  ...values.map((text, i) =>
    figure(text, `${concept} ${["initial_budget", "final_budget", "actual"][i]}${scope ? ` scope=${scope}` : ""}`),
  ),
  ...tail.map((text, i) =>
    i === 1 && /%/.test(text)
      ? figure(text, `${concept} execution_rate unit=%${scope ? ` scope=${scope}` : ""}`)
      : cell(text),
  ),
];

/** Level 1 | 2 | 3 | target | actual | weight | score | reason as printed. */
export type IndicatorLine = readonly [string, string, string, string, string, string, string, string];
/** Rows of an indicator block; an empty level is merged with the one above. */
export function indicators(lines: readonly IndicatorLine[]): SampleCell[][] {
  const height = (i: number, level: 0 | 1): number => {
    let n = 1;
    while (lines[i + n] && lines[i + n]![level] === "" && (level === 0 || lines[i + n]![0] === "")) n++;
    return n;
  };
  return lines.map((line, i) => [
    ...(line[0] ? [cell(line[0], 1, height(i, 0))] : []),
    ...(line[1] ? [cell(line[1], 1, height(i, 1))] : []),
    label(line[2]),
    ...line.slice(3).map((text) => cell(text)),
  ]);
}
/** The golden records of these rows. */
export function indicatorRecords(scope: string | null, lines: readonly IndicatorLine[]): Record<string, unknown>[] {
  let level1 = "";
  let level2 = "";
  return lines.map(([first, second, level3, target, actual, weight, score, reason]) => {
    level1 = first || level1;
    level2 = second || level2;
    return {
      kind: "indicator",
      scope,
      level1: level1.replace(/[（(].*/, ""),
      level2,
      level3,
      target,
      actual,
      weight,
      score,
      reason: reason || null,
    };
  });
}
