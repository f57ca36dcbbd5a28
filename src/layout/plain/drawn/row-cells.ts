import type { Line } from "../lines.ts";
import { textWidth } from "./text-width.ts";

/** How two words of a row are set apart: a blank on one line, the next line at half a line's height, or the next line. */
type Break = "blank" | "near" | "line";

/** A word of a row with what stands before it. */
export interface Word {
  readonly text: string;
  readonly before: Break;
}

/** A row's words told apart into cells. `rest` is what still belongs to the row before: the end of its reason. */
export interface RowCells {
  readonly rest: string;
  readonly label: string;
  readonly values: readonly string[];
}

/** A row is looked for in the last words before its numbers; what stands further off is no value. */
const MOST_WORDS = 80;

const joined = (words: readonly Word[]): string => words.map((word) => word.text).join("");

/** How much a longer label is liked, a word: of two readings that fit alike the label takes more. */
const LONGER_LABEL = 0.01;

/** 指标性质 and 度量单位 may have columns of their own beside the values. */
export type ColumnKind = "value" | "sign" | "unit";

/** What is known of the row before and of the form, to tell what its last words belong to. */
export interface RowContext {
  /** What the columns between the label and the weight hold. */
  readonly values: readonly ColumnKind[];
  /** Whether the row before may go on here, and whether it is to be expected that it does. */
  readonly rest: "none" | "possible" | "on the next page" | "expected";
  /** The weight behind the last cell. */
  readonly after: Pick<Word, "before">;
  /** The widest line seen so far in the columns of label and values. */
  readonly widths: readonly number[];
}

const SIGN = /^[≥≤＞＜=＝><]/u;
const NATURE = /^(?:[≥≤＞＜=＝><]{1,2}|定[性量]|[大小]于等于|等于|[大小]于|不[低高少多]于|正向|反向)$/u;
const NO_FIGURE = /^[^\d≥≤]+$/u;
const MEASURED = /^[≥≤＞＜=＝><]?[-－]?\d/u;

/** The words of lines: those of one line are set apart by blanks, those of the next by its place. */
export function wordsOf(lines: readonly Pick<Line, "text" | "gap">[]): Word[] {
  return lines.flatMap(({ text, gap }) =>
    text
      .split(/[\s\u3000]+/)
      .filter((word) => word !== "")
      .map((word, i): Word => ({ text: word, before: i > 0 ? "blank" : gap ? "line" : "near" })),
  );
}

/**
 * Cells of one row out of its words. The lines of one cell follow each other at full height and are all filled but the last; a line at
 * half height, or a line that had room for the next word, ends a cell. Of all ways to cut the words into label and values the one that
 * fits best is taken; null where there are too few words.
 */
export function cutRow(words: readonly Word[], context: RowContext): RowCells | null {
  if (words.length > MOST_WORDS) {
    const near = cutRow(words.slice(-MOST_WORDS), context);
    const far = joined(words.slice(0, -MOST_WORDS));
    return (
      near && (context.rest === "none" ? { ...near, label: far + near.label } : { ...near, rest: far + near.rest })
    );
  }
  const count = context.values.length + 2;
  if (words.length === 0) return null;
  const n = words.length;
  // best[c][i]: least cost of the first c cells made of the first i words; from[c][i]: where the last of them begins
  const best = Array.from({ length: count + 1 }, () => new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY));
  const from = Array.from({ length: count + 1 }, () => new Array<number>(n + 1).fill(0));
  best[0]![0] = 0;
  for (let c = 0; c < count; c++)
    for (let i = 0; i <= n; i++) {
      if (best[c]![i] === Number.POSITIVE_INFINITY) continue;
      for (let k = i; k <= n; k++) {
        const cost = best[c]![i]! + cellCost(words.slice(i, k), c, context, words[k] ?? context.after);
        if (cost >= best[c + 1]![k]!) continue;
        best[c + 1]![k] = cost;
        from[c + 1]![k] = i;
      }
    }
  if (best[count]![n] === Number.POSITIVE_INFINITY) return null;
  const cells: string[] = [];
  for (let c = count, end = n; c > 0; c--) {
    const start = from[c]![end]!;
    cells.unshift(joined(words.slice(start, end)));
    end = start;
  }
  const [rest = "", label = "", ...values] = cells;
  return { rest, label, values };
}

/** Cell 0 is the rest of the row before, 1 the label, the others values. */
function cellCost(words: readonly Word[], cell: number, context: RowContext, next: Pick<Word, "before">): number {
  const text = joined(words);
  if (cell === 0) return restCost(text, words, context);
  const kind = context.values[cell - 2] ?? "value";
  if (text === "") return cell === 1 ? 20 : kind === "unit" ? 1 : 4;
  let cost = fitCost(words, context.widths[cell - 1] ?? 0);
  // The cell beside a broken one stands at its middle, not on its last line.
  if (next.before === "blank" && words.some(({ before }, i) => i > 0 && before !== "blank")) cost += 2;
  if (cell === 1) {
    cost -= LONGER_LABEL * words.length;
    if (SIGN.test(text) || /^[\d.]+$/.test(text)) cost += 6;
    if (/[。；]/u.test(text)) cost += 2;
  } else if (kind !== "value") cost += (kind === "sign" ? NATURE : NO_FIGURE).test(text) ? -1 : 3;
  else if (MEASURED.test(text)) cost -= 0.6;
  if (/.[≥≤]/u.test(text)) cost += 3;
  if (cell === 1 && words.some((word, i) => i > 0 && word.before !== "blank" && MEASURED.test(word.text))) cost += 1;
  // 2024年 | 11月
  if (cell > 1 && /^\d{4}年$/.test(text)) cost += 1.5;
  return cost;
}

function restCost(text: string, words: readonly Word[], { rest }: RowContext): number {
  if (text === "") return rest === "expected" ? 1.5 : 0;
  if (rest === "none") return Number.POSITIVE_INFINITY;
  if (rest === "on the next page") return 0.5 + fitCost(words, 0);
  return (rest === "possible" ? 5 : 0) + (/[。；]$/u.test(text) ? 0 : 1) + fitCost(words, 0);
}

/** A line whose next word would still have fitted is the last of its cell; half a line's height is another cell. */
function fitCost(words: readonly Word[], least: number): number {
  const lines: string[] = [];
  let cost = 0;
  for (const [i, { text, before }] of words.entries()) {
    const last = words[i - 1]?.text ?? "";
    if (i === 0) lines.push(text);
    else if (before === "blank") {
      // 15 个工作日, ≥ 95: print sets digits and signs apart from what belongs to them
      cost += gapCost(last, text);
      lines[lines.length - 1] += text;
    } else {
      if (before === "near") cost += 5;
      lines.push(text);
    }
  }
  const widest = Math.max(least, ...lines.map(textWidth));
  for (const [i, line] of lines.slice(0, -1).entries()) {
    const room = widest - textWidth(line) - textWidth(firstWord(lines[i + 1]!));
    if (room >= 1 && !/[。；：)）]$/u.test(line)) cost += Math.min(4, room);
  }
  return cost;
}

/** What it costs to read two words of one line as one cell. */
function gapCost(last: string, next: string): number {
  if (/^[≥≤＞＜=＝><]$/u.test(last) || (/\d$/.test(last) && isUnit(next))) return 0.2;
  if (/[\d%％]$/.test(last) && MEASURED.test(next)) return 4;
  if (/^[≥≤＞＜=＝><]?\d+$/.test(last)) return 0.6;
  return /\d$/.test(last) || /^\d/.test(next) ? 1.2 : 2;
}

const UNITS =
  /^(?:个?(?:工作日|月|小时|百分点)|[十百千万亿]*(?:元|人次|批次|人|次|家|个|天|年|日|篇|部|套|条|项|吨|亩|户|场|期|台|辆|份|批|件|处|座|公里|千米|米|公顷|册|本|株|棵|头|只|所|间|栋|支|名|位|分钟?|小时|平方米|平方公里|立方米|人份|例|起|宗|盏|艘|组|村|片|[%％‰])|[十百千万亿]+)(?:\/.{1,3})?(?:[以之][上下内]|及以上)?$/u;
/** A unit set off by a blank goes back to its number. */
export const isUnit = (text: string): boolean => UNITS.test(text);

/** What cannot be broken at a line's end: a number with its sign, else one character (with the stop behind it). */
const firstWord = (line: string): string =>
  /^(?:[≥≤＞＜=]?[\dA-Za-z.%％]+|[（(《“]*.[，。；、：）)》”]*)/u.exec(line)?.[0] ?? "";
