import type { Line } from "../lines.ts";
import { textWidth } from "./text-width.ts";

/** Least number of lines of one column before a break between columns is looked for. */
const LEAST = 1;

/**
 * 预期目标 and 实际完成情况 stand side by side; text taken out of a PDF gives, page by page, the left cell's lines and then the right's.
 * Where one ends and the other begins is told by the widths lines are filled to, and by the sentence that ends there.
 */
export function splitObjective(lines: readonly Line[]): { expected: string; achieved: string } {
  const [only, ...others] = lines;
  const beside = others.length === 0 ? /^(.*?[。；]|\S*)[\s\u3000]+(.+)$/u.exec(only?.text.trim() ?? "") : null;
  if (beside) return { expected: beside[1]!.replace(/\s+/g, ""), achieved: beside[2]!.replace(/\s+/g, "") };
  const pages: string[][] = [];
  for (const line of lines) {
    if (pages.length === 0 || line.page) pages.push([]);
    pages.at(-1)!.push(line.text.replace(/\s+/g, ""));
  }
  let expected = "";
  let achieved = "";
  // The first page shows how wide the two columns are; the pages after it are cut by the same widths.
  const longest = pages.reduce((a, b) => (b.length > a.length ? b : a), []);
  const cut = bestCut(longest, null);
  const widths: [number, number] | null =
    cut > 0 && cut < longest.length
      ? [Math.max(...longest.slice(0, cut).map(textWidth)), Math.max(...longest.slice(cut).map(textWidth))]
      : null;
  for (const page of pages) {
    const at = page === longest ? cut : bestCut(page, widths);
    expected += page.slice(0, at).join("");
    achieved += page.slice(at).join("");
  }
  return { expected, achieved };
}

/** How badly lines fit a column of the given width: what they fall short of it, except where a paragraph ends. */
function misfit(lines: readonly string[], column: number): number {
  let sum = 0;
  for (const [i, line] of lines.entries()) {
    const short = column - textWidth(line);
    if (short < 0) sum += -short * 4;
    else if (i < lines.length - 1 && !/[。：；]$/u.test(line)) sum += Math.max(0, short - 1.5);
  }
  return sum;
}

function bestCut(lines: readonly string[], widths: readonly [number, number] | null): number {
  let best = lines.length;
  let least = Number.POSITIVE_INFINITY;
  for (let cut = widths ? 0 : LEAST; cut <= lines.length - (widths ? 0 : LEAST); cut++) {
    const left = lines.slice(0, cut);
    const right = lines.slice(cut);
    const [a, b] = widths ?? [Math.max(0, ...left.map(textWidth)), Math.max(0, ...right.map(textWidth))];
    let cost = misfit(left, a) + misfit(right, b);
    // a cell ends with a full stop; the next begins a sentence
    if (cut > 0 && cut < lines.length) cost += /[。；]$/u.test(lines[cut - 1]!) ? -3 : 2;
    if (cut < lines.length && /^(?:[（(]?[一二三四五六七八九1]|[一二]是|目标1)/u.test(lines[cut]!)) cost -= 1;
    if (cost < least) {
      least = cost;
      best = cut;
    }
  }
  return best;
}
