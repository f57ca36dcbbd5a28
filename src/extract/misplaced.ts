import { CODE } from "../../schemas/forms/numbers.ts";
import { readNumber } from "../lib/amount.ts";
import { decimalsOf, Exact } from "../lib/exact.ts";
import { matrix, squeeze } from "../lib/grid.ts";
import type { Grid } from "../lib/layout.ts";
import { RATES } from "../lib/phase.ts";
import type { FactReading, Reading, UnreadNumber } from "../lib/reading.ts";

type Item = Reading | UnreadNumber;

/** Fewer amounts show no manner in which a table prints them. */
const FEWEST = 5;
/** The share of a table's amounts that must be printed alike for it to be its manner. */
const MANNER = 0.75;

/**
 * What the extractor of a table made of running text found, without what cannot stand where it was read: text keeps neither blank cells nor
 * the places of columns, and a number that slipped under another head looks like any other. Held back, and so counted as unread, are
 * codes of the classification, numbers that run into their neighbour, rates without the mark their line prints, and numbers said twice of
 * one thing that are not the same. Tables of files that keep their cells pass as they are.
 */
export function withoutMisplaced(grid: Grid, found: readonly Item[]): readonly Item[] {
  if (grid.ofText === undefined) return found;
  const table = mannerOf(grid);
  const twice = contradicted(found);
  const shifted = new Set(
    found.flatMap((item) => (item.kind === "fact" && lostMark(item, table) ? [item.place.row] : [])),
  );
  return found.filter((item) => {
    if (item.kind === "unread" || item.kind === "indicator" || item.kind === "objective") return true;
    if (shifted.has(item.place.row)) return false;
    return item.kind !== "fact" || !(twice.has(meaningOf(item)) || isCode(item, table) || isGlued(item, table));
  });
}

/** How a table prints its numbers. */
interface Manner {
  readonly rows: ReturnType<typeof matrix>;
  readonly byColumns: boolean;
  /** Decimals of nearly all its amounts; null where they are not alike. */
  readonly decimals: number | null;
}

/** Forms that are filled in by hand, 4 beside 3.46; accounts are printed by programs. */
const TYPED = /^performance\//;

/** An amount as accounts print it: with separators or decimals, or a whole number. */
const PRINTED = /^[-－−]?\d[\d,，]*(?:\.\d+)?$/u;

function mannerOf(grid: Grid): Manner {
  const rows = matrix(grid);
  const counts = new Map<number, number>();
  let amounts = 0;
  for (const { text } of grid.cells) {
    const printed = squeeze(text);
    if (!PRINTED.test(printed) || CODE.test(printed) || /^\d{1,2}$/.test(printed)) continue;
    const decimals = decimalsOf(printed);
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    amounts++;
  }
  const [usual, often] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const alike = amounts >= FEWEST && often >= amounts * MANNER;
  return { rows, byColumns: grid.ofText === "columns", decimals: alike ? usual : null };
}

/** 205, 2050205, 30101, 06 where amounts have decimals; where nothing but codes is printed they are codes too. */
function isCode({ printed, measure, extractor, place }: FactReading, { rows, byColumns, decimals }: Manner): boolean {
  const text = squeeze(printed);
  if (measure === "count" || RATES.has(measure) || !/^\d+$/.test(text)) return false;
  if (/^0\d/.test(text)) return true;
  const exact = decimals !== null && decimals > 0 && !TYPED.test(extractor);
  if (exact && byColumns && /[1-9]/.test(text)) return true;
  if (!CODE.test(text)) return false;
  if (exact && text.length > 3) return true;
  // 205 beside or above 20502: a line of a classification and those below it
  const { row, col } = place;
  const beside = row === null ? [] : (rows[row] ?? []);
  const above = col === null ? [] : rows.map((cells) => cells[col]);
  return [...beside, ...above].some((cell) => isBelow(squeeze(cell?.text ?? ""), text));
}

/** Whether one code is a line of the classification below or above another. */
const isBelow = (a: string, b: string): boolean =>
  a !== b && CODE.test(a) && CODE.test(b) && (a.startsWith(b) || b.startsWith(a));

/** 440.9030101, 2106.661: more decimals than the table prints; the next column's first digits are behind its own. */
const isGlued = ({ printed, measure, extractor }: FactReading, { byColumns, decimals }: Manner): boolean =>
  byColumns &&
  decimals !== null &&
  !TYPED.test(extractor) &&
  !RATES.has(measure) &&
  decimals > 0 &&
  decimalsOf(squeeze(printed)) > decimals;

/** A rate without % in a line that prints another number with it: the rate is that one, and nothing of the line is under its own head. */
function lostMark({ printed, measure, place }: FactReading, { rows }: Manner): boolean {
  if (!RATES.has(measure) || /[%％]/u.test(printed) || place.row === null) return false;
  return (rows[place.row] ?? []).some((cell) => /^[-－−]?\d[\d.,]*[%％]$/u.test(squeeze(cell?.text ?? "")));
}

/** What a number counts, in the words of its line. */
const meaningOf = (fact: FactReading): string =>
  JSON.stringify([
    fact.concept,
    fact.code ?? fact.item,
    fact.measure,
    fact.changeOf ?? null,
    fact.year,
    fact.scope,
    fact.fund,
  ]);

/** What is said more than once with different numbers: nobody can tell which of them is under its own head. */
function contradicted(found: readonly Item[]): ReadonlySet<string> {
  const values = new Map<string, string>();
  const twice = new Set<string>();
  for (const item of found) {
    if (item.kind !== "fact") continue;
    const number = readNumber(item.printed);
    if (number.kind !== "number") continue;
    const [meaning, value] = [meaningOf(item), new Exact(number.value).toString()];
    if ((values.get(meaning) ?? value) !== value) twice.add(meaning);
    values.set(meaning, value);
  }
  return twice;
}
