import type { Line } from "../lines.ts";
import type { ColumnKind } from "./row-cells.ts";

const HEADER_WORDS =
  /^(?:一级指标|二级指标|三级指标|指标(?:性质|方向|说明)|(?:度量|计量)单位|(?:调整后?)?(?:年度|全年|年初|预期|计划|绩效)*(?:指标值|完成值|目标值|计划值|预期值)|(?:年度|全年|年初|预期|计划)(?:绩效)?(?:目标|指标)(?:[（(]?[AＡ][）)]?)?|(?:全年|年度)?(?:实际|自评)?(?:完成|实现)(?:值|情况|数|指标值?)(?:[（(]?[BＢ][）)]?)?|(?:全年|年度)?实际(?:值|情况)?|(?:指标)?(?:分值|权重)(?:[（(].{1,4}[）)])?|(?:自评|指标|评价)?得分|(?:未完成|偏差|扣分|未达标|偏离)(?:或扣分)?(?:原因|情况)(?:分析|说明)?(?:(?:及|和|与)?(?:下一步|拟采取的?)?改进措施)?|备注)/u;

/** `一级指标二级指标三级指标年度指标值…` → its header cells. */
export function splitIndicatorHeader(text: string): string[] {
  const cells: string[] = [];
  let rest = text.replace(/\s+/g, "");
  for (let word = HEADER_WORDS.exec(rest); word; word = HEADER_WORDS.exec(rest)) {
    cells.push(word[0]);
    rest = rest.slice(word[0].length);
  }
  return cells;
}

/** The head of an indicator block in text taken out of a PDF: its cells, and the first line below it. */
export interface IndicatorHeader {
  readonly cells: readonly string[];
  readonly start: number;
  readonly next: number;
}

/** A head cell is broken over at most this many lines. */
const CELL_LINES = 6;
/** The heads beside 绩效指标 may stand over 一级指标 | 二级指标 | 三级指标: so many lines of them are looked at. */
const LINES_ABOVE = 16;

const isHead = (text: string, least = 1): boolean => {
  const cells = splitIndicatorHeader(text);
  return cells.length >= least && cells.join("") === text.replace(/\s+/g, "");
};
const joined = (lines: readonly Line[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map((line) => line.text.replace(SIDE, ""))
    .join("");

/** 绩效 and 指标 at the side of the block may end on the head's own line. */
const SIDE = /^(?:绩效|指标|绩效指标|[绩效指标])[\s\u3000]+(?=一级)/u;

/** Reads the head that begins at `at` (一级指标 …), with the heads that stand over it. Null where it is none. */
export function readIndicatorHeader(lines: readonly Line[], at: number, limit: number): IndicatorHeader | null {
  let text = "";
  let next = at;
  for (let more = true; more && next < limit; ) {
    more = false;
    for (let n = 1; n <= CELL_LINES && next + n <= limit; n++) {
      const longer = text + joined(lines, next, next + n);
      if (!isHead(longer)) continue;
      text = longer;
      next += n;
      more = true;
      break;
    }
  }
  const cells = splitIndicatorHeader(text);
  const start = cells.length <= 3 ? startAbove(lines, at) : at;
  const all = [...cells, ...splitIndicatorHeader(joined(lines, start, at))];
  return all.length >= 5 && all.includes("三级指标") ? { cells: all, start, next } : null;
}

function startAbove(lines: readonly Line[], at: number): number {
  for (let n = Math.min(LINES_ABOVE, at); n > 0; n--) {
    const text = joined(lines, at - n, at);
    if (isHead(text, 3) && !/级指标/.test(text)) return at - n;
  }
  return at;
}

/** The columns between the third level and the weight. */
export const valueKinds = (cells: readonly string[]): ColumnKind[] =>
  cells
    .filter((word) => !/^[一二三]级指标$|原因|备注|偏差|偏离|未达标|分值|权重|得分/.test(word))
    .map((word) => (/性质|方向/.test(word) ? "sign" : /单位/.test(word) ? "unit" : "value"));
