import { BODY_END } from "../../../schemas/forms/bodies.ts";
import { MANY, NOBODY_NAMED, OWNED, TOWN_FARM_BANK } from "../vocabulary/owners.ts";

/** A body named straight before what is told of it, and where. */
export interface Owner {
  readonly at: number;
  /** null for 本部门, 我局, 全市: the one who speaks. */
  readonly name: string | null;
}

/** 农科所预算总收入64万元: whose money a sentence tells, in the order it names them. */
export function owners(text: string): Owner[] {
  const found: Owner[] = [];
  for (const m of text.matchAll(OWNED)) {
    const name = m[1] as string;
    if (NOBODY_NAMED.test(name)) found.push({ at: m.index, name: null });
    else if (BODY_END.test(name) || TOWN_FARM_BANK.test(name) || MANY.test(name)) found.push({ at: m.index, name });
  }
  return found;
}
