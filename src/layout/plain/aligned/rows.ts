import { LABEL_OF_LINE, NUMBERED_LABEL } from "../../../../schemas/forms/text.ts";
import type { Column } from "./columns.ts";

/** A printed line of a table's body: its text in each column, and whether empty lines stand before it. */
interface PrintedRow {
  readonly texts: readonly string[];
  readonly gap: boolean;
}

type Kind = Column["kind"];

/**
 * Printed lines → rows. A line that holds nothing but words, no numbered label among them, goes on with a name that broke: with the row it is
 * set close to, else with the row above; of a row whose own line has no name as many lines stand above as below.
 */
export function wholeRows(lines: readonly PrintedRow[], kinds: readonly Kind[]): string[][] {
  const isRest = lines.map(({ texts }, i) => isRestOf(texts, kinds, [lines[i - 1]?.texts, lines[i + 1]?.texts]));
  const rows: string[][] = [];
  const at: number[] = [];
  for (const [i, { texts }] of lines.entries())
    if (!isRest[i]) {
      at.push(i);
      rows.push([...texts]);
    }
  const above = rows.map(() => [] as number[]);
  const below = rows.map(() => [] as number[]);
  for (let r = 0; r <= rows.length; r++) {
    const rest = range((at[r - 1] ?? -1) + 1, at[r] ?? lines.length);
    const [before, after] = [rows[r - 1], rows[r]];
    let own = 0;
    if (before === undefined) own = 0;
    else if (after === undefined) own = rest.length;
    else if (isNameless(after, kinds)) {
      const due = isNameless(before, kinds) ? above[r - 1]!.length : 0;
      own = isNameless(before, kinds) ? due : rest.findIndex((i) => lines[i]!.gap);
      if (own < 0) own = Math.floor(rest.length / 2);
    } else if (isNameless(before, kinds)) own = Math.max(above[r - 1]!.length, closeAbove(rest, lines, at[r]!));
    else own = closeAbove(rest, lines, at[r]!);
    if (before !== undefined) below[r - 1] = rest.slice(0, own);
    if (after !== undefined) above[r] = rest.slice(own);
  }
  return rows.map((row, r) =>
    row.map((text, c) =>
      [...above[r]!.map((i) => lines[i]!.texts[c]!), text, ...below[r]!.map((i) => lines[i]!.texts[c]!)].join(""),
    ),
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** How many of the lines between two rows go on with the row above: all, unless an empty line parts them from it and none from the row below. */
function closeAbove(rest: readonly number[], lines: readonly PrintedRow[], next: number): number {
  const parted = rest.findIndex((i) => lines[i]!.gap);
  return parted >= 0 && !lines[next]!.gap ? parted : rest.length;
}

const isNameless = (row: readonly string[], kinds: readonly Kind[]): boolean =>
  row.every((text, c) => kinds[c] !== "name" || text === "");

/** Words in one column of names and nothing else, that number no line; in more, where a line beside it has codes or numbers without them. */
function isRestOf(
  texts: readonly string[],
  kinds: readonly Kind[],
  beside: readonly (readonly string[] | undefined)[],
): boolean {
  const filled = texts.flatMap((text, c) => (text === "" ? [] : [c]));
  if (filled.length === 0 || filled.some((c) => kinds[c] !== "name" || numbersLine(texts[c]!))) return false;
  return (
    filled.length === 1 ||
    beside.some((row) => row !== undefined && isNameless(row, kinds) && row.some((text) => text !== ""))
  );
}

const numbersLine = (text: string): boolean => LABEL_OF_LINE.test(text) || NUMBERED_LABEL.test(text);
