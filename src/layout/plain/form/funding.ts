import type { Words } from "../../../../schemas/forms/form.ts";
import {
  AT_YEARS_BEGINNING,
  BY_NATURE,
  BY_USE,
  FUNDING_HEADS,
  FUNDING_LABELS,
  FUNDING_SIDE,
  type FundingHead,
  UNIT_WORD,
  WHOLE_SUM,
} from "../../../../schemas/forms/performance/funding.ts";
import { SENTENCE_MARK } from "../../../../schemas/forms/performance/objective.ts";
import { type FoundHead, lexHeads, oneWidth } from "../../../lib/head-lexer.ts";
import { append } from "../../../lib/long-lists.ts";
import { wholeMeaning } from "../../../lib/words.ts";
import type { PlainCell } from "../grid-block.ts";
import { type AmountColumn, placeAmounts } from "../place.ts";
import { joined, keepsBlanks, readOn, type Word } from "./words.ts";

const AMOUNT = /^(?:[-－]?[\d,，]*\d(?:\.\d+)?(?:[%％]|分|万元|元)?|\.\d+|[-—－–]{1,4}|\/)$/u;
/** A line's name is no longer. */
const LONGEST_NAME = 20;
/** Most columns a 资金 block has. */
const MOST_HEADS = 10;

/** The full score and the score of a line of the block. */
export interface Marks {
  readonly weight: string;
  readonly score: string;
}

interface Line {
  readonly label: string;
  readonly amounts: readonly string[];
  /** The same with the blank cells that are printed among them. */
  readonly cells: readonly string[];
  /** Words behind the amounts: why less was spent. */
  readonly said: readonly string[];
}

type Part = FundingHead | "side" | "label";
const OPENING: Words<Part> = [
  ...FUNDING_HEADS,
  ...FUNDING_LABELS.map((printed) => [printed, "label"] as const),
  [FUNDING_SIDE, "side"],
];
const LABELS: Words<"label" | "side"> = [
  ...FUNDING_LABELS.map((printed) => [printed, "label"] as const),
  [FUNDING_SIDE, "side"],
];

/** Whether words from a place on open a 资金 block: two heads of its columns, whatever stands before them. */
export function opensFunding(words: readonly Word[]): boolean {
  const found = lexHeads(readOn(words), OPENING);
  return found.filter(({ meaning }) => meaning !== "side" && meaning !== "label").length >= 2;
}

/** Whether a word may be the first of a 资金 block: a head of its columns, its side label, the name of its whole. */
export const mayOpenFunding = (text: string): boolean => lexHeads([{ text, before: "line" }], OPENING).length > 0;

/** 执行率⏎得分: lines of which each is a head by itself are cells of their own. */
function apart(head: FoundHead<Part>, pieces: readonly Word[]): FoundHead<Part>[] {
  const own = pieces.slice(head.from, head.to);
  const each = own.map(({ text, before }, i) => {
    const meaning = before === "line" || i === 0 ? wholeMeaning(oneWidth(text), OPENING) : null;
    return { text, meaning, from: head.from + i, to: head.from + i + 1 };
  });
  return own.length > 1 && each.every(({ meaning }) => meaning !== null) ? each : [head];
}

/** The 资金 block as rows of cells: its side label, the labels of its lines over two columns, the amounts under their heads. */
export function fundingCells(words: readonly Word[]): { rows: PlainCell[][]; marks: Marks[] } {
  const cut = words.findIndex(({ text }) => BY_NATURE.test(text));
  const grid = cut < 0 ? words : words.slice(0, cut);
  const first = grid.findIndex((word, i) => AMOUNT.test(word.text) && i > 0);
  const above = first < 0 ? grid : grid.slice(0, first);
  const lined = keepsBlanks(words) ? readOn(words).slice(0, above.length) : above;
  const opening = lexHeads(lined, OPENING, (i) => /^\p{Script=Han}{2,8}$/u.test(above[i]!.text)).flatMap((head) =>
    apart(head, lined),
  );
  const all = opening.filter(({ meaning }) => meaning !== "side" && meaning !== "label").slice(0, MOST_HEADS);
  // 年度预算数（万元） before 年初预算 | 调整后预算数 stands over the labels of the lines
  const overLabels = all[0]?.meaning === "initial" && all[1] !== undefined && AT_YEARS_BEGINNING.test(all[1].text);
  const heads = overLabels ? all.slice(1) : all;
  const labels = opening.filter(({ meaning }) => meaning === "label");
  const side = opening.filter(({ meaning }) => meaning === "side").map(({ text }) => text);
  const name = labels.at(-1);
  const read = first < 0 ? [] : linesOf(grid.slice(first), name?.text ?? "");
  const columns = heads.map(({ meaning }, c) =>
    columnOf(
      meaning as FundingHead | null,
      c,
      heads.map((head) => head.meaning as FundingHead | null),
    ),
  );
  const byColumns = placeAmounts(
    read.map(({ label, amounts }) => ({ amounts, marked: WHOLE_SUM.test(label) })),
    columns,
    sumsOf(read),
  );
  // with its blank cells a line has a cell for every head
  const placed = byColumns.map((line, r) => {
    const { cells } = read[r]!;
    // the blank cells of the last line stand before the words of the next part
    const cut = r === read.length - 1 && cells.includes("") ? heads.length - cells.length : 0;
    const all = [...cells, ...new Array<string>(Math.max(0, cut)).fill("")];
    return keepsBlanks(words) && all.length === heads.length ? { cells: all, unplaced: [] } : line;
  });
  const body: PlainCell[][] = [
    ...(heads.length > 0 ? [[{ text: "", cs: 2 }, ...heads.map(({ text }) => ({ text }))]] : []),
    ...read.map(({ label, amounts, said }, r): PlainCell[] => {
      if (heads.length === 0) return [{ text: label, cs: 2 }, ...amounts.map((text) => ({ text }))];
      const { cells, unplaced } = placed[r]!;
      return [{ text: label, cs: 2 }, ...[...cells, ...unplaced, ...said].map((text) => ({ text }))];
    }),
    ...(cut < 0 ? [] : packedCells(words.slice(cut))),
  ];
  const label = side.length > 0 ? side.join("") : "项目资金";
  const at = (r: number, kind: FundingHead): string =>
    placed[r]!.cells[heads.findIndex(({ meaning }) => meaning === kind)] ?? "";
  return {
    rows: body.map((cells, i) => (i === 0 ? [{ text: label, rs: body.length }, ...cells] : cells)),
    marks: placed.map((_, r) => ({ weight: at(r, "weight"), score: at(r, "score") })),
  };
}

/** Lines of the block: the words up to the amounts are a label, or several of which the last has them. */
function linesOf(words: readonly Word[], first: string): Line[] {
  interface Open extends Line {
    readonly amounts: string[];
    readonly cells: string[];
    readonly said: string[];
  }
  const opened = (label: string): Open => ({ label, amounts: [], cells: [], said: [] });
  const lines: Open[] = [opened(first)];
  let label: Word[] = [];
  for (const word of words) {
    const open = lines.at(-1)!;
    const blank = new Array<string>(word.blanks ?? 0).fill("");
    if (label.length === 0 && UNIT_WORD.test(word.text) && open.amounts.length > 0) {
      open.amounts.push(open.amounts.pop()! + word.text);
      open.cells.push(open.cells.pop()! + word.text);
    } else if (!AMOUNT.test(word.text)) {
      if (label.length === 0) append(open.cells, blank);
      label.push(word);
    } else {
      if (label.length > 0) {
        const { names, before } = namesIn(label);
        append(open.said, before);
        append(lines, names.map(opened));
        label = [];
      }
      lines.at(-1)!.amounts.push(word.text);
      append(lines.at(-1)!.cells, [...blank, word.text]);
    }
  }
  if (label.length > 0) {
    const { names, before } = namesIn(label);
    append(lines.at(-1)!.said, before);
    append(lines, names.map(opened));
  }
  return lines.filter((line) => line.label !== "" || line.amounts.length > 0);
}

/** 上年结转资金 其他资金: words that are wholly names of lines are a line each; what a line's reason says stands before the next one's name. */
function namesIn(label: readonly Word[]): { names: string[]; before: string[] } {
  const found = lexHeads(label, LABELS);
  const names = found.filter(({ meaning }) => meaning === "label");
  // 项目资金（万元） stands beside the lines, at the middle of them
  if (found.at(-1)?.to === label.length && names.length > 0)
    return { names: names.map(({ text }) => text), before: [] };
  const last = label.findIndex((_, i) => i > 0 && lexHeads(label.slice(i), LABELS).at(-1)?.to === label.length - i);
  const own = last < 0 ? [] : lexHeads(label.slice(last), LABELS).filter(({ meaning }) => meaning === "label");
  const said = label.slice(0, Math.max(0, last)).map(({ text }) => text);
  const sentence = said.some((text) => text.length > LONGEST_NAME || SENTENCE_MARK.test(text));
  return own.length > 0 && sentence
    ? { names: own.map(({ text }) => text), before: said }
    : { names: [joined(label)], before: [] };
}

function columnOf(head: FundingHead | null, c: number, all: readonly (FundingHead | null)[]): AmountColumn {
  if (head === "weight" || head === "score") return { kind: head };
  if (head !== "rate") return { kind: "money" };
  const over = all.includes("final") ? all.indexOf("final") : all.indexOf("initial");
  const of = all.indexOf("actual");
  return c >= 0 && of >= 0 && over >= 0 ? { kind: "rate", of, over } : { kind: "rate" };
}

/** The whole is what the treasury gave, what was carried in and the rest. */
function sumsOf(lines: readonly Line[]): { whole: number; parts: number[] }[] {
  const whole = lines.findIndex(({ label }) => WHOLE_SUM.test(label));
  const parts = lines.flatMap(({ amounts }, r) => (r > whole && amounts.length > 0 ? [r] : []));
  return whole < 0 || parts.length === 0 ? [] : [{ whole, parts }];
}

/** 一般公共预算：483.61, a label and its sum in one cell: by source at the left, by use at the right. */
function packedCells(words: readonly Word[]): PlainCell[][] {
  const titles = words.filter(({ text }) => BY_NATURE.test(text)).map(({ text }) => text);
  const lines = linesOf(
    words.filter(({ text }) => !BY_NATURE.test(text)),
    "",
  );
  const cells = lines.map(({ label, amounts }) => `${label.replace(/[：:]$/u, "")}：${amounts.join(" ")}`);
  const left = cells.filter((text) => !BY_USE.test(text));
  const right = cells.filter((text) => BY_USE.test(text));
  const pair = (one: string, two: string): PlainCell[] => [
    { text: one, cs: 4 },
    { text: two, cs: 4 },
  ];
  return [
    pair(titles[0] ?? "", titles[1] ?? ""),
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, i) => pair(left[i] ?? "", right[i] ?? "")),
  ];
}
