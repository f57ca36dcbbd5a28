import {
  AFTER_COSTS,
  BASE_DATA_BEGINS,
  BASE_DATA_HEADS,
  BASE_DATA_RATE,
  COST_NAMES,
} from "../../../../schemas/forms/performance/costs.ts";
import { FORM_ENDS } from "../../../../schemas/forms/performance/results.ts";
import { lexHeads } from "../../../lib/head-lexer.ts";
import { gridBlock, type PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";
import { placeAmounts } from "../place.ts";
import type { TextForm } from "./assembled.ts";
import { lineSums } from "./outline.ts";
import { joined, type Word, wordsOf } from "./words.ts";

const AMOUNT = /^(?:[-－]?[\d,，]*\d(?:\.\d+)?[%％]?|[-—－–]{1,4}|\/|无)$/u;
/** The form is at most so many lines long, a label at most so many characters. */
const FORM_LINES = 200;
/** The heads of the staff stand within so many lines. */
const HEAD_LINES = 12;
const LONGEST_LABEL = 40;
const FEWEST_LINES = 2;

interface CostLine {
  readonly label: string;
  readonly amounts: string[];
}

/**
 * 绩效评价基础数据表 in text without cells: the staff under their heads, then lines of costs over three years. Null where none begins at `at`.
 */
export function readBaseData(lines: readonly Line[], at: number): TextForm | null {
  const { text, cell } = lines[at]!;
  if (cell || text.includes("\t") || !text.split(/[\s\u3000]+/u).some((word) => BASE_DATA_BEGINS.test(word)))
    return null;
  const near = lines.slice(at, at + HEAD_LINES).map((line) => line.text);
  if (!BASE_DATA_RATE.test(near.join("").replace(/[\s\u3000]+/gu, ""))) return null;
  const words = whole(wordsOf(lines, at, endOf(lines, at)));
  const start = words.findIndex((word) => BASE_DATA_BEGINS.test(word.text));
  const staff = block(words, start);
  const people = staff?.lines.length === 1 ? staff.lines[0]!.amounts : [];
  if (!staff || people.length !== staff.heads.length - 1) return null;
  const costs = block(words, staff.next);
  if (!costs || costs.lines.length < FEWEST_LINES || costs.heads.length < 3) return null;
  const columns = costs.heads.slice(1).map(() => ({ kind: "money" }) as const);
  const placed = placeAmounts(costs.lines, columns, lineSums(costs.lines.map(({ label }) => label)));
  const width = Math.max(staff.heads.length, costs.heads.length);
  const row = (texts: readonly string[]): PlainCell[] =>
    [...texts, ...new Array<string>(Math.max(0, width - texts.length)).fill("")].map((each) => ({ text: each }));
  const rows = [
    row(staff.heads),
    row(["", ...people]),
    row(costs.heads),
    ...costs.lines.map(({ label }, r) => {
      const { cells, unplaced } = placed[r]!;
      return [
        ...row([label, ...cells]),
        ...(unplaced.length > 0 ? ["", ...unplaced] : []).map((each) => ({ text: each })),
      ];
    }),
  ];
  const last = words[costs.next];
  const next = last ? (last.before === "blank" ? last.line + 1 : last.line) : words.at(-1)!.line + 1;
  const title = words.slice(0, start).map((word) => word.text);
  return {
    grid: gridBlock(rows, lines[at]!.number),
    next: Math.max(at + 1, next),
    title: title.length > 0 ? [title.join(" ")] : [],
  };
}

function endOf(lines: readonly Line[], at: number): number {
  const limit = Math.min(lines.length, at + FORM_LINES);
  for (let k = at + 1; k < limit; k++) {
    const text = lines[k]!.text.replace(/[\s\u3000]+/gu, "");
    if (lines[k]!.cell || lines[k]!.text.includes("\t") || FORM_ENDS.test(text) || AFTER_COSTS.test(text)) return k;
  }
  return limit;
}

/** 95.⏎10%: a number that a line's end broke behind its point. */
function whole(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (const word of words) {
    const last = out.at(-1);
    if (/^\d+\.$/u.test(last?.text ?? "") && /^\d+[%％]?$/u.test(word.text))
      out[out.length - 1] = { ...last!, text: last!.text + word.text };
    // 7.50.: a stop behind a number
    else out.push(/^\d+\.\d+\.$/u.test(word.text) ? { ...word, text: word.text.slice(0, -1) } : word);
  }
  return out;
}

/** Heads from a word on, and the lines below them up to the next heads or to words that are no line. */
function block(words: readonly Word[], from: number): { heads: string[]; lines: CostLine[]; next: number } | null {
  const found = lexHeads(words.slice(from, from + 40), BASE_DATA_HEADS);
  if (found.length < 3 || found[0]!.meaning !== "label") return null;
  const lines: CostLine[] = [];
  let next = from + found.at(-1)!.to;
  let label: Word[] = [];
  for (let i = next; i < words.length; i++) {
    const { text } = words[i]!;
    const open = lines.at(-1);
    if (AMOUNT.test(text) && label.length === 0 && (open === undefined || open.amounts.length < found.length - 1)) {
      if (open) open.amounts.push(text);
      else lines.push({ label: "", amounts: [text] });
    } else if (AMOUNT.test(text)) {
      if (label.length === 0) break;
      for (const name of namesIn(label)) lines.push({ label: name, amounts: [] });
      lines.at(-1)!.amounts.push(text);
      label = [];
    } else {
      label.push(words[i]!);
      if (joined(label).length > LONGEST_LABEL * 3 || lexHeads(words.slice(i, i + 12), BASE_DATA_HEADS).length > 2)
        break;
      continue;
    }
    next = i + 1;
  }
  return { heads: found.map(({ text }) => text), lines, next };
}

/** 2、运行维护专项 公用经费 其中：办公经费: names of lines without amounts, and the one that has them. */
function namesIn(label: readonly Word[]): string[] {
  const found = lexHeads(label, COST_NAMES);
  return found.at(-1)?.to === label.length ? found.map(({ text }) => text) : [joined(label)];
}
