import { BODY_END } from "../../../schemas/forms/bodies.ts";
import {
  ACTS,
  MANY,
  NAME_ALONE,
  NO_NAME,
  NOBODY_NAMED,
  OWN_LEVEL,
  OWNED,
  THAT_ONE,
  TOWN_FARM_BANK,
  WHOLE_REGION,
} from "../vocabulary/owners.ts";

/** A body named as the one whose money is told, and where. */
export interface Owner {
  readonly at: number;
  /** null for 本部门, 我局: the one who speaks. 全市 and 市本级 are names of his where only one of them is told of. */
  readonly name: string | null;
  /** It acts in its sentence and owns no more than its numbers. */
  readonly inSentence?: true;
}

const isBody = (name: string): boolean => BODY_END.test(name) || TOWN_FARM_BANK.test(name) || MANY.test(name);

/** 农科所预算总收入64万元: whose money a sentence tells, in the order it names them. */
export function owners(text: string): Owner[] {
  const found: Owner[] = [];
  for (const m of text.matchAll(OWNED)) {
    const name = (m[1] as string).replace(THAT_ONE, "");
    if (NO_NAME.test(name)) continue;
    if (WHOLE_REGION.test(name) || OWN_LEVEL.test(name)) found.push({ at: m.index, name });
    else if (NOBODY_NAMED.test(name)) found.push({ at: m.index, name: null });
    else if (isBody(name)) found.push({ at: m.index, name });
  }
  // 某大学在预算中表示，…; 某部19日公布…
  for (const m of text.matchAll(ACTS)) {
    const name = m[1] as string;
    if (!NOBODY_NAMED.test(name) && !found.some(({ at }) => at === m.index))
      found.push({ at: m.index, name, inSentence: true });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A line that is a body's name and nothing more. */
export const bodyAlone = (line: string): string | null =>
  NAME_ALONE.test(line) && BODY_END.test(line) && !NOBODY_NAMED.test(line) ? line : null;
