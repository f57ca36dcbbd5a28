import { INDICATOR_HEADS } from "../../../../schemas/forms/performance/heads.ts";
import { SIDE_LETTERS } from "../../../../schemas/forms/performance/levels.ts";
import {
  ACHIEVED,
  EXPECTED,
  LONG_TERM_OBJECTIVE,
  OBJECTIVE_LABEL,
  SENTENCE_MARK,
} from "../../../../schemas/forms/performance/objective.ts";
import { oneWidth } from "../../../lib/head-lexer.ts";
import { wholeMeaning } from "../../../lib/words.ts";
import type { PlainCell } from "../grid-block.ts";
import { headsPart } from "./fields.ts";
import { mayOpenFunding, opensFunding } from "./funding.ts";
import { splitObjective } from "./objective.ts";
import { joined, type Word } from "./words.ts";

/** Columns of the rows above the indicators. */
export const WIDTH = 9;
/** More heads do not stand beside each other over the texts of an objective. */
const MOST_HEADS = 4;

/** The 年度总体目标 block of a form in text: the words it is made of, and its rows. */
export interface ObjectiveBlock {
  readonly from: number;
  readonly to: number;
  readonly rows: PlainCell[][];
}

/** 预期目标 and 实际完成情况 beside each other. */
export const isObjectiveHead = (text: string, next: string): boolean =>
  EXPECTED.test(oneWidth(text)) && ACHIEVED.test(oneWidth(next)) && !SENTENCE_MARK.test(text + next);

/** 年度总体目标 at the head of a line, what is aimed at behind it: a form of targets says nothing of what was achieved. */
function isLabel(words: readonly Word[], i: number): boolean {
  const { text, before } = words[i]!;
  const label = oneWidth(text);
  const said = words[i + 1]?.text ?? "";
  // 部门职责 负责…: the label of something else, and what it says
  if (/^\p{Script=Han}{2,8}$/u.test(said) && SENTENCE_MARK.test(words[i + 2]?.text ?? "")) return false;
  return (
    i > 0 && before !== "blank" && OBJECTIVE_LABEL.test(label) && /\p{Script=Han}{4}/u.test(said) && !headsPart(said)
  );
}

const isAchieved = (text: string): boolean =>
  text.length <= 12 && ACHIEVED.test(oneWidth(text)) && !SENTENCE_MARK.test(text);

/** A head over a text of the block: the year's aim, one of a longer time, what was achieved, why not. */
function isHead(text: string): boolean {
  const label = oneWidth(text);
  if (SENTENCE_MARK.test(label) || label.length > 24) return false;
  const named = EXPECTED.test(label) || ACHIEVED.test(label) || LONG_TERM_OBJECTIVE.test(label);
  return named || wholeMeaning(label, INDICATOR_HEADS) === "reason";
}

/** The heads that stand beside each other from a word on. */
function headsFrom(words: readonly Word[], from: number): readonly Word[] {
  let to = from;
  while (to < words.length && to < from + MOST_HEADS && isHead(words[to]!.text) && (to === from || beside(words, to)))
    to++;
  return words.slice(from, to);
}

const beside = (words: readonly Word[], i: number): boolean =>
  words[i]!.before === "cell" ||
  words[i]!.line === words[i - 1]!.line ||
  isObjectiveHead(words[i - 1]!.text, words[i]!.text);

/**
 * The objective among the words above the indicators: heads with texts below them, or a label with its text behind it. Texts that cannot be
 * told apart under more than two heads are left out. Null where there is none.
 */
export function objectiveIn(words: readonly Word[]): ObjectiveBlock | null {
  for (let i = 0; i < words.length; i++) {
    const heads = headsFrom(words, i);
    const paired = heads.length > 1 && heads.some((_, k) => k > 0 && isOver(heads[k - 1]!, heads[k]!));
    // the label beside the heads reads like one of them
    const side = paired && heads.length > 2 ? sideOf(words, i, heads) : 0;
    if (paired) return underHeads(words, i + side, heads.slice(side));
    if (isLabel(words, i)) {
      const to = endOf(words, i + 1);

      const told = words.findIndex(
        (word, k) => k > i + 1 && k < to && word.before !== "blank" && isAchieved(word.text),
      );
      const row = (label: Word, from: number, end: number): PlainCell[] => [
        { text: label.text },
        { text: joined(withoutSide(words.slice(from, end))), cs: WIDTH - 1 },
      ];
      if (told < 0) return { from: i, to, rows: [row(words[i]!, i + 1, to)] };
      return { from: i, to, rows: [row(words[i]!, i + 1, told), row(words[told]!, told + 1, to)] };
    }
  }
  return null;
}

const isOver = (one: Word, two: Word): boolean =>
  isObjectiveHead(one.text, two.text) ||
  (LONG_TERM_OBJECTIVE.test(oneWidth(one.text)) && EXPECTED.test(oneWidth(two.text)));

/** Whether the first of three heads is the label beside them: as many texts follow as there are heads without it. */
function sideOf(words: readonly Word[], from: number, heads: readonly Word[]): number {
  const next = words[from + heads.length];
  const texts = words.filter((word) => word.line === next?.line).length;
  const first = oneWidth(heads[0]!.text);
  return texts === heads.length - 1 || (texts !== heads.length && OBJECTIVE_LABEL.test(first)) ? 1 : 0;
}

/** Where the block's text ends: before the head of another part, or the money. */
function endOf(words: readonly Word[], from: number): number {
  for (let i = from + 1; i < words.length; i++) {
    const { text, before } = words[i]!;
    if (before === "blank") continue;
    if (headsPart(text)) return i;
    if (mayOpenFunding(text) && opensFunding(words.slice(i, i + 12))) return i;
  }
  return words.length;
}

function withoutSide(words: readonly Word[]): readonly Word[] {
  let last = words.length;
  while (last > 0 && SIDE_LETTERS.test(words[last - 1]!.text)) last--;
  return words.slice(0, last);
}

function underHeads(words: readonly Word[], at: number, heads: readonly Word[]): ObjectiveBlock {
  const to = endOf(words, at + heads.length);
  const told = withoutSide(words.slice(at + heads.length, to));
  const texts = textsOf(told, heads);
  // texts that cannot be told apart stand under no heads
  if (texts === null) return { from: at, to, rows: [told.map(({ text }) => ({ text }))] };
  const share = Math.floor((WIDTH - 1) / heads.length);
  const row = (of: readonly string[]): PlainCell[] =>
    of.map((text, k) => ({ text, cs: k === of.length - 1 ? WIDTH - 1 - share * k : share }));
  return {
    from: at,
    to,
    rows: [[{ text: "年度总体目标", rs: 2 }, ...row(heads.map(({ text }) => text))], row(texts)],
  };
}

/** The texts under the heads; null where they cannot be told apart. */
function textsOf(words: readonly Word[], heads: readonly Word[]): string[] | null {
  const oneLine = new Set(words.map(({ line }) => line)).size === 1 || words.every(({ before }) => before === "cell");
  if (oneLine && words.length === heads.length) return words.map(({ text }) => text);
  if (heads.length > 2 || !isObjectiveHead(heads[0]!.text, heads[1]!.text)) return null;
  const { expected, achieved } = splitObjective(words);
  return [expected, achieved];
}
