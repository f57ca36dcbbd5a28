import { squeeze } from "./grid.ts";
import type { Cell } from "./layout.ts";
import { measureOf } from "./phase.ts";

type Row = readonly (Cell | undefined)[];

/**
 * Heads written without their merges: 因公出国（境）费 | (blank) | 公务接待费 | (blank) over 预算数 | 决算数 | 预算数 | 决算数. A head stands over
 * the blanks behind it up to the next head of its row or of a row above; only over columns whose lowest head is a phase, and only where
 * the phases of the lowest row repeat.
 */
export function headsOverPhases(head: readonly Row[]): Row[] {
  const lowest = head.at(-1) ?? [];
  const phases = lowest.map((cell) => {
    const text = squeeze(cell?.text ?? "");
    return text !== "" && text.length <= LONGEST_PHASE && measureOf(text) !== null ? text : null;
  });
  const repeated = new Set(phases.filter((text) => text !== null));
  if (repeated.size < 2 || phases.filter((text) => text !== null).length < 2 * repeated.size) return [...head];
  const begins = new Set<number>();
  return head.map((row, r) => {
    if (r === head.length - 1) return row;
    let over: Cell | undefined;
    return row.map((cell, c) => {
      const printed = cell !== undefined && squeeze(cell.text) !== "";
      if (printed || begins.has(c) || phases[c] === null) over = undefined;
      if (printed) {
        begins.add(c);
        over = cell.cs === 1 ? cell : undefined;
        return cell;
      }
      return over ?? cell;
    });
  });
}

/** 调整预算数（万元）: longer words above amounts are no phase alone. */
const LONGEST_PHASE = 12;
