import { OBJECTIVE_BEGINS, OBJECTIVE_ENDS } from "../../../../schemas/forms/performance/objective.ts";
import { largest } from "../../../lib/long-lists.ts";
import { textWidth, type Word } from "./words.ts";

/**
 * 预期目标 and 实际完成情况 stand side by side; text gives, page by page, the left cell's lines and then the right's. Where one ends and the
 * other begins is told by the widths lines are filled to, and by the sentence that ends there.
 */
export function splitObjective(words: readonly Word[]): { expected: string; achieved: string } {
  const oneLine = words.every(({ before }, i) => i === 0 || before === "blank");
  const pages: string[][] = [];
  for (const [i, word] of words.entries()) {
    if (i === 0 || word.page) pages.push([]);
    const page = pages.at(-1)!;
    if (word.before === "blank" && page.length > 0 && !(oneLine && beginsCell(words, i)))
      page.push(page.pop()! + word.text);
    else page.push(word.text);
  }
  let expected = "";
  let achieved = "";
  // The first page shows how wide the two columns are; the pages after it are cut by the same widths.
  const longest = pages.reduce((a, b) => (b.length > a.length ? b : a), []);
  const cut = bestCut(longest, null);
  const widths: [number, number] | null =
    cut > 0 && cut < longest.length
      ? [largest(longest.slice(0, cut).map(textWidth)), largest(longest.slice(cut).map(textWidth))]
      : null;
  for (const page of pages) {
    const at = page === longest ? cut : bestCut(page, widths);
    expected += page.slice(0, at).join("");
    achieved += page.slice(at).join("");
  }
  return { expected, achieved };
}

/** A blank on their only line parts the two cells where a sentence ends before it, or where it is the line's only one. */
function beginsCell(words: readonly Word[], i: number): boolean {
  return OBJECTIVE_ENDS.test(words[i - 1]!.text) || words.length === 2;
}

/** How badly lines fit a column of the given width: what they fall short of it, except where a paragraph ends. */
function misfit(lines: readonly string[], column: number): number {
  let sum = 0;
  for (const [i, line] of lines.entries()) {
    const short = column - textWidth(line);
    if (short < 0) sum += -short * 4;
    else if (i < lines.length - 1 && !/[。：；:;]$/u.test(line)) sum += Math.max(0, short - 1.5);
  }
  return sum;
}

function bestCut(lines: readonly string[], widths: readonly [number, number] | null): number {
  let best = lines.length;
  let least = Number.POSITIVE_INFINITY;
  const margin = widths ? 0 : 1;
  for (let cut = margin; cut <= lines.length - margin; cut++) {
    const left = lines.slice(0, cut);
    const right = lines.slice(cut);
    const [a, b] = widths ?? [Math.max(0, largest(left.map(textWidth))), Math.max(0, largest(right.map(textWidth)))];
    let cost = misfit(left, a) + misfit(right, b);
    // a cell ends with a full stop; the next begins a sentence
    if (cut > 0 && cut < lines.length) cost += OBJECTIVE_ENDS.test(lines[cut - 1]!) ? -3 : 2;
    if (cut < lines.length && OBJECTIVE_BEGINS.test(lines[cut]!)) cost -= 1;
    if (cost < least) {
      least = cost;
      best = cut;
    }
  }
  return best;
}
