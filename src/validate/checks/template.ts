import type { Context } from "../context.ts";
import { words } from "../operand.ts";
import { quoted } from "../statements.ts";
import { told } from "../told.ts";
import { fail, pass, type Verdict } from "../verdict.ts";

/** What a template prints where a body would print a number or its name; a masked name or number of a person has the plain star, and no unit. */
const PLACEHOLDER =
  /[×Xx＊○]{2,}|\*{2,}(?=[年月人辆台个次项批局单部万元%])|[_＿]{3,}|(?:为|支出|收入|预算|决算|增加|减少)\s+(?:万元|元|%)/gu;
/** So many places to fill in, and more of them than amounts, make a template. */
const PLACES = 5;

/** The places left to fill in, where they outnumber the amounts: the document is a blank template, and no statement of a body. */
export function placesToFill({
  sentences,
  index,
}: Context): readonly { readonly page: number; readonly text: string }[] {
  const places = sentences.flatMap((s) =>
    [...s.text.matchAll(PLACEHOLDER)].map(() => ({ page: s.page, text: s.text })),
  );
  const amounts = index.all.filter((f) => f.place === "narrative" && !f.operand.value.isZero()).length;
  return places.length >= PLACES && places.length > amounts ? places : [];
}

/** A blank template is told once, as what it is. */
export function* isFilledIn(context: Context): Iterable<Verdict> {
  const places = placesToFill(context);
  const [first] = places;
  if (!first) {
    yield pass(null);
    return;
  }
  yield fail(null, {
    sides: [words(told("待填之处", "a place to fill in"), quoted(first, first.text))],
    equation: told(
      `有${places.length}处待填，没有核对`,
      `${places.length} places are left to fill in: nothing was checked`,
    ),
    expected: null,
    difference: null,
    tolerance: null,
  });
}
