import { largest } from "../lib/long-lists.ts";
import { holds, NONE, numberKeyOf, solve } from "./identity.ts";
import type { SummedCells } from "./summed-cells.ts";
import { both, type Told, told } from "./told.ts";
import type { Identity } from "./verdict.ts";

/** The one number whose correction mends every sum it stands in. */
export interface Culprit {
  readonly key: string;
  readonly told: Told;
}

/** The one operand whose correction closes every sum it stands in, where another sum confirms it. */
export function culpritOf(broken: Identity, cells: SummedCells): Culprit | null {
  if (broken.bound) return null;
  const found = [broken.whole, ...broken.parts].flatMap((operand, i) => {
    const key = numberKeyOf(operand);
    const others = cells.sumsOf(key);
    if (others.length < 2) return [];
    const right = solve(broken, i);
    return others.every((identity) => holds(identity, new Map([[key, right]]))) ? [{ key, operand, right }] : [];
  });
  // Of several the one that mends most of what is broken.
  const mended = ({ key }: { readonly key: string }): number =>
    cells.sumsOf(key).filter((identity) => !holds(identity, NONE)).length;
  const most = largest(found.map(mended));
  const [only, ...more] = found.filter((one) => mended(one) === most);
  if (!only || more.length > 0) return null;
  const { zh, en } = both(only.operand.label);
  const right = `${only.right.div(only.operand.scale).toFixed()}${only.operand.unit ?? ""}`;
  return {
    key: only.key,
    told: told(`按其余各数，“${zh}”应为${right}`, `by all other numbers “${en}” should be ${right}`),
  };
}
