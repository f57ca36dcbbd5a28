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
import { lexHeads } from "../../../lib/head-lexer.ts";
import type { PlainCell } from "../grid-block.ts";
import { type AmountColumn, placeAmounts } from "../place.ts";
import { joined, type Word } from "./words.ts";

const AMOUNT = /^(?:[-－]?[\d,，]*\d(?:\.\d+)?(?:[%％]|分|万元|元)?|\.\d+|[-—－–]{1,4}|\/)$/u;
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
  const found = lexHeads(words, OPENING);
  return found.filter(({ meaning }) => meaning !== "side" && meaning !== "label").length >= 2;
}

/** Whether a word may be the first of a 资金 block: a head of its columns, its side label, the name of its whole. */
export const mayOpenFunding = (text: string): boolean => lexHeads([{ text, before: "line" }], OPENING).length > 0;

/** The 资金 block as rows of cells: its side label, the labels of its lines over two columns, the amounts under their heads. */
export function fundingCells(words: readonly Word[]): { rows: PlainCell[][]; marks: Marks[] } {
  const cut = words.findIndex(({ text }) => BY_NATURE.test(text));
  const grid = cut < 0 ? words : words.slice(0, cut);
  const first = grid.findIndex((word, i) => AMOUNT.test(word.text) && i > 0);
  const above = first < 0 ? grid : grid.slice(0, first);
  const opening = lexHeads(above, OPENING, (i) => /^\p{Script=Han}{2,8}$/u.test(above[i]!.text));
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
  const placed = placeAmounts(
    read.map(({ label, amounts }) => ({ amounts, marked: WHOLE_SUM.test(label) })),
    columns,
    sumsOf(read),
  );
  const body: PlainCell[][] = [
    ...(heads.length > 0 ? [[{ text: "", cs: 2 }, ...heads.map(({ text }) => ({ text }))]] : []),
    ...read.map(({ label, amounts }, r): PlainCell[] => {
      if (heads.length === 0) return [{ text: label, cs: 2 }, ...amounts.map((text) => ({ text }))];
      const { cells, unplaced } = placed[r]!;
      return [{ text: label, cs: 2 }, ...[...cells, ...unplaced].map((text) => ({ text }))];
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
  const lines: { label: string; amounts: string[] }[] = [{ label: first, amounts: [] }];
  let label: Word[] = [];
  for (const word of words) {
    const open = lines.at(-1)!;
    if (label.length === 0 && UNIT_WORD.test(word.text) && open.amounts.length > 0)
      open.amounts.push(open.amounts.pop()! + word.text);
    else if (!AMOUNT.test(word.text)) label.push(word);
    else if (label.length === 0) open.amounts.push(word.text);
    else {
      const names = namesIn(label);
      for (const name of names.slice(0, -1)) lines.push({ label: name, amounts: [] });
      lines.push({ label: names.at(-1)!, amounts: [word.text] });
      label = [];
    }
  }
  if (label.length > 0) for (const name of namesIn(label)) lines.push({ label: name, amounts: [] });
  return lines.filter((line) => line.label !== "" || line.amounts.length > 0);
}

/** 上年结转资金 其他资金: words that are wholly names of lines are a line each. */
function namesIn(label: readonly Word[]): string[] {
  const found = lexHeads(label, LABELS);
  const names = found.filter(({ meaning }) => meaning === "label");
  // 项目资金（万元） stands beside the lines, at the middle of them
  return found.at(-1)?.to === label.length && names.length > 0 ? names.map(({ text }) => text) : [joined(label)];
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
