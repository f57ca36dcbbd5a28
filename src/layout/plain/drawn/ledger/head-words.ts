import type { HeadKind } from "../../../../../schemas/forms/form.ts";
import { HEADS, UNIT_OF_HEAD } from "../../../../../schemas/forms/heads.ts";

/** A head of a table of accounts in text. */
export interface HeadWord {
  readonly text: string;
  readonly kind: HeadKind;
  /** No form prints it: it heads a column all the same, which is left unread. */
  readonly unknown?: true;
}

const PATTERNS = HEADS.map(({ is, printed }) => [is, new RegExp(`^(?:${printed})${UNIT_OF_HEAD}`, "u")] as const);
/** A word that may be a head no form prints: Han, no sentence, no number. */
const UNKNOWN = /^[\p{Script=Han}（）()“”、：:]{2,14}$/u;

/** A head, its first and its last place in the text are within the width of a line: no head is longer. */
const LONGEST = 40;
/** What a reading costs: a head, a blank or a line's end inside it, a head that ends where nothing ends. */
const COST = { unknown: 60, head: 3, blank: 6, lineEnd: 2, sumOnNextLine: 4, unbroken: 4 } as const;

/**
 * Lines of a header → its heads: the reading that crosses the fewest blanks and line ends. `lines` are taken from the first on, as far as
 * they are heads; `taken` says how many were. `unknown`: words between blanks that no form prints may be heads too, where nothing else is.
 */
export function headWords(lines: readonly string[], unknown = false): { words: HeadWord[]; taken: number } {
  const { text, breaks } = joined(lines);
  const least = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Array<HeadWord | undefined>(text.length + 1);
  least[0] = 0;
  for (let at = 0; at < text.length; at++) {
    if (least[at] === Number.POSITIVE_INFINITY) continue;
    const rest = text.slice(at, at + LONGEST);
    if (unknown && (at === 0 || breaks.has(at))) {
      let end = at + 1;
      while (end < text.length && !breaks.has(end)) end++;
      const word = text.slice(at, end);
      if (UNKNOWN.test(word) && least[at]! + COST.unknown < least[end]!) {
        least[end] = least[at]! + COST.unknown;
        last[end] = { text: word, kind: "amount", unknown: true };
      }
    }
    for (const [kind, pattern] of PATTERNS) {
      const found = pattern.exec(rest)?.[0] ?? "";
      const end = at + found.length;
      if (found === "") continue;
      let cost = least[at]! + COST.head + (breaks.has(end) ? 0 : COST.unbroken);
      for (let i = at + 1; i < end; i++) {
        const here = breaks.get(i);
        if (here === "blank") cost += COST.blank;
        // 收入 and below it 合计 are two heads
        if (here === "line") cost += /^(?:合计|总计|小计)/u.test(text.slice(i)) ? COST.sumOnNextLine : COST.lineEnd;
      }
      if (cost < least[end]!) {
        least[end] = cost;
        last[end] = { text: found, kind };
      }
    }
  }
  let taken = 0;
  let end = 0;
  for (let k = 0, at = 0; k < lines.length; k++) {
    at += lines[k]!.replace(/[\s\u3000]+/gu, "").length;
    if (least[at] !== Number.POSITIVE_INFINITY) [taken, end] = [k + 1, at];
  }
  const words: HeadWord[] = [];
  while (end > 0) {
    const word = last[end]!;
    words.unshift(word);
    end -= word.text.length;
  }
  return { words, taken };
}

/** The lines without white space, and where blanks and line ends stood. */
function joined(lines: readonly string[]): { text: string; breaks: Map<number, "blank" | "line"> } {
  const breaks = new Map<number, "blank" | "line">();
  let text = "";
  for (const line of lines) {
    for (const word of line.split(/[\s\u3000]+/u)) {
      if (word === "") continue;
      text += word;
      breaks.set(text.length, "blank");
    }
    breaks.set(text.length, "line");
  }
  return { text, breaks };
}
