import { EXPENDITURE } from "../../schemas/forms/expenditure.ts";
import { FUNDING_LINES } from "../../schemas/forms/performance/funding.ts";
import { REVENUE } from "../../schemas/forms/revenue.ts";
import { SANGONG } from "../../schemas/forms/sangong.ts";
import { matrix } from "../lib/grid.ts";
import type { Cell } from "../lib/layout.ts";
import type { TableSection } from "../lib/section.ts";
import { bareLabel, meaningOf } from "../lib/words.ts";
import { type Indexed, splitTerm } from "./fact-index.ts";

/**
 * Whether a form prints the line, or the column, of a term and leaves all of it blank: then nothing but what is printed makes the total. A
 * line with amounts in other columns may have been read a column aside.
 */
export function leftBlank(term: string, total: Indexed, tables: ReadonlyMap<number, TableSection>): boolean {
  const [concept, fund] = splitTerm(term);
  const { table, row, col } = total.fact.source;
  const section = table === null ? undefined : tables.get(table);
  if (!section || row === null || col === null || fund !== null) return false;
  const cells = matrix(section.grid);
  const blank = section.grid.cells.flatMap(({ r, c, rs, cs, text }): readonly boolean[] => {
    if (!/\p{L}/u.test(text) || !means(text, concept)) return [];
    const line = cells[r] ?? [];
    const end = line.findIndex((cell, at) => at >= c + cs && /\p{L}/u.test(cell?.text ?? ""));
    if (rs === 1 && c < col && (end < 0 || col < end))
      return [line.slice(c + cs, end < 0 ? undefined : end).every(isBlank) && isBlank(line[col])];
    const below = cells.slice(r + rs).map((cut) => cut[c]);
    return cs === 1 && r < row && below.every((cell) => !/\p{L}/u.test(cell?.text ?? ""))
      ? [below.every(isBlank) && isBlank(cells[row]?.[c])]
      : [];
  });
  return blank.length > 0 && blank.every((is) => is);
}

/** Whether nothing, or a dash, stands in a cell that is printed. */
export const isBlank = (cell: Cell | undefined): boolean => cell !== undefined && /^[\s\-—－–/]*$/u.test(cell.text);

function means(text: string, concept: string): boolean {
  if (concept.startsWith("funding."))
    return FUNDING_LINES.find(([, pattern]) => pattern.test(bareLabel(text)))?.[0] === concept;
  return (
    meaningOf(text, SANGONG)?.concept === concept ||
    meaningOf(text, REVENUE) === concept ||
    meaningOf(text, EXPENDITURE) === concept
  );
}
