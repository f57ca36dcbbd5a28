import { NAMES_SANGONG } from "../../schemas/forms/sangong.ts";
import type { ConceptName } from "../../schemas/index.ts";
import { addsUp } from "../../src/lib/printed-sum.ts";

/** A line or column of a form beside its 合计: what it counts (null where that is not known), its name, its printed amount. */
export interface Beside {
  readonly concept: ConceptName | null;
  readonly name: string;
  readonly printed: string;
}

const TOTAL = "sangong.total";
/** The parts of 三公经费, each as one or as its own parts. */
const PARTS: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ["sangong.overseas", []],
  ["sangong.vehicle", ["sangong.vehicle_purchase", "sangong.vehicle_operation"]],
  ["sangong.reception", ["sangong.reception_domestic", "sangong.reception_foreign"]],
];
const DIGIT = /\d/;

/** Whether a 合计 names nothing: it is 三公经费's only where it sums nothing else. */
export const isBareTotal = (concept: string, name: string): boolean => concept === TOTAL && !NAMES_SANGONG.test(name);

/**
 * Whether a bare 合计 is the sum of 三公经费 alone. It is where nothing else stands beside it. Beside 会议费, 培训费, 机关运行经费 or what is not
 * known, arithmetic decides: it is the sum of the three; where the form prints 三公经费 by name, or the sum takes more in, it is another's.
 * `under` says that the line stands below one that names 三公经费: that decides where sums do not.
 */
export function isOwnTotal(printed: string, beside: readonly Beside[], under: boolean): boolean {
  const filled = beside.filter((other) => DIGIT.test(other.printed));
  const others = filled.filter(({ concept }) => concept === null || !concept.startsWith("sangong."));
  if (others.length === 0) return true;
  if (filled.some(({ concept, name }) => concept === TOTAL && NAMES_SANGONG.test(name))) return false;
  const amounts = (concept: string): string[] =>
    filled.filter((other) => other.concept === concept).map((other) => other.printed);
  const own = PARTS.flatMap(([whole, parts]) => {
    const known = amounts(whole).slice(0, 1);
    return known.length > 0 ? known : parts.flatMap((part) => amounts(part).slice(0, 1));
  });
  if (addsUp(printed, own)) return true;
  return under && !addsUp(printed, [...own, ...others.map((other) => other.printed)]);
}
