import { LEVEL1, LEVEL2, WEIGHT_NOTE } from "../form-words.ts";
import type { PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";

/** One row of an indicator grid put together again from lines of text. */
export interface IndicatorRow {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  /** Target, actual, weight, score …: the columns between the third level and the reason. */
  readonly values: readonly string[];
  reason: string;
}

const HEADER_WORDS =
  /^(?:一级指标|二级指标|三级指标|指标性质|度量单位|计量单位|(?:年度|全年|预期)?(?:指标值|完成值|目标值|指标)|(?:全年|年度)?实际(?:完成)?(?:值|情况)?|完成(?:值|情况)|(?:指标)?(?:分值|权重)|(?:自评)?得分|(?:未完成|偏差|扣分|未达标)原因(?:分析)?(?:(?:及|和|与)?(?:下一步|拟采取的?)?改进措施)?|备注)/u;

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

/** Letters of 绩效指标 written downwards beside the block. */
const SIDE_LETTERS = /^(?:绩|效|指|标|绩效|指标|绩效指标|绩效指)$/u;

const squeezed = (text: string): string => text.replace(/\s+/g, "");

interface Level {
  readonly text: string;
  readonly lines: number;
}

/**
 * The name of a level that stands from `at` on, broken over up to four lines, its weight note with it. A name cut short by its cell
 * (可持续影响指) is a name too.
 */
function levelAt(lines: readonly Line[], at: number, end: number, names: readonly string[]): Level | null {
  let text = "";
  let best: Level | null = null;
  for (let k = at; k < Math.min(end, at + 4); k++) {
    text += squeezed(lines[k]!.text);
    if (names.includes(text)) best = { text, lines: k - at + 1 };
    else if (k > at && text.length >= 5 && names.some((name) => name.startsWith(text)))
      best = { text, lines: k - at + 1 };
    else if (!names.some((name) => name.startsWith(text))) break;
  }
  return best;
}

/** The weight note after a first level: on a line of its own, or behind the last piece of the name. */
function level1At(lines: readonly Line[], at: number, end: number): Level | null {
  let text = "";
  for (let k = at; k < Math.min(end, at + 4); k++) {
    text += squeezed(lines[k]!.text);
    const name = LEVEL1.find((n) => text.startsWith(n));
    if (name) {
      const rest = text.slice(name.length);
      if (WEIGHT_NOTE.test(rest) && rest.replace(WEIGHT_NOTE, "") === "") return { text, lines: k - at + 1 };
      const following = lines[k + 1] ? squeezed(lines[k + 1]!.text) : "";
      if (rest === "" && k + 1 < end && WEIGHT_NOTE.test(following) && following.replace(WEIGHT_NOTE, "") === "")
        return { text: text + following, lines: k - at + 2 };
      return rest === "" ? { text, lines: k - at + 1 } : null;
    }
    if (!LEVEL1.some((n) => n.startsWith(text))) return null;
  }
  return null;
}

const NUMBER = /^\d+(?:\.\d+)?$/;

/** `≥5.8 万亿 7.34 万亿 15 15` → [≥5.8万亿, 7.34万亿, 15, 15]: a unit set off by a space goes back to its number. */
function words(text: string): string[] {
  const out: string[] = [];
  for (const word of text.split(/[\s\u3000]+/).filter((w) => w !== "")) {
    const before = out.at(-1);
    const unit = /^(?:万?亿?[元人次家个天年篇部套条项吨亩户场期台辆％%万亿])+$/u.test(word) && word.length <= 3;
    if (before !== undefined && unit && /\d$/.test(before)) out[out.length - 1] = before + word;
    else if (before !== undefined && /^[≥≤＞＜=><]$/u.test(before)) out[out.length - 1] = before + word;
    else out.push(word);
  }
  return out;
}

/** A wrapped cell: its pieces follow one another with empty lines between; a new cell begins on the very next line. */
interface Piece {
  text: string;
  lines: number;
}

/**
 * Reads the indicator rows in `lines[at, end)`. `columns` is the number of value columns between the third level and the reason;
 * the last two of them (weight, score) are numbers, which is what tells a row's end.
 */
export function readIndicatorRows(lines: readonly Line[], at: number, end: number, columns: number): IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  let level1 = "";
  let level2 = "";
  let pieces: Piece[] = [];
  for (let k = at; k < end; ) {
    const line = lines[k]!;
    const text = line.text.trim();
    if (SIDE_LETTERS.test(squeezed(text)) && pieces.length === 0) {
      k++;
      continue;
    }
    const mayBeReason =
      rows.length > 0 && pieces.length > 0 && !/[。；]$/u.test(pieces.at(-1)!.text) && lostPoints(rows.at(-1)!);
    const one = level1At(lines, k, end);
    const two = levelAt(lines, k, end, LEVEL2);
    if (one && !(two && level1 !== "" && !/[（(]/.test(one.text) && sameGroup(level1, one.text))) {
      closeReason(rows, pieces);
      pieces = [];
      level1 = one.text;
      level2 = "";
      k += one.lines;
      continue;
    }
    if (two) {
      closeReason(rows, pieces);
      pieces = [];
      level2 = two.text;
      k += two.lines;
      continue;
    }
    // 时效指标 按合同完成 100% 100% 15 15: the second level on the row's own line
    const [head, ...tail] = text.split(/[\s\u3000]+/);
    let body = text;
    if (head !== undefined && words(tail.join(" ")).length > columns && (LEVEL2 as readonly string[]).includes(head)) {
      closeReason(rows, pieces);
      pieces = [];
      level2 = head;
      body = tail.join(" ");
    }
    const row = rowEnd(body, columns);
    if (row) {
      // A row that brings its own label: what stands before it is the rest of the label above, cut by a page break.
      if (row.before.length > columns - 2 && pieces.length > 0 && openedSince(rows, level1, level2) === false) {
        closeReason(rows, pieces);
        pieces = [];
      }
      const cells = [...pieces.map((p) => p.text), ...row.before];
      const built = assemble(cells, row.numbers, columns);
      if (built) {
        rows.push({ level1, level2, level3: built.level3, values: built.values, reason: row.after });
        pieces = [];
        k++;
        continue;
      }
    }
    const last = pieces.at(-1);
    if (last && line.gap && !/^[≥≤＞＜=><]/u.test(text)) {
      last.text += squeezed(body);
      last.lines++;
    } else pieces.push({ text: squeezed(body), lines: 1 });
    if (mayBeReason) closeSentence(rows, pieces);
    k++;
  }
  closeReason(rows, pieces);
  return rows;
}

/** 成本指标 under 产出指标 is a second level, although it is a first level elsewhere. */
const sameGroup = (level1: string, name: string): boolean =>
  !level1.startsWith(name) && name === "成本指标" && level1.startsWith("产出");

/** Whether a new group was opened after the last row. */
const openedSince = (rows: readonly IndicatorRow[], level1: string, level2: string): boolean => {
  const last = rows.at(-1);
  return last === undefined || last.level1 !== level1 || last.level2 !== level2;
};

const lostPoints = (row: IndicatorRow): boolean => {
  const [weight, score] = row.values.slice(-2);
  return weight !== score;
};

/** Words that end with a full stop after a row that lost points are its reason. */
function closeSentence(rows: IndicatorRow[], pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last && /[。；]$/u.test(last.text) && pieces.length <= 2) {
    rows.at(-1)!.reason += pieces.map((p) => p.text).join("");
    pieces.length = 0;
  }
}

/** What stands between a row and the next group's name belongs to the row: the end of its label, or its reason. */
function closeReason(rows: IndicatorRow[], pieces: readonly Piece[]): void {
  const last = rows.at(-1);
  if (!last || pieces.length === 0) return;
  const text = pieces.map((p) => p.text).join("");
  if (lostPoints(last)) last.reason += text;
  else rows[rows.length - 1] = { ...last, level3: last.level3 + text };
}

/** The end of a row: …, weight, score [reason]. */
function rowEnd(text: string, columns: number): { before: string[]; numbers: [string, string]; after: string } | null {
  const all = words(text);
  for (let i = Math.min(all.length - 1, all.length); i >= 1; i--) {
    if (!NUMBER.test(all[i]!) || !NUMBER.test(all[i - 1]!)) continue;
    const after = all.slice(i + 1).join("");
    if (after !== "" && !/\p{Script=Han}/u.test(after)) continue;
    if (all.slice(0, i - 1).length > columns + 1 && columns < 3) continue;
    return { before: all.slice(0, i - 1), numbers: [all[i - 1]!, all[i]!], after };
  }
  return null;
}

/** Cells before weight and score → third level and the values between: the last ones are the values, what precedes is the label. */
function assemble(
  cells: readonly string[],
  numbers: readonly [string, string],
  columns: number,
): { level3: string; values: string[] } | null {
  const needed = columns - 2;
  if (cells.length < needed + 1) {
    if (cells.length === 0) return null;
    const [level3, ...rest] = cells;
    return { level3: level3!, values: [...rest, ...new Array<string>(needed - rest.length).fill(""), ...numbers] };
  }
  const split = cells.length - needed;
  return { level3: cells.slice(0, split).join(""), values: [...cells.slice(split), ...numbers] };
}

/** Rows as grid cells: levels merged downwards, the way forms draw them. */
export function indicatorCells(rows: readonly IndicatorRow[]): PlainCell[][] {
  return rows.map((row, i) => {
    const cells: PlainCell[] = [];
    const opens = (key: "level1" | "level2"): boolean =>
      i === 0 || rows[i - 1]![key] !== row[key] || (key === "level2" && rows[i - 1]!.level1 !== row.level1);
    const height = (key: "level1" | "level2"): number => {
      let n = 1;
      while (rows[i + n] && rows[i + n]![key] === row[key] && rows[i + n]!.level1 === row.level1) n++;
      return n;
    };
    if (opens("level1")) cells.push({ text: row.level1, rs: height("level1") });
    if (opens("level2")) cells.push({ text: row.level2, rs: height("level2") });
    cells.push({ text: row.level3 }, ...row.values.map((text) => ({ text })), { text: row.reason });
    return cells;
  });
}
