import {
  FUNDING_LABELS,
  OF_THE_YEAR,
  UNIT_ALONE,
  WHOLE_PROJECT_SUM,
  YEARS_SUM,
} from "../../../../schemas/forms/performance/funding.ts";
import { lexHeads, oneWidth } from "../../../lib/head-lexer.ts";
import type { PlainCell } from "../grid-block.ts";
import type { Word } from "./words.ts";

const AMOUNT = /^[-－]?\d[\d,，]*(?:\.\d+)?(?:[%％]|万元|元)?$/u;
const LABELS = FUNDING_LABELS.map((printed) => [printed, true] as const);
/** A label is made of so many words at most. */
const MOST_WORDS = 4;
const LONGEST_LABEL = 12;

/** A label and its sum: 年度资金总额：10. */
interface Pair {
  readonly label: string;
  readonly amount: string;
  readonly line: number;
}

/**
 * Sums with a label each and no heads over them, as forms of targets print them: 年度资金总额：10, 其中：财政拨款 10. A label with more than
 * one number behind it has lost its heads and is left. Those of one line stand beside each other: the whole project's, and the year's.
 */
export function pairCells(words: readonly Word[]): PlainCell[][] {
  const pairs = pairsIn(words);
  if (pairs.length === 0) return [];
  const unit = words.find(({ text }) => text.length <= LONGEST_LABEL && UNIT_ALONE.test(text));
  const lines = [...new Set(pairs.map(({ line }) => line))];
  const rows = lines.map((line) => pairs.filter((pair) => pair.line === line));
  const beside = rows.some((row) => row.length === 2 && isWhole(row[0]!) && YEARS_SUM.test(oneWidth(row[1]!.label)));
  // one label twice on a line, and not the whole project's beside the year's: heads stood over them
  const alone = words.every(({ before }) => before === "cell");
  const groups = alone ? [pairs] : rows;
  const twice = groups.some((row) => new Set(row.map(({ label }) => label)).size < row.length);
  if (twice && !beside) return [];
  const cells = ({ label, amount }: Pair): PlainCell[] => [{ text: label }, { text: amount }];
  return [
    ...(unit ? [[{ text: unit.text }]] : []),
    ...rows.map((row): PlainCell[] => {
      const [first] = row;
      const ofYear = beside && row.length === 1 && OF_THE_YEAR.test(first!.label);
      return [...(ofYear ? [{ text: "" }, { text: "" }] : []), ...row.flatMap(cells)];
    }),
  ];
}

const isWhole = ({ label }: Pair): boolean => WHOLE_PROJECT_SUM.test(oneWidth(label));

function pairsIn(words: readonly Word[]): Pair[] {
  return words.flatMap(({ text, line }, i): Pair[] => {
    if (!AMOUNT.test(text) || i === 0) return [];
    const next = words[i + 1];
    const alone = !AMOUNT.test(words[i - 1]!.text) && (next === undefined || !AMOUNT.test(next.text));
    if (!alone) return [];
    for (let from = Math.max(0, i - MOST_WORDS); from < i; from++) {
      const label = words.slice(from, i);
      const found = lexHeads(label, LABELS);
      if (found.length === 1 && found[0]!.to === label.length) return [{ label: found[0]!.text, amount: text, line }];
    }
    return [];
  });
}
