import { LEVEL1, LEVEL2, WEIGHT_NOTE } from "../form-words.ts";
import type { PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";
import { type ColumnKind, cutRow, isUnit, type RowContext, wordsOf } from "./row-cells.ts";
import { textWidth } from "./text-width.ts";

/** One row of an indicator grid put together again from lines of text. */
export interface IndicatorRow {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  /** Target, actual, weight, score …: the columns between the third level and the reason. */
  readonly values: readonly string[];
  reason: string;
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
      // 标（12.5⏎分）
      if (/^[（(]\d*(?:\.\d*)?分?$/.test(rest)) continue;
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
    if (before !== undefined && isUnit(word) && /\d$/.test(before)) out[out.length - 1] = before + word;
    else if (before !== undefined && /^[≥≤＞＜=><]$/u.test(before)) out[out.length - 1] = before + word;
    else out.push(word);
  }
  return out;
}

/**
 * Reads the indicator rows of a block. `kinds` are the columns between the third level and the weight; weight and score are
 * numbers, which is what tells a row's end.
 */
export function readIndicatorRows(
  block: readonly Line[],
  kinds: readonly ColumnKind[],
  hasReason = true,
): IndicatorRow[] {
  const columns = kinds.length + 2;
  const apart = kinds.some((kind) => kind !== "value");
  const rows: IndicatorRow[] = [];
  let level1 = "";
  let level2 = "";
  let open: Line[] = [];
  const widths: number[] = [];
  const leave = (): void => {
    closeRow(rows, open.map((line) => squeezed(line.text)).join(""));
    open = [];
  };
  const lines = block.flatMap(apartLevels);
  const end = lines.length;
  for (let k = 0; k < end; ) {
    const line = lines[k]!;
    const text = line.text.trim();
    if (SIDE_LETTERS.test(squeezed(text)) && open.length === 0) {
      k++;
      continue;
    }
    const one = level1At(lines, k, end);
    const two = levelAt(lines, k, end, LEVEL2);
    const opensLevel1 = one && (levelAt(lines, k + one.lines, end, LEVEL2) || !sameGroup(level1, level2, one.text));
    if (one && !(two && level1 !== "" && !/[（(]/.test(one.text) && !opensLevel1)) {
      leave();
      level1 = one.text;
      level2 = "";
      k += one.lines;
      continue;
    }
    if (two) {
      leave();
      level2 = two.text;
      k += two.lines;
      continue;
    }
    // 时效指标 按合同完成 100% 100% 15 15: the second level on the row's own line
    const [head, ...tail] = text.split(/[\s\u3000]+/);
    let body = text;
    const printed = apart ? tail : words(tail.join(" "));
    if (head !== undefined && printed.length > columns && (LEVEL2 as readonly string[]).includes(head)) {
      leave();
      level2 = head;
      body = tail.join(" ");
    }
    const row = rowEnd(body, columns, apart);
    const cells =
      row &&
      cutRow(wordsOf([...open, { text: row.before, gap: line.gap }]), {
        values: kinds,
        rest: restOf(rows, hasReason, openedSince(rows, level1, level2), open[0]?.page === true),
        widths,
        after: { before: row.before === "" ? "near" : "blank" },
      });
    if (row && cells) {
      if (cells.rest !== "") closeRow(rows, cells.rest);
      if (open.length === 0)
        for (const [c, cell] of [cells.label, ...cells.values].entries())
          widths[c] = Math.max(widths[c] ?? 0, textWidth(cell));
      rows.push({ level1, level2, level3: cells.label, values: [...cells.values, ...row.numbers], reason: row.after });
      open = [];
    } else open.push({ ...line, text: body });
    k++;
  }
  leave();
  return rows;
}

/** `效益指标 经济效益指标` beside each other on one line → a line each. */
const apartLevels = (line: Line): Line[] => {
  const found = /^(\S+)[\s\u3000]+((\S+).*)$/u.exec(line.text.trim());
  const [, one = "", rest = "", two = ""] = found ?? [];
  const first = LEVEL1.some(
    (name) => one === name || (one.startsWith(name) && WEIGHT_NOTE.test(one.slice(name.length))),
  );
  const second = two.length >= 4 && LEVEL2.some((name) => name.startsWith(two));
  return first && second
    ? [
        { ...line, text: one },
        { ...line, text: rest, gap: false, page: false },
      ]
    : [line];
};

/** Whether words before a row may still belong to the row above it: a reason goes on below its row, a label over a page. */
function restOf(rows: readonly IndicatorRow[], hasReason: boolean, opened: boolean, page: boolean): RowContext["rest"] {
  const last = rows.at(-1);
  if (!last || opened) return "none";
  if (page) return "on the next page";
  return hasReason && (lostPoints(last) || last.reason !== "") ? "expected" : "possible";
}

/** 成本指标 under 产出指标 and 满意度指标 under itself are second levels, although they are first levels elsewhere. */
const sameGroup = (level1: string, level2: string, name: string): boolean =>
  name === "成本指标"
    ? level1.startsWith("产出")
    : name === "满意度指标" && level1.startsWith("满意度") && level2 === "";

/** Whether a new group was opened after the last row. */
const openedSince = (rows: readonly IndicatorRow[], level1: string, level2: string): boolean => {
  const last = rows.at(-1);
  return last === undefined || last.level1 !== level1 || last.level2 !== level2;
};

const lostPoints = (row: IndicatorRow): boolean => {
  const [weight, score] = row.values.slice(-2);
  return weight !== score;
};

/** What stands between a row and the next group's name belongs to the row: the end of its label, or its reason. */
function closeRow(rows: IndicatorRow[], text: string): void {
  const last = rows.at(-1);
  if (!last || text === "") return;
  if (lostPoints(last) || last.reason !== "") last.reason += text;
  else rows[rows.length - 1] = { ...last, level3: last.level3 + text };
}

/** The end of a row: …, weight, score [reason]. */
function rowEnd(
  text: string,
  columns: number,
  apart: boolean,
): { before: string; numbers: [string, string]; after: string } | null {
  const all = apart ? text.split(/[\s\u3000]+/) : words(text);
  for (let i = all.length - 1; i >= 1; i--) {
    if (!NUMBER.test(all[i]!) || !NUMBER.test(all[i - 1]!)) continue;
    const after = all.slice(i + 1).join("");
    if (after !== "" && !/\p{Script=Han}/u.test(after)) continue;
    if (all.slice(0, i - 1).length > columns + 1 && columns < 3) continue;
    return { before: all.slice(0, i - 1).join(" "), numbers: [all[i - 1]!, all[i]!], after };
  }
  return null;
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
