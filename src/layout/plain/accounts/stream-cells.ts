import { OF_WHICH } from "../../../../schemas/forms/balance.ts";
import { ENDS_AS_TABLE } from "../../../../schemas/forms/captions.ts";
import { squeezed } from "../account-rows.ts";
import type { Line } from "../lines.ts";

/** A cell, blank or not, and the line it ends on. */
export interface StreamCell {
  readonly text: string;
  readonly line: number;
}

/** The cells of lines that end with a bar each; a line of bars alone is a blank cell, one without a bar goes on with the next. */
export function barredCells(lines: readonly Line[], start: number): StreamCell[] {
  const cells: StreamCell[] = [];
  let open = "";
  for (let k = start; k < lines.length; k++) {
    const { text, gap, cell } = lines[k]!;
    const [own = "", ...others] = text.split(/[|｜]/u);
    if (cell || text.includes("\t") || others.some((other) => other.trim() !== "")) break;
    if (others.length === 0) {
      if (gap || text.length > LONGEST_PART || open !== "") break;
      open = text;
      continue;
    }
    cells.push({ text: open + own.trim(), line: k });
    open = "";
  }
  return cells;
}
const LONGEST_PART = 20;

/** The cells of lines without bars, up to a sentence, a caption or the title of the next table. */
export function bareCells(lines: readonly Line[], start: number): StreamCell[] {
  const cells: StreamCell[] = [];
  for (let k = start; k < lines.length; k++) {
    const { text, cell } = lines[k]!;
    if (cell || /[|｜\t，。；：:]/u.test(text) || text.length > LONGEST_CELL || /[ \u3000]{2}/u.test(text)) break;
    // the next table begins
    if (cells.length > 0 && ENDS_AS_TABLE.test(squeezed(text))) break;
    cells.push({ text, line: k });
  }
  return cells;
}
const LONGEST_CELL = 30;

/**
 * The cells of lines with empty lines between all of them; more of these than elsewhere, or lines of blanks, are blank cells. A blank cell leaves one
 * more empty line, or a paragraph with its own: each way that fits all of them. None where there are not more than `fewest`.
 */
export function spacedCells(lines: readonly Line[], start: number, fewest: number): StreamCell[][] {
  const filled: number[] = [];
  for (let k = start; k < Math.min(lines.length, start + MOST_CELLS) && isBareCell(lines[k]!, k > start); k++)
    filled.push(k);
  const between = filled.slice(1).map((k) => lines[k]!.number - lines[k - 1]!.number - 1);
  const usual = between.reduce((least, empty) => Math.min(least, empty), Number.POSITIVE_INFINITY);
  if (filled.length <= fewest || usual === 0) return [];
  const told = (k: number, i: number): number | null => (i === 0 ? 0 : (lines[k]!.blanks ?? null));
  const more = filled.map((k, i) => (told(k, i) === null ? between[i - 1]! - usual : 0));
  const steps = more.every((extra) => extra === 0) ? [1] : [1, usual + 1];
  return steps
    .filter((step) => more.every((extra) => extra % step === 0))
    .map((step) =>
      filled.flatMap((k, i): StreamCell[] => {
        const blank = told(k, i) ?? more[i]! / step;
        return [...new Array<StreamCell>(blank).fill({ text: "", line: k - 1 }), { text: lines[k]!.text, line: k }];
      }),
    );
}

/** Longer tables are not known to be published a cell a line. */
const MOST_CELLS = 5000;

/** Whether a line may be one cell; the title of the next table is none. */
const isBareCell = ({ text, cell }: Line, inside: boolean): boolean =>
  !cell &&
  text.length <= LONGEST_CELL &&
  !/[|｜\t，。；]|[ \u3000]{2}/u.test(text.replace(/[（(][^（）()|｜\t]*[）)]/gu, "")) &&
  (!/[：:]/u.test(text) || (inside && OF_WHICH.test(text))) &&
  !(inside && ENDS_AS_TABLE.test(squeezed(text)));
