import type { ColumnRole } from "../../../../schemas/forms/performance/heads.ts";
import { OBJECTIVE_LABEL } from "../../../../schemas/forms/performance/objective.ts";
import {
  FOOT_BEGINS,
  FOOT_LINE,
  FORM_ENDS,
  GRADE,
  GRADE_LINE,
  TOTAL_LINE,
  TOTAL_WORD,
} from "../../../../schemas/forms/performance/results.ts";
import { oneWidth } from "../../../lib/head-lexer.ts";
import { smallest } from "../../../lib/long-lists.ts";
import type { PlainCell } from "../grid-block.ts";
import { beginsField, headsPart } from "./fields.ts";
import { hintsAtHead } from "./head.ts";
import type { Word } from "./words.ts";

/** A line below the indicators. `numbers` are those of the total: the full score and the score, as far as they are printed. */
export interface Foot {
  readonly label: string;
  readonly rest: readonly string[];
  readonly numbers: readonly string[] | null;
  readonly next: number;
}

const NUMBER = /^\d+(?:\.\d+)?分?$/u;

/** The first word after the indicators: the total, words about the evaluation, the next form. */
export function stopOf(words: readonly Word[], from: number): number {
  for (let i = from; i < words.length; i++) {
    const { text, before } = words[i]!;
    const next = words[i + 1]?.text ?? "";
    // the heads again, of the next form or of the next page
    if (hintsAtHead(text)) {
      let side = i;
      while (side > from && headsPart(words[side - 1]!.text)) side--;
      return side;
    }
    if (TOTAL_LINE.test(text) || (TOTAL_WORD.test(text) && NUMBER.test(next)) || FORM_ENDS.test(text)) return i;
    // 年度目标2：（40分） with indicators of its own
    if (
      before !== "blank" &&
      (OBJECTIVE_LABEL.test(oneWidth(text)) ||
        FOOT_LINE.test(text) ||
        FOOT_BEGINS.test(text) ||
        beginsField(text) ||
        GRADE_LINE.test(`${text} ${next}`))
    )
      return i;
  }
  return words.length;
}

/** A line below the indicators: the total with its numbers, the grade, 其他需要说明事项 with what is said; null where none is. */
export function footAt(words: readonly Word[], at: number): Foot | null {
  const first = words[at];
  if (!first || FORM_ENDS.test(first.text) || beginsField(first.text)) return null;
  const inCells = first.before === "cell";
  let next = at + 1;
  while (next < words.length && (words[next]!.before === "blank" || (inCells && next < at + 2))) next++;
  if (TOTAL_WORD.test(first.text) || TOTAL_LINE.test(first.text)) {
    while (inCells && next < Math.min(words.length, at + 4) && NUMBER.test(words[next]!.text)) next++;
    const rest = words.slice(at + 1, next).map(({ text }) => text);
    const inLabel = (TOTAL_LINE.exec(first.text)?.slice(1) ?? []).filter((text) => text !== undefined);
    const label = inLabel.length > 0 ? first.text.replace(/\d.*$/u, "") : first.text;
    return {
      label,
      rest,
      numbers: rest.length > 3 ? null : [...inLabel, ...rest.filter((text) => NUMBER.test(text))],
      next,
    };
  }
  const rest = words.slice(at + 1, next).map(({ text }) => text);
  const isFoot = FOOT_LINE.test(first.text) || GRADE_LINE.test(`${first.text} ${rest.join(" ")}`);
  return isFoot ? { label: first.text, rest, numbers: null, next } : null;
}

/**
 * The line as cells over the columns of the indicators, a side label before them: the full score and the score of a total under their heads.
 * One number for both stands apart from all heads, unless `sums` says of which it is the sum.
 */
export function footCells(
  { label, rest, numbers }: Foot,
  roles: readonly (ColumnRole | null)[],
  sums: { weight: string; score: string },
): PlainCell[] {
  const width = roles.length + 1;
  if (numbers === null) {
    if (rest.length > 3) return [label, ...rest].map((text) => ({ text }));
    return [{ text: label }, { text: rest.join(" "), cs: width - 1 }];
  }
  const [weight, score] = [roles.lastIndexOf("weight"), roles.lastIndexOf("score")];
  const places = [weight, score].filter((c) => c >= 0);
  const own = new Map<number, string>();
  const [first, second] = numbers;
  if (second !== undefined && places.length > 1) {
    own.set(weight, first!);
    own.set(score, second);
  } else if (first !== undefined && places.length === 1) own.set(places[0]!, first);
  else if (first !== undefined && (first === sums.weight) !== (first === sums.score))
    own.set(first === sums.weight ? weight : score, first);
  const apart = [
    ...numbers.filter((number) => ![...own.values()].includes(number)),
    ...rest.filter((text) => GRADE.test(text)),
  ];
  const from = Math.min(smallest(places), roles.length);
  const cells: PlainCell[] = [{ text: label, cs: from + 1 }];
  for (let c = from; c < roles.length; c++) cells.push({ text: own.get(c) ?? "" });
  return [...cells, ...(apart.length > 0 ? ["", ...apart].map((text) => ({ text })) : [])];
}
