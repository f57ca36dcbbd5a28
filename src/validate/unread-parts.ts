import type { Place } from "../lib/reading.ts";
import { told } from "./told.ts";
import { unsure, type Verdict } from "./verdict.ts";

/**
 * A sum down a column (or along a row) of one table says nothing against the publisher where another number of that column (or row) could
 * not be read: `#REF!`, `###`, a number without a unit. Such a breach is unsure.
 */
export function withoutUnread(verdict: Verdict, unread: readonly Place[]): Verdict {
  if (verdict.outcome !== "fail" || !verdict.breach || unread.length === 0) return verdict;
  const places = verdict.breach.sides.map(({ source }) => source);
  const [first] = places;
  if (first === undefined || first.table === null || places.some(({ table }) => table !== first.table)) return verdict;
  const column = places.every(({ col }) => col === first.col);
  const row = places.every(({ row }) => row === first.row);
  const rests = unread.some(
    (place) => place.table === first.table && ((column && place.col === first.col) || (row && place.row === first.row)),
  );
  if (!rests) return verdict;
  return unsure(verdict, told("同一列或同一行有数没能读出", "a number of the same column or row could not be read"));
}
